"""The boxes of *What if*, and what a tick moves.

Each box is a fragment: a tick draws the box, the finding and the figure again, and nothing else. A box may write to
those only if it also did so in the last run of the whole page.
"""

from dataclasses import dataclass
from time import sleep

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assessment.domain.action import Action
from assessment.domain.prospect import Prospect, prospect
from assessment.domain.report import AssessmentReport
from assessment.reporting import marks
from assessment.reporting.findings import capital
from assessment.reporting.marks.shift import shift_figure
from assessment.reporting.prospect_frames import lift_frame, shift_frame
from assessment.reporting.prospect_words import prospect_finding, prospect_lede, too_early_finding
from assessment.services import assessments
from assessment.ui.markup import html_text
from assessment.ui.number_table import number_table
from assessment.ui.page import Page
from assessment.ui.result_figures import furthest_first
from assessment.ui.what_if_ticks import chosen, give_out, tick_box, ticked

TABLE = "table-what-if"
SHOWN_FIRST = 0.08  # seconds; a new address makes the browser look through the whole page, so it comes after the figure


@dataclass(frozen=True)
class Trial:
    """What is tried, and the places that a tick draws anew."""

    here: Page
    report: AssessmentReport
    actions: tuple[Action, ...]  # in the order of the boxes
    finding: DeltaGenerator
    lede: DeltaGenerator
    figure: DeltaGenerator

    def found(self) -> Prospect:
        """What the boxes that are ticked lead to."""
        ticked = chosen(self.actions)
        return prospect(self.report, [action for action in self.actions if action.id in ticked])

    def draw(self) -> None:
        here, found = self.here, self.found()
        self.finding.html(finding_html(prospect_finding(found, here.language)))
        self.lede.html(lede_html(prospect_lede(found, here.language)))
        order = [dimension for dimension, _ in furthest_first(self.report)]
        figure = shift_figure(self.report, found, order, here.language)
        self.figure.html(f'<div class="ru-shifts">{figure}{_too_early(here, found)}</div>')


@st.fragment
def box(trial: Trial, action: Action, label: str) -> None:
    """One action. The report is that of the whole page, for as long as nobody has changed anything."""
    tick_box(action, label)
    here, assessment = trial.here, trial.report.assessment
    if assessments.revision(here.engine, here.viewer, assessment.id) != assessment.revision:
        st.rerun()
    trial.draw()
    if chosen(trial.actions) != set(ticked(trial.actions)):
        sleep(SHOWN_FIRST)
    changed = give_out(trial.actions)
    if changed and st.session_state.get(TABLE):
        st.rerun()  # an open table follows, at the price of the whole page


@st.fragment
def table(trial: Trial) -> None:
    """Made when it is opened only: the tables cost more than all the rest of a tick."""
    here = trial.here
    with st.container(key="noprint-what-if-table"):
        fold = st.expander(here.t("Show as a table"), type="compact", key=TABLE, on_change="rerun")
        if fold.open:
            found = trial.found()
            with fold:
                number_table(here, shift_frame(trial.report, found.dimensions, here.language))
                if found.lifts:
                    number_table(here, lift_frame(trial.report, found, here.language))


def finding_html(finding: str) -> str:
    return f'<div class="ru" role="status"><h1 class="ru-page">{html_text(capital(finding))}</h1></div>'


def lede_html(lede: str) -> str:
    return f'<div class="ru"><p class="ru-lede">{html_text(lede)}</p></div>'


def _too_early(here: Page, found: Prospect) -> str:
    """Items that would be lifted while something that they build on is still below level 2."""
    if not found.too_early:
        return ""
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
    heading = f'<h2 class="ru-title">{html_text(capital(too_early_finding(found, here.language)))}</h2>'
    return f'<div class="ru ru-early">{heading}<ul class="ru-questions">{"".join(rows)}</ul></div>'
