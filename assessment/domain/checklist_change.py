"""What a new version of a checklist changes, seen from the one that is there, and what can still be compared."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from assessment.domain.checklist import Checklist, Item
from assessment.domain.comparison import mean_the_same


class ItemChangeKind(StrEnum):
    """Answers are compared across WORDING and DETAILS, never across MEANING."""

    NEW = "new"
    MEANING = "meaning"
    WORDING = "wording"
    DETAILS = "details"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class ItemChange:
    """`item` has the words of the new version; for a removed one, those of the old."""

    kind: ItemChangeKind
    item: Item
    before: Item | None


@dataclass(frozen=True, slots=True)
class ChecklistChanges:
    """`around` is whether anything but the items differs: names, roles, scale, cases, sources."""

    items: tuple[ItemChange, ...]
    unchanged: int
    around: bool

    def of(self, kind: ItemChangeKind) -> tuple[ItemChange, ...]:
        return tuple(change for change in self.items if change.kind is kind)


def checklist_changes(before: Checklist, after: Checklist) -> ChecklistChanges:
    """The items in the order of the new version, then those that it leaves out."""
    found = tuple(_changes(before, after))
    kept = sum(change.kind is not ItemChangeKind.REMOVED for change in found)
    return ChecklistChanges(found, len(after.items) - kept, _around(before) != _around(after))


def _changes(before: Checklist, after: Checklist) -> Iterator[ItemChange]:
    old = {item.id: item for item in before.items}
    for item in after.items:
        earlier = old.pop(item.id, None)
        if earlier is None:
            yield ItemChange(ItemChangeKind.NEW, item, None)
        elif not mean_the_same(item.id, [before, after]):
            yield ItemChange(ItemChangeKind.MEANING, item, earlier)
        elif (earlier.question, earlier.levels) != (item.question, item.levels):
            yield ItemChange(ItemChangeKind.WORDING, item, earlier)
        elif replace(earlier, same_as=()) != replace(item, same_as=()):
            yield ItemChange(ItemChangeKind.DETAILS, item, earlier)
    for item in old.values():
        yield ItemChange(ItemChangeKind.REMOVED, item, item)


def _around(checklist: Checklist) -> Checklist:
    return replace(checklist, version="", items=())
