"""What there is in the four steps and in the plan, by kind."""

from enum import StrEnum


class Kind(StrEnum):
    """ACTION is of an assessment's plan; the others are entries that an organisation keeps in the four steps."""

    ACTIVITY = "activity"
    DELIVERY = "delivery"
    RECORD = "record"
    DOCUMENT = "document"
    MESSAGE = "message"
    ACTION = "action"
