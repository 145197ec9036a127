"""Drafts of decision records that are laid aside, and taken back. A signed record stays where it is."""

import streamlit as st

from assessment.domain.activity import Activity
from assessment.domain.way import DecisionRecord
from assessment.domain.way_board import WayBoard
from assessment.services import entries
from assessment.services.ways import RECORDS
from assessment.ui.attempt import attempting
from assessment.ui.entry_history import entry_history
from assessment.ui.entry_names import RECORD
from assessment.ui.figure import soft_line
from assessment.ui.markup import html_text
from assessment.ui.page import Page
from assessment.ui.way_kind import way_kind


def archive_draft(here: Page, record: DecisionRecord, *, whole: bool) -> None:
    """Lay the draft aside. `whole`: all that stands in the fields is saved."""
    with st.container(horizontal=True, key="noprint-archive-draft"):
        label = here.t("Archive the draft")
        pressed = st.button(label, key="archive-draft", type="tertiary", icon=":material/archive:", disabled=not whole)
    if pressed:
        with attempting():
            entries.archive(here.engine, here.viewer, RECORDS, record.id, version=record.version)
            _leave()


def archived_draft(here: Page, activity: Activity, record: DecisionRecord) -> None:
    """What the address leads to when the draft has been laid aside."""
    told = here.t("This is archived. Everything in it is kept.")
    st.html(
        f'<div class="ru"><p class="soft">{html_text(activity.facts.name)}</p>'
        f'<h1 class="ru-page">{html_text(here.t("Archived draft"))}</h1><p class="ru-lede">{html_text(told)}</p></div>'
    )
    if here.viewer.may_steward and st.button(here.t("Restore"), key="do-restore-draft", type="primary"):
        with attempting():
            entries.restore(here.engine, here.viewer, RECORDS, record.id, version=record.version)
            st.rerun()
    entry_history(here, way_kind(here), record)


def archived_drafts(here: Page, board: WayBoard) -> None:
    """The way back to drafts that were laid aside; nothing where there is none."""
    laid_aside = [one for one in board.entries if one.archived]
    if not laid_aside:
        return
    names = {one.id: one.facts.name for one in board.register.activities}
    label = here.t("Archived drafts {number}", number=here.language.number(len(laid_aside)))
    with st.expander(label, type="compact", key="archived-drafts"):
        for one in laid_aside:
            with st.container(horizontal=True, vertical_alignment="center", key=f"archived-draft-{one.id}"):
                soft_line(f"{names[one.facts.activity_id]}, {here.when(one.changed_at)}")
                st.button(here.t("Open"), key=f"open-draft-{one.id}", type="tertiary", on_click=_open, args=(one.id,))


def _open(record_id: str) -> None:
    st.query_params[RECORD] = record_id


def _leave() -> None:
    for name in (RECORD, "g"):
        st.query_params.pop(name, None)
    st.rerun()
