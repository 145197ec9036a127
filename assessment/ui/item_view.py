"""One item at a time. An answer draws the levels and the receipt again, and nothing else."""

from typing import Any

import streamlit as st

from assessment.domain.checklist import Item, term
from assessment.domain.own_item import is_own
from assessment.domain.response import NOT_APPLICABLE, UNKNOWN
from assessment.services.responses import ResponseSheet, ResponseText
from assessment.texts import labels
from assessment.ui import position
from assessment.ui.answering import Answering, code_of
from assessment.ui.area_picker import area_picker, go_on, progress_style
from assessment.ui.end_of_questions import end_of_questions
from assessment.ui.item_documents import documents_by_item, item_documents
from assessment.ui.keyboard_help import keyboard_help
from assessment.ui.level_choice import level_radio, reason_field, text_field
from assessment.ui.markup import html_text, markdown_text
from assessment.ui.page import Page
from assessment.ui.receipt import failure_notice, receipt_html
from assessment.ui.step_questions import question_places
from assessment.ui.still_right import still_right

QUESTION_WIDTH = 760


@st.fragment
def item_view(here: Page, assessment_id: str, participant_id: str) -> None:
    answering = Answering(here, participant_id)
    for shown in position.shown_items():
        answering.save_pending(shown)
    sheet = answering.sheet(assessment_id)
    item = position.current_item(sheet)
    position.show([item])
    area_picker(answering, sheet)
    with st.container(width=QUESTION_WIDTH, key="question"):
        st.html(_heading(here, sheet, item))
        _answer(answering, sheet, item)
        question_places(here, assessment_id, item.id)
        with st.container(gap="xsmall", key="more"):
            _evidence(answering, sheet, item)
            _about(here, sheet, item)
            keyboard_help(here)
            clear = here.t("Remove the answer")
            st.button(clear, key="clear", type="tertiary", on_click=answering.clear, args=(item.id,))
        _steps(answering, sheet, item)


@st.fragment
def _answer(answering: Answering, drawn: ResponseSheet, item: Item) -> None:
    """The levels and the receipt: all that an answer draws again. `drawn` is the sheet as the page was drawn."""
    answering.save_pending(item.id)
    position.keep_up([item])
    sheet, away = answering.fresh(drawn)
    level_radio(answering, sheet, item)
    _below_the_levels(answering, sheet, item, away=away)


def _heading(here: Page, sheet: ResponseSheet, item: Item) -> str:
    siblings = position.in_dimension(sheet, item.dimension)
    step_place = [step.id for step in sheet.checklist.steps].index(item.step)
    eyebrow = here.t(
        "{dimension} · question {place} of {asked} · step {step} {step_name}",
        dimension=here.language.of(term(sheet.checklist.dimensions, item.dimension).name),
        place=siblings.index(item) + 1,
        asked=len(siblings),
        step=step_place + 1,
        step_name=here.t(labels.SHORT_STEP.get(item.step, item.step)),
    )
    hint = here.t("Choose the highest level where the whole description is true.")
    return (
        f'<div class="ru"><p class="ru-eyebrow">{html_text(eyebrow)}</p>'
        f'<h1 class="ru-question">{html_text(here.language.of(item.question))}</h1>'
        f'<p class="soft">{html_text(hint)}</p></div>'
    )


def _below_the_levels(answering: Answering, sheet: ResponseSheet, item: Item, *, away: str | None) -> None:
    here, response = answering.here, sheet.responses.get(item.id)
    code = code_of(response)
    failure = answering.failure(item.id)
    if failure or away:
        st.html(progress_style(answering, sheet))
        failure_notice(here, failure or away or "", key=item.id, unsaved=failure is not None)
        return
    receipt = receipt_html(here, response.updated_at if response else None)
    if code == UNKNOWN.code:
        said = html_text(here.t("The question goes to the list Find out."))
        receipt += f'<div class="ru"><p class="soft">{said}</p></div>'
    st.html(receipt + progress_style(answering, sheet))
    still_right(answering, sheet, item)
    if code == NOT_APPLICABLE.code:
        reason_field(answering, sheet, item)


def _about(here: Page, sheet: ResponseSheet, item: Item) -> None:
    """Who knows, why we ask, and where that was read."""
    with st.expander(here.t("Who knows, and why we ask"), type="compact", key=f"about:{item.id}"):
        roles = [here.language.of(term(sheet.checklist.roles, role).name).lower() for role in item.roles]
        st.markdown(here.t("Best placed to answer: {roles}.", roles=here.language.listed(roles)))
        bases = [here.t(labels.BASIS[basis]) for basis in item.basis]
        rests = here.t("The question rests on {bases}.", bases=here.language.listed(bases))
        judged = here.t("The level texts are Rustad's own judgement.")
        st.markdown(here.t("Your organisation has added this question.") if is_own(item.id) else f"{rests} {judged}")
        sources = [
            f"- [{markdown_text(here.language.of(source.title))}]({source.url})"
            if source.url
            else f"- {markdown_text(here.language.of(source.title))}"
            for source in sheet.checklist.sources_of(item)
        ]
        st.markdown("\n".join(sources))


def _evidence(answering: Answering, sheet: ResponseSheet, item: Item) -> None:
    here, response = answering.here, sheet.responses.get(item.id)
    written = response is not None and (response.comment or response.evidence)
    label = here.t("Evidence and comment – written") if written else here.t("Evidence and comment")
    with st.expander(label, type="compact", key=f"texts:{item.id}"):
        example = here.t("Evidence to look for: {evidence}", evidence=here.language.of(item.evidence))
        secrecy = here.t("Do not enter secret or security-classified information.")
        st.html(f'<div class="ru"><p>{html_text(example)}</p><p class="soft">{html_text(secrecy)}</p></div>')
        item_documents(here, documents_by_item(here, sheet.assessment.id), item.id)
        text_field(answering, sheet, item, ResponseText.EVIDENCE, label=here.t("Evidence – note or link"))
        text_field(answering, sheet, item, ResponseText.COMMENT, label=here.t("Comment"))


def _steps(answering: Answering, sheet: ResponseSheet, item: Item) -> None:
    here = answering.here
    before, after = position.neighbour(sheet, item, steps=-1), position.neighbour(sheet, item, steps=1)
    unanswered = position.next_open(sheet, item)

    def step(label: str, to: Item | None, *, key: str, **look: Any) -> None:
        target = (answering, sheet, [item.id], to.id if to else item.id)
        st.button(label, key=key, disabled=to is None, on_click=go_on, args=target, **look)

    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", key="steps"):
        step(here.t("Previous"), before, key="previous", type="tertiary", icon=":material/arrow_back:")
        if unanswered is not None and unanswered not in (before, after):
            step(here.t("Next unanswered"), unanswered, key="next-open", type="tertiary")
        if after is not None:
            forward = {"icon": ":material/arrow_forward:", "icon_position": "right"}
            step(here.t("Next question"), after, key="do-next", type="primary", **forward)
        else:
            end_of_questions(here)
