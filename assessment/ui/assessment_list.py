"""All assessments: how far each has come and what to do next with it."""

from pathlib import Path

import streamlit as st

from assessment.domain.assessment import AssessmentSummary
from assessment.domain.checklist import Scope
from assessment.domain.organisation import name_key
from assessment.services import assessments, organisations
from assessment.texts import labels
from assessment.ui import navigation
from assessment.ui.attempt import attempting
from assessment.ui.figure import soft_line
from assessment.ui.markup import html_text
from assessment.ui.new_assessment import follow_up, new_assessment_form, open_example
from assessment.ui.page import ASSESSMENT, PARTICIPANT, Page


def assessment_list(here: Page, summaries: list[AssessmentSummary]) -> None:
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", key="list-head"):
        title = html_text(here.t("Your assessments"))
        st.html(f'<div class="ru"><h2 class="ru-finding">{title}</h2></div>', width="content")
        with st.container(horizontal=True, width="content", key="list-do"):
            if here.viewer.may_steward:
                _begin(here, summaries)
    with st.container(gap=None, key="assessments"):
        for summary in summaries:
            _row(here, summary)


def _begin(here: Page, summaries: list[AssessmentSummary]) -> None:
    if not any(summary.assessment.example for summary in summaries):
        open_example(here, key="list")
    if st.button(here.t("New assessment"), key="do-new", type="primary"):
        st.dialog(here.t("New assessment"))(lambda: new_assessment_form(here, key="dialog"))()


def _row(here: Page, summary: AssessmentSummary) -> None:
    assessment = summary.assessment
    with st.container(key=f"row-{assessment.id}"):
        name, progress, onward, more = st.columns([3, 3, 1.7, 0.5], gap="small", vertical_alignment="center")
        with name:
            st.html(_name(here, summary))
        with progress:
            st.html(_progress(here, summary))
        with onward:
            label, script, parameters = _next_thing(here, summary)
            if st.button(label, key=f"open-{assessment.id}", width="stretch"):
                st.switch_page(script, query_params=parameters)
        with more:
            _more(here, summary)


def _name(here: Page, summary: AssessmentSummary) -> str:
    scope = here.t(labels.SCOPE[summary.assessment.scope])
    if summary.assessment.scope is Scope.FULL:
        questions = here.t("All {number} questions", number=summary.asked)
    else:
        questions = here.t("{scope}, {number} questions", scope=scope, number=summary.asked)
    people = (
        here.n("{word} participant", "{number} participants", summary.participants)
        if summary.participants
        else here.t("no participants yet")
    )
    example = f"\u00a0·\u00a0{here.t('example')}" if summary.assessment.example else ""
    return (
        f'<div class="ru"><h3 class="ru-title">{html_text(summary.assessment.name)}</h3>'
        f'<p class="soft">{html_text(f"{questions}, {people}{example}")}</p></div>'
    )


def _progress(here: Page, summary: AssessmentSummary) -> str:
    share = summary.answered / summary.asked if summary.asked else 0
    said = here.t("{answered} of {asked}", answered=summary.answered, asked=summary.asked)
    label = here.t("{answered} of {asked} answered", answered=summary.answered, asked=summary.asked)
    moment = here.when(summary.changed_at)
    changed = (
        here.t("Changed {moment}", moment=moment) if summary.answered else here.t("Created {moment}", moment=moment)
    )
    return (
        f'<div class="ru"><div class="ru-progress" role="img" aria-label="{html_text(label)}">'
        f'<i style="width:{100 * share:.0f}%"></i></div><p><b>{html_text(said)}</b> {html_text(here.t("answered"))}'
        f' <span class="soft">· {html_text(changed)}</span></p></div>'
    )


def _next_thing(here: Page, summary: AssessmentSummary) -> tuple[str, Path, dict[str, str]]:
    same = summary.assessment.id == here.assessment_id
    parameters = here.link(a=summary.assessment.id, p=here.participant_id if same else None)
    if summary.answered >= summary.asked:
        return here.t("See the results"), navigation.RESULTS, parameters
    return here.t("Go on answering") if summary.answered else here.t("Start answering"), navigation.RESPOND, parameters


def _more(here: Page, summary: AssessmentSummary) -> None:
    """Rename and delete, out of the way."""
    assessment = summary.assessment
    help_text = here.t("More for {name}", name=assessment.name)
    with st.popover("", icon=":material/more_horiz:", type="tertiary", help=help_text, key=f"more-{assessment.id}"):
        if st.button(here.t("Show on the start page"), key=f"show-{assessment.id}", type="tertiary"):
            st.query_params[ASSESSMENT] = assessment.id
            st.query_params.pop(PARTICIPANT, None)
            st.rerun()
        if not here.viewer.may_steward:
            return
        if st.button(here.t("Assess again"), key=f"again-{assessment.id}", type="tertiary"):
            follow_up(here, assessment)
        if st.button(here.t("Change the name"), key=f"rename-{assessment.id}", type="tertiary"):
            st.dialog(here.t("Change the name"))(lambda: _rename(here, summary))()
        if st.button(here.t("Delete"), key=f"delete-{assessment.id}", type="tertiary"):
            st.dialog(here.t("Delete the assessment {name}?", name=assessment.name))(lambda: _remove(here, summary))()


def _stays(here: Page, name: str) -> None:
    """The name here is the assessment's own. The organisation with its register is renamed where it is kept."""
    kept = next((one for one in organisations.known(here.engine, here.viewer) if one.key == name_key(name)), None)
    if kept is None:
        return
    named = kept.name or here.t("the organisation")
    label = here.t("Rename the organisation with all that it has in 1 Analyse")
    with st.container(gap=None, key="rename-where-kept"):
        soft_line(here.t("What is registered in the four steps stays with {name}.", name=named))
        st.page_link(navigation.ANALYSE, label=label, query_params=here.link(o=kept.id))


def _rename(here: Page, summary: AssessmentSummary) -> None:
    assessment = summary.assessment
    name = st.text_input(here.t("What are you assessing?"), value=assessment.name, max_chars=200)
    organisation = st.text_input(here.t("Organisation (optional)"), value=assessment.organisation, max_chars=200)
    _stays(here, assessment.organisation)
    subject = st.text_input(
        here.t("What is assessed, the same every time"),
        value=assessment.subject,
        max_chars=200,
        help=here.t("Assessments with the same words here are compared over time."),
    )
    if st.button(here.t("Save"), key="do-rename", type="primary"):
        with attempting():
            assessments.rename(
                here.engine, here.viewer, assessment.id, name=name, organisation=organisation, subject=subject
            )
            st.rerun()


def _remove(here: Page, summary: AssessmentSummary) -> None:
    st.write(
        here.n(
            "Its answers to one question are deleted and cannot be restored.",
            "Its answers to {number} questions are deleted and cannot be restored.",
            summary.answered,
        )
        if summary.answered
        else here.t("It has no answers yet.")
    )
    with st.container(horizontal=True, key="delete-or-keep"):
        delete = st.button(here.t("Delete"), key="do-delete", type="primary")
        keep = st.button(here.t("Keep"), key="keep")
    if delete:
        assessments.remove(here.engine, here.viewer, summary.assessment.id)
        if here.assessment_id == summary.assessment.id:
            st.query_params.pop(ASSESSMENT, None)
            st.query_params.pop(PARTICIPANT, None)
    if delete or keep:
        st.rerun()
