"""Which rows of the list are shown. The choices stand in the address, so that a reload or a link keeps them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import streamlit as st

from assessment.domain.checklist import Checklist, Item, Term
from assessment.texts import labels
from assessment.texts.language import CODES
from assessment.ui.markup import html_text
from assessment.ui.page import Page

DIMENSION: Final = "omrade"
STEP: Final = "steg"
ROLE: Final = "roll"
EFFORT: Final = "insats"
NAMES: Final = (DIMENSION, STEP, ROLE, EFFORT)
LIST: Final = "lista"
GAPS, PLANNED, OPEN = "gap", "plan", "oppet"


@dataclass(frozen=True, slots=True)
class GapFilter:
    """`chosen` holds what is asked for, by name in the address."""

    chosen: Mapping[str, str]

    def lets_through(self, item: Item) -> bool:
        has = {DIMENSION: (item.dimension,), STEP: (item.step,), ROLE: item.roles, EFFORT: (item.effort.value,)}
        return all(value in has[name] for name, value in self.chosen.items())


def gap_filter(here: Page, checklist: Checklist) -> GapFilter:
    """The four choices behind one quiet button."""
    with st.popover(here.t("Filter"), icon=":material/filter_list:", key="noprint-filter"):
        choices = {
            DIMENSION: _choice(here, DIMENSION, here.t("Dimension"), _names(here, checklist.dimensions)),
            STEP: _choice(here, STEP, here.t("Step"), _names(here, checklist.steps)),
            ROLE: _choice(here, ROLE, here.t("Best placed to answer"), _names(here, checklist.roles)),
            EFFORT: _choice(
                here, EFFORT, here.t("Effort"), {effort.value: here.t(label) for effort, label in labels.EFFORT.items()}
            ),
        }
    return GapFilter({name: value for name, value in choices.items() if value})


def _names(here: Page, terms: tuple[Term, ...]) -> dict[str, str]:
    return {term.id: here.language.of(term.name) for term in terms}


def _choice(here: Page, name: str, label: str, names: Mapping[str, str]) -> str | None:
    """The default comes from the address: a field in a closed popover never sees what the session state is given."""
    wanted = st.query_params.get(name, "")
    value = st.selectbox(
        label,
        list(names),
        index=list(names).index(wanted) if wanted in names else None,
        format_func=lambda one: names[one],
        placeholder=here.t("All"),
        filter_mode=None,
        key=f"{name}:{here.language.code}",
    )
    _keep(name, value)
    return value


def chosen_list(here: Page, *, gaps: int, planned: int, unknown: int) -> str:
    """All gaps, what is planned, or what is to be found out."""
    names = {
        GAPS: here.t("All gaps {number}", number=here.language.number(gaps)),
        PLANNED: here.t("Planned {number}", number=here.language.number(planned)),
        OPEN: here.t("To find out {number}", number=here.language.number(unknown)),
    }
    usual = GAPS if gaps or not unknown else OPEN
    key = f"{LIST}:{here.language.code}"
    if key not in st.session_state:
        wanted = st.query_params.get(LIST)
        st.session_state[key] = wanted if wanted in names else usual
    chosen = st.segmented_control(
        here.t("Show"),
        list(names),
        format_func=lambda one: names[one],
        key=key,
        label_visibility="collapsed",
        required=True,
    )
    _keep(LIST, None if chosen == usual else chosen)
    return chosen or usual


def _keep(name: str, value: str | None) -> None:
    if value:
        if st.query_params.get(name) != value:
            st.query_params[name] = value
    elif name in st.query_params:
        del st.query_params[name]


def filter_notice(here: Page, *, shown: int, of: int) -> None:
    """How many rows the filter leaves, and the way to all of them."""
    said = (
        here.t("The filter shows {shown} of {number}.", shown=shown, number=of)
        if shown
        else here.t("Nothing in the list matches the filter.")
    )
    with st.container(horizontal=True, vertical_alignment="center", key="filter-notice"):
        st.html(f'<div class="ru"><p role="status">{html_text(said)}</p></div>', width="content")
        st.button(here.t("Clear the filter"), key="clear-filter", type="tertiary", on_click=clear_filter)


def clear_filter() -> None:
    for name in NAMES:
        _keep(name, None)
        for code in CODES:
            st.session_state[f"{name}:{code}"] = None
