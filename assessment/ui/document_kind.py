"""The dialogue of a governing document: its fields, and how its values are read."""

from collections.abc import Mapping
from datetime import date

import streamlit as st

from assessment.domain.checklist import Checklist
from assessment.domain.document import DOCUMENT_FIELD, DocumentFacts, DocumentLevel
from assessment.domain.document_guide import DocumentGuide
from assessment.domain.errors import sentence
from assessment.services.documents import DOCUMENTS
from assessment.texts import document_labels
from assessment.ui.day_input import day_input
from assessment.ui.entry_dialog import EntryKind
from assessment.ui.entry_names import DOCUMENT
from assessment.ui.page import Page


def document_kind(here: Page, checklist: Checklist, guide: DocumentGuide) -> EntryKind[DocumentFacts]:
    """A new one begins with the kind, or with the question, that the address names."""
    return EntryKind(
        name=DOCUMENT,
        shelf=DOCUMENTS,
        labels=DOCUMENT_FIELD,
        add_title=sentence("Register a governing document"),
        change_title=sentence("Change the document"),
        begin=lambda hint: _begin(checklist, hint),
        fields=lambda start, key: _fields(here, checklist, guide, start, key),
        shown=lambda field, text: _shown(here, checklist, field, text),
    )


def _begin(checklist: Checklist, hint: str) -> DocumentFacts:
    items = frozenset({hint} & {item.id for item in checklist.items})
    return DocumentFacts("", DocumentLevel(hint) if hint in list(DocumentLevel) else None, items=items)


def _fields(here: Page, checklist: Checklist, guide: DocumentGuide, start: DocumentFacts, key: str) -> DocumentFacts:
    level = _level(here, guide, start, key)
    title = st.text_input(here.t(DOCUMENT_FIELD["title"]), start.title, key=f"doc-title:{key}")
    left, right = st.columns(2)
    with left:
        adopted_by = st.text_input(here.t(DOCUMENT_FIELD["adopted_by"]), start.adopted_by, key=f"doc-by:{key}")
        owner = st.text_input(
            here.t(DOCUMENT_FIELD["owner"]),
            start.owner,
            key=f"doc-owner:{key}",
            help=here.t("A function rather than a person."),
        )
    with right:
        hint = here.t("A day that lies ahead means that the document is planned.")
        adopted_on = _day(here, "adopted_on", start.adopted_on, key=key, hint=hint)
        review_on = _day(here, "review_on", start.review_on, key=key)
    dimensions = _covers(here, "dimensions", _dimension_names(here, checklist), start.dimensions, key=key)
    items = _covers(here, "items", _item_names(here, checklist), start.items, key=key)
    link = st.text_input(
        here.t(DOCUMENT_FIELD["link"]),
        start.link,
        key=f"doc-link:{key}",
        help=here.t("A web address, or a reference such as a registration number. Rustad never opens it."),
    )
    note = st.text_area(here.t(DOCUMENT_FIELD["note"]), start.note, key=f"doc-note:{key}", height=70)
    return DocumentFacts(title, level, owner, adopted_by, adopted_on, review_on, dimensions, items, link, note)


def _level(here: Page, guide: DocumentGuide, start: DocumentFacts, key: str) -> DocumentLevel | None:
    levels = list(DocumentLevel)

    def told(level: DocumentLevel) -> str:
        return f"{here.t(document_labels.KIND[level])} – {here.language.of(guide.asks[level])}"

    return st.selectbox(
        here.t(DOCUMENT_FIELD["level"]),
        levels,
        index=levels.index(start.level) if start.level else None,
        format_func=told,
        placeholder=here.t("Choose a kind"),
        key=f"doc-level:{key}:{here.language.code}",
    )


def _day(here: Page, name: str, value: date | None, *, key: str, hint: str | None = None) -> date | None:
    """A date field that can be left empty."""
    return day_input(here.t(DOCUMENT_FIELD[name]), value, key=f"doc-{name}:{key}", hint=hint)


def _covers(here: Page, name: str, names: Mapping[str, str], chosen: frozenset[str], *, key: str) -> frozenset[str]:
    """What the document covers. Ids that this checklist does not have are kept as they are."""
    picked = st.multiselect(
        here.t(DOCUMENT_FIELD[name]),
        list(names),
        [one for one in names if one in chosen],
        format_func=lambda one: names[one],
        key=f"doc-{name}:{key}:{here.language.code}",
        placeholder=here.t("None chosen"),
    )
    return frozenset(picked) | (chosen - set(names))


def _dimension_names(here: Page, checklist: Checklist) -> dict[str, str]:
    return {one.id: here.language.of(one.name) for one in checklist.dimensions}


def _item_names(here: Page, checklist: Checklist) -> dict[str, str]:
    return {item.id: f"{item.id} {here.language.of(item.question)}" for item in checklist.items}


def _shown(here: Page, checklist: Checklist, field: str, text: str) -> str:
    if field == "level" and text in list(DocumentLevel):
        return here.t(document_labels.KIND[DocumentLevel(text)])
    if field == "dimensions":
        names = _dimension_names(here, checklist)
        return ", ".join(names.get(one, one) for one in text.split(", "))
    return text
