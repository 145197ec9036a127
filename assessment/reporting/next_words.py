"""The next thing to decide in each of the four steps, from what is registered; one line, the most pressing first."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from assessment.domain.register import Cover, Turn
from assessment.domain.standing import Standing
from assessment.reporting.brief import shortened
from assessment.texts.language import Language

ROOM: Final = 70  # characters of a name, so that the line stays short


def next_decision(step: str, standing: Standing, language: Language) -> str:
    """Empty for a step that is not one of the four, and where nothing that is registered waits for a decision."""
    return WORDS[step](standing, language) if step in WORDS else ""


def _analyse(standing: Standing, language: Language) -> str:
    register, code = standing.register, language
    if not register.active:
        return code.text("List what must work, whatever happens")
    late = register.turned(Turn.ENDED, Turn.LATE)
    if late:
        return code.text("Decide what comes after the contract for {name}", name=_short(late[0].delivery.facts.name))
    bare = register.covered_as(Cover.UNCOVERED)
    if bare:
        return code.text("Decide on a reserve plan for {name}", name=_short(bare[0].delivery.facts.name))
    unnamed = [one for one in register.active if one.facts.unnamed_roles]
    if unnamed:
        return code.text("Name who is responsible for {name}", name=_short(unnamed[0].facts.name))
    undecided = [one for one in register.active if one.facts.decided_on is None]
    if undecided:
        return code.text("Decide whether {name} is vital", name=_short(undecided[0].facts.name))
    return ""


def _ways(standing: Standing, language: Language) -> str:
    rows = [one for one in standing.ways.rows if not one.activity.archived]
    begun = [one for one in rows if one.draft]
    if begun:
        return language.text("Finish the decision about {name}", name=_short(begun[0].activity.facts.name))
    without = [one for one in rows if not one.in_force]
    if without:
        return language.text("Decide who is to carry out {name}", name=_short(without[0].activity.facts.name))
    return ""


def _documents(standing: Standing, language: Language) -> str:
    today = standing.today
    if not standing.documents:
        return language.text("Register the governing documents, the purchasing policy first")
    overdue = sorted(
        (one for one in standing.documents if one.facts.overdue(today)), key=lambda one: one.facts.review_on or date.max
    )
    if overdue:
        return language.text("Review {name}", name=_short(overdue[0].facts.title))
    undated = [one for one in standing.documents if one.facts.adopted_on is None]
    if undated:
        return language.text("Adopt {name}, or say when it was adopted", name=_short(undated[0].facts.title))
    planned = [one for one in standing.documents if not one.facts.in_force(today)]
    return language.text("Adopt {name}", name=_short(planned[0].facts.title)) if planned else ""


def _messages(standing: Standing, language: Language) -> str:
    found, code = standing.messages, language
    if not found.messages:
        return code.text("Decide who needs to know what")
    if found.late:
        return code.text("Send the message to {name}", name=_short(found.late[0].facts.group))
    if found.missed:
        return code.text("Decide how to reach {name} again", name=_short(found.missed[0].facts.group))
    if found.unchecked:
        return code.text("See whether the message to {name} has landed", name=_short(found.unchecked[0].facts.group))
    waiting = [one for one in found.messages if one.facts.lacks(found.today)]
    return code.text("Finish the message to {name}", name=_short(waiting[0].facts.group)) if waiting else ""


def _short(name: str) -> str:
    return shortened(name, ROOM)


WORDS: Final[Mapping[str, Callable[[Standing, Language], str]]] = {
    "analysera": _analyse,
    "vagval": _ways,
    "forbered": _documents,
    "kommunicera": _messages,
}
