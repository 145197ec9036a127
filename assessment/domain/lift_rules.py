"""What may be lifted, and what has to come along: an item rises only when what it depends on has reached level 2."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from assessment.domain.lift_candidate import STEPPING_STONE
from assessment.domain.scoring import ItemResult


class LiftRules:
    """Of the rated items of an assessment. Open items, and those that are out, hold nobody back."""

    def __init__(self, results: Sequence[ItemResult], excluded: frozenset[str] = frozenset()) -> None:
        self.levels: Mapping[str, int] = {one.item.id: one.level for one in results if one.level is not None}
        self._needs = {
            one.item.id: tuple(
                need
                for need in dict.fromkeys(one.item.depends_on)
                if self.levels.get(need, STEPPING_STONE) < STEPPING_STONE
            )
            for one in results
            if one.level is not None
        }
        self._excluded = excluded

    def unmet(self, item_id: str) -> tuple[str, ...]:
        """What the item waits for: rated below level 2 now."""
        return self._needs.get(item_id, ())

    @cached_property
    def waited_for(self) -> frozenset[str]:
        """The items that others which may be lifted wait for."""
        return frozenset(need for item_id in self.liftable for need in self._needs[item_id])

    @cached_property
    def liftable(self) -> frozenset[str]:
        """Neither excluded nor waiting for something that cannot be lifted; items that wait in a circle never are."""
        found: set[str] = set()
        left = [item_id for item_id in self.levels if item_id not in self._excluded]
        while ready := [item_id for item_id in left if found.issuperset(self._needs[item_id])]:
            found.update(ready)
            left = [item_id for item_id in left if item_id not in found]
        return frozenset(found)

    def in_the_way(self, item_id: str) -> tuple[str, ...]:
        """What the item waits for in vain."""
        return tuple(need for need in self.unmet(item_id) if need not in self.liftable)

    def with_needs(self, *wanted: Mapping[str, int]) -> dict[str, int]:
        """The wanted lifts that are possible, with everything they need, by item id. No item is lowered."""
        lifts: dict[str, int] = {}
        stack = [(item_id, level) for one in wanted for item_id, level in one.items() if item_id in self.liftable]
        while stack:
            item_id, level = stack.pop()
            if level > max(self.levels[item_id], lifts.get(item_id, 0)):
                lifts[item_id] = level
                stack += [(need, STEPPING_STONE) for need in self.unmet(item_id)]
        return lifts
