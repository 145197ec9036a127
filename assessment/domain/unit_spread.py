"""Where units differ: on which items, and in which dimension each of them stands lowest."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessment.domain.checklist import Item
from assessment.domain.comparison import Comparison
from assessment.domain.scoring import Score


@dataclass(frozen=True, slots=True)
class ItemSpread:
    """One compared item; its lowest and highest level among the units that know theirs, at least two of them."""

    item: Item
    lowest: int
    highest: int

    @property
    def steps(self) -> int:
        return self.highest - self.lowest


def item_spreads(comparison: Comparison) -> tuple[ItemSpread, ...]:
    """The items on which units can be told apart: the widest first, then as in the checklist."""
    found = []
    for place, item in enumerate(comparison.items):
        known = [results[place].level for results in comparison.results.values()]
        levels = [level for level in known if level is not None]
        if len(levels) > 1:
            found.append(ItemSpread(item, min(levels), max(levels)))
    return tuple(sorted(found, key=lambda one: -one.steps))


@dataclass(frozen=True, slots=True)
class CommonWeakness:
    """The dimension that stands lowest in most units: in `units` of `of` that have an index in every dimension.

    `certain` when that holds in each of them however their open items turn out.
    """

    dimension: str
    units: int
    of: int
    certain: bool


def common_weakness(comparison: Comparison) -> CommonWeakness | None:
    """None when no dimension is alone at the bottom in more units than any other, or in fewer than two."""
    lowest = [_lowest(scores) for scores in comparison.dimensions.values()]
    told = [one for one in lowest if one is not None]
    counts = {dimension: told.count(dimension) for dimension in comparison.compared_dimensions}
    if len(counts) < 2:
        return None
    ordered = sorted(counts, key=lambda dimension: -counts[dimension])
    first, second = ordered[:2]
    if counts[first] < 2 or counts[first] == counts[second]:
        return None
    certain = all(map(_certain, comparison.dimensions.values(), lowest))
    return CommonWeakness(first, counts[first], len(comparison.snapshots), certain)


def _lowest(scores: Mapping[str, Score]) -> str | None:
    """The dimension with the lowest index as shown, when one is alone there and all have an index."""
    points = {}
    for dimension, score in scores.items():
        if score.index is None or score.index.point is None:
            return None
        points[dimension] = round(score.index.point)
    bottom = [dimension for dimension, point in points.items() if point == min(points.values())]
    return bottom[0] if len(bottom) == 1 else None


def _certain(scores: Mapping[str, Score], lowest: str | None) -> bool:
    """Whether open items cannot change which dimension is alone at the bottom, or that none is."""
    if lowest is None:
        return not any(score.open for score in scores.values())
    ends = {dimension: score.index for dimension, score in scores.items()}
    bottom = ends.pop(lowest)
    return bottom is not None and all(one is not None and round(bottom.high) < round(one.low) for one in ends.values())


def ordered_units(comparison: Comparison, *, dimension: str = "") -> Sequence[str]:
    """The assessment ids, the lowest index first, of the whole or of a dimension; those without index last."""

    def place(id_: str) -> tuple[bool, float, str]:
        score = comparison.dimensions[id_].get(dimension) if dimension else comparison.totals[id_]
        point = None if score is None or score.index is None else score.index.point
        return point is None, point or 0.0, id_

    return sorted(comparison.totals, key=place)
