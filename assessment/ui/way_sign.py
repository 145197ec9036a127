"""The last gate: what is missing, the record to take along, and the signature."""

import streamlit as st

from assessment.domain.activity import Activity
from assessment.domain.errors import AssessmentError
from assessment.domain.organisation import Organisation
from assessment.domain.way import WAY_FIELD, DecisionRecord
from assessment.domain.way_errors import RecordMoved
from assessment.domain.way_gates import Outcome, missing, outcome
from assessment.reporting.findings import capital
from assessment.reporting.way_words import lacking
from assessment.services import ways
from assessment.services.clock import now
from assessment.ui.day_input import day_input
from assessment.ui.entry_history import entry_history
from assessment.ui.figure import figure_head
from assessment.ui.markup import html_text
from assessment.ui.page import Page
from assessment.ui.way_files import way_files
from assessment.ui.way_kind import way_kind
from assessment.ui.way_parts import way_parts


def way_sign(
    here: Page, activity: Activity, record: DecisionRecord, organisation: Organisation, *, whole: bool, as_seen: bool
) -> None:
    """Sign when there is enough, or with the reasons why not; never while the record is stopped.

    `as_seen`: nobody else has changed the record since it was drawn last.
    """
    stands = outcome(record.facts)
    if stands is not Outcome.READY:
        _lacks(here, record)
    with st.expander(here.t("The whole record"), key=f"way-whole:{here.language.code}"):
        way_parts(here, activity, record, organisation)
    with st.container(horizontal=True, key="noprint-way-files"):
        way_files(here, activity, record, organisation)
    if stands is not Outcome.STOPPED:
        with st.container(key="way-sign"):
            _signature(here, record, incomplete=stands is Outcome.INCOMPLETE, whole=whole, as_seen=as_seen)
    entry_history(here, way_kind(here), record)


def _lacks(here: Page, record: DecisionRecord) -> None:
    found = missing(record.facts)
    if not found:
        return
    told = [
        here.t("Part {number}: {what}", number=one.part, what=capital(lacking(one, here.language))) for one in found
    ]
    rows = "".join(f"<li>{html_text(line)}</li>" for line in told)
    figure_head(here.t("This is missing"))
    st.html(f'<div class="ru ru-lacks"><ul>{rows}</ul></div>')


def _signature(here: Page, record: DecisionRecord, *, incomplete: bool, whole: bool, as_seen: bool) -> None:
    figure_head(
        here.t("Sign the record"),
        here.t("After that nobody can change it. Name and role are saved when you sign, not before."),
    )
    despite = ""
    if incomplete:
        despite = st.text_area(here.t(WAY_FIELD["signed_despite"]), key=f"sign-despite:{record.id}", height=84)
    left, middle, right = st.columns(3, gap="medium")
    name = left.text_input(here.t(WAY_FIELD["signed_by"]), key=f"sign-name:{record.id}")
    role = middle.text_input(here.t(WAY_FIELD["signed_role"]), key=f"sign-role:{record.id}")
    today = now().astimezone(here.zone).date()
    with right:
        on = day_input(here.t(WAY_FIELD["signed_on"]), today, key=f"sign-on:{record.id}") or today
    if not st.button(here.t("Sign for good"), key="do-sign", type="primary", disabled=not whole):
        return
    try:
        if not as_seen:
            raise RecordMoved(who=record.changed_by or here.t("Somebody"))
        ways.sign(
            here.engine, here.viewer, record.id, version=record.version, name=name, role=role, on=on, despite=despite
        )
    except AssessmentError as error:
        st.error(here.language.explain(error))
    else:
        st.rerun()
