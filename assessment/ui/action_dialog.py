"""Planning an action: what, which questions it is to lift and how far, who, when. Saved with one button.

The address says what is open, so that a reload keeps the dialogue.
"""

from typing import Final

import streamlit as st

from assessment.domain.action import Action, Plan, changed_fields
from assessment.domain.action_errors import ActionChanged
from assessment.domain.errors import AssessmentError
from assessment.domain.report import AssessmentReport
from assessment.services import actions
from assessment.ui.action_conflict import conflict, conflict_notice
from assessment.ui.action_fields import action_fields
from assessment.ui.action_history import action_history
from assessment.ui.entry_names import ACTION
from assessment.ui.making import begin, making
from assessment.ui.page import Page

NEW: Final = "ny-"  # and an item id
SEEN: Final = "plan-seen"
PLAN: Final = "plan"


def open_new(item_id: str) -> None:
    """For `on_click`: plan an action that lifts this item."""
    begin(PLAN)
    st.query_params[ACTION] = NEW + item_id


def open_action(action_id: str) -> None:
    """For `on_click`: change an action that is planned already."""
    st.session_state.pop(SEEN, None)
    st.query_params[ACTION] = action_id


def close() -> None:
    st.query_params.pop(ACTION, None)
    st.session_state.pop(SEEN, None)


def _seen(action: Action) -> int:
    """The version that the fields were filled from, however often the page has been drawn since."""
    seen: int = st.session_state.setdefault(SEEN, action.version)
    return seen


def action_dialog(here: Page, report: AssessmentReport) -> None:
    """The dialogue that the address asks for, if it can be had."""
    asked = st.query_params.get(ACTION, "")
    action = next((one for one in report.actions if one.id == asked), None)
    if action is not None:
        title, start = here.t("Change the action"), action.plan
    else:
        planned = _new(here, report, asked.removeprefix(NEW)) if asked.startswith(NEW) else None
        if planned is None:
            return
        title, start = here.t("Plan an action"), planned
    st.dialog(title, width="medium", on_dismiss=close)(lambda: _form(here, report, action, start))()


def _new(here: Page, report: AssessmentReport, item_id: str) -> Plan | None:
    """The checklist's own recommendation, to the item's target."""
    result = next((one for one in report.results if one.item.id == item_id), None)
    if result is None:
        return None
    return Plan(title=here.language.of(result.item.action), effort=result.item.effort, aims={item_id: result.target})


def _form(here: Page, report: AssessmentReport, action: Action | None, start: Plan) -> None:
    if action is None and making(PLAN).added:
        done()
    plan = action_fields(here, report, start, key=action.id if action else NEW + next(iter(start.aims)))
    if action is not None:
        _seen(action)
        if conflict_notice(here, action, plan, done=done):
            return
    with st.container(horizontal=True, vertical_alignment="center", key="plan-do"):
        if st.button(here.t("Save the action"), key="do-save-plan", type="primary"):
            _save(here, report, action, plan)
        if action is not None:
            _more(here, action)
    if action is not None:
        action_history(here, action)


def _save(here: Page, report: AssessmentReport, action: Action | None, plan: Plan) -> None:
    try:
        if action is None:
            new = making(PLAN)
            actions.add(here.engine, here.viewer, report.assessment.id, plan)
            new.added = True
        else:
            actions.change(here.engine, here.viewer, action.id, version=_seen(action), plan=plan)
    except ActionChanged:
        if action is not None and not changed_fields(action.plan, plan):
            done()  # just this is stored already: by a first click, or because somebody else wrote the same
        conflict(action)
        st.rerun()
    except AssessmentError as error:
        st.error(here.language.explain(error))
    else:
        done()


def done() -> None:
    """Close the dialogue and draw the page anew."""
    close()
    st.rerun()


def _more(here: Page, action: Action) -> None:
    if len(action.plan.aims) > 1:
        _split(here, action)
    if st.button(here.t("Remove"), key="remove-action", type="tertiary"):
        try:
            actions.remove(here.engine, here.viewer, action.id, version=_seen(action))
        except AssessmentError as error:
            st.error(here.language.explain(error))
        else:
            done()


def _split(here: Page, action: Action) -> None:
    with st.popover(here.t("Split"), key="split-action"):
        moved = st.multiselect(
            here.t("Questions that get an action of their own"),
            list(action.plan.aims),
            key=f"split:{action.id}",
            placeholder=here.t("Choose questions"),
        )
        if st.button(here.t("Split the action"), key="split-do"):
            try:
                actions.split(here.engine, here.viewer, action.id, version=_seen(action), item_ids=moved)
            except AssessmentError as error:
                st.error(here.language.explain(error))
            else:
                done()
