"""A whole dimension at a time: the questions to the left, the levels to the right.

Each row is a fragment; an answer redraws its row, the heading with the receipt, and the picker.
"""

from typing import Any, Final

import streamlit as st

from assessment.domain.checklist import Item
from assessment.domain.response import NOT_APPLICABLE
from assessment.services.responses import ResponseSheet
from assessment.texts import labels
from assessment.ui import navigation, position
from assessment.ui.answering import Answering, code_of
from assessment.ui.area_picker import AREAS, QUESTIONS, area_picker, go_on
from assessment.ui.level_choice import chosen_text, level_strip, levels_list, reason_field
from assessment.ui.markup import html_text
from assessment.ui.page import Page
from assessment.ui.receipt import failure_notice, receipt_html

HEADING: Final = "heading"  # the key of its fragment


def dimension_view(here: Page, assessment_id: str, participant_id: str) -> None:
    answering = Answering(here, participant_id)
    area_picker(answering, assessment_id)
    _questions(answering, assessment_id)


@st.fragment(key=QUESTIONS)
def _questions(answering: Answering, assessment_id: str) -> None:
    for item_id in position.shown_items():
        answering.save_pending(item_id)
    sheet = answering.sheet(assessment_id)
    item = position.current_item(sheet)
    if st.query_params.get(position.ITEM) != item.id:
        position.go_to(item.id)
    items = position.in_dimension(sheet, item.dimension)
    position.show(items)
    _heading(answering, assessment_id, items)
    first = position.first_open(sheet, items)
    with st.container(gap=None, key="dimension-rows"):
        for place, row in enumerate(items, start=1):
            _row(answering, assessment_id, row, place=place, unfolded=row == first)
    _onward(answering, sheet, items)


@st.fragment(key=HEADING)
def _heading(answering: Answering, assessment_id: str, items: tuple[Item, ...]) -> None:
    here, sheet = answering.here, answering.sheet(assessment_id)
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


def _row(answering: Answering, assessment_id: str, item: Item, *, place: int, unfolded: bool) -> None:
    with st.container(key=f"row-{item.id}"):
        question, levels = st.columns([1.08, 1], gap="small")
        with question:
            text = html_text(answering.here.language.of(item.question))
            st.html(f'<div class="ru"><h2 class="ru-row"><span>{place}</span> {text}</h2></div>')
        with levels:
            st.fragment(_levels, key=_row_key(item.id))(answering, assessment_id, item, unfolded=unfolded)


def _row_key(item_id: str) -> str:
    return f"row:{item_id}"


def _levels(answering: Answering, assessment_id: str, item: Item, *, unfolded: bool) -> None:
    answering.save_pending(item.id)
    sheet = answering.sheet(assessment_id)
    level_strip(answering, sheet, item, on_change=_answered, args=(answering, item.id))
    _below(answering, sheet, item, unfolded=unfolded)


def _answered(answering: Answering, item_id: str) -> None:
    first_time = answering.is_open(item_id)
    if answering.save_pending(item_id):
        st.rerun([_row_key(item_id), HEADING, *([AREAS] if first_time else [])])


def _below(answering: Answering, sheet: ResponseSheet, item: Item, *, unfolded: bool) -> None:
    here, code = answering.here, code_of(sheet.responses.get(item.id))
    failure = answering.failure(item.id)
    if failure:
        failure_notice(here, failure, key=item.id)
    elif code is None:
        fold = st.expander(here.t("Read the five levels"), type="compact", expanded=unfolded, key=f"levels:{item.id}")
        with fold:
            st.html(levels_list(here, sheet, item))
    elif code == NOT_APPLICABLE.code:
        reason_field(answering, sheet, item)
    else:
        st.html(f'<div class="ru">{chosen_text(here, sheet, item)}</div>')


def _onward(answering: Answering, sheet: ResponseSheet, items: tuple[Item, ...]) -> None:
    here = answering.here
    after = position.neighbour(sheet, items[-1], steps=1)
    before = position.neighbour(sheet, items[0], steps=-1)

    def step(label: str, to: Item | None, *, key: str, **look: Any) -> None:
        target = (answering, sheet, [item.id for item in items], to.id if to else items[0].id)
        st.button(label, key=key, disabled=to is None, on_click=go_on, args=target, **look)

    with st.container(horizontal=True, horizontal_alignment="distribute", key="steps"):
        step(here.t("Previous dimension"), before, key="previous", type="tertiary", icon=":material/arrow_back:")
        if after is not None:
            forward = {"icon": ":material/arrow_forward:", "icon_position": "right"}
            step(here.t("Next dimension"), after, key="do-next", type="primary", **forward)
        elif st.button(here.t("See the results"), key="do-results", type="primary"):
            st.switch_page(navigation.RESULTS, query_params=here.link())
