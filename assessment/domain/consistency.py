"""Which questions the answers raise when they are read together: something to talk about, never a correction."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assessment.domain.checklist import Condition, ConsistencyQuestion
from assessment.domain.scoring import ItemResult, ItemState


@dataclass(frozen=True, slots=True)
class RaisedQuestion:
    """A question and the outcomes that raise it, in the order of its conditions."""

    asked: ConsistencyQuestion
    results: tuple[ItemResult, ...]


def raised_questions(
    questions: Iterable[ConsistencyQuestion], results: Sequence[ItemResult]
) -> tuple[RaisedQuestion, ...]:
    """Those whose every condition holds, in the order given. An item that is not asked raises nothing."""
    by_item = {result.item.id: result for result in results}
    found = []
    for question in questions:
        about = tuple(by_item[one.item] for one in question.when if one.item in by_item)
        complete = len(about) == len(question.when)
        if complete and all(holds(one, result) for one, result in zip(question.when, about, strict=True)):
            found.append(RaisedQuestion(question, about))
    return tuple(found)


def holds(condition: Condition, result: ItemResult) -> bool:
    """Whether the outcome meets the condition. Unanswered and not applicable are neither a level nor *don't know*."""
    if condition.unknown and result.state is ItemState.UNKNOWN:
        return True
    if result.level is None or (condition.at_least is None and condition.at_most is None):
        return False
    least = condition.at_least is None or result.level >= condition.at_least
    most = condition.at_most is None or result.level <= condition.at_most
    return least and most
