"""What the file of a decision paper is called. Apart from the paper, so that a screen can tell without Word."""

from assessment.domain.report import AssessmentReport
from assessment.reporting.workbook import file_name
from assessment.texts.language import Language


def decision_name(report: AssessmentReport, language: Language) -> str:
    """Beslutsunderlag Hela kommunen 2026-11-22.docx."""
    return file_name(report, language.text("Basis for decision {name} {day}"), ending="docx")
