"""What would change if one person had not answered. Who it is, is never told."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assessment.domain.agreement import FEWEST_RATERS
from assessment.domain.checklist import TOP_LEVEL
from assessment.domain.response import Answer
from assessment.domain.scoring import ItemResult, item_result


@dataclass(frozen=True, slots=True)
class RestsOnOne:
    """An item whose level changes when one person is left out: between which levels it then lies.

    `alone` when a single person gave a level, so that without that person there is none.
    """

    result: ItemResult
    low: int
    high: int
    alone: bool


@dataclass(frozen=True, slots=True)
class LeaveOneOut:
    """`index` is the lowest and highest index, 0–100, when each person is left out in turn.

    It is None with fewer than three people, and where nothing can be put down to anybody.
    """

    items: tuple[RestsOnOne, ...]
    index: tuple[float, float] | None


def leave_one_out(
    results: Iterable[ItemResult],
    answers: Mapping[str, Sequence[Answer]],
    by_person: Iterable[Mapping[str, Answer]],
) -> LeaveOneOut | None:
    """None when no item has been answered by three people. `by_person` holds each person's answers by item id.

    Agreed levels rest on nobody. Answers that are not in `by_person`, such as a show of hands, leave the index alone.
    """
    rated = [result for result in results if result.level is not None]
    enough = [one for one in rated if len(answers.get(one.item.id, ())) >= FEWEST_RATERS]
    if not enough:
        return None
    without = {one.item.id: _without(one, answers.get(one.item.id, ())) for one in rated if not one.agreed}
    resting = [found for one in enough if (found := _resting(one, without.get(one.item.id, {})))]
    resting.sort(key=lambda one: (one.low - one.high, not one.alone, not one.result.item.core))
    return LeaveOneOut(tuple(resting), _index_range(rated, without, list(by_person)))


def _without(result: ItemResult, answers: Sequence[Answer]) -> dict[Answer, int | None]:
    """The level after leaving out one answer, for each answer that occurs. One of a kind is as good as another."""
    found = {}
    for answer in set(answers):
        left = list(answers)
        left.remove(answer)
        found[answer] = item_result(result.item, left, target=result.target).level
    return found


def _resting(result: ItemResult, without: Mapping[Answer, int | None]) -> RestsOnOne | None:
    outcomes = set(without.values())
    if outcomes <= {result.level}:
        return None
    levels = [level for level in (*outcomes, result.level) if level is not None]
    return RestsOnOne(result, min(levels), max(levels), alone=None in outcomes)


def _index_range(
    rated: Sequence[ItemResult],
    without: Mapping[str, Mapping[Answer, int | None]],
    by_person: Sequence[Mapping[str, Answer]],
) -> tuple[float, float] | None:
    """Only what a person's absence changes is added up again, so that a hall of thousands is quick."""
    if len(by_person) < FEWEST_RATERS:
        return None
    changes = {
        (one.item.id, answer): (0 if level is None else level) - (one.level or 0)
        for one in rated
        for answer, level in without.get(one.item.id, {}).items()
        if level != one.level
    }
    gone = {(item, answer) for item, answer in changes if without[item][answer] is None}
    points, count = sum(one.level or 0 for one in rated), len(rated)
    found = []
    for answers in by_person:
        theirs = [pair for pair in answers.items() if pair in changes]
        left = count - sum(pair in gone for pair in theirs)
        if left:
            found.append(100 * (points + sum(changes[pair] for pair in theirs)) / (TOP_LEVEL * left))
    return (min(found), max(found)) if found else None
