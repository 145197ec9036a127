"""Several assessments side by side, on the items that mean the same in all of them.

An item is compared when every assessment asks it, it means the same in every checklist version, and nobody's group has
called it not applicable. It means the same in two versions of a checklist when its Swedish question and levels are the
same word by word, or when the later version says so (`same_as`), as after a misprint was corrected.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from assessment.domain.assessment import Assessment, Targets
from assessment.domain.checklist import Checklist, Item
from assessment.domain.scoring import ItemResult, ItemState, Score, score


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What an assessment amounts to: a result for each asked item, by item id, in the checklist's order."""

    assessment: Assessment
    checklist: Checklist
    results: Mapping[str, ItemResult]


class WhyLeftOut(StrEnum):
    """Why an item is not compared. The first reason that holds counts."""

    OTHER_MEANING = "other_meaning"
    NOT_ASKED = "not_asked"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An item that some assessments ask but that is not compared. `by` are the ids of those that it is due to."""

    item: Item
    why: WhyLeftOut
    by: tuple[str, ...]


@dataclass(frozen=True)
class Comparison:
    """`items` are those compared, with the words of the newest checklist version. `targets` replace everybody's own."""

    snapshots: tuple[Snapshot, ...]
    items: tuple[Item, ...]
    left_out: tuple[LeftOut, ...]
    targets: Targets | None = None

    @property
    def asked(self) -> int:
        """How many items any of the assessments asks."""
        return len(self.items) + len(self.left_out)

    @property
    def checklist(self) -> Checklist:
        """The newest version among those compared."""
        return newest(self.snapshots).checklist

    @cached_property
    def results(self) -> Mapping[str, tuple[ItemResult, ...]]:
        """The results of the compared items, in their order, by assessment id."""
        return {one.assessment.id: tuple(self._result(one, item) for item in self.items) for one in self.snapshots}

    def _result(self, snapshot: Snapshot, item: Item) -> ItemResult:
        own = snapshot.results[item.id]
        return replace(own, item=item, target=self.targets.of(item) if self.targets else own.target)

    @cached_property
    def totals(self) -> Mapping[str, Score]:
        """By assessment id."""
        return {id_: score(results) for id_, results in self.results.items()}

    @cached_property
    def dimensions(self) -> Mapping[str, Mapping[str, Score]]:
        """By assessment id and dimension id, in the checklist's order; only dimensions with compared items."""
        return {id_: self._by_dimension(results) for id_, results in self.results.items()}

    def _by_dimension(self, results: Sequence[ItemResult]) -> dict[str, Score]:
        grouped: dict[str, list[ItemResult]] = {term.id: [] for term in self.checklist.dimensions}
        for result in results:
            grouped.setdefault(result.item.dimension, []).append(result)
        return {dimension: score(theirs) for dimension, theirs in grouped.items() if theirs}

    @property
    def compared_dimensions(self) -> tuple[str, ...]:
        """In the checklist's order."""
        used = {item.dimension for item in self.items}
        return tuple(term.id for term in self.checklist.dimensions if term.id in used)


def newest(snapshots: Iterable[Snapshot]) -> Snapshot:
    """The one with the checklist that was stored last."""
    return max(snapshots, key=lambda one: (one.assessment.checklist_id, one.assessment.created_at, one.assessment.id))


def compare(snapshots: Sequence[Snapshot], *, targets: Targets | None = None) -> Comparison:
    """Compare assessments, at least one. Their order decides nothing but the order in which they are shown."""
    versions = {one.assessment.checklist_id: one.checklist for one in snapshots}
    kept, left_out = [], []
    for item in _every_item(snapshots):
        found = _left_out(item, snapshots, versions)
        if found is None:
            kept.append(item)
        else:
            left_out.append(found)
    return Comparison(tuple(snapshots), tuple(kept), tuple(left_out), targets)


def _every_item(snapshots: Sequence[Snapshot]) -> list[Item]:
    """What any of them asks: with the words and in the order of the newest checklist, then of the older ones."""
    asked = {item_id for one in snapshots for item_id in one.results}
    found: dict[str, Item] = {}
    versions = {one.assessment.checklist_id: one.checklist for one in snapshots}
    for checklist_id in sorted(versions, reverse=True):
        for item in versions[checklist_id].items:
            if item.id in asked:
                found.setdefault(item.id, item)
    return list(found.values())


def _left_out(item: Item, snapshots: Sequence[Snapshot], versions: Mapping[int, Checklist]) -> LeftOut | None:
    asking = {one.assessment.checklist_id for one in snapshots if item.id in one.results}
    if not mean_the_same(item.id, [versions[checklist_id] for checklist_id in sorted(asking)]):
        due = [one for one in snapshots if item.id in one.results and _words(one.results[item.id].item) != _words(item)]
        return LeftOut(item, WhyLeftOut.OTHER_MEANING, _ids(due))
    silent = [one for one in snapshots if item.id not in one.results]
    if silent:
        return LeftOut(item, WhyLeftOut.NOT_ASKED, _ids(silent))
    out = [one for one in snapshots if one.results[item.id].state is ItemState.NOT_APPLICABLE]
    return LeftOut(item, WhyLeftOut.NOT_APPLICABLE, _ids(out)) if out else None


def _ids(snapshots: Iterable[Snapshot]) -> tuple[str, ...]:
    return tuple(one.assessment.id for one in snapshots)


def mean_the_same(item_id: str, versions: Sequence[Checklist]) -> bool:
    """Whether the item means the same in all these versions: any two of them, or by way of a third among them."""
    groups: list[list[Checklist]] = []
    for version in versions:
        tied = [group for group in groups if any(_same_meaning(item_id, version, other) for other in group)]
        groups = [group for group in groups if group not in tied] + [
            [version, *(one for group in tied for one in group)]
        ]
    return len(groups) <= 1


def _same_meaning(item_id: str, one: Checklist, other: Checklist) -> bool:
    if one.key != other.key:
        return False
    mine, theirs = one.item(item_id), other.item(item_id)
    return _words(mine) == _words(theirs) or one.version in theirs.same_as or other.version in mine.same_as


def _words(item: Item) -> tuple[str, ...]:
    return tuple(" ".join(wording.sv.split()) for wording in (item.question, *item.levels))
