"""What one returned file changed, or one route to the goal added, so that it can be taken back."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from assessment.domain.errors import AssessmentError, sentence

UNDO: Final = "undo:"  # and the id of the batch that it takes back
ROUTE: Final = "route:"  # begins the id of a batch that came from the cheapest path and not from a file


@dataclass(frozen=True, slots=True)
class Batch:
    """`changes` counts the fields that were changed and the actions that were added."""

    id: str
    at: datetime  # UTC
    by: str
    changes: int
    undone: bool


@dataclass(frozen=True, slots=True)
class Stayed:
    """A field of an action that somebody has changed since; a whole action when `field` is empty."""

    title: str
    field: str


@dataclass(frozen=True, slots=True)
class Undone:
    """`restored` counts as `Batch.changes` does."""

    restored: int
    stayed: tuple[Stayed, ...]


class PlanMoved(AssessmentError):
    text = sentence(
        "Somebody changed the plan while you were looking. Nothing is written. "
        "Look at what the file would change now, and approve again."
    )


class NothingChosen(AssessmentError):
    text = sentence("Nothing is chosen, so nothing has changed.")


class BatchUnknown(AssessmentError):
    text = sentence("These changes can no longer be found, so nothing has been taken back.")


class BatchUndone(AssessmentError):
    text = sentence("These changes are already taken back.")
