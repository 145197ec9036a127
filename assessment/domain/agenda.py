"""In which order a workshop takes the items up."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

from assessment.domain.agreement import mean_deviation
from assessment.domain.assessment import Targets
from assessment.domain.checklist import Item
from assessment.domain.response import Answer
from assessment.domain.scoring import lower_median

CORE_WEIGHT: Final = 2
FEWEST_TO_DIFFER: Final = 2
AGED_DOUBT: Final = 0.5  # levels: as if half the group did not know


def worth_talking(item: Item, answers: Sequence[Answer], *, target: int, aged: bool = False) -> float | None:
    """Doubt × core × distance to target; None when fewer than two gave a level, unless the level has aged.

    Doubt is the mean distance from the mean, in levels, half a level more for each share that does not know, and half a
    level more when it is so long ago that nobody knows whether it still holds.
    """
    levels = [answer.level for answer in answers if answer.level is not None]
    if len(levels) < FEWEST_TO_DIFFER and not aged:
        return None
    unknown = 1 - len(levels) / len(answers) if levels else 0.0
    distance = max(0, target - lower_median(levels)) if levels else 0
    doubt = (mean_deviation(levels) if levels else 0.0) + unknown / 2 + (AGED_DOUBT if aged else 0.0)
    return doubt * (CORE_WEIGHT if item.core else 1) * (1 + distance)


def by_worth(
    items: Iterable[Item],
    answers: Mapping[str, Sequence[Answer]],
    targets: Targets,
    *,
    aged: Collection[str] = (),
) -> tuple[Item, ...]:
    """First the items on which people differ or whose level has aged, then those of which little is known, last those
    on which all agree. `aged` are ids of items.
    """

    def place(item: Item) -> tuple[int, float]:
        worth = worth_talking(item, answers.get(item.id, ()), target=targets.of(item), aged=item.id in aged)
        if worth is None:
            return (1, 0.0)
        return (0, -worth) if worth else (2, 0.0)

    return tuple(sorted(items, key=place))
