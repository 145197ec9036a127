"""Agreeing on a level, with the reason."""

import streamlit as st

from assessment.domain.checklist import LEVELS, Item
from assessment.domain.room import Room
from assessment.services import steps
from assessment.ui.markup import html_text
from assessment.ui.page import Page
from assessment.ui.workshop_steps import item_key, take


def settle_form(here: Page, room: Room, item: Item) -> None:
    """Five buttons, one for each level, and a note that goes with whichever is pressed."""
    with st.container(key="settle", gap="xsmall"):
        st.html(f'<div class="ru"><h2 class="ru-title">{html_text(here.t("Agree on a level"))}</h2></div>')
        note = item_key("note", room, item.id)
        with st.container(horizontal=True, gap="small"):
            for level in LEVELS:
                st.button(
                    here.t("Level {level}", level=level),
                    key=f"settle-{level}",
                    help=here.language.of(item.levels[level]),
                    on_click=_settle,
                    args=(here, room, item.id, level, note),
                )
        st.text_area(
            here.t("Why, and who saw it differently (optional)"),
            key=note,
            height=80,
            max_chars=2000,
            help=here.t("Do not enter secret or security-classified information."),
        )


def _settle(here: Page, room: Room, item_id: str, level: int, note: str) -> None:
    take(here, room, steps.settle, {"item_id": item_id, "level": level, "note": st.session_state.get(note) or ""})
