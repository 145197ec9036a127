"""From the route to the plan: which actions are added is shown first; then one press, and one to take it back."""

from collections.abc import Iterable, Sequence
from typing import Final

import streamlit as st

from assessment.domain.action import Plan
from assessment.domain.errors import AssessmentError
from assessment.domain.plan_batch import Undone
from assessment.domain.report import AssessmentReport
from assessment.domain.route import Due, Route, dues_of, in_plan
from assessment.reporting.findings import capital
from assessment.reporting.route_words import day_words
from assessment.services import plan_files, route_plans
from assessment.texts import labels
from assessment.ui.gap_filter import LIST, PLANNED
from assessment.ui.markup import html_text, markdown_text
from assessment.ui.page import Page
from assessment.ui.position import VIEW
from assessment.ui.route_address import half_year_in

OPEN: Final = "inlagg"
WHOLE: Final = "allt"  # or a half-year, such as 2027-1
TOLD: Final = "route-told"  # what became of an undo, in words


def adopt_button(here: Page, label: str, scope: str) -> None:
    """The half-year that is looked at has the filled one. Who only reads has none."""
    if not here.viewer.may_steward:
        return
    if scope == WHOLE:
        st.button(label, key="adopt-whole", on_click=_open, args=(scope,))
    else:
        st.button(label, key="do-adopt-stage", type="primary", on_click=_open, args=(scope,))


def _open(scope: str) -> None:
    st.query_params[OPEN] = scope


def _close() -> None:
    st.query_params.pop(OPEN, None)


def adopt_dialog(here: Page, report: AssessmentReport, route: Route) -> None:
    """The dialogue that the address asks for, if there is anything to ask about."""
    dues = _asked(route)
    if not dues or not here.viewer.may_steward:
        _close()  # the half-year is no longer part of the route
    else:
        title = here.t("Put into the plan")
        st.dialog(title, width="large", on_dismiss=_close)(lambda: _form(here, report, route, dues))()


def _asked(route: Route) -> Sequence[Due]:
    scope = st.query_params.get(OPEN, "")
    if scope == WHOLE:
        return route.dues
    half_year = half_year_in(scope)
    stage = route.stage(half_year) if half_year else None
    return dues_of(stage) if stage else ()


def _form(here: Page, report: AssessmentReport, route: Route, dues: Sequence[Due]) -> None:
    plans = [_plan(here, route, due) for due in dues if not in_plan(report.actions, due.item_id, due.level)]
    planned = [found for due in dues if (found := in_plan(report.actions, due.item_id, due.level))]
    said = (
        here.n("{word} action is added to the plan", "{word} actions are added to the plan", len(plans))
        if plans
        else here.t("Everything here is in the plan already")
    )
    st.html(f'<div class="ru"><h3 class="ru-title">{html_text(capital(said))}</h3>{_rows(here, plans)}</div>')
    if planned:
        said = here.n("One is in the plan already:", "{word} are in the plan already:", len(planned))
        lines = "".join(f"<li>{html_text(one.plan.title)}</li>" for one in planned)
        st.html(f'<div class="ru"><p>{html_text(capital(said))}</p><ul>{lines}</ul></div>')
    if not plans:
        return
    st.html(f'<div class="ru"><p class="soft">{html_text(here.t("Nobody is responsible for them yet."))}</p></div>')
    if st.button(here.t("Add to the plan"), key="do-adopt", type="primary"):
        try:
            route_plans.adopt(here.engine, here.viewer, report.assessment.id, plans)
        except AssessmentError as error:
            st.error(markdown_text(here.language.explain(error)))
        else:
            _close()
            st.rerun()


def _plan(here: Page, route: Route, due: Due) -> Plan:
    """The checklist's own recommendation, to the level of the route, owned by nobody."""
    item = next(one.item for one in route.path.results if one.item.id == due.item_id)
    title = here.language.of(item.action)
    return Plan(title=title, due=due.day, effort=item.effort, aims={due.item_id: due.level})


def _rows(here: Page, plans: Iterable[Plan]) -> str:
    rows = "".join(f"<li><span>{html_text(one.title)}</span>{_details(here, one)}</li>" for one in plans)
    return f'<ul class="ru-steady">{rows}</ul>'


def _details(here: Page, plan: Plan) -> str:
    assert plan.due is not None, "a half-year has a last day"
    (level,) = plan.aims.values()
    parts = (
        here.t("To level {level}", level=level),
        day_words(plan.due, here.language),
        here.t(labels.EFFORT[plan.effort]),
    )
    return f'<span class="soft">{html_text(", ".join(parts))}</span>'


def adopted_receipt(here: Page, report: AssessmentReport) -> None:
    """What was put into the plan last, and the way back."""
    told: str = st.session_state.pop(TOLD, "")
    if told:
        st.html(f'<div class="ru" role="status"><p>{html_text(told)}</p></div>')
    batch = route_plans.latest(here.engine, here.viewer, report.assessment.id)
    if batch is None:
        return
    said = here.n(
        "{word} action was put into the plan {when}.",
        "{word} actions were put into the plan {when}.",
        batch.changes,
        when=here.when(batch.at),
    )
    with st.container(horizontal=True, vertical_alignment="center", key="route-adopted"):
        st.html(f'<div class="ru" role="status"><p>{html_text(capital(said))}</p></div>', width="content")
        st.button(here.t("See the plan"), key="route-plan", type="tertiary", on_click=_see_plan)
        pressed = st.button(here.t("Take back"), key="route-undo", type="tertiary")
    if pressed:
        _take_back(here, batch.id)


def _see_plan() -> None:
    st.query_params.pop(VIEW, None)
    st.query_params[LIST] = PLANNED


def _take_back(here: Page, batch: str) -> None:
    try:
        undone = plan_files.undo(here.engine, here.viewer, batch)
    except AssessmentError as error:
        st.error(markdown_text(here.language.explain(error)))
        return
    st.session_state[TOLD] = _undone(here, undone)
    st.rerun()


def _undone(here: Page, undone: Undone) -> str:
    lines = []
    if undone.restored:
        said = here.n("{word} action is out of the plan.", "{word} actions are out of the plan.", undone.restored)
        lines.append(capital(said))
    if undone.stayed:
        lines.append(here.t("Somebody has worked on these since, so they stay:"))
        lines += [one.title for one in undone.stayed]
    return "\n".join(lines)
