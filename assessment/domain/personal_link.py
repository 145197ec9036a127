"""A personal link: an address that lets one participant in without an account, for a while."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from assessment.domain.errors import AssessmentError, sentence

DAYS: Final = (7, 30, 90)  # that a link may last
USUAL_DAYS: Final = 30


class LinkEnded(AssessmentError):
    text = sentence("This personal link does not work. It may have expired or been withdrawn. Ask for a new one.")


class LinkDaysWrong(AssessmentError):
    text = sentence("A personal link lasts 7, 30 or 90 days, not {days}.")


class LinksClosed(AssessmentError):
    text = sentence(
        "Personal links work only when others can reach Rustad. Ask those who run it to set up sign-in first."
    )


def checked_days(days: int) -> int:
    """Raises LinkDaysWrong."""
    if days not in DAYS:
        raise LinkDaysWrong(days=days)
    return days


@dataclass(frozen=True, slots=True)
class PersonalLink:
    """`used_at` is when it was last used, None when never. Times are in UTC."""

    id: str
    participant_id: str
    created_at: datetime
    created_by: str
    expires_at: datetime
    used_at: datetime | None = None
    revoked: bool = False

    def open(self, moment: datetime) -> bool:
        """Whether it lets anybody in."""
        return not self.revoked and moment < self.expires_at
