"""The next thing to decide in each of the four steps, from what is registered; one line, the most pressing first."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from assessment.domain.kind import Kind
from assessment.domain.message import Message
from assessment.domain.register import Cover, Turn
from assessment.domain.standing import Standing
from assessment.reporting.brief import shortened
from assessment.texts.language import Language

ROOM: Final = 70  # characters of a name, so that the line stays short


@dataclass(frozen=True, slots=True)
class NextDecision:
    """`entry_id` names the entry that it is about, of that kind; empty where there is none yet."""

    text: str
    kind: Kind
    entry_id: str = ""


def next_decision(step: str, standing: Standing, language: Language) -> NextDecision | None:
    """None for a step that is not one of the four, and where nothing that is registered waits for a decision."""
    return WORDS[step](standing, language) if step in WORDS else None


def _analyse(standing: Standing, language: Language) -> NextDecision | None:
    register, text = standing.register, language.text
    if not register.active:
        return NextDecision(text("List what must work, whatever happens"), Kind.ACTIVITY)
    late = register.turned(Turn.ENDED, Turn.LATE)
    if late:
        delivery = late[0].delivery
        told = text("Decide what comes after the contract for {name}", name=_short(delivery.facts.name))
        return NextDecision(told, Kind.DELIVERY, delivery.id)
    bare = register.covered_as(Cover.UNCOVERED)
    if bare:
        delivery = bare[0].delivery
        told = text("Decide on a reserve plan for {name}", name=_short(delivery.facts.name))
        return NextDecision(told, Kind.DELIVERY, delivery.id)
    unnamed = [one for one in register.active if one.facts.unnamed_roles]
    if unnamed:
        told = text("Name who is responsible for {name}", name=_short(unnamed[0].facts.name))
        return NextDecision(told, Kind.ACTIVITY, unnamed[0].id)
    undecided = [one for one in register.active if one.facts.decided_on is None]
    if undecided:
        told = text("Decide whether {name} is vital", name=_short(undecided[0].facts.name))
        return NextDecision(told, Kind.ACTIVITY, undecided[0].id)
    return None


def _ways(standing: Standing, language: Language) -> NextDecision | None:
    rows = [one for one in standing.ways.rows if not one.activity.archived]
    for row in rows:
        if row.draft:
            told = language.text("Finish the decision about {name}", name=_short(row.activity.facts.name))
            return NextDecision(told, Kind.RECORD, row.draft.id)
    without = [one for one in rows if not one.in_force]
    if without:
        told = language.text("Decide who is to carry out {name}", name=_short(without[0].activity.facts.name))
        return NextDecision(told, Kind.RECORD)
    return None


def _documents(standing: Standing, language: Language) -> NextDecision | None:
    today, text = standing.today, language.text
    if not standing.documents:
        return NextDecision(text("Register the governing documents, the purchasing policy first"), Kind.DOCUMENT)
    overdue = sorted(
        (one for one in standing.documents if one.facts.overdue(today)), key=lambda one: one.facts.review_on or date.max
    )
    if overdue:
        told = text("Review {name}", name=_short(overdue[0].facts.title))
        return NextDecision(told, Kind.DOCUMENT, overdue[0].id)
    undated = [one for one in standing.documents if one.facts.adopted_on is None]
    if undated:
        told = text("Adopt {name}, or say when it was adopted", name=_short(undated[0].facts.title))
        return NextDecision(told, Kind.DOCUMENT, undated[0].id)
    planned = [one for one in standing.documents if not one.facts.in_force(today)]
    if planned:
        told = text("Adopt {name}", name=_short(planned[0].facts.title))
        return NextDecision(told, Kind.DOCUMENT, planned[0].id)
    return None


def _messages(standing: Standing, language: Language) -> NextDecision | None:
    found, text = standing.messages, language.text
    if not found.messages:
        return NextDecision(text("Decide who needs to know what"), Kind.MESSAGE)
    if found.late:
        return _message(found.late[0], text("Send the message to {name}", name=_group(found.late[0])))
    if found.missed:
        return _message(found.missed[0], text("Decide how to reach {name} again", name=_group(found.missed[0])))
    if found.unchecked:
        told = text("See whether the message to {name} has landed", name=_group(found.unchecked[0]))
        return _message(found.unchecked[0], told)
    waiting = [one for one in found.messages if one.facts.lacks(found.today)]
    if waiting:
        return _message(waiting[0], text("Finish the message to {name}", name=_group(waiting[0])))
    return None


def _message(message: Message, told: str) -> NextDecision:
    return NextDecision(told, Kind.MESSAGE, message.id)


def _group(message: Message) -> str:
    return _short(message.facts.group)


def _short(name: str) -> str:
    return shortened(name, ROOM)


WORDS: Final[Mapping[str, Callable[[Standing, Language], NextDecision | None]]] = {
    "analysera": _analyse,
    "vagval": _ways,
    "forbered": _documents,
    "kommunicera": _messages,
}
