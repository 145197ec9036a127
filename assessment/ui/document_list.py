"""The documents by kind, from vision to routine, and the kinds that have none."""

import streamlit as st

from assessment.domain.document import Document, DocumentLevel
from assessment.domain.document_guide import DocumentGuide
from assessment.domain.document_overview import DocumentOverview
from assessment.reporting import document_words, marks
from assessment.reporting.document_frames import document_frame
from assessment.reporting.search_texts import document_texts
from assessment.texts import document_labels
from assessment.ui.entry_dialog import open_entry, open_new
from assessment.ui.entry_names import DOCUMENT
from assessment.ui.figure import figure_head
from assessment.ui.long_list import by_group, dealt_first, more_rows, rows_left, searched
from assessment.ui.markup import html_text
from assessment.ui.number_table import table_when_open
from assessment.ui.page import Page

WIDTHS = (2.3, 6, 1.3)


def document_list(here: Page, overview: DocumentOverview, guide: DocumentGuide) -> None:
    figure_head(document_words.kinds_finding(overview, here.language), here.t("From direction to daily work."))
    found = searched(
        here,
        overview.documents,
        lambda one: document_texts(one, overview, here.language),
        name="dokument",
        label=here.t("Search among the documents"),
    )
    groups = by_group(found, lambda one: one.facts.level)
    dealt, narrowed = dealt_first(groups), len(found) < len(overview.documents)
    with st.container(gap=None, key="documents"):
        for level, documents in overview.by_level.items():
            if level not in dealt and (documents or narrowed):
                continue
            with st.container(key=f"row-kind-{level}"):
                for place, document in enumerate(dealt.get(level, ())):
                    _document(here, overview, guide, document, head=level if place == 0 else None)
                if documents:
                    rows_left(here, len(groups[level]) - len(dealt[level]), WIDTHS)
                else:
                    _missing(here, guide, level)
        more_rows(here, len(found))
    _source(here, guide)
    if overview.documents:
        table_when_open(here, lambda: (document_frame(overview, here.language),), key="documents")


def _source(here: Page, guide: DocumentGuide) -> None:
    told = here.t("Not every organisation needs every kind. The division is Rustad's own judgement.")
    link = f'<a href="{html_text(guide.source.url)}" target="_blank" rel="noopener noreferrer">'
    link += f"{html_text(here.language.of(guide.source.title))}</a>."
    said = f"{html_text(told)} {html_text(here.t('Read more:'))} {link}"
    st.html(f'<div class="ru ru-source"><p class="soft">{said}</p></div>')


def _head(here: Page, guide: DocumentGuide, level: DocumentLevel) -> str:
    name, asks = here.t(document_labels.KIND[level]), here.language.of(guide.asks[level])
    return f'<div class="ru"><h3 class="ru-title">{html_text(name)}</h3><p class="soft">{html_text(asks)}</p></div>'


def _document(
    here: Page, overview: DocumentOverview, guide: DocumentGuide, document: Document, *, head: DocumentLevel | None
) -> None:
    kind, card, change = st.columns(WIDTHS, gap="small")
    if head is not None:
        kind.html(_head(here, guide, head))
    card.html(marks.document_card(document, overview, here.language))
    if here.viewer.may_steward:
        asked = (DOCUMENT, document.id)
        change.button(here.t("Edit"), key=f"change-{document.id}", type="tertiary", on_click=open_entry, args=asked)


def _missing(here: Page, guide: DocumentGuide, level: DocumentLevel) -> None:
    kind, told, add = st.columns(WIDTHS, gap="small")
    kind.html(_head(here, guide, level))
    example = here.t("For example {example}.", example=here.language.of(guide.examples[level]))
    told.html(
        f'<div class="ru ru-document none"><p><b>{html_text(here.t("None registered"))}</b></p>'
        f'<p class="soft">{html_text(example)}</p></div>'
    )
    if here.viewer.may_steward:
        asked = (DOCUMENT, level.value)
        add.button(here.t("Register"), key=f"add-{level}", width="stretch", on_click=open_new, args=asked)
