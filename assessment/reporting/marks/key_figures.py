"""The four key figures of a result."""

from html import escape

from assessment.domain.report import AssessmentReport
from assessment.domain.scoring import ItemState
from assessment.reporting.marks.profile import interval, point
from assessment.texts.language import Language


def key_figures(report: AssessmentReport, language: Language) -> str:
    """At target, index, lowest level, open questions. What has no value yet is a dash, never 0."""
    figures = (
        _at_target(report, language),
        _index(report, language),
        _floor(report, language),
        _open(report, language),
    )
    rows = "".join(
        f"<div><dt>{escape(name)}</dt><dd><b>{escape(value)}</b>{escape(meaning)}</dd></div>"
        for name, value, meaning in figures
    )
    return f'<dl class="ru ru-figures">{rows}</dl>'


def _at_target(report: AssessmentReport, language: Language) -> tuple[str, str, str]:
    total = report.total
    if not total.applicable:
        return language.text("At target"), "–", language.text("no question applies")
    value = language.text("{answered} of {asked}", answered=len(total.at_target), asked=len(total.applicable))
    return language.text("At target"), value, language.text("questions")


def _index(report: AssessmentReport, language: Language) -> tuple[str, str, str]:
    if report.total.index is None or point(report.total) is None:
        return language.text("Index"), "–", language.text("no level yet")
    low, high = interval(report.total)
    if low == high:
        return language.text("Index"), str(point(report.total)), language.text("of 100")
    around = language.text("of 100, between {low} and {high}", low=low, high=high)
    return language.text("Index"), str(point(report.total)), around


def _floor(report: AssessmentReport, language: Language) -> tuple[str, str, str]:
    floor = report.total.floor
    if floor is None or floor.level is None:
        return language.text("Lowest level"), "–", language.text("no level yet")
    at_floor = sum(result.level == floor.level for result in report.results)
    meaning = language.plural("in one question", "in {word} questions", at_floor)
    return language.text("Lowest level"), str(floor.level), meaning


def _open(report: AssessmentReport, language: Language) -> tuple[str, str, str]:
    unknown = sum(result.state is ItemState.UNKNOWN for result in report.results)
    unanswered = sum(result.state is ItemState.UNANSWERED for result in report.results)
    meaning = ", ".join(
        part
        for part in (
            language.text("{word} don't know", word=language.word(unknown)) if unknown else "",
            language.plural("one unanswered", "{word} unanswered", unanswered) if unanswered else "",
        )
        if part
    )
    return (
        language.text("Open questions"),
        str(unknown + unanswered),
        meaning or language.text("every question is answered"),
    )
