"""What the figures about people say, as headings and the lines below them. Counts are facts."""

from assessment.domain.dont_knows import OTHERS
from assessment.domain.report import AssessmentReport
from assessment.reporting.findings import capital, role_group
from assessment.reporting.unknown_rows import UnknownRow, unknown_rows
from assessment.texts.language import Language


def settled_finding(report: AssessmentReport, language: Language) -> str:
    """*Ni har enats om 18 av 24 frågor*"""
    settled, asked = len(report.settled), len(report.results)
    if settled == asked:
        return language.text("You have agreed on every question")
    return language.text("You have agreed on {settled} of {asked} questions", settled=settled, asked=asked)


def dissent_lede(report: AssessmentReport, language: Language) -> str:
    """On how many settled items somebody voted another level to the last; empty without votes."""
    voted = [one for one in report.settled if one.dissent is not None]
    apart = sum(bool(one.dissent) for one in voted)
    if not voted:
        return ""
    if not apart:
        return language.text("In the last vote everybody was at the level that you agreed on.")
    return language.plural(
        "On one of them somebody held on to another level in the last vote.",
        "On {word} of them somebody held on to another level in the last vote.",
        apart,
    )


def unknown_finding(report: AssessmentReport, language: Language) -> str:
    """*Upphandlingsfunktionen svarar oftast vet inte: 14 av 60 svar*; without groups to compare, the count of all."""
    rows = unknown_rows(report, language)
    everybody = rows[-1].total
    if not everybody.unknown:
        return language.text("Nobody has answered don't know")
    most = _most_unknown(rows[:-1])
    told = {"unknown": language.number(everybody.unknown), "answers": language.number(everybody.answers)}
    if most is None or most.group is None:
        return language.text("{unknown} of {answers} answers are don't know", **told)
    group = role_group(report, most.group, language)
    return language.text(
        "{group} answered don't know most often: {unknown} of {answers} answers",
        group=capital(group),
        unknown=language.number(most.total.unknown),
        answers=language.number(most.total.answers),
    )


def _most_unknown(rows: list[UnknownRow]) -> UnknownRow | None:
    """The role that stands clear of every other group; None when none does."""
    ordered = sorted(rows, key=lambda row: -row.total.part)
    if len(ordered) < 2 or ordered[0].total.part <= ordered[1].total.part or ordered[0].group == OTHERS:
        return None
    return ordered[0]


def rests_finding(report: AssessmentReport, language: Language) -> str:
    """*Tre frågors nivå beror på en enda person*"""
    found = report.leave_one_out
    if found is None or not found.items:
        return language.text("No question's level depends on a single person")
    return capital(
        language.plural(
            "One question's level depends on a single person",
            "The level of {word} questions depends on a single person",
            len(found.items),
        )
    )


def index_range(report: AssessmentReport, language: Language) -> str:
    """How far one person can move the index; empty where that is not known."""
    found = report.leave_one_out
    if found is None or found.index is None:
        return ""
    low, high = (round(end) for end in found.index)
    if low == high:
        return language.text("Whoever is left out, the index is {index}.", index=low)
    return language.text("Leaving one person out gives an index between {low} and {high}.", low=low, high=high)
