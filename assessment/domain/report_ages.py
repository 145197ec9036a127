"""How old the levels of a whole assessment are."""

from datetime import tzinfo

from assessment.domain.freshness import ItemAge, item_ages, tried
from assessment.domain.report import AssessmentReport
from assessment.domain.scoring import ItemState


def report_ages(report: AssessmentReport, zone: tzinfo) -> tuple[ItemAge, ...]:
    """As of the day of the report, in the checklist's order: the items with a level, and those that are out.

    What is unanswered or unknown has no age: that is to be found out anyway.
    """
    standing = [one.item for one in report.results if one.state in (ItemState.RATED, ItemState.NOT_APPLICABLE)]
    given = [response for theirs in report.responses.values() for response in theirs]
    votes = [(one.item_id, one.round.begun_at) for one in report.rounds]
    settled = {item: at for item, at in report.agreed_at.items() if item in report.agreed}
    return item_ages(standing, tried(given, votes, settled), today=report.at.astimezone(zone).date(), zone=zone)
