"""What the documents and the answers raise together, with the answer beside."""

from collections.abc import Sequence

import streamlit as st

from assessment.domain.document_overview import DocumentQuestion, Doubt
from assessment.reporting.document_words import question_words, questions_finding
from assessment.ui.entry_dialog import open_entry, open_new
from assessment.ui.entry_names import DOCUMENT
from assessment.ui.figure import figure_head
from assessment.ui.first_rows import first_rows
from assessment.ui.markup import html_text
from assessment.ui.page import Page
from assessment.ui.raised_list import answer_link

WIDTHS = (4.6, 3.7, 1.3)


def document_questions(here: Page, questions: Sequence[DocumentQuestion]) -> None:
    """Nothing at all when there are none."""
    if not questions:
        return
    reading = here.t("Either may be right: the answer, the register or both. Nothing is changed by a question.")
    figure_head(questions_finding(len(questions), here.language), reading)
    with st.container(gap=None, key="document-questions"):
        for one in first_rows(here, questions):
            _row(here, one)


def _row(here: Page, one: DocumentQuestion) -> None:
    item = one.result.item.id
    with st.container(key=f"row-doubt-{item}"):
        question, answer, do = st.columns(WIDTHS, gap="small")
        question.html(f'<div class="ru"><p>{html_text(question_words(one, here.language))}</p></div>')
        with answer:
            answer_link(here, one.result, key=f"doubt-{item}")
        if not here.viewer.may_steward:
            return
        if one.doubt is Doubt.NOT_REGISTERED:
            do.button(
                here.t("Register"), key=f"add-for-{item}", width="stretch", on_click=open_new, args=(DOCUMENT, item)
            )
        else:
            first = one.documents[0].id
            do.button(
                here.t("Edit"), key=f"change-for-{item}", type="tertiary", on_click=open_entry, args=(DOCUMENT, first)
            )
