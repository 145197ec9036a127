"""Erasing one person from an assessment, on Inställningar: who takes part, and what goes and what stays.

The address says which assessment is looked through and who is about to be erased, so that a reload keeps both.
"""

from typing import Final

import streamlit as st

from assessment.domain.assessment import Assessment
from assessment.domain.erasure import Traces
from assessment.domain.errors import AssessmentError
from assessment.services import assessments, erasure
from assessment.services.assessments import OpenedAssessment
from assessment.ui.figure import figure_head, soft_line
from assessment.ui.markup import html_text
from assessment.ui.page import Page
from assessment.ui.participant_choice import role_names

WHERE: Final = "radera-i"  # an assessment's id
WHO: Final = "radera"  # a participant's id
DONE: Final = "erased"


def settings_erase(here: Page) -> None:
    known = {one.assessment.id: one.assessment for one in assessments.summaries(here.engine, here.viewer)}
    if not known:
        return
    figure_head(
        here.t("What one person has given can be erased"),
        here.t("From one self-assessment at a time. You see what goes and what stays before anything is erased."),
    )
    if st.session_state.pop(DONE, False):
        st.success(here.t("Erased. Copies made before still hold it."))
    asked = st.query_params.get(WHERE, "")
    chosen = _assessment(here, known, asked if asked in known else None)
    if chosen is None:
        return
    opened = assessments.opened(here.engine, here.viewer, chosen)
    people = erasure.known(here.engine, here.viewer, chosen)
    if not people:
        soft_line(here.t("Nobody takes part in it."))
    with st.container(gap=None, key="erase-whom"):
        for place, traces in enumerate(people, start=1):
            _person(here, opened, traces, _name(here, traces, place))
    for place, traces in enumerate(people, start=1):
        if traces.participant.id == st.query_params.get(WHO):
            title = here.t("Erase {name}?", name=_name(here, traces, place))
            st.dialog(title, on_dismiss=_keep)(lambda traces=traces: _before_erasing(here, traces))()


def _assessment(here: Page, known: dict[str, Assessment], asked: str | None) -> str | None:
    chosen: str | None = st.selectbox(
        here.t("Self-assessment"),
        list(known),
        index=list(known).index(asked) if asked else None,
        format_func=lambda id_: known[id_].name,
        placeholder=here.t("Choose which"),
        key=f"erase-in:{here.language.code}",
        width=460,
    )
    if chosen != asked:
        st.query_params.pop(WHO, None)
        st.query_params[WHERE] = chosen or ""
    return chosen


def _name(here: Page, traces: Traces, place: int) -> str:
    return traces.participant.name or here.t("Participant {place}", place=place)


def _person(here: Page, opened: OpenedAssessment, traces: Traces, name: str) -> None:
    one = traces.participant
    answered = here.n("{number} question answered", "{number} questions answered", traces.answers)
    cast = traces.votes + traces.unseen
    votes = here.n("{number} vote", "{number} votes", cast) if cast else ""
    begun = here.t("joined {moment}", moment=here.when(one.created_at))
    told = " · ".join(filter(None, (role_names(here, opened.checklist, one), begun, answered, votes)))
    key = f"row-tight-{one.id}"
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", key=key):
        st.html(
            f'<div class="ru"><h3 class="ru-title">{html_text(name)}</h3><p class="soft">{html_text(told)}</p></div>'
        )
        st.button(
            here.t("Erase"),
            help=here.t("What goes and what stays with {name}", name=name),
            key=f"erase-{one.id}",
            on_click=_ask,
            args=(one.id,),
        )


def _ask(participant_id: str) -> None:
    st.query_params[WHO] = participant_id


def _keep() -> None:
    st.query_params.pop(WHO, None)


def _before_erasing(here: Page, traces: Traces) -> None:
    _listed(here.t("This goes, and nobody can bring it back"), _goes(here, traces))
    _listed(here.t("This stays"), _stays(here, traces))
    with st.container(horizontal=True, key="erase-or-keep"):
        erase = st.button(here.t("Erase for good"), key="do-erase", type="primary")
        keep = st.button(here.t("Keep"), key="keep-person")
    if erase:
        try:
            erasure.erase(here.engine, here.viewer, traces.participant.id)
        except AssessmentError as error:
            st.error(here.language.explain(error))
            return
        st.session_state[DONE] = True
    if erase or keep:
        _keep()
        st.rerun()


def _listed(heading: str, lines: list[str]) -> None:
    items = "".join(f"<li>{html_text(line)}</li>" for line in lines)
    st.html(f'<div class="ru ru-erase"><h3 class="ru-title">{html_text(heading)}</h3><ul>{items}</ul></div>')


def _goes(here: Page, traces: Traces) -> list[str]:
    found = [here.t("Name, roles, personal links and sign-in")]
    if traces.answers:
        found.append(here.n("{number} answer", "{number} answers", traces.answers))
    if traces.texts:
        found.append(here.n("{number} comment, reason or note", "{number} comments, reasons and notes", traces.texts))
    if traces.unseen:
        votes = here.n("{number} vote", "{number} votes", traces.unseen)
        found.append(here.t("{votes} that nobody has seen", votes=votes))
    return found


def _stays(here: Page, traces: Traces) -> list[str]:
    found = [here.t("What the group has settled: agreed levels with their reasons, and the plan.")]
    if traces.votes:
        votes = here.n("{number} vote", "{number} votes", traces.votes)
        found.insert(
            0,
            here.t(
                "{votes} that a room has seen stay in its count, without a name and with nothing that leads back.",
                votes=votes,
            ),
        )
    return [
        *found,
        here.t(
            "The name where somebody has written it in a text, and where it stands beside a change or a signature. "
            "Rustad does not look there: search for it yourself."
        ),
        here.t("All of it in copies made before. Delete those that you no longer need."),
    ]
