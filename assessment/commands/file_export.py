"""An assessment as a file for the command line: the workbook or the paper for the meeting, by the file's ending."""

from pathlib import Path

from sqlalchemy.engine import Engine

from assessment import __version__
from assessment.commands.command_errors import EndingUnknown
from assessment.domain.viewer import ADMINISTRATOR
from assessment.reporting.workbook import assessment_workbook
from assessment.services.four_steps import whole
from assessment.texts.language import Language

ENDINGS = (".xlsx", ".docx")


def checked_ending(path: Path) -> str:
    """The ending in small letters. Raises EndingUnknown."""
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise EndingUnknown(name=path.name)
    return ending


def exported(engine: Engine, assessment_id: str, ending: str, language: Language) -> bytes:
    """Raises AssessmentUnknown. `ending` must have been checked."""
    found = whole(engine, ADMINISTRATOR, assessment_id)
    if ending == ".xlsx":
        return assessment_workbook(
            found.report, language, version=__version__, records=found.records, steps=found.steps
        )
    from assessment.reporting.decision_docx import decision_docx  # noqa: PLC0415 - other commands do without Word

    return decision_docx(found.report, language)
