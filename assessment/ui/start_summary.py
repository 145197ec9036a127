"""The four steps at a glance, and the one thing to do next."""

import streamlit as st

from assessment.domain.errors import sentence
from assessment.domain.report import AssessmentReport
from assessment.domain.scoring import ItemState, Score
from assessment.domain.standing import Standing
from assessment.domain.viewer import ViewerKind
from assessment.reporting import findings, marks, next_words, start_findings
from assessment.services import standings
from assessment.texts import labels
from assessment.ui import navigation
from assessment.ui.entry_links import entry_place
from assessment.ui.markup import html_text, markdown_text
from assessment.ui.page import Page
from assessment.ui.step_questions import SCREENS

QUESTIONS = {
    "analysera": sentence("Do you know what must work?"),
    "vagval": sentence("Have you decided who is to do it?"),
    "forbered": sentence("Is the organisation equipped?"),
    "kommunicera": sentence("Does everyone concerned know what applies?"),
}
WIDTHS = [2.4, 5, 1.3]


def start_summary(here: Page, report: AssessmentReport) -> None:
    lede = start_findings.start_lede(report, here.language)
    st.html(
        f'<div class="ru"><p class="ru-eyebrow">{html_text(report.assessment.name)}</p>'
        f'<h1 class="ru-page">{html_text(start_findings.start_finding(report, here.language))}</h1>'
        + (f'<p class="ru-lede">{html_text(lede)}</p>' if lede else "")
        + "</div>"
    )
    columns = marks.split_columns(report.steps.values())
    order = [step.id for step in report.checklist.steps]
    standing = _standing(here, report)
    with st.container(gap=None, key="steps-at-a-glance"):
        for step, score in report.steps.items():
            _step_row(here, step, score, place=order.index(step) + 1, columns=columns, standing=standing)
    st.html(
        marks.legend(here.language, target=shared_target(report), states=states(report), agreed=bool(report.settled))
    )
    _next_step(here, report)


def shared_target(report: AssessmentReport) -> int | None:
    """The target of every item, or None when they differ."""
    targets = {result.target for result in report.results}
    return targets.pop() if len(targets) == 1 else None


def states(report: AssessmentReport) -> list[ItemState]:
    return sorted({result.state for result in report.results})


def _standing(here: Page, report: AssessmentReport) -> Standing | None:
    """What is registered in the four steps; None while nothing is, and for those who may not see it."""
    if here.viewer.kind is ViewerKind.PARTICIPANT:
        return None
    return standings.of_assessment(here.engine, here.viewer, report.assessment.id)


def _step_row(here: Page, step: str, score: Score, *, place: int, columns: str, standing: Standing | None) -> None:
    name = f"{place} {here.t(labels.SHORT_STEP.get(step, step))}"
    question = here.t(QUESTIONS[step]) if step in QUESTIONS else ""
    reach = here.t("{answered} of {asked}", answered=len(score.at_target), asked=len(score.applicable))
    with st.container(key=f"row-step-{step}"):
        left, middle, right = st.columns(WIDTHS, gap="small", vertical_alignment="center")
        with left:
            st.html(
                f'<div class="ru"><p class="soft">{html_text(name)}</p>'
                f'<h2 class="ru-title">{html_text(question)}</h2></div>'
            )
        with middle:
            st.html(marks.split(score, here.language, columns=columns))
            if standing:
                _next_decision(here, step, standing)
        with right:
            below = html_text(here.t("questions reach the target"))
            st.html(f'<div class="ru ru-count"><p><b>{html_text(reach)}</b><br>{below}</p></div>')


def _next_decision(here: Page, step: str, standing: Standing) -> None:
    """One line, which opens the entry that it is about, or the screen where there is none yet."""
    told = next_words.next_decision(step, standing, here.language)
    if told is None or step not in SCREENS:
        return
    script, opened = entry_place(told.kind, told.entry_id) if told.entry_id else (SCREENS[step], {})
    with st.container(key=f"decide-next-{step}"):
        label = markdown_text(here.t("Next here: {what}", what=told.text))
        query = here.link(o=standing.register.organisation.id) | opened
        st.page_link(script, label=label, query_params=query)


def _next_step(here: Page, report: AssessmentReport) -> None:
    """What to do now: go on answering, else the first gap, else the first open question."""
    unanswered = sum(result.state is ItemState.UNANSWERED for result in report.results)
    if findings.is_too_little(report):
        said = here.n("Answer the last question.", "Answer the {number} questions that are left.", unanswered)
        label, script, parameters = here.t("Go on answering"), navigation.RESPOND, here.link(a=report.assessment.id)
    elif report.gaps:
        said = here.language.of(report.gaps[0].result.item.action)
        label, script, parameters = here.t("See all actions"), navigation.ACTIONS, here.link(a=report.assessment.id)
    else:
        return
    with st.container(key="next-step"):
        text, button = st.columns([5, 1.2], gap="small", vertical_alignment="center")
        text.html(f'<div class="ru"><p><b>{html_text(here.t("Do this next:"))}</b> {html_text(said)}</p></div>')
        if button.button(label, key="next-step-button", width="stretch"):
            st.switch_page(script, query_params=parameters)
