"""Above the questions: what is assessed, who answers, and how the questions are shown."""

import streamlit as st

from assessment.services import responses
from assessment.services.assessments import OpenedAssessment
from assessment.services.responses import ResponseSheet
from assessment.ui.markup import html_text
from assessment.ui.page import PARTICIPANT, Page
from assessment.ui.participant_choice import SOMEONE_ELSE, role_names
from assessment.ui.position import VIEW, WHOLE_DIMENSION

ONE_ITEM = "fraga"


def respond_head(here: Page, opened: OpenedAssessment, participant_id: str) -> bool:
    """Whether a whole dimension is shown at a time. Raises ParticipantUnknown."""
    sheet = responses.sheet(here.engine, here.viewer, assessment_id=opened.assessment.id, participant_id=participant_id)
    roles = role_names(here, opened.checklist, sheet.participant)
    said = f"{opened.assessment.name} · " + _as_whom(here, sheet, roles)
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", key="head"):
        with st.container(horizontal=True, width="content", vertical_alignment="center", key="who", gap="small"):
            st.html(f'<div class="ru"><p class="ru-eyebrow">{html_text(said)}</p></div>', width="content")
            if here.viewer.may_steward:
                st.button(here.t("Change"), key="change-participant", type="tertiary", on_click=_change_participant)
        view = _view(here)
    left_out = len(opened.assessment.left_out(opened.checklist))
    if left_out:
        st.html(
            '<div class="ru"><p class="soft">'
            + here.n(
                "One question is left out because it does not concern your type of organisation.",
                "{word} questions are left out because they do not concern your type of organisation.",
                left_out,
            )
            + "</p></div>"
        )
    return view == WHOLE_DIMENSION


def _as_whom(here: Page, sheet: ResponseSheet, roles: str) -> str:
    name = sheet.participant.name
    if not sheet.for_another:
        return here.t("You answer as {roles}", roles=roles)
    if not name:
        return here.t("You enter somebody else’s answers, as {roles}", roles=roles)
    return here.t("You enter answers for {name}, {roles}", name=name, roles=roles)


def _change_participant() -> None:
    st.query_params[PARTICIPANT] = SOMEONE_ELSE


def _view(here: Page) -> str:
    labels = {ONE_ITEM: here.t("One question at a time"), WHOLE_DIMENSION: here.t("Whole dimension")}
    key = f"{VIEW}:{here.language.code}"
    if key not in st.session_state:
        wanted = st.query_params.get(VIEW)
        st.session_state[key] = wanted if wanted in labels else ONE_ITEM
    view = st.segmented_control(
        here.t("Show"),
        list(labels),
        format_func=lambda chosen: labels[chosen],
        key=key,
        label_visibility="collapsed",
        required=True,
    )
    if view == WHOLE_DIMENSION:
        st.query_params[VIEW] = view
    elif VIEW in st.query_params:
        del st.query_params[VIEW]
    return view or ONE_ITEM
