"""What is compared: over time or between units, which subject, which moments. All of it stands in the address."""

from collections.abc import Mapping, Sequence
from typing import Final

import streamlit as st

from assessment.domain.assessment import Assessment
from assessment.domain.subject import History
from assessment.reporting.compare_words import moment_names
from assessment.ui.address_choice import adopt, asked, keep
from assessment.ui.page import ASSESSMENT, PARTICIPANT, Page

VIEW: Final = "vy"
TIME, UNITS = "tid", "enheter"
MOMENTS: Final = "ganger"
SEPARATOR: Final = "."


def chosen_view(here: Page) -> str:
    """Over time, or between units."""
    names = {TIME: here.t("Over time"), UNITS: here.t("Between units")}
    key = f"compare-view:{here.language.code}"
    adopt(key, VIEW, asked(VIEW, [TIME, UNITS], TIME))
    chosen = st.segmented_control(
        here.t("Compare"),
        list(names),
        format_func=lambda one: names[one],
        key=key,
        label_visibility="collapsed",
        required=True,
        width="content",
    )
    keep(key, VIEW, None if chosen == TIME else chosen)
    return chosen or TIME


def chosen_history(here: Page, histories: Sequence[History], names: Mapping[str, str]) -> History:
    """The subject of the open assessment; else the one that has been assessed most often."""
    ids = {one.id: history for history in histories for one in history.assessments}
    usual = max(histories, key=lambda history: (len(history.assessments), history.latest.created_at))
    shown = ids.get(here.assessment_id or "", usual)
    if len(histories) == 1:
        return shown
    key = f"compare-subject:{here.language.code}"
    adopt(key, ASSESSMENT, shown.latest.id)
    options = {history.latest.id: names[history.id] for history in histories}
    if st.session_state[key] not in options:
        st.session_state[key] = shown.latest.id
    chosen = st.selectbox(
        here.t("What is compared"),
        list(options),
        format_func=lambda id_: options[id_],
        key=key,
        filter_mode=None,
        width=360,
    )
    if ids[chosen] != shown:
        st.query_params.pop(MOMENTS, None)
        st.query_params.pop(PARTICIPANT, None)
        st.session_state[f"seen:{key}"] = st.query_params[ASSESSMENT] = chosen
    return ids[chosen]


def chosen_moments(here: Page, history: History) -> list[Assessment]:
    """Those that are compared, the oldest first; all of them unless somebody has chosen."""
    every = [one.id for one in history.assessments]
    if len(every) < 3:
        return list(history.assessments)
    names = moment_names(history.assessments, here.language)
    key = f"compare-moments:{every[0]}:{here.language.code}"
    listed = [one for one in st.query_params.get(MOMENTS, "").split(SEPARATOR) if one in every]
    adopt(key, MOMENTS, listed or every)
    chosen = st.pills(
        here.t("Which times"),
        every,
        selection_mode="multi",
        format_func=lambda id_: names[id_],
        key=key,
        width="content",
    )
    keep(key, MOMENTS, None if sorted(chosen) == sorted(every) else SEPARATOR.join(chosen))
    return [one for one in history.assessments if one.id in chosen]
