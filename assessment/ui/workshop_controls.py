"""The buttons of the room, as they fit the stage. One is filled: what is usually done next."""

import streamlit as st

from assessment.domain.agreement import AgreementWord
from assessment.domain.checklist import Item
from assessment.domain.record import Entry, EntryKind
from assessment.domain.room import Room
from assessment.domain.workshop_parts import Stage
from assessment.services import steps
from assessment.ui.page import Page
from assessment.ui.workshop_steps import PRIMARY, SECONDARY, Look, step_button

ENOUGH_BEFOREHAND = 3  # so many have answered beforehand that their answers make a first round


def controls(here: Page, room: Room) -> None:
    """The row of buttons, with undo at its end."""
    with st.container(key="controls", horizontal=True, gap="small", vertical_alignment="center"):
        match room.workshop.stage:
            case Stage.LOBBY | Stage.SETTLED:
                _towards_next(here, room)
            case Stage.VOTING:
                _while_voting(here, room)
            case Stage.REVEALED:
                _after_reveal(here, room)
            case Stage.CLOSED:
                pass
        if room.workshop.latest is not None and room.workshop.stage is not Stage.VOTING:
            label = here.t("Undo: {step}", step=undone_step(here, room.workshop.latest))
            step_button(here, room, label, steps.undo, key="undo", look="tertiary")


def undone_step(here: Page, entry: Entry) -> str:
    """What the latest step was, as it stands after *Undo*."""
    names = {
        EntryKind.OPENED: here.t("the vote was opened"),
        EntryKind.REVEALED: here.t("the answers were shown"),
        EntryKind.SHOWN: here.t("the answers were shown"),
        EntryKind.COUNTED: here.t("the hands were counted"),
        EntryKind.SETTLED: here.t("the level was agreed"),
        EntryKind.SKIPPED: here.t("the question was put off"),
        EntryKind.CLOSED: here.t("the workshop was ended"),
    }
    return names[entry.kind]


def _towards_next(here: Page, room: Room) -> None:
    item = room.next_item
    if item is None:
        step_button(here, room, here.t("End the workshop"), steps.close, key="do-step", look="primary")
        return
    answered = 0 if room.workshop.rounds_on(item.id) else room.answered.get(item.id, 0)
    if answered >= ENOUGH_BEFOREHAND:
        _beforehand(here, room, item, answered, key="do-step", look="primary")
        step_button(here, room, here.t("Vote instead"), steps.open_vote, key="vote", item_id=item.id)
    else:
        label = here.t("Open the next question")
        step_button(here, room, label, steps.open_vote, key="do-step", look="primary", item_id=item.id)
        if answered:
            _beforehand(here, room, item, answered, key="beforehand", look="secondary")
    _skip(here, room, item)


def _beforehand(here: Page, room: Room, item: Item, answered: int, *, key: str, look: Look) -> None:
    label = here.n("Show {word} answer given beforehand", "Show {word} answers given beforehand", answered)
    step_button(here, room, label, steps.show_answers, key=key, look=look, item_id=item.id)


def _while_voting(here: Page, room: Room) -> None:
    step_button(here, room, here.t("Show the answers"), steps.reveal, key="do-step", look="primary")
    step_button(here, room, here.t("Cancel the vote"), steps.undo, key="undo")
    if room.item is not None:
        _skip(here, room, room.item)


def _after_reveal(here: Page, room: Room) -> None:
    item, tally = room.item, room.tally
    if item is None or tally is None:
        return
    agreed = tally.agreement is not None and tally.agreement.word is AgreementWord.CONSENSUS
    usual = not agreed and len(room.rounds) == 1
    key, look = ("do-step", PRIMARY) if usual else ("again", SECONDARY)
    step_button(here, room, here.t("Vote again"), steps.open_vote, key=key, look=look, item_id=item.id)
    _skip(here, room, item)


def _skip(here: Page, room: Room, item: Item) -> None:
    step_button(here, room, here.t("Put off"), steps.skip, key="skip", look="tertiary", item_id=item.id)
