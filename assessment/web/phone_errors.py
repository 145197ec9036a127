"""What a phone is told when something goes wrong: a sentence in the visitor's language, and the status that fits."""

import logging
from typing import Final

from assessment.domain.errors import (
    AssessmentError,
    ItemNotAsked,
    ItemUnknown,
    LevelOffScale,
    RoleMissing,
    RoleUnknown,
    TextTooLong,
    sentence,
)
from assessment.domain.workshop_errors import (
    BallotMissing,
    CodeUnknown,
    NotJoined,
    RoomFull,
    TooManyGuesses,
    TooManyWindows,
    VoteClosed,
    WorkshopClosed,
    WorkshopUnknown,
)
from assessment.storage.errors import DatabaseFailed
from assessment.storage.failure_log import FAILURES
from assessment.texts.language import Language
from assessment.web.phone_request import BodyTooLarge, BodyTooSlow

STATUS: Final[dict[type[BaseException], int]] = {
    CodeUnknown: 404,
    WorkshopUnknown: 404,
    ItemUnknown: 404,
    ItemNotAsked: 404,
    NotJoined: 401,
    VoteClosed: 409,
    WorkshopClosed: 409,
    BodyTooSlow: 408,
    BodyTooLarge: 413,
    LevelOffScale: 422,
    BallotMissing: 422,
    RoleMissing: 422,
    RoleUnknown: 422,
    TextTooLong: 422,
    RoomFull: 409,
    TooManyWindows: 429,
    TooManyGuesses: 429,
}
# The database's own sentences name files of the server, which is nobody's business on the network
NOT_SAVED: Final = sentence("The server could not save this right now. Try again in a moment.")
BROKEN: Final = sentence("Something went wrong on the server. Try again in a moment.")
log = logging.getLogger("rustad")


def status_of(error: Exception) -> int:
    if isinstance(error, DatabaseFailed):
        return 503
    return STATUS.get(type(error), 500)


def told(error: Exception, spoken: Language) -> str:
    """The sentence for the phone. What the phone need not know goes to the log."""
    if isinstance(error, DatabaseFailed):
        FAILURES.note(error)
        return spoken.text(NOT_SAVED)
    if isinstance(error, AssessmentError):
        return spoken.explain(error)
    log.error("a phone page failed", exc_info=error)
    return spoken.text(BROKEN)
