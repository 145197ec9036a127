"""What if: tick planned actions to the left, and see to the right where they are expected to take the profile."""

from datetime import date
from typing import Final

import streamlit as st

from assessment.domain.action import Action
from assessment.domain.board import board
from assessment.domain.checklist import term
from assessment.domain.prospect import Prospect, prospect, proven
from assessment.domain.report import AssessmentReport
from assessment.domain.scoring import ItemState
from assessment.reporting import marks
from assessment.reporting.findings import capital
from assessment.reporting.marks.shift import shift_figure
from assessment.reporting.plan_words import plan_line
from assessment.reporting.prospect_frames import lift_frame, shift_frame
from assessment.reporting.prospect_words import prospect_finding, prospect_lede, too_early_finding
from assessment.services import assessments
from assessment.services.clock import now
from assessment.ui import navigation
from assessment.ui.figure import as_table
from assessment.ui.gap_filter import LIST, PLANNED
from assessment.ui.markup import html_text, markdown_text
from assessment.ui.page import Page
from assessment.ui.position import VIEW
from assessment.ui.result_figures import furthest_first
from assessment.ui.what_if_ticks import give_out, take_in, tick_boxes, tick_buttons

WHAT_IF: Final = "tank-om"  # the value of `vy`


def what_if_asked() -> bool:
    """Whether the address asks for this rather than for the list."""
    return st.query_params.get(VIEW) == WHAT_IF


def what_if_link(here: Page) -> None:
    """From the plan."""
    label = here.t("What if: see where the plan takes you")
    with st.container(key="noprint-what-if-link"):
        st.page_link(navigation.ACTIONS, label=label, query_params=here.link(**{VIEW: WHAT_IF}))


def what_if_view(here: Page, report: AssessmentReport) -> None:
    with st.container(key="what-if"):
        back = here.link(**{LIST: PLANNED})
        label = here.t("To the plan")
        st.page_link(navigation.ACTIONS, label=label, icon=":material/arrow_back:", query_params=back)
        if report.actions:
            _trial(here, report)
        else:
            _nothing_planned(here, report)


def _nothing_planned(here: Page, report: AssessmentReport) -> None:
    lede = here.t("Plan actions beside the gaps first. Then you can tick them here and see the profile move.")
    _head(here, report, here.t("Nothing is planned yet"), lede)
    st.page_link(navigation.ACTIONS, label=here.t("To the gaps"), query_params=here.link())


@st.fragment
def _trial(here: Page, report: AssessmentReport) -> None:
    """Drawn anew by itself at each tick, from the same report for as long as nobody changes anything."""
    if assessments.revision(here.engine, here.viewer, report.assessment.id) != report.assessment.revision:
        st.rerun()
    today = now().astimezone(here.zone).date()
    columns = board(report.actions, today=today)
    actions = [action for column in columns for action in column.actions]
    take_in(actions)
    head = st.container(gap=None, key="what-if-head")
    left, right = st.columns([1, 1.2], gap="large")
    with left:
        chosen = _actions(here, report, actions, today)
    give_out(actions, chosen)
    found = prospect(report, [action for action in actions if action.id in chosen])
    with head:
        _head(here, report, prospect_finding(found, here.language), prospect_lede(found, here.language))
    with right:
        _figure(here, report, found)


def _head(here: Page, report: AssessmentReport, finding: str, lede: str) -> None:
    """The finding has a container of its own, which stays in view on a phone."""
    eyebrow = f"{report.assessment.name} · {here.t('What if')}"
    st.html(f'<div class="ru"><p class="ru-eyebrow">{html_text(eyebrow)}</p></div>')
    with st.container(key="what-if-finding"):
        st.html(f'<div class="ru" role="status"><h1 class="ru-page">{html_text(capital(finding))}</h1></div>')
    st.html(f'<div class="ru"><p class="ru-lede">{html_text(lede)}</p></div>')


def _actions(here: Page, report: AssessmentReport, actions: list[Action], today: date) -> set[str]:
    """The boxes; what is done stands last, because the answers tell what it has led to. The ids of the ticked ones."""
    open_, done = ([one for one in actions if one.done is finished] for finished in (False, True))
    chosen: set[str] = set()
    with st.container(key="what-if-actions", gap="small"):
        tick_buttons(here, actions)
        chosen |= tick_boxes(open_, label=lambda action: _label(here, report, action, today))
        if done:
            said = here.t("What is done counts when the answers say so. Tick it to see what was expected.")
            st.html(
                f'<div class="ru"><h2 class="ru-title">{html_text(here.t("Done"))}</h2>'
                f'<p class="soft">{html_text(said)}</p></div>'
            )
            chosen |= tick_boxes(done, label=lambda action: _label(here, report, action, today))
    return chosen


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


def _figure(here: Page, report: AssessmentReport, found: Prospect) -> None:
    order = [dimension for dimension, _ in furthest_first(report)]
    with st.container(key="what-if-figure"):
        st.html(f'<div class="ru-shifts">{shift_figure(report, found, order, here.language)}</div>')
        _too_early(here, found)
        tables = [shift_frame(report, found.dimensions, here.language)]
        if found.lifts:
            tables.append(lift_frame(report, found, here.language))
        as_table(here, *tables, key="what-if")


def _too_early(here: Page, found: Prospect) -> None:
    """Items that would be lifted while something that they build on is still below level 2."""
    if not found.too_early:
        return
    rows = []
    for one in found.too_early:
        result = found.results[one.item_id]
        needs = " ".join(
            here.t(
                "Builds on “{question}”, which would be at level {level}.",
                question=here.language.of(found.results[need].item.question),
                level=found.results[need].level,
            )
            for need in one.needs
        )
        rows.append(
            f"<li>{marks.square(result, here.language)}<span>{html_text(here.language.of(result.item.question))}"
            f'<span class="soft"> {html_text(needs)}</span></span></li>'
        )
    with st.expander(capital(too_early_finding(found, here.language)), type="compact", key="what-if-too-early"):
        st.html(f'<div class="ru"><ul class="ru-questions">{"".join(rows)}</ul></div>')
