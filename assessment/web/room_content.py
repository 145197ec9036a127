"""What a phone shows of the room: made once for all phones that show the same."""

import json
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Final

from assessment.domain.record import EntryKind
from assessment.domain.response import Answer, AnswerKind
from assessment.domain.workshop import Workshop
from assessment.domain.workshop_parts import Round, Stage
from assessment.reporting.question_place import question_place
from assessment.services.attendance import Door
from assessment.texts import labels
from assessment.texts.language import Language, language
from assessment.web.phone_page import fragment, promise, role_names, titled

MOST_KEPT: Final = 1_000  # contents, a few kilobytes each
Own = tuple[Answer, datetime] | None


@dataclass(frozen=True, slots=True)
class Content:
    """The inside of the page. `waits`: the phone has nothing to do until the room goes on."""

    title: str
    html: str
    waits: bool
    event: bytes  # the same, for phones that have the page open


@dataclass(frozen=True, slots=True)
class Person:
    """What sets one phone apart from the others. `address` is the code that it came by."""

    roles: tuple[str, ...]
    spoken: Language
    address: str


class RoomContent:
    """Keeps what it has made until the next change. Used from several threads: at worst something is made twice."""

    def __init__(self) -> None:
        self._kept: dict[tuple[object, ...], Content] = {}

    def of(self, door: Door, person: Person, own: Own, *, told: str = "") -> Content:
        """`own` is this person's vote in the round in view, `told` a sentence about what went wrong."""
        saved = saved_at(person.spoken.code, own[1]) if own else ""
        answer, workshop = own[0] if own else None, door.workshop
        if told:
            return _made(door, person, answer, saved, told)
        # The last line itself and not its number: in a database that was restored the same number may be another line
        state = (workshop.id, workshop.record[-1:])
        key = (state, person.spoken.code, person.address, person.roles, answer, saved)
        found = self._kept.get(key)
        if found is None:
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            found = self._kept[key] = _made(door, person, answer, saved, told)
        return found


def saved_at(code: str, moment: datetime) -> str:
    """10.42 in the language with this code."""
    return _time(code, moment.replace(second=0, microsecond=0))


@lru_cache(maxsize=256)
def _time(code: str, minute: datetime) -> str:
    return language(code).time(minute)


def receipt(spoken: Language, saved: str) -> str:
    return spoken.text("Saved {time}. You can change it until the answers are shown.", time=saved)


def _made(door: Door, person: Person, own: Answer | None, saved: str, told: str) -> Content:
    workshop, spoken = door.workshop, person.spoken
    current = workshop.round
    if workshop.stage is Stage.VOTING and current is not None:
        title = spoken.text("Vote")
        html = _vote(door, person, current, own=own, saved=saved, told=told)
    else:
        heading = _heading(workshop, spoken)
        title = heading.rstrip(".")
        html = _waiting(door, person, heading, own, told)
    data = json.dumps({"version": workshop.version, "html": html, "title": titled(title)}, ensure_ascii=False)
    event = f"id: {workshop.version}\ndata: {data}\n\n".encode()
    return Content(title, html, waits=workshop.stage is not Stage.VOTING or own is not None, event=event)


def _vote(door: Door, person: Person, current: Round, *, own: Answer | None, saved: str, told: str) -> str:
    spoken, item = person.spoken, door.checklist.item(current.item_id)
    asked = door.assessment.asked(door.checklist)
    return fragment(
        "vote",
        spoken,
        where=_turn(door.workshop, current, spoken) + question_place(item, asked, spoken),
        roles=role_names(person.roles, door.checklist, spoken),
        question=spoken.of(item.question),
        levels=[spoken.of(level) for level in item.levels],
        room=person.address,
        round=current.id,
        chosen=own.code if own else "",
        receipt=receipt(spoken, saved) if own else "",
        promise=promise(door.workshop.settings.names, spoken),
        told=told,
    )


def _turn(workshop: Workshop, current: Round, spoken: Language) -> str:
    turn = [one.id for one in workshop.rounds_on(current.item_id)].index(current.id) + 1
    if turn == 1:
        return ""
    return (spoken.text("Second vote") if turn == 2 else spoken.text("Vote number {turn}", turn=turn)) + " · "


def _heading(workshop: Workshop, spoken: Language) -> str:
    match workshop.stage:
        case Stage.REVEALED:
            return spoken.text("The answers are shown on the big screen.")
        case Stage.SETTLED if workshop.latest is not None:
            return spoken.text("You agreed on level {level}.", level=workshop.latest.level)
        case Stage.CLOSED:
            return spoken.text("The workshop has ended.")
    return spoken.text("You are in.")


def _waiting(door: Door, person: Person, heading: str, own: Answer | None, told: str) -> str:
    workshop, spoken = door.workshop, person.spoken
    item = door.checklist.item(workshop.item_id) if workshop.item_id else None
    texts = {Stage.LOBBY: spoken.text("The question comes here when the facilitator opens it.")}
    texts[Stage.CLOSED] = spoken.text("Thank you for taking part.")
    return fragment(
        "waiting",
        spoken,
        where=question_place(item, door.assessment.asked(door.checklist), spoken) if item else door.assessment.name,
        roles=role_names(person.roles, door.checklist, spoken),
        heading=heading,
        question=spoken.of(item.question) if item else "",
        text=texts.get(workshop.stage, ""),
        beforehand=workshop.stage is Stage.LOBBY,
        room=person.address,
        told=told,
        **_mark(door, own, spoken),
    )


def _mark(door: Door, own: Answer | None, spoken: Language) -> dict[str, object]:
    """The agreed level once there is one, before that one's own vote."""
    workshop = door.workshop
    if workshop.stage is Stage.SETTLED and workshop.latest is not None and workshop.latest.level is not None:
        return _level(door, workshop.latest.level, spoken)
    if workshop.stage is not Stage.REVEALED or workshop.round is None or workshop.round.kind is EntryKind.COUNTED:
        return {}
    beforehand = workshop.round.kind is EntryKind.SHOWN
    if own is None:
        missing = (
            spoken.text("You had not answered this question beforehand.")
            if beforehand
            else spoken.text("You did not vote this time.")
        )
        return {"mark_text": missing}
    name = spoken.text("You answered beforehand") if beforehand else spoken.text("You voted")
    if own.kind is AnswerKind.LEVEL and own.level is not None:
        return {"mark_name": name, **_level(door, own.level, spoken)}
    return {"mark_name": name, "mark_text": spoken.text(labels.answer_label(own))}


def _level(door: Door, level: int, spoken: Language) -> dict[str, object]:
    assert door.workshop.item_id is not None, "a round and a settlement have an item"
    text = door.checklist.item(door.workshop.item_id).levels[level]
    return {"mark": str(level), "mark_title": spoken.of(door.checklist.scale[level]), "mark_text": spoken.of(text)}
