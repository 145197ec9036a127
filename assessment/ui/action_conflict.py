"""When somebody else was first: both values side by side, and the choice between them."""

from collections.abc import Callable

import streamlit as st

from assessment.domain.action import Action, Plan, changed_fields, written
from assessment.domain.errors import AssessmentError
from assessment.services import actions
from assessment.texts import labels
from assessment.ui.markup import html_text
from assessment.ui.page import Page

CONFLICT = "action-conflict"


def conflict(action: Action | None) -> None:
    """Remember that the action had changed meanwhile."""
    st.session_state[CONFLICT] = action.id if action else None


def conflict_notice(here: Page, action: Action, mine: Plan, *, done: Callable[[], None]) -> bool:
    """Show both values and let the writer choose, and call `done` after that. False when there is no conflict."""
    if st.session_state.get(CONFLICT) != action.id:
        return False
    try:
        theirs = actions.action(here.engine, here.viewer, action.id)
    except AssessmentError as error:
        st.error(here.language.explain(error))
        return True
    who = theirs.changed_by or here.t("Somebody")
    st.warning(
        here.t(
            "{who} changed the action at {time} while you had it open. Your change is not saved.",
            who=who,
            time=here.time(theirs.changed_at),
        )
    )
    st.html(_both(here, mine, theirs.plan))
    with st.container(horizontal=True, key="conflict-do"):
        if st.button(here.t("Save mine"), key="save-mine"):
            _save_mine(here, theirs, mine, done)
        if st.button(here.t("Keep theirs"), key="do-keep-theirs", type="primary"):
            _settled(done)
    return True


def _save_mine(here: Page, theirs: Action, mine: Plan, done: Callable[[], None]) -> None:
    try:
        actions.change(here.engine, here.viewer, theirs.id, version=theirs.version, plan=mine)
    except AssessmentError as error:
        st.error(here.language.explain(error))
        return
    _settled(done)


def _settled(done: Callable[[], None]) -> None:
    st.session_state.pop(CONFLICT, None)
    done()


def _both(here: Page, mine: Plan, theirs: Plan) -> str:
    heads = "".join(
        f'<th scope="col">{html_text(name)}</th>' for name in (here.t("Field"), here.t("Yours"), here.t("Theirs"))
    )
    rows = "".join(
        f'<tr><th scope="row">{html_text(here.t(labels.PLAN_FIELD[name]))}</th>'
        f"<td>{html_text(shown_value(here, mine, name))}</td><td>{html_text(shown_value(here, theirs, name))}</td></tr>"
        for name in changed_fields(theirs, mine)
    )
    return (
        f'<div class="ru ru-scroll"><table class="ru-numbers"><thead><tr>{heads}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def shown_value(here: Page, plan: Plan, name: str) -> str:
    """A field as people read it."""
    if name == "status":
        return here.t(labels.ACTION_STATUS[plan.status])
    if name == "effort":
        return here.t(labels.EFFORT[plan.effort])
    return written(plan, name) or "–"
