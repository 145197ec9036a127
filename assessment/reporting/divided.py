"""The items by how much there is to talk about."""

from typing import Final

from assessment.domain.agenda import worth_talking
from assessment.domain.agreement import FEWEST_RATERS, Agreement, AgreementWord
from assessment.domain.report import AssessmentReport
from assessment.domain.scoring import ItemResult

MOST_ROWS: Final = 5
DIVIDED: Final = (AgreementWord.CAMPS, AgreementWord.SPREAD)
Rated = tuple[ItemResult, Agreement]


def by_worth(report: AssessmentReport) -> list[Rated]:
    """The items with at least three first levels, those most worth talking about first."""
    found = [
        (result, agreement)
        for result in report.results
        if (agreement := report.agreement_on(result.item.id)) is not None and sum(agreement.counts) >= FEWEST_RATERS
    ]

    def worth(rated: Rated) -> float:
        item, answers = rated[0].item, report.first_answers[rated[0].item.id]
        return worth_talking(item, answers, target=rated[0].target) or 0.0

    return sorted(found, key=lambda rated: (-worth(rated), not rated[0].item.core, rated[0].item.id))


def most_divided(report: AssessmentReport, *, most: int = MOST_ROWS) -> list[Rated]:
    """The first of them on which people differ."""
    return [rated for rated in by_worth(report) if rated[1].word in DIVIDED][:most]
