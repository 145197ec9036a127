"""Who does not know what: groups in rows, dimensions in columns."""

from html import escape

from assessment.domain.dont_knows import Share
from assessment.domain.report import AssessmentReport
from assessment.reporting.unknown_rows import UnknownRow, unknown_rows
from assessment.texts import labels
from assessment.texts.language import Language


def unknown_table(report: AssessmentReport, language: Language) -> str:
    """Each cell is a strip of the answers, hatched as far as they are *don't know*, and the numbers in words."""
    names = [language.text(labels.SHORT_DIMENSION.get(dimension, dimension)) for dimension in report.dimensions]
    heads = "".join(f'<th scope="col">{escape(head)}</th>' for head in (language.text("Group"), *names))
    rows = "".join(_row(row, names, language) for row in unknown_rows(report, language))
    return (
        f'<div class="ru"><table class="ru-spread ru-unknowns"><thead><tr>{heads}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def _row(row: UnknownRow, names: list[str], language: Language) -> str:
    cells = "".join(
        f'<td data-label="{escape(name)}">{_cell(share, language)}</td>'
        for name, share in zip(names, row.dimensions.values(), strict=True)
    )
    look = ' class="all"' if row.group is None else ""
    return f'<tr{look}><th scope="row">{escape(row.name)}</th>{cells}</tr>'


def _cell(share: Share, language: Language) -> str:
    if not share.answers:
        return '<span class="soft">–</span>'
    told = language.text(
        "{answered} of {asked}", answered=language.number(share.unknown), asked=language.number(share.answers)
    )
    strip = f'<i class="ru-strip" aria-hidden="true"><u style="width:{100 * share.part:.1f}%"></u></i>'
    return (
        f"{strip}<span>{escape(told)}</span>" if share.unknown else f'{strip}<span class="soft">{escape(told)}</span>'
    )
