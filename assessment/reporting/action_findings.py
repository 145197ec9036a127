"""What the list of actions says, as a heading and the lines below it. Counts and the list's own words: facts."""

from assessment.domain.checklist import Effort
from assessment.domain.report import AssessmentReport
from assessment.reporting.findings import capital, is_too_little
from assessment.texts.language import Language

FIRST = 3  # how many actions the heading speaks of


def actions_finding(report: AssessmentReport, language: Language) -> str:
    """*Börja med tre åtgärder. Två av dem är små.* With few gaps or few answers only how many gaps there are."""
    if not report.gaps:
        return _nothing_below(report, language)
    if len(report.gaps) <= FIRST or is_too_little(report):
        return below_target(report, language)
    start = language.text("Start with three actions.")
    small = sum(gap.result.item.effort is Effort.SMALL for gap in report.gaps[:FIRST])
    if not small:
        return start
    if small == FIRST:
        return f"{start} {language.text('All three are small.')}"
    return f"{start} {language.plural('One of them is small.', 'Two of them are small.', small)}"


def below_target(report: AssessmentReport, language: Language) -> str:
    """*27 frågor ligger under målet*"""
    said = language.plural(
        "One question lies below the target", "{word} questions lie below the target", len(report.gaps)
    )
    return capital(said)


def actions_lede(report: AssessmentReport, language: Language) -> str:
    """How the list is ordered, and what may still change it."""
    if report.untouched:
        return language.text("The actions appear here once you have answered a question.")
    finding = actions_finding(report, language)
    said = (
        [] if not report.gaps or finding == below_target(report, language) else [below_target(report, language) + "."]
    )
    if len(report.gaps) > 1:
        said.append(
            language.text(
                "Questions in the quick check come first, then larger gaps, earlier steps and smaller efforts. "
                "It is a suggestion: you decide the order."
            )
        )
    if report.to_find_out:
        said.append(_still_open(report, language))
    return " ".join(said)


def _nothing_below(report: AssessmentReport, language: Language) -> str:
    if report.untouched:
        return language.text("Nothing is answered yet")
    if not report.total.applicable:
        return language.text("No question applies")
    if not report.total.rated:
        return language.text("No question has a level yet")
    if report.to_find_out:
        return language.text("Every question with a level reaches the target")
    return language.text("Every question reaches the target")


def _still_open(report: AssessmentReport, language: Language) -> str:
    said = language.plural(
        "One question is open and may turn out to lie below the target.",
        "{word} questions are open and may turn out to lie below the target.",
        len(report.to_find_out),
    )
    return said[0].upper() + said[1:]
