"""Units side by side: a row for each, its index and the spread of its levels in every dimension."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Final

from assessment.domain.checklist import LEVELS
from assessment.domain.comparison import Comparison
from assessment.domain.scoring import ItemResult, ItemState, Score
from assessment.domain.unit_spread import ItemSpread
from assessment.reporting.compare_words import standing
from assessment.reporting.marks.profile import interval, point
from assessment.reporting.marks.squares import CLASSES, result_square
from assessment.texts import labels
from assessment.texts.language import Language

MOST_COLUMNS: Final = 6  # units that have room for a column each
OPEN: Final = (ItemState.UNKNOWN, ItemState.UNANSWERED)


def unit_table(comparison: Comparison, ids: Sequence[str], names: Mapping[str, str], language: Language) -> str:
    """A real table with a unit in each row, in the order of `ids`."""
    dimensions = comparison.compared_dimensions
    titles = [language.text("All"), *(_short(comparison, one, language) for one in dimensions)]
    heads = "".join(f'<th scope="col">{escape(title)}</th>' for title in (language.text("Unit"), *titles))
    rows = []
    for id_ in ids:
        scores = [comparison.totals[id_], *(comparison.dimensions[id_][one] for one in dimensions)]
        cells = "".join(
            f'<td data-label="{escape(title)}">{_cell(score, language)}</td>'
            for title, score in zip(titles, scores, strict=True)
        )
        rows.append(f'<tr><th scope="row">{escape(names[id_])}</th>{cells}</tr>')
    body = f"<thead><tr>{heads}</tr></thead><tbody>{''.join(rows)}</tbody>"
    return f'<div class="ru"><table class="ru-units">{body}</table></div>'


def _short(comparison: Comparison, dimension: str, language: Language) -> str:
    short = labels.SHORT_DIMENSION.get(dimension)
    if short:
        return language.text(short)
    return next(language.of(term.name) for term in comparison.checklist.dimensions if term.id == dimension)


def _cell(score: Score, language: Language) -> str:
    counts = [(level, f"ru-level-{level}") for level in reversed(LEVELS)]
    parts = [(sum(one.level == level for one in score.items), look) for level, look in counts]
    parts += [(sum(one.state is state for one in score.items), CLASSES[state][0]) for state in OPEN]
    strip = "".join(f'<i class="{look}" style="flex:{count}"></i>' for count, look in parts if count)
    shown = "–" if point(score) is None else str(point(score))
    low, high = interval(score) if score.index else (0, 0)
    around = f"<small>{low}–{high}</small>" if score.open else ""
    label = escape(_label(score, language))
    return (
        f'<div role="img" aria-label="{label}"><b>{shown}</b>{around}<span class="ru-levels-strip">{strip}</span></div>'
    )


def _label(score: Score, language: Language) -> str:
    low, high = interval(score) if score.index else (0, 0)
    if point(score) is None:
        said = language.text("No index yet, between {low} and {high}.", low=low, high=high)
    else:
        said = language.text("Index {index} of 100, between {low} and {high}.", index=point(score), low=low, high=high)
    reached = language.text(
        "{reached} of {applicable} reach the target, {open} open",
        reached=len(score.at_target),
        applicable=len(score.applicable),
        open=len(score.open),
    )
    return f"{said} {reached}."


def levels_legend(comparison: Comparison, language: Language) -> str:
    """What the colours of the strips mean; of the open states only those that occur."""
    states = {result.state for results in comparison.results.values() for result in results}
    parts = [(f"ru-level-{level}", str(level), language.text(labels.SHORT_LEVEL[level])) for level in reversed(LEVELS)]
    parts += [(*CLASSES[state], language.text(labels.ITEM_STATE[state])) for state in OPEN if state in states]
    spans = "".join(
        f'<span><span class="ru-square {look}" aria-hidden="true">{sign}</span> {escape(text)}</span>'
        for look, sign, text in parts
    )
    return f'<div class="ru ru-legend">{spans}</div>'


def unit_items(
    spreads: Sequence[ItemSpread],
    comparison: Comparison,
    ids: Sequence[str],
    names: Mapping[str, str],
    language: Language,
) -> str:
    """The items with a square for each unit: in columns of their own, or in a row from the lowest to the highest."""
    places = {item.id: place for place, item in enumerate(comparison.items)}
    columns = len(ids) <= MOST_COLUMNS
    titles = [names[id_] for id_ in ids] if columns else [language.text("The units from lowest to highest")]
    heads = "".join(f'<th scope="col">{escape(title)}</th>' for title in (language.text("Question"), *titles))
    rows = []
    for one in spreads:
        results = [comparison.results[id_][places[one.item.id]] for id_ in ids]
        if columns:
            cells = "".join(
                f'<td data-label="{escape(title)}">{_square(result, language)}</td>'
                for title, result in zip(titles, results, strict=True)
            )
        else:
            ordered = sorted(results, key=lambda result: (result.level is None, result.level or 0))
            cells = f'<td><div class="cell">{"".join(_square(result, language) for result in ordered)}</div></td>'
        rows.append(f'<tr><th scope="row">{escape(language.of(one.item.question))}</th>{cells}</tr>')
    body = f"<thead><tr>{heads}</tr></thead><tbody>{''.join(rows)}</tbody>"
    return f'<div class="ru"><table class="ru-spread ru-unit-items">{body}</table></div>'


def _square(result: ItemResult, language: Language) -> str:
    return f'<span class="ru-hidden">{escape(standing(result, language))}</span>{result_square(result)}'
