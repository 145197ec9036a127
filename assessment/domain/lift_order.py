"""In which order items are lifted, one level at a time."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assessment.domain.checklist import Checklist
from assessment.domain.gaps import EFFORT_ORDER, ranked_gaps
from assessment.domain.lift_candidate import STEPPING_STONE
from assessment.domain.lift_rules import LiftRules
from assessment.domain.scoring import ItemResult


@dataclass(frozen=True, slots=True)
class LevelStep:
    """One item, one level up. `waits_for` holds the items that reach level 2 earlier in the plan, for this one."""

    item_id: str
    before: int
    points: int
    waits_for: tuple[str, ...] = ()

    @property
    def after(self) -> int:
        return self.before + 1


def by_rank(results: Iterable[ItemResult], checklist: Checklist) -> tuple[ItemResult, ...]:
    """The rated items: gaps in the order of the gap list, then those at their target by the same rules."""
    rated = [result for result in results if result.level is not None]
    step_order = _step_order(checklist)
    others = sorted(
        (result for result in rated if not result.gap),
        key=lambda one: (not one.item.core, step_order[one.item.step], EFFORT_ORDER[one.item.effort], one.item.id),
    )
    return (*(gap.result for gap in ranked_gaps(rated, checklist)), *others)


def level_steps(
    lifts: Mapping[str, int],
    ranked: Sequence[ItemResult],
    rules: LiftRules,
    checklist: Checklist,
    points: Mapping[str, int],
) -> tuple[LevelStep, ...]:
    """Earlier step first, then rank; but before an item all that it waits for. `points` is for a level, by item id."""
    step_order = _step_order(checklist)
    standing = dict(rules.levels)
    order = sorted(
        (one for one in ranked if one.item.id in lifts), key=lambda one: step_order[one.item.step]
    )  # a stable sort: the rank decides within a step
    found: list[LevelStep] = []
    stack = [(one.item.id, lifts[one.item.id]) for one in reversed(order)]
    while stack:
        item_id, level = stack.pop()
        waits_for = rules.unmet(item_id)
        if lacking := [(need, STEPPING_STONE) for need in waits_for if standing[need] < STEPPING_STONE]:
            stack += [(item_id, level), *reversed(lacking)]
            continue
        for before in range(standing[item_id], level):
            found.append(LevelStep(item_id, before, points[item_id], waits_for))
        standing[item_id] = max(standing[item_id], level)
    return tuple(found)


def _step_order(checklist: Checklist) -> Mapping[str, int]:
    return {step.id: place for place, step in enumerate(checklist.steps)}
