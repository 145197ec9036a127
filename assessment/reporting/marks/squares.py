"""Squares: one for each item, with its level in it."""

from collections.abc import Iterable, Sequence
from html import escape

from assessment.domain.checklist import LEVELS
from assessment.domain.scoring import ItemResult, ItemState, Score
from assessment.texts import labels
from assessment.texts.language import Language

CLASSES = {
    ItemState.UNKNOWN: ("ru-unknown", "?"),
    ItemState.UNANSWERED: ("ru-open", ""),
    ItemState.NOT_APPLICABLE: ("ru-na", "–"),
}
ORDER = {ItemState.RATED: 0, ItemState.UNKNOWN: 1, ItemState.UNANSWERED: 2, ItemState.NOT_APPLICABLE: 3}


def square(result: ItemResult, language: Language) -> str:
    """One item; its question shows when pointed at, as a bonus only. An agreed level has a line under its digit."""
    return _square(result.state, result.level, title=language.of(result.item.question), agreed=result.agreed)


def result_square(result: ItemResult) -> str:
    """One item by itself, for where its question stands beside it."""
    return _square(result.state, result.level, agreed=result.agreed)


def level_square(level: int, *, big: bool = False, agreed: bool = False) -> str:
    """A level by itself, as in a legend or a role's median."""
    return _square(ItemState.RATED, level, big=big, agreed=agreed)


def _square(state: ItemState, level: int | None, *, title: str = "", big: bool = False, agreed: bool = False) -> str:
    look, sign = (f"ru-level-{level}", str(level)) if level is not None else CLASSES[state]
    size = (" big" if big else "") + (" agreed" if agreed else "")
    told = f' title="{escape(title)}"' if title else ""
    return f'<span class="ru-square {look}{size}" aria-hidden="true"{told}>{sign}</span>'


def sorted_results(results: Iterable[ItemResult]) -> list[ItemResult]:
    """Highest level first, then unknown, unanswered and not applicable."""
    return sorted(results, key=lambda result: (ORDER[result.state], -(result.level or 0), result.item.id))


def split(score: Score, language: Language, *, columns: str) -> str:
    """The items on both sides of the target: reached to the left, the rest to the right."""
    results = sorted_results(score.items)
    reached = "".join(square(result, language) for result in results if result.at_target)
    rest = "".join(square(result, language) for result in results if not result.at_target)
    label = language.text(
        "{reached} of {applicable} reach the target, {open} open",
        reached=len(score.at_target),
        applicable=len(score.applicable),
        open=len(score.open),
    )
    return (
        f'<div class="ru ru-split" role="img" aria-label="{escape(label)}" style="--cols:{columns}">'
        f"<div>{reached}</div><div>{rest}</div></div>"
    )


def split_columns(scores: Iterable[Score]) -> str:
    """Widths that put every target line of the page under the others."""
    left = right = 0
    for score in scores:
        left = max(left, len(score.at_target))
        right = max(right, len(score.items) - len(score.at_target))
    return f"minmax(0,{max(left, 1) + 0.4:.1f}fr) minmax(0,{max(right, 1) + 0.4:.1f}fr)"


def legend(language: Language, *, target: int | None, states: Sequence[ItemState], agreed: bool = False) -> str:
    """What the squares mean, 4 to 0 and then what occurs; `target` is None when targets differ."""
    names = [
        f"<span>{level_square(level)} {escape(language.text(labels.SHORT_LEVEL[level]))}</span>"
        for level in reversed(LEVELS)
    ]
    names += [
        f"<span>{_square(state, None)} {escape(language.text(labels.ITEM_STATE[state]))}</span>"
        for state in CLASSES
        if state in states
    ]
    if agreed:
        square = '<span class="ru-square agreed" aria-hidden="true"></span>'
        names.append(f"<span>{square} {escape(language.text('Agreed in the group'))}</span>")
    told = language.text("Target") if target is None else language.text("Target level {target}", target=target)
    names.append(f'<span><i class="ru-target" aria-hidden="true"></i> {escape(told)}</span>')
    return f'<div class="ru ru-legend">{"".join(names)}</div>'
