"""Which units stand side by side, from which year, in which order, and whether their names are shown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import streamlit as st

from assessment.domain.checklist import Term
from assessment.domain.hidden_names import digest
from assessment.domain.subject import History
from assessment.texts import labels
from assessment.ui.address_choice import adopt, asked, keep
from assessment.ui.page import Page

YEAR, CHOSEN, HIDE, ORDER = "ar", "enhet", "dolj", "ordna"
LATEST, ALL, NAME = "senaste", "alla", "namn"
SEPARATOR: Final = "."


@dataclass(frozen=True, slots=True)
class UnitChoice:
    """`year` is None for each unit's latest. `alone` when there is but one unit to choose that year."""

    histories: tuple[History, ...]
    year: int | None
    hidden: bool
    alone: bool


def unit_choice(here: Page, histories: Sequence[History], names: Mapping[str, str]) -> UnitChoice:
    year = _year(here, histories)
    hidden = _hidden(here)
    kept = [one for one in histories if year is None or one.in_year(year)]
    alone = len(kept) == 1
    if len(kept) > 2:
        kept = _chosen(here, kept, names, hidden=hidden)
    return UnitChoice(tuple(kept), year, hidden, alone)


def _year(here: Page, histories: Sequence[History]) -> int | None:
    years = sorted({str(one.created_at.year) for history in histories for one in history.assessments}, reverse=True)
    if len(years) < 2:
        return None
    key = f"compare-year:{here.language.code}"
    adopt(key, YEAR, asked(YEAR, years, LATEST))
    names = {LATEST: here.t("The latest")} | {year: year for year in years}
    chosen = st.selectbox(
        here.t("When"), list(names), format_func=lambda one: names[one], key=key, filter_mode=None, width=160
    )
    keep(key, YEAR, None if chosen == LATEST else chosen)
    return None if chosen == LATEST else int(chosen)


def _hidden(here: Page) -> bool:
    key = "compare-hidden"
    adopt(key, HIDE, st.query_params.get(HIDE) == "1")
    with st.container(width="content", key="compare-hide"):
        hidden = st.toggle(here.t("Hide names"), key=key)
    keep(key, HIDE, "1" if hidden else None)
    return hidden


def _chosen(here: Page, histories: Sequence[History], names: Mapping[str, str], *, hidden: bool) -> list[History]:
    """With hidden names there is no list to choose from: it would tell the names. The address keeps what was chosen."""
    known = {digest(one.id): one for one in histories}
    listed = [one for one in st.query_params.get(CHOSEN, "").split(SEPARATOR) if one in known]
    if not hidden:
        key = f"compare-units:{here.language.code}"
        adopt(key, CHOSEN, listed)
        st.session_state[key] = [one for one in st.session_state[key] if one in known]
        listed = st.multiselect(
            here.t("Units"),
            list(known),
            format_func=lambda one: names[known[one].id],
            placeholder=here.t("All"),
            key=key,
            filter_mode=None,
            width=420,
        )
        keep(key, CHOSEN, SEPARATOR.join(listed))
    return [one for token, one in known.items() if token in listed] if listed else list(histories)


def chosen_order(here: Page, dimensions: Sequence[Term]) -> str:
    """By which index the units are ordered: of all dimensions (ALL) or of one; or by their names (NAME)."""
    names = {ALL: here.t("All dimensions")}
    for one in dimensions:
        short = labels.SHORT_DIMENSION.get(one.id)
        names[one.id] = here.t(short) if short else here.language.of(one.name)
    names[NAME] = here.t("Name")
    key = f"compare-order:{here.language.code}"
    adopt(key, ORDER, asked(ORDER, list(names), ALL))
    if st.session_state[key] not in names:
        st.session_state[key] = ALL
    chosen = st.selectbox(
        here.t("Lowest first in"), list(names), format_func=lambda one: names[one], key=key, filter_mode=None, width=220
    )
    keep(key, ORDER, None if chosen == ALL else chosen)
    return str(chosen)
