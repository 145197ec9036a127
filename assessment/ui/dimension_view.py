"""A whole dimension at a time: the questions to the left, the levels to the right.

Each row is a fragment; an answer draws its row again and the heading with the receipt. The view itself is none: a row
may write to the heading only if it also did so in the last run of the whole page.
"""

from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assessment.domain.checklist import Item
from assessment.domain.response import NOT_APPLICABLE
from assessment.services.responses import ResponseSheet
from assessment.texts import labels
from assessment.ui import position
from assessment.ui.answering import Answering, code_of
from assessment.ui.area_picker import area_picker, go_on, progress_style
from assessment.ui.end_of_questions import end_of_questions
from assessment.ui.level_choice import chosen_text, level_strip, levels_list, reason_field
from assessment.ui.markup import html_text
from assessment.ui.page import Page
from assessment.ui.receipt import failure_notice, receipt_html
from assessment.ui.still_right import still_right


def dimension_view(here: Page, assessment_id: str, participant_id: str) -> None:
    answering = Answering(here, participant_id)
    for item_id in position.shown_items():
        answering.save_pending(item_id)
    sheet = answering.sheet(assessment_id)
    items = position.in_dimension(sheet, position.current_item(sheet).dimension)
    position.show(items)
    area_picker(answering, sheet)
    heading = st.empty()
    heading.html(_heading(answering, sheet, items))
    first = position.first_open(sheet, items)
    with st.container(gap=None, key="rows"):
        for place, item in enumerate(items, start=1):
            with st.container(key=f"row-{item.id}"):
                question, levels = st.columns([1.08, 1], gap="small")
                question.html(_question(here, item, place=place))
                with levels:
                    _levels(answering, sheet, items, item, heading, unfolded=item == first)
    _onward(answering, sheet, items)


@st.fragment
def _levels(
    answering: Answering,
    drawn: ResponseSheet,
    items: tuple[Item, ...],
    item: Item,
    heading: DeltaGenerator,
    *,
    unfolded: bool,
) -> None:
    """One row's levels. An answer draws them again, and the heading with the receipt.

    `drawn` is the sheet as the page was drawn.
    """
    answering.save_pending(item.id)
    position.keep_up(items)
    sheet, away = answering.fresh(drawn)
    level_strip(answering, sheet, item)
    _below(answering, sheet, item, unfolded=unfolded, away=away)
    heading.html(_heading(answering, sheet, items))


def _question(here: Page, item: Item, *, place: int) -> str:
    text = html_text(here.language.of(item.question))
    return f'<div class="ru"><h2 class="ru-row"><span>{place}</span> {text}</h2></div>'


def _heading(answering: Answering, sheet: ResponseSheet, items: tuple[Item, ...]) -> str:
    """What is left, the common receipt, and the figures of the picker."""
    here = answering.here
    left = sum(not position.is_answered(sheet, item) for item in items)
    dimension = here.t(labels.SHORT_DIMENSION.get(items[0].dimension, items[0].dimension))
    said = (
        here.n("{dimension}: one question left", "{dimension}: {word} questions left", left, dimension=dimension)
        if left
        else here.t("{dimension}: all questions answered", dimension=dimension)
    )
    saved = [sheet.responses[item.id].updated_at for item in items if item.id in sheet.responses]
    whole = not any(answering.failure(item.id) for item in items)  # else not all is saved
    latest = max((moment for moment in saved if moment and whole), default=None)
    return (
        f'<div class="ru ru-head"><h1 class="ru-page">{html_text(said)}</h1>'
        f"{receipt_html(here, latest, everything=True)}</div>{progress_style(answering, sheet)}"
    )


def _below(answering: Answering, sheet: ResponseSheet, item: Item, *, unfolded: bool, away: str | None) -> None:
    here, code = answering.here, code_of(sheet.responses.get(item.id))
    failure = answering.failure(item.id)
    if failure or away:
        failure_notice(here, failure or away or "", key=item.id, unsaved=failure is not None)
    elif code is None:
        fold = st.expander(here.t("Read the five levels"), type="compact", expanded=unfolded, key=f"levels:{item.id}")
        with fold:
            st.html(levels_list(here, sheet, item))
    elif code == NOT_APPLICABLE.code:
        reason_field(answering, sheet, item)
    else:
        st.html(f'<div class="ru">{chosen_text(here, sheet, item)}</div>')
    if not (failure or away):
        still_right(answering, sheet, item)


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
        else:
            end_of_questions(here)
