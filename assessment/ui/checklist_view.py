"""One version, read: how its questions are spread, and each of them with its five levels."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from assessment.domain.checklist import Checklist, Item
from assessment.domain.checklist_version import ChecklistVersion
from assessment.domain.row_search import matches
from assessment.texts import labels
from assessment.ui.address_choice import adopt, asked, keep
from assessment.ui.checklist_address import open_question, open_version, told
from assessment.ui.checklist_export import checklist_export
from assessment.ui.checklist_item import item_html
from assessment.ui.checklist_list import confirmation, origin, questions
from assessment.ui.checklist_map import checklist_map
from assessment.ui.markup import html_text
from assessment.ui.page import Page

AREA: Final = "omrade"
ALL: Final = "alla"
BOTH: Final = "bada"
SEARCH: Final = "sok-fraga"  # the key of the field too, which writes itself into the address


def checklist_view(here: Page, version: ChecklistVersion) -> None:
    checklist = version.checklist
    st.button(
        here.t("All checklists"),
        key="checklists-back",
        type="tertiary",
        icon=":material/arrow_back:",
        on_click=open_version,
        args=(None,),
    )
    _head(here, version)
    confirmation(told())
    st.html(checklist_map(checklist, here.language))
    shown, both = _choice(here, checklist)
    if not shown:
        nothing = here.t("No question has these words. Try fewer or others.")
        st.html(f'<div class="ru"><p role="status">{html_text(nothing)}</p></div>')
    st.html("".join(item_html(checklist, item, here.language, both=both) for item in shown) or "<i hidden></i>")


def _head(here: Page, version: ChecklistVersion) -> None:
    named = here.t("Checklist, version {version}", version=version.checklist.version)
    facts = f"{questions(here, version)} {origin(here, version)}"
    st.html(
        f'<div class="ru"><p class="ru-eyebrow">{html_text(named)}</p>'
        f'<h1 class="ru-page">{html_text(here.language.of(version.checklist.title))}</h1>'
        f'<p class="ru-lede">{html_text(facts)}</p></div>'
    )
    with st.container(horizontal=True, key="noprint-version-do"):
        st.button(
            here.t("Add a question of your own"), key="own-question", icon=":material/add:", on_click=open_question
        )
        checklist_export(here, version, kind="secondary")


def _choice(here: Page, checklist: Checklist) -> tuple[Sequence[Item], bool]:
    """The questions to show, and whether in both languages. Looking for words looks in all dimensions."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="noprint-checklist-search"):
        words = st.text_input(
            here.t("Search among the questions"),
            type="search",
            placeholder=here.t("A word or two, such as supplier"),
            key=SEARCH,
            live=True,
            bind="query-params",
            width=420,
        )
        both = _both(here)
    if words and words.strip():
        found = [item for item in checklist.items if matches(words, _texts(item))]
        said = here.t("{number} of {all} questions", number=len(found), all=len(checklist.items))
        st.html(f'<div class="ru"><p class="soft" role="status">{html_text(said)}</p></div>')
        return found, both
    area = _area(here, checklist)
    return [item for item in checklist.items if area in (ALL, item.dimension)], both


def _both(here: Page) -> bool:
    adopt(BOTH, BOTH, st.query_params.get(BOTH) == "1")
    both = st.toggle(here.t("Show both languages"), key=BOTH)
    keep(BOTH, BOTH, "1" if both else None)
    return both


def _area(here: Page, checklist: Checklist) -> str:
    used = {item.dimension for item in checklist.items}
    names = {}
    for one in checklist.dimensions:
        if one.id in used:
            short = labels.SHORT_DIMENSION.get(one.id)
            names[one.id] = here.t(short) if short else here.language.of(one.name)
    names[ALL] = here.t("All dimensions")
    first = next(iter(names))
    key = f"checklist-area:{here.language.code}"
    adopt(key, AREA, asked(AREA, list(names), first))
    if st.session_state[key] not in names:
        st.session_state[key] = first
    with st.container(key="noprint-area"):
        chosen = st.segmented_control(
            here.t("Dimension"),
            list(names),
            format_func=lambda one: names[one],
            key=key,
            label_visibility="collapsed",
            required=True,
        )
    keep(key, AREA, None if chosen == first else chosen)
    return str(chosen)


def _texts(item: Item) -> list[str]:
    wordings = (item.question, *item.levels, item.evidence, item.action)
    return [item.id, *(text for wording in wordings for text in (wording.sv, wording.en))]
