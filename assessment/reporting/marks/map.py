"""The map: dimensions in rows, steps in columns, and the items themselves in each cell."""

from html import escape

from assessment.domain.report import AssessmentReport
from assessment.domain.scoring import ItemResult
from assessment.reporting.marks.squares import sorted_results, square
from assessment.texts import labels
from assessment.texts.language import Language


def map_table(report: AssessmentReport, language: Language) -> str:
    """A real table, so that headers are read out with each cell."""
    steps = [step for step in report.checklist.steps if step.id in report.steps]
    place = {step.id: number for number, step in enumerate(report.checklist.steps, start=1)}
    heads = "".join(
        f'<th scope="col">{place[step.id]} <span>{_short(labels.SHORT_STEP, step.id, language)}</span></th>'
        for step in steps
    )
    rows = "".join(
        f'<tr><th scope="row">{_short(labels.SHORT_DIMENSION, dimension, language)}</th>'
        + "".join(f"<td>{_cell(report.cell(dimension, step.id), language)}</td>" for step in steps)
        + "</tr>"
        for dimension in report.dimensions
    )
    reach = "".join(
        f"<td><b>{_of(len(report.steps[step.id].at_target), len(report.steps[step.id].applicable), language)}</b></td>"
        for step in steps
    )
    foot = f'<tr><th scope="row">{escape(language.text("At target"))}</th>{reach}</tr>'
    return (
        f'<div class="ru"><table class="ru-map"><thead><tr><td></td>{heads}</tr></thead>'
        f"<tbody>{rows}</tbody><tfoot>{foot}</tfoot></table></div>"
    )


def _short(names: dict[str, str], id_: str, language: Language) -> str:
    return escape(language.text(names.get(id_, id_)))


def _of(part: int, whole: int, language: Language) -> str:
    return escape(language.text("{answered} of {asked}", answered=part, asked=whole))


def _cell(results: tuple[ItemResult, ...], language: Language) -> str:
    ordered = sorted_results(results)
    told = language.listed([_said(result, language) for result in ordered])
    squares = "".join(square(result, language) for result in ordered)
    return f'<div class="cell" role="img" aria-label="{escape(told)}">{squares}</div>' if ordered else ""


def _said(result: ItemResult, language: Language) -> str:
    if result.agreed:
        return language.text("{level} agreed", level=result.level)
    return str(result.level) if result.level is not None else language.text(labels.ITEM_STATE[result.state]).lower()
