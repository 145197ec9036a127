"""The screen Vägval: every activity with its decision record, or the one record that the address names."""

from typing import Final

import streamlit as st

from assessment.domain.organisation import Organisation
from assessment.domain.way_board import WayBoard, WayRow
from assessment.domain.way_errors import RecordUnknown
from assessment.reporting.search_texts import way_texts
from assessment.reporting.way_words import board_finding, row_state
from assessment.services import ways
from assessment.ui import navigation
from assessment.ui.attempt import attempting
from assessment.ui.entry_names import RECORD
from assessment.ui.long_list import first_found, searched
from assessment.ui.markup import html_text
from assessment.ui.organisation_choice import organisation_menu
from assessment.ui.page import Page
from assessment.ui.step_files import steps_download
from assessment.ui.step_questions import step_questions, step_sources
from assessment.ui.way_archive import archived_draft, archived_drafts
from assessment.ui.way_parts import way_parts
from assessment.ui.way_read import way_read
from assessment.ui.way_walk import way_walk

STEP: Final = "vagval"


def way_screen(here: Page, organisation: Organisation) -> None:
    board = ways.board(here.engine, here.viewer, organisation.id)
    asked = st.query_params.get(RECORD)
    if not asked:
        _board(here, organisation, board)
        return
    record = next((one for one in board.entries if one.id == asked), None)
    if record is None:
        raise RecordUnknown
    activity = next(one for one in board.register.activities if one.id == record.facts.activity_id)
    leaving = st.button(here.t("All activities"), key="to-ways", type="tertiary", icon=":material/arrow_back:")
    if record.archived:
        archived_draft(here, activity, record)
        whole = True
    elif not record.facts.signed and not here.viewer.may_steward:
        st.html(f'<div class="ru"><h1 class="ru-page">{html_text(activity.facts.name)}</h1></div>')
        way_parts(here, activity, record, organisation)
        whole = True
    elif record.facts.signed:
        way_read(here, board.row(activity), record, organisation)
        whole = True
    else:
        whole = way_walk(here, activity, record, organisation)
    if leaving and whole:  # not before what was just written is saved
        _leave()
        st.rerun()


def open_record(record_id: str) -> None:
    """Show this record; it stands in the address."""
    st.query_params.pop("g", None)
    st.query_params[RECORD] = record_id


def _leave() -> None:
    for name in (RECORD, "g"):
        st.query_params.pop(name, None)


def _board(here: Page, organisation: Organisation, board: WayBoard) -> None:
    organisation_menu(here, organisation, screen=navigation.WAY)
    finding = html_text(board_finding(board, here.language))
    lede = html_text(
        here.t("For each activity you decide who carries it out. Rustad shows what is missing; the choice is yours.")
    )
    st.html(f'<div class="ru"><h1 class="ru-page">{finding}</h1><p class="ru-lede">{lede}</p></div>')
    if not board.rows:
        query = here.link(o=organisation.id)
        st.page_link(navigation.ANALYSE, label=here.t("List the activities in Analyse first"), query_params=query)
    if board.signed or board.begun:
        with st.container(
            horizontal=True, horizontal_alignment="right", vertical_alignment="center", key="noprint-way-book"
        ):
            steps_download(here, organisation)
    found = searched(
        here,
        board.rows,
        lambda row: way_texts(row, here.language),
        name="vagval",
        label=here.t("Search among the activities"),
    )
    with st.container(gap=None, key="ways"):
        for row in first_found(here, found):
            with st.container(key=f"row-way-{row.activity.id}"):
                _row(here, row)
    with st.container(gap="xsmall", key="noprint-below"):
        archived_drafts(here, board)
        step_questions(here, STEP)
        step_sources(here, STEP)


def _row(here: Page, row: WayRow) -> None:
    what, do = st.columns((6, 2), gap="medium", vertical_alignment="center")
    name = row.activity.facts.name
    archived = f" ({here.t('Archived').lower()})" if row.activity.archived else ""
    what.html(
        f'<div class="ru"><h2 class="ru-title">{html_text(name + archived)}</h2>'
        f'<p class="soft">{html_text(row_state(row, here.language))}</p></div>'
    )
    with do, st.container(horizontal=True, gap="xsmall"):
        if row.in_force:
            read = here.t("Read")
            st.button(
                read, key=f"read-{row.activity.id}", on_click=open_record, args=(row.in_force.id,), width="stretch"
            )
        if row.draft:
            label = here.t("Go on") if here.viewer.may_steward else here.t("Read")
            st.button(
                label, key=f"go-on-{row.activity.id}", on_click=open_record, args=(row.draft.id,), width="stretch"
            )
        elif not row.in_force and here.viewer.may_steward:
            begin = st.button(here.t("Begin"), key=f"begin-way-{row.activity.id}", width="stretch")
            if begin:
                with attempting():
                    open_record(ways.begin(here.engine, here.viewer, row.activity.id).id)
                    st.rerun()
