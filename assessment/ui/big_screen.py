"""The big screen: one question, nothing private. The buttons come forth with the keyboard, the mouse, or K."""

import streamlit as st

from assessment.domain.checklist import LEVELS
from assessment.domain.room import Room
from assessment.domain.workshop_parts import Stage
from assessment.reporting.marks import JoinPanel, stage
from assessment.reporting.marks.stage_roles import can_show_roles
from assessment.services import room as rooms
from assessment.services import steps
from assessment.ui.page import Page
from assessment.ui.workshop_controls import controls
from assessment.ui.workshop_join import join_panel
from assessment.ui.workshop_steps import VIEW, step_button, told_refusal

BY_ROLE = "roller"
TICK = 0.4  # seconds; the count must be right within one


def big_screen(here: Page, room: Room) -> None:
    with st.container(key="only-stage", gap="small"):
        told_refusal()
        by_role = st.query_params.get(BY_ROLE) == "1"
        _stage(here, room, join_panel(here, room), by_role=by_role)
        with st.container(key="stage-controls", gap="xsmall"):
            controls(here, room)
            _settle(here, room)
            if room.workshop.stage is Stage.REVEALED and can_show_roles(room.tally):
                label = here.t("Show all together") if by_role else here.t("Show role by role")
                st.button(label, key="by-role", type="tertiary", on_click=_turn, args=(not by_role,))
            st.button(here.t("Back to the facilitator's screen"), key="leave", type="tertiary", on_click=_leave)


def _settle(here: Page, room: Room) -> None:
    """One button for each level; the note is written on the facilitator's own screen."""
    if room.item is None or room.workshop.stage is not Stage.REVEALED:
        return
    with st.container(horizontal=True, gap="small", key="stage-settle"):
        for level in LEVELS:
            label = here.t("Agree on level {level}", level=level)
            step_button(here, room, label, steps.settle, key=f"settle-{level}", item_id=room.item.id, level=level)


def _turn(by_role: bool) -> None:
    if by_role:
        st.query_params[BY_ROLE] = "1"
    else:
        st.query_params.pop(BY_ROLE, None)


def _leave() -> None:
    st.query_params.pop(VIEW, None)


@st.fragment(run_every=TICK)
def _stage(here: Page, room: Room, join: JoinPanel | None, *, by_role: bool) -> None:
    progress = rooms.progress(here.engine, here.viewer, room.workshop.id)
    if progress.version != room.workshop.version:
        st.rerun()
    st.html(stage(room, progress, join, here.language, by_role=by_role))
