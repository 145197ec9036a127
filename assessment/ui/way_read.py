"""A signed decision record: to read, to take along, and to supersede."""

import streamlit as st

from assessment.domain.errors import AssessmentError
from assessment.domain.organisation import Organisation
from assessment.domain.way import DecisionRecord
from assessment.domain.way_board import WayRow
from assessment.reporting.way_words import outcome_words, signature, value
from assessment.services import ways
from assessment.ui.entry_history import entry_history
from assessment.ui.figure import soft_line
from assessment.ui.markup import html_text
from assessment.ui.page import Page
from assessment.ui.way_files import way_files
from assessment.ui.way_kind import way_kind
from assessment.ui.way_parts import way_parts


def way_read(here: Page, row: WayRow, record: DecisionRecord, organisation: Organisation) -> None:
    chosen = value(record.facts, "chosen", here.language) or outcome_words(record.facts, here.language)
    st.html(
        f'<div class="ru"><p class="soft">{html_text(row.activity.facts.name)}</p>'
        f'<h1 class="ru-page">{html_text(here.t("Decided: {way}", way=chosen.lower()))}</h1>'
        f'<p class="ru-lede">{html_text(signature(record, here.language))}</p></div>'
    )
    if record.facts.signed_despite:
        soft_line(here.t("Parts were missing. Reasons: {reasons}", reasons=record.facts.signed_despite))
    with st.container(horizontal=True, key="noprint-way-files"):
        way_files(here, row.activity, record, organisation)
        if row.in_force == record and row.draft is None and here.viewer.may_steward:
            _supersede(here, record)
    _others(here, row, record)
    way_parts(here, row.activity, record, organisation)
    entry_history(here, way_kind(here), record)


def _supersede(here: Page, record: DecisionRecord) -> None:
    if not st.button(here.t("Begin a new version"), key="supersede"):
        return
    try:
        made = ways.supersede(here.engine, here.viewer, record.id)
    except AssessmentError as error:
        st.error(here.language.explain(error))
    else:
        _open(made.id)
        st.rerun()


def _others(here: Page, row: WayRow, record: DecisionRecord) -> None:
    """The other signed versions: both the one in force and those before it stay readable."""
    if row.in_force != record:
        st.warning(here.t("A later version is in force. This one is kept as it was signed."))
    for one in row.signed:
        if one.id != record.id:
            st.button(
                signature(one, here.language), key=f"version-{one.id}", type="tertiary", on_click=_open, args=(one.id,)
            )


def _open(record_id: str) -> None:
    st.query_params.pop("g", None)
    st.query_params["b"] = record_id
