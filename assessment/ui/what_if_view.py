"""What if: tick planned actions to the left, and see to the right where they are expected to take the profile."""

from datetime import date
from typing import Final

import streamlit as st

from assessment.domain.action import Action
from assessment.domain.board import board
from assessment.domain.checklist import term
from assessment.domain.prospect import proven
from assessment.domain.report import AssessmentReport
from assessment.domain.scoring import ItemState
from assessment.reporting.plan_words import plan_line
from assessment.services.clock import now
from assessment.ui.gap_filter import LIST, PLANNED
from assessment.ui.markup import html_text, markdown_text
from assessment.ui.page import Page
from assessment.ui.position import VIEW
from assessment.ui.what_if_ticks import take_in, tick_buttons
from assessment.ui.what_if_trial import Trial, box, finding_html, lede_html, table

WHAT_IF: Final = "tank-om"  # the value of `vy`


def what_if_asked() -> bool:
    """Whether the address asks for this rather than for the list."""
    return st.query_params.get(VIEW) == WHAT_IF


def what_if_link(here: Page) -> None:
    """From the plan. A page link to the screen one is on would leave the address as it was."""
    with st.container(key="noprint-what-if-link"):
        label = here.t("What if: see where the plan takes you")
        st.button(label, key="what-if-open", type="tertiary", on_click=_go, args=(WHAT_IF, PLANNED))


def _go(view: str | None, chosen: str | None) -> None:
    """To this view, or to the list that is named."""
    for name, value in ((VIEW, view), (LIST, chosen)):
        if value:
            st.query_params[name] = value
        else:
            st.query_params.pop(name, None)


def what_if_view(here: Page, report: AssessmentReport) -> None:
    with st.container(key="what-if"):
        icon = ":material/arrow_back:"
        st.button(here.t("To the plan"), key="back", type="tertiary", icon=icon, on_click=_go, args=(None, PLANNED))
        if report.actions:
            _trial(here, report)
        else:
            _nothing_planned(here, report)


def _nothing_planned(here: Page, report: AssessmentReport) -> None:
    said = here.t("Plan actions beside the gaps first. Then you can tick them here and see the profile move.")
    _eyebrow(here, report)
    st.html(finding_html(here.t("Nothing is planned yet")))
    st.html(lede_html(said))
    st.button(here.t("To the gaps"), key="do-gaps", type="primary", on_click=_go, args=(None, None))


def _eyebrow(here: Page, report: AssessmentReport) -> None:
    eyebrow = f"{report.assessment.name} · {here.t('What if')}"
    st.html(f'<div class="ru"><p class="ru-eyebrow">{html_text(eyebrow)}</p></div>')


def _trial(here: Page, report: AssessmentReport) -> None:
    """The finding has a container of its own, which stays in view on a phone."""
    today = now().astimezone(here.zone).date()
    planned = [action for column in board(report.actions, today=today) for action in column.actions]
    take_in(planned)
    with st.container(gap=None, key="what-if-head"):
        _eyebrow(here, report)
        finding, lede = st.container(key="what-if-finding").empty(), st.empty()
    with st.container(key="what-if-body"):
        left, right = st.columns([1, 1.2], gap="large")
    with right, st.container(key="what-if-figure"):
        trial = Trial(here, report, tuple(planned), finding, lede, st.empty())
        table(trial)
    with left:
        _boxes(trial, today)


def _boxes(trial: Trial, today: date) -> None:
    """What is done stands last, because the answers tell what it has led to."""
    here, report = trial.here, trial.report
    with st.container(key="what-if-actions", gap="small"):
        tick_buttons(here, trial.actions)
        for action in trial.actions:
            if not action.done:
                box(trial, action, _label(here, report, action, today))
        done = [action for action in trial.actions if action.done]
        if done:
            said = here.t("What is done counts when the answers say so. Tick it to see what was expected.")
            st.html(
                f'<div class="ru"><h2 class="ru-title">{html_text(here.t("Done"))}</h2>'
                f'<p class="soft">{html_text(said)}</p></div>'
            )
        for action in done:
            box(trial, action, _label(here, report, action, today))


def _label(here: Page, report: AssessmentReport, action: Action, today: date) -> str:
    """The title on a line of its own; below it who and when, and what is expected."""
    role = action.plan.owner_role
    name = here.language.of(term(report.checklist.roles, role).name) if role else ""
    _, told = plan_line(action, name, here.language, today=today)
    parts = [told + ".", _expected(here, report, action)]
    if action.done:
        parts.append(here.t("Shown by the answers.") if proven(action, report.results) else here.t("Not shown yet."))
    return f"**{markdown_text(action.plan.title)}** {markdown_text(' '.join(part for part in parts if part != '.'))}"


def _expected(here: Page, report: AssessmentReport, action: Action) -> str:
    aims = action.plan.aims
    theirs = [result for result in report.results if result.item.id in aims]
    if len(theirs) != 1:
        return here.n("Lifts one question.", "Lifts {word} questions.", len(aims))
    (one,) = theirs
    expected = aims[one.item.id]
    if one.state is ItemState.NOT_APPLICABLE:
        return here.t("The question does not apply.")
    if one.level is None:
        return here.t("No level today, expected {expected}.", expected=expected)
    return here.t("Level {level}, expected {expected}.", level=one.level, expected=expected)
