"""All questions of the workshop: what is settled, what was put off, what is left, and how to jump to one."""

import streamlit as st

from assessment.domain.checklist import Item
from assessment.domain.room import Room
from assessment.domain.workshop_parts import Stage
from assessment.reporting.findings import capital
from assessment.reporting.freshness_words import age_words
from assessment.reporting.marks.squares import level_square
from assessment.services import steps
from assessment.ui.markup import html_text
from assessment.ui.page import Page
from assessment.ui.workshop_steps import step_button


def agenda_list(here: Page, room: Room) -> None:
    settled = sum(item.id in room.workshop.settled for item in room.agenda)
    label = here.t("All questions: {settled} of {asked} settled", settled=settled, asked=len(room.agenda))
    with st.expander(label, type="compact", key="agenda", on_change="rerun") as fold:
        if not fold.open:
            return
        free = room.workshop.stage not in (Stage.VOTING, Stage.CLOSED)
        with st.container(key="agenda-rows", gap=None):
            for item in room.agenda:
                _row(here, room, item, free=free)


def _row(here: Page, room: Room, item: Item, *, free: bool) -> None:
    with st.container(key=f"row-tight-{item.id}", horizontal=True, vertical_alignment="center"):
        entry = room.workshop.settled.get(item.id)
        level = entry.level if entry else room.agreed.get(item.id)
        mark = level_square(level, big=True) if level is not None else ""
        st.html(
            f'<div class="ru ru-join">{mark}<div><p>{html_text(here.language.of(item.question))}</p>'
            f'<p class="soft">{html_text(_state(here, room, item))}</p></div></div>'
        )
        if free and item.id != room.workshop.item_id:
            step_button(here, room, here.t("Vote on this"), steps.open_vote, key=f"vote-{item.id}", item_id=item.id)


def look_again(here: Page, room: Room, item: Item) -> str:
    """Why an item is worth taking up although it has a level; empty unless that is its age."""
    if item.id not in room.aged:
        return ""
    return here.t("{reason} Look at the question again.", reason=age_words(room.aged[item.id], here.language))


def _state(here: Page, room: Room, item: Item) -> str:
    entry = room.workshop.settled.get(item.id)
    if entry is not None:
        said = here.t("Agreed level {level}", level=entry.level) + f" · {here.time(entry.at)}"
        return said + (f" · {entry.note}" if entry.note else "")
    if item.id in room.workshop.skipped:
        return here.t("Put off")
    if item.id in room.aged and item.id != room.workshop.item_id:
        return look_again(here, room, item)
    if item.id in room.agreed:
        return here.t("Agreed level {level} since an earlier workshop", level=room.agreed[item.id])
    if item.id == room.workshop.item_id:
        return here.t("In view now")
    answered = room.answered.get(item.id, 0)
    if answered:
        return capital(here.n("{word} has answered beforehand", "{word} have answered beforehand", answered))
    return here.t("Not taken up yet")
