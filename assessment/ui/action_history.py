"""Who changed what in an action, the latest first."""

import streamlit as st

from assessment.domain.action import Action, ActionChange, ActionStatus
from assessment.domain.checklist import Effort
from assessment.services import actions
from assessment.texts import labels
from assessment.ui.markup import html_text
from assessment.ui.page import Page


def action_history(here: Page, action: Action) -> None:
    with st.expander(here.t("History"), type="compact", key=f"history:{action.id}", on_change="rerun") as fold:
        if not fold.open:
            return
        lines = reversed(actions.history(here.engine, here.viewer, action.id))
        st.html('<div class="ru">' + "".join(f"<p>{_line(here, one)}</p>" for one in lines) + "</div>")


def _line(here: Page, one: ActionChange) -> str:
    when = f"{here.when(one.at)}" + (f" · {one.by}" if one.by else "")
    name = here.t(labels.PLAN_FIELD.get(one.field, one.field))
    told = here.t("{field}: {after}", field=name, after=_value(here, one.field, one.after))
    if one.before:
        told += " " + here.t("(was {before})", before=_value(here, one.field, one.before))
    return f'<span class="soft">{html_text(when)}</span> {html_text(told)}'


def _value(here: Page, field: str, text: str) -> str:
    if field == "status" and text in list(ActionStatus):
        return here.t(labels.ACTION_STATUS[ActionStatus(text)])
    if field == "effort" and text in list(Effort):
        return here.t(labels.EFFORT[Effort(text)])
    if field == "removed":
        return here.t("Yes") if text == "True" else here.t("No")
    return text or "–"
