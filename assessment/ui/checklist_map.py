"""How the questions of a checklist are spread: dimensions in rows, steps in columns, a square for each question."""

from assessment.domain.checklist import Checklist, Item, Term
from assessment.texts import labels
from assessment.texts.language import Language
from assessment.ui.markup import html_text

CORE = '<i class="ru-square ru-core" aria-hidden="true"></i>'
OTHER = '<i class="ru-square" aria-hidden="true"></i>'


def checklist_map(checklist: Checklist, language: Language) -> str:
    """A real table: each cell says in words what its squares show."""
    heads = "".join(_head(place, step, language) for place, step in enumerate(checklist.steps, start=1))
    rows = "".join(
        f'<tr><th scope="row">{_short(labels.SHORT_DIMENSION, one.id, language.of(one.name), language)}</th>'
        + "".join(f"<td>{_cell(_items(checklist, one.id, step.id), language)}</td>" for step in checklist.steps)
        + "</tr>"
        for one in checklist.dimensions
    )
    legend = (
        f'<p class="ru-legend"><span>{CORE} {html_text(language.text("asked in the quick check too"))}</span>'
        f"<span>{OTHER} {html_text(language.text('asked when all questions are'))}</span></p>"
    )
    return (
        f'<div class="ru ru-figure ru-spreadmap"><h2 class="ru-finding">{html_text(_finding(checklist, language))}</h2>'
        f'<table class="ru-map"><thead><tr><td></td>{heads}</tr></thead><tbody>{rows}</tbody></table>{legend}</div>'
    )


def _head(place: int, step: Term, language: Language) -> str:
    named = _short(labels.SHORT_STEP, step.id, language.of(step.name), language)
    return f'<th scope="col">{place} <span>{named}</span></th>'


def _short(names: dict[str, str], id_: str, whole: str, language: Language) -> str:
    return html_text(language.text(names[id_]) if id_ in names else whole)


def _items(checklist: Checklist, dimension: str, step: str) -> list[Item]:
    found = [item for item in checklist.items if (item.dimension, item.step) == (dimension, step)]
    return sorted(found, key=lambda item: not item.core)


def _cell(items: list[Item], language: Language) -> str:
    if not items:
        return f'<span class="ru-hidden">{html_text(language.text("no questions"))}</span>'
    core = sum(item.core for item in items)
    told = language.plural(
        "{number} question, {core} in the quick check",
        "{number} questions, {core} in the quick check",
        len(items),
        core=core,
    )
    squares = "".join(CORE if item.core else OTHER for item in items)
    return f'<div class="cell" role="img" aria-label="{html_text(told)}">{squares}</div>'


def _finding(checklist: Checklist, language: Language) -> str:
    empty = sum(not _items(checklist, one.id, step.id) for one in checklist.dimensions for step in checklist.steps)
    if not empty:
        return language.text("Every dimension has questions in every step")
    cells = len(checklist.dimensions) * len(checklist.steps)
    return language.text(
        "Questions in {number} of {all} meetings between dimension and step", number=cells - empty, all=cells
    )
