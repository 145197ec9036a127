"""Don't knows by group and dimension: the rows of a figure and of its table."""

from collections.abc import Mapping
from dataclasses import dataclass

from assessment.domain.checklist import term
from assessment.domain.dont_knows import OTHERS, Share, total
from assessment.domain.report import AssessmentReport
from assessment.texts.language import Language


@dataclass(frozen=True, slots=True)
class UnknownRow:
    """`group` is a role id, OTHERS, or None for everybody."""

    group: str | None
    name: str
    dimensions: Mapping[str, Share]
    total: Share


def unknown_rows(report: AssessmentReport, language: Language) -> list[UnknownRow]:
    """The groups that may be told of, and last everybody."""
    found = report.dont_knows
    rows = [_row(report, group, group_name(group, report, language), found.groups[group]) for group in groups(report)]
    return [*rows, _row(report, None, language.text("Everybody"), found.everybody)]


def groups(report: AssessmentReport) -> list[str]:
    """Roles in the checklist's order, and then the others together."""
    order = [*(role.id for role in report.checklist.roles), OTHERS]
    return sorted(report.dont_knows.groups, key=order.index)


def group_name(group: str, report: AssessmentReport, language: Language) -> str:
    if group == OTHERS:
        return language.text("The others together")
    return language.of(term(report.checklist.roles, group).name)


def _row(report: AssessmentReport, group: str | None, name: str, shares: Mapping[str, Share]) -> UnknownRow:
    dimensions = {
        dimension: total(shares.get(result.item.id, Share()) for result in score.items)
        for dimension, score in report.dimensions.items()
    }
    return UnknownRow(group, name, dimensions, total(dimensions.values()))
