"""What is not settled: questions without a level, answers that differ, levels that depend on one person.

Nothing in it points at fewer than three people; it is what the screen shows, and no more.
"""

from dataclasses import dataclass
from typing import Final

from assessment.domain.leave_one_out import RestsOnOne
from assessment.domain.report import AssessmentReport
from assessment.reporting import findings, people_findings
from assessment.reporting.divided import Rated, by_worth, most_divided
from assessment.reporting.freshness_words import age_words, aged_in, ages_of, freshness_finding
from assessment.reporting.people_frames import listed_levels
from assessment.texts import labels
from assessment.texts.language import Language

MOST_OPEN: Final = 10
MOST_DIVIDED: Final = 3
MOST_LISTED: Final = 5


@dataclass(frozen=True, slots=True)
class OpenPart:
    """A finding and the questions behind it, each with what is said of it. `more` tells of those not listed."""

    finding: str
    heads: tuple[str, str] = ("", "")
    rows: tuple[tuple[str, str], ...] = ()
    more: str = ""


def open_parts(report: AssessmentReport, language: Language) -> tuple[OpenPart, ...]:
    """To find out, what has aged, where answers differ, what depends on one person. Empty while nothing is answered."""
    if report.untouched:
        return ()
    parts = (
        _to_find_out(report, language),
        _aged(report, language),
        _divided(report, language),
        _resting(report, language),
    )
    return tuple(part for part in parts if part)


def _to_find_out(report: AssessmentReport, language: Language) -> OpenPart | None:
    """None where no question applies at all."""
    if not report.total.applicable:
        return None
    found = report.to_find_out
    if not found:
        return OpenPart(language.text("Every question has a level: there is nothing left to find out."))
    finding = language.plural(
        "One question has no level and needs to be found out",
        "{word} questions have no level and need to be found out",
        len(found),
    )
    rows = [
        (language.of(result.item.question), language.text(labels.ITEM_STATE[result.state]))
        for result in found[:MOST_OPEN]
    ]
    heads = (language.text("Question"), language.text("State"))
    return OpenPart(findings.capital(finding), heads, tuple(rows), _more(len(found) - len(rows), language))


def _aged(report: AssessmentReport, language: Language) -> OpenPart | None:
    found = aged_in(report)
    if not found:
        return None
    rows = tuple((language.of(one.item.question), age_words(one, language)) for one in found[:MOST_LISTED])
    heads = (language.text("Question"), language.text("Answer and evidence"))
    finding = freshness_finding(ages_of(report), language)
    return OpenPart(finding, heads, rows, _more(len(found) - len(rows), language))


def _divided(report: AssessmentReport, language: Language) -> OpenPart:
    if not by_worth(report):
        return OpenPart(
            language.text(
                "No question has been given a level by three people, so it is not shown where the answers differ."
            )
        )
    divided = most_divided(report, most=MOST_DIVIDED)
    if not divided:
        return OpenPart(f"{language.text('Nobody stands far from the others')}.")
    rows = tuple((language.of(result.item.question), _answers((result, found), language)) for result, found in divided)
    finding = findings.disagreement_finding(report, language)
    more = len(most_divided(report, most=len(report.results))) - len(rows)
    heads = (language.text("Question"), language.text("First answers, as levels"))
    return OpenPart(findings.capital(finding), heads, rows, _more(more, language))


def _answers(rated: Rated, language: Language) -> str:
    """*Delad bild: 0 0 1 3 3*."""
    _, found = rated
    return f"{language.text(labels.AGREEMENT[found.word])}: {listed_levels(found.counts, language)}"


def _resting(report: AssessmentReport, language: Language) -> OpenPart | None:
    found = report.leave_one_out
    if found is None or not found.items:
        return None
    rows = tuple(
        (language.of(one.result.item.question), without_one(one, language)) for one in found.items[:MOST_LISTED]
    )
    heads = (language.text("Question"), language.text("Without one person"))
    more = _more(len(found.items) - len(rows), language)
    return OpenPart(people_findings.rests_finding(report, language), heads, rows, more)


def without_one(one: RestsOnOne, language: Language) -> str:
    """*Nivå 2 blir 1*, or what it may become; never who it is."""
    now = one.result.level or 0
    if one.alone:
        return language.text("Level {level} becomes unknown", level=now)
    if one.low < now < one.high:
        return language.text("Level {level} becomes {low} or {high}", level=now, low=one.low, high=one.high)
    return language.text("Level {level} becomes {other}", level=now, other=one.low if one.low != now else one.high)


def _more(number: int, language: Language) -> str:
    if not number:
        return ""
    return language.plural("And one more question.", "And {word} more questions.", number)
