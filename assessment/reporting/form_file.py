"""Opens an answer form that somebody wants to read in."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from openpyxl import Workbook

from assessment.domain.form import FileKind
from assessment.reporting import form_errors as errors
from assessment.reporting.rustad_file import facts_of, open_workbook
from assessment.reporting.workbook_keys import COLUMNS, SHEET

NEEDED: Final = ("checklist_key", "checklist_version", "form_id", "participant_id")


@dataclass(frozen=True, slots=True)
class FormFile:
    """An answer form that has been opened, and what it says about itself. Its answers are still to be read."""

    workbook: Workbook
    facts: Mapping[str, str]
    sheet_title: str

    @property
    def assessment_id(self) -> str:
        return self.facts["assessment_id"]


def open_form(content: bytes) -> FormFile:
    """Raises one of `form_errors` for anything but an answer form of a version that we know."""
    workbook = open_workbook(content)
    kind, facts = facts_of(workbook)
    if kind is FileKind.GAP_LIST:
        raise errors.FileIsGapList
    if any(key not in facts for key in NEEDED) or not facts["form_id"]:
        raise errors.FileNotOurs(sheet=SHEET)
    return FormFile(workbook, facts, facts.get(COLUMNS, ""))
