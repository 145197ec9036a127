"""The fields of an action."""

from dataclasses import replace

import streamlit as st

from assessment.domain.action import ActionStatus, Plan
from assessment.domain.checklist import LEVELS, Checklist, Effort, term
from assessment.domain.report import AssessmentReport
from assessment.texts import labels
from assessment.ui.day_input import day_input
from assessment.ui.page import Page


def action_fields(here: Page, report: AssessmentReport, start: Plan, *, key: str) -> Plan:
    """Draw them, and return the plan that they hold now. `key` sets one action's fields apart from another's."""
    code = here.language.code
    title = st.text_area(here.t(labels.PLAN_FIELD["title"]), start.title, key=f"plan-title:{key}", height=70)
    aims = _aims(here, report, start, key=key)
    left, right = st.columns(2)
    with left:
        owner = st.text_input(here.t(labels.PLAN_FIELD["owner"]), start.owner, key=f"plan-owner:{key}")
        due = day_input(here.t(labels.PLAN_FIELD["due"]), start.due, key=f"plan-due:{key}")
    with right:
        role = _role(here, report.checklist, start, key=f"plan-role:{key}:{code}")
    status, effort = _choices(here, start, key=f"{key}:{code}")
    note = st.text_area(
        here.t(labels.PLAN_FIELD["note"]),
        start.note,
        key=f"plan-note:{key}",
        height=70,
        help=here.t("Do not enter secret or security-classified information."),
    )
    return replace(
        start,
        title=title,
        owner=owner,
        owner_role=role or "",
        due=due,
        status=status,
        effort=effort,
        note=note,
        aims=aims,
    )


def _choices(here: Page, start: Plan, *, key: str) -> tuple[ActionStatus, Effort]:
    status = st.segmented_control(
        here.t(labels.PLAN_FIELD["status"]),
        list(ActionStatus),
        default=start.status,
        format_func=lambda one: here.t(labels.ACTION_STATUS[one]),
        key=f"plan-status:{key}",
        required=True,
    )
    effort = st.segmented_control(
        here.t(labels.PLAN_FIELD["effort"]),
        list(Effort),
        default=start.effort,
        format_func=lambda one: here.t(labels.EFFORT[one]).capitalize(),
        key=f"plan-effort:{key}",
        required=True,
    )
    return status or start.status, effort or start.effort


def _role(here: Page, checklist: Checklist, start: Plan, *, key: str) -> str | None:
    ids = [role.id for role in checklist.roles]
    return st.selectbox(
        here.t(labels.PLAN_FIELD["owner_role"]),
        ids,
        index=ids.index(start.owner_role) if start.owner_role in ids else None,
        format_func=lambda one: here.language.of(term(checklist.roles, one).name),
        placeholder=here.t("Nobody chosen"),
        key=key,
    )


def _aims(here: Page, report: AssessmentReport, start: Plan, *, key: str) -> dict[str, int]:
    """The questions and the level that each is expected to reach."""
    code = here.language.code
    results = {result.item.id: result for result in report.results}
    chosen = st.multiselect(
        here.t("Questions that the action is to lift"),
        [item_id for item_id in results if results[item_id].gap or item_id in start.aims],
        [item_id for item_id in start.aims if item_id in results],
        format_func=lambda one: f"{one} {here.language.of(results[one].item.question)}",
        key=f"plan-aims:{key}:{code}",
        placeholder=here.t("Choose questions"),
    )
    aims = {}
    for item_id in chosen:
        level = st.segmented_control(
            here.t("Expected level: {question}", question=here.language.of(results[item_id].item.question)),
            LEVELS[1:],
            default=max(1, start.aims.get(item_id, results[item_id].target)),
            key=f"plan-aim:{key}:{item_id}:{code}",
            required=True,
        )
        aims[item_id] = level or results[item_id].target
    return aims
