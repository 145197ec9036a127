"""In which order a workshop takes the items up."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from assessment.domain.agreement import mean_deviation
from assessment.domain.assessment import Targets
from assessment.domain.checklist import Item
from assessment.domain.response import Answer
from assessment.domain.scoring import lower_median

CORE_WEIGHT: Final = 2
FEWEST_TO_DIFFER: Final = 2


def worth_talking(item: Item, answers: Sequence[Answer], *, target: int) -> float | None:
    """Disagreement × core × distance to target; None when fewer than two gave a level.

    Disagreement is the mean distance from the mean, in levels, and half a level more for each share that does not know.
    """
    levels = [answer.level for answer in answers if answer.level is not None]
    if len(levels) < FEWEST_TO_DIFFER:
        return None
    unknown = 1 - len(levels) / len(answers)
    distance = max(0, target - lower_median(levels))
    return (mean_deviation(levels) + unknown / 2) * (CORE_WEIGHT if item.core else 1) * (1 + distance)


def by_worth(items: Iterable[Item], answers: Mapping[str, Sequence[Answer]], targets: Targets) -> tuple[Item, ...]:
    """First the items on which people differ, then those of which little is known, last those on which all agree."""

    def place(item: Item) -> tuple[int, float]:
        worth = worth_talking(item, answers.get(item.id, ()), target=targets.of(item))
        if worth is None:
            return (1, 0.0)
        return (0, -worth) if worth else (2, 0.0)

    return tuple(sorted(items, key=place))
