"""The time, read once by each service function."""

from datetime import UTC, datetime


def now() -> datetime:
    """This moment in UTC, to the microsecond."""
    return datetime.now(UTC)
