"""A whole dimension at a time: the questions to the left, the levels to the right.

One fragment for all rows: the heading, the receipt and the picker change with every answer anyway.
"""

import streamlit as st

from assessment.domain.checklist import Item
from assessment.domain.response import NOT_APPLICABLE
from assessment.services import responses
from assessment.services.responses import ResponseSheet
from assessment.texts import labels
from assessment.ui import navigation, position
from assessment.ui.answering import Answering, code_of
from assessment.ui.area_picker import area_picker
from assessment.ui.level_choice import chosen_text, level_strip, levels_list, reason_field
from assessment.ui.markup import html_text
from assessment.ui.page import Page
from assessment.ui.receipt import failure_notice, receipt_html


@st.fragment
def dimension_view(here: Page, assessment_id: str, participant_id: str) -> None:
    answering = Answering(here, participant_id)
    for item_id in st.session_state.get("rows", ()):
        answering.save_pending(item_id)
    sheet = responses.sheet(here.engine, here.viewer, assessment_id=assessment_id, participant_id=participant_id)
    item = position.current_item(sheet)
    if st.query_params.get(position.ITEM) != item.id:
        position.go_to(item.id)
    items = position.in_dimension(sheet, item.dimension)
    st.session_state["rows"] = [row.id for row in items]
    area_picker(answering, sheet, dimension=item.dimension)
    _heading(here, sheet, items)
    first = position.first_open(sheet, items)
    with st.container(gap=None, key="dimension-rows"):
        for place, row in enumerate(items, start=1):
            _row(answering, sheet, row, place=place, unfolded=row == first)
    _onward(answering, sheet, items)


def _heading(here: Page, sheet: ResponseSheet, items: tuple[Item, ...]) -> None:
    left = sum(not position.is_answered(sheet, item) for item in items)
    dimension = here.t(labels.SHORT_DIMENSION.get(items[0].dimension, items[0].dimension))
    said = (
        here.n("{dimension}: one question left", "{dimension}: {word} questions left", left, dimension=dimension)
        if left
        else here.t("{dimension}: all questions answered", dimension=dimension)
    )
    saved = [sheet.responses[item.id].updated_at for item in items if item.id in sheet.responses]
    latest = max((moment for moment in saved if moment), default=None)
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", key="heading"):
        st.html(f'<div class="ru"><h1 class="ru-page">{html_text(said)}</h1></div>', width="content")
        st.html(receipt_html(here, latest, everything=True), width="content")


def _row(answering: Answering, sheet: ResponseSheet, item: Item, *, place: int, unfolded: bool) -> None:
    here = answering.here
    with st.container(key=f"row-{item.id}"):
        question, levels = st.columns([1.08, 1], gap="small")
        with question:
            text = html_text(here.language.of(item.question))
            st.html(f'<div class="ru"><h2 class="ru-row"><span>{place}</span> {text}</h2></div>')
        with levels:
            level_strip(answering, sheet, item)
            _below(answering, sheet, item, unfolded=unfolded)


def _below(answering: Answering, sheet: ResponseSheet, item: Item, *, unfolded: bool) -> None:
    here, code = answering.here, code_of(sheet.responses.get(item.id))
    failure = answering.failure(item.id)
    if failure:
        failure_notice(here, failure, key=item.id)
    elif code is None:
        # The key tells the first one from the others, so that the next opens when its forerunner is answered
        key = f"levels:{item.id}:{'first' if unfolded else 'later'}"
        with st.expander(here.t("Read the five levels"), type="compact", expanded=unfolded, key=key):
            st.html(levels_list(here, sheet, item))
    elif code == NOT_APPLICABLE.code:
        reason_field(answering, sheet, item)
    else:
        st.html(f'<div class="ru">{chosen_text(here, sheet, item)}</div>')


def _onward(answering: Answering, sheet: ResponseSheet, items: tuple[Item, ...]) -> None:
    here = answering.here
    after = position.neighbour(sheet, items[-1], steps=1)
    before = position.neighbour(sheet, items[0], steps=-1)
    with st.container(horizontal=True, horizontal_alignment="distribute", key="steps"):
        st.button(
            here.t("Previous dimension"),
            key="previous",
            type="tertiary",
            icon=":material/arrow_back:",
            disabled=before is None,
            on_click=_leave,
            args=(answering, items, before),
        )
        if after is not None:
            st.button(
                here.t("Next dimension"),
                key="do-next",
                type="primary",
                icon=":material/arrow_forward:",
                icon_position="right",
                on_click=_leave,
                args=(answering, items, after),
            )
        elif st.button(here.t("See the results"), key="do-results", type="primary"):
            st.switch_page(navigation.RESULTS, query_params=here.link())


def _leave(answering: Answering, items: tuple[Item, ...], to: Item | None) -> None:
    """Go on only when everything written here is on disk."""
    if to is not None and all(answering.save_pending(item.id) for item in items):
        position.go_to(to.id)
