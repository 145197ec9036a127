"""An answer form that somebody filled in away from Rustad, and what it would change."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from assessment.domain.assessment import Participant
from assessment.domain.checklist import Item
from assessment.domain.errors import AssessmentError, sentence
from assessment.domain.response import Response


class FileKind(StrEnum):
    """What a workbook from Rustad is."""

    ANSWER_FORM = "answer_form"
    GAP_LIST = "gap_list"


FORMAT_VERSION: Final = {FileKind.ANSWER_FORM: 1, FileKind.GAP_LIST: 2}  # of the files that this version writes


@dataclass(frozen=True, slots=True)
class FilledForm:
    """What a form says. `responses` holds every question of the form by item id; an answer of None is unanswered.

    `participant_id` is empty unless the form was made for a certain participant.
    """

    form_id: str
    assessment_id: str
    checklist_key: str
    checklist_version: str
    participant_id: str
    roles: tuple[str, ...]
    name: str
    responses: Mapping[str, Response]


class ChangeKind(StrEnum):
    ADDED = "added"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Change:
    """One item for which the form says something else than what is stored. `before` is None when nothing is."""

    item: Item
    before: Response | None
    after: Response

    @property
    def kind(self) -> ChangeKind:
        return ChangeKind.ADDED if self.before is None else ChangeKind.CHANGED


@dataclass(frozen=True, slots=True)
class Proposal:
    """What bringing a form in would do. `newcomer` says that the participant does not take part yet."""

    participant: Participant
    newcomer: bool
    person_changed: bool
    changes: tuple[Change, ...]
    unchanged: int

    @property
    def empty(self) -> bool:
        return not (self.changes or self.newcomer or self.person_changed)


class FormOfOtherAssessment(AssessmentError):
    text = sentence("The form belongs to another assessment. Nothing has changed. Choose the form of this assessment.")


class FormOfOtherVersion(AssessmentError):
    text = sentence(
        "The form was made with version {found} of the checklist, but the assessment uses version {expected}. "
        "Nothing has changed. Make a new form and fill it in."
    )
