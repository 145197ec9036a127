"""Without phones: a show of hands or paper ballots, entered as fast as the keyboard allows."""

import streamlit as st

from assessment.domain.checklist import Item
from assessment.domain.response import ANSWERS
from assessment.domain.room import Room
from assessment.domain.workshop import MOST_HANDS
from assessment.services import steps
from assessment.texts import labels
from assessment.ui.page import Page
from assessment.ui.workshop_steps import item_key, take


def hands_form(here: Page, room: Room, item: Item) -> None:
    """Seven numbers in a row: Tab goes on, Enter shows them."""
    with st.expander(here.t("Count hands or paper ballots"), type="compact", key=item_key("hands", room, item.id)):
        ballots = f"/utskrift/{room.assessment.id}/rostsedlar?lang={here.language.code}"
        st.link_button(here.t("Print ballots"), ballots, type="tertiary")
        with st.form(item_key("hands-form", room, item.id), border=False):
            counts = []
            with st.container(horizontal=True, gap="small"):
                for answer in ANSWERS:
                    name = here.t(labels.answer_label(answer))
                    label = here.t("Level {level}", level=name) if answer.level is not None else name
                    key = f"{item_key('count', room, item.id)}:{answer.code}:{here.language.code}"
                    counts.append(st.number_input(label, 0, MOST_HANDS, None, step=1, width=110, key=key))
            sent = st.form_submit_button(here.t("Show the count"))
        if sent:
            take(here, room, steps.count_hands, {"item_id": item.id, "counts": [int(count or 0) for count in counts]})
            st.rerun()
