"""Beside a question: the governing documents that are said to cover it, and the way to them. They change no level."""

import streamlit as st

from assessment.domain.item_documents import ItemDocuments
from assessment.domain.viewer import ViewerKind
from assessment.reporting import document_words
from assessment.services import documents
from assessment.ui import navigation
from assessment.ui.entry_dialog import NEW
from assessment.ui.entry_names import DOCUMENT, OPEN
from assessment.ui.markup import html_text, markdown_text
from assessment.ui.page import ASSESSMENT, Page


def documents_by_item(here: Page, assessment_id: str) -> ItemDocuments | None:
    """None for participants, who see their own answers only."""
    if here.viewer.kind is ViewerKind.PARTICIPANT:
        return None
    return documents.by_item(here.engine, here.viewer, assessment_id)


def item_documents(here: Page, known: ItemDocuments | None, item_id: str) -> None:
    """Nothing where no document is registered and none would be expected."""
    if known is None:
        return
    listed, expected = known.on(item_id), known.expected(item_id)
    if not listed and not expected:
        return
    with st.container(gap="xsmall", key=f"item-documents-{item_id}"):
        if listed:
            said = "".join(
                f"<p>{html_text(document_words.evidence_words(one, known.today, here.language))}</p>" for one in listed
            )
            heading = html_text(here.t("Governing documents registered:"))
            hint = html_text(here.t("Possible evidence. It changes no level."))
            st.html(f'<div class="ru"><p><b>{heading}</b></p>{said}<p class="soft">{hint}</p></div>')
            label, opened = here.t("To the governing documents"), {}
        else:
            told = html_text(here.t("No governing document is registered for this question."))
            st.html(f'<div class="ru"><p class="soft">{told}</p></div>')
            kinds = [document_words.kind(one, here.language).lower() for one in expected]
            label = here.t("Register a {kinds}", kinds=document_words.either(kinds, here.language))
            opened = {OPEN: f"{DOCUMENT}.{NEW}.{item_id}"}
        query = here.link(**{ASSESSMENT: here.assessment_id}) | opened
        st.page_link(navigation.PREPARE, label=markdown_text(label), query_params=query)
