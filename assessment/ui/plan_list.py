"""The plan: what is late, quarter by quarter, what has no date, what is done."""

from datetime import date

import streamlit as st

from assessment.domain.action import Action
from assessment.domain.board import Column, Group, board
from assessment.domain.checklist import term
from assessment.domain.report import AssessmentReport
from assessment.domain.scoring import ItemResult
from assessment.reporting.plan_words import plan_line
from assessment.services.clock import now
from assessment.ui.action_dialog import open_action
from assessment.ui.markup import html_text
from assessment.ui.page import Page
from assessment.ui.what_if_view import what_if_link

WIDTHS = (6.35, 1.9)


def plan_list(here: Page, report: AssessmentReport) -> None:
    if not report.actions:
        said = here.t("Nothing is planned yet. Press Plan beside a gap.")
        st.html(f'<div class="ru"><p class="soft">{html_text(said)}</p></div>')
        return
    what_if_link(here)
    today = now().astimezone(here.zone).date()
    for group in board(report.actions, today=today):
        st.html(f'<div class="ru"><h2 class="ru-finding">{html_text(_heading(here, group))}</h2></div>')
        with st.container(gap=None, key=f"plan-{group.kind}-{group.quarter}"):
            for action in group.actions:
                _row(here, report, action, today)


def _heading(here: Page, group: Group) -> str:
    number = len(group.actions)
    match group.kind:
        case Column.LATE:
            return here.n("One action is late", "{number} actions are late", number)
        case Column.UNDATED:
            return here.t("Without a date")
        case Column.DONE:
            return here.t("Done")
    assert group.quarter is not None, "a quarter has its column"
    return here.t("Quarter {number} {year}", number=group.quarter.number, year=group.quarter.year)


def _row(here: Page, report: AssessmentReport, action: Action, today: date) -> None:
    with st.container(key=f"row-action-{action.id}"):
        what, who = st.columns(WIDTHS, gap="small")
        what.html(_what(here, report, action))
        with who, st.container(gap="xsmall"):
            st.html(plan_mark(here, report, action, today))
            if here.viewer.may_steward:
                st.button(here.t("Edit"), key=f"change-{action.id}", on_click=open_action, args=(action.id,))


def _what(here: Page, report: AssessmentReport, action: Action) -> str:
    asked = {result.item.id: result for result in report.results}
    lines = "".join(
        f'<p class="soft">{html_text(_aim(here, asked[item], level))}</p>'
        for item, level in action.plan.aims.items()
        if item in asked
    )
    note = f"<p>{html_text(action.plan.note)}</p>" if action.plan.note else ""
    return f'<div class="ru ru-action"><h3 class="ru-title">{html_text(action.plan.title)}</h3>{lines}{note}</div>'


def _aim(here: Page, result: ItemResult, expected: int) -> str:
    """The question, where it stands, and where the action is to take it."""
    level = "–" if result.level is None else str(result.level)
    return (
        here.language.of(result.item.question)
        + " "
        + here.t("Level {level}, expected {expected}.", level=level, expected=expected)
    )


def plan_mark(here: Page, report: AssessmentReport, action: Action, today: date) -> str:
    """*Planerad* with who and when, as it stands beside a gap too."""
    role = action.plan.owner_role
    name = here.language.of(term(report.checklist.roles, role).name) if role else ""
    head, told = plan_line(action, name, here.language, today=today)
    return (
        f'<div class="ru"><div class="ru-planned"><p><b>{html_text(head)}</b></p><p>{html_text(told)}</p></div></div>'
    )
