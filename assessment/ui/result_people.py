"""What the group has agreed on, who does not know what, and what rests on one person."""

from typing import Final

import streamlit as st

from assessment.domain.agreement import FEWEST_RATERS
from assessment.domain.dont_knows import OTHERS
from assessment.domain.leave_one_out import RestsOnOne
from assessment.domain.report import AssessmentReport
from assessment.reporting import frames, marks, people_findings
from assessment.ui.figure import figure_head, soft_line
from assessment.ui.markup import html_text
from assessment.ui.number_table import as_table
from assessment.ui.page import Page

FIRST_SETTLED: Final = 5
EVERY_SETTLED: Final = "enade"


def settled(here: Page, report: AssessmentReport) -> None:
    """Only where the group has agreed on something: first the questions on which somebody held on to another level."""
    if not report.settled:
        return
    reading = here.t("Each agreed level beside the votes that came before it. A circle is a person.")
    figure_head(people_findings.settled_finding(report, here.language), reading)
    by_dissent = sorted(report.settled, key=lambda one: -(one.dissent or 0))
    everything = st.query_params.get(EVERY_SETTLED) == "1" or len(by_dissent) <= FIRST_SETTLED + 1
    shown = by_dissent if everything else by_dissent[:FIRST_SETTLED]
    with st.container(key="sheet-settled"):
        st.html(marks.settled_table(shown, here.language))
        dissent = people_findings.dissent_lede(report, here.language)
        if dissent:
            soft_line(dissent)
    if len(shown) < len(by_dissent):
        label = here.t("Show {number} more", number=len(by_dissent) - len(shown))
        st.button(label, key="show-every-settled", type="tertiary", on_click=_show_every_settled)
    as_table(here, frames.settled_frame(report, here.language), key="settled")


def _show_every_settled() -> None:
    st.query_params[EVERY_SETTLED] = "1"


def unknown(here: Page, report: AssessmentReport) -> None:
    """Don't knows by role and dimension, from three people on; which questions they are, in the table."""
    if not any(len(answers) >= FEWEST_RATERS for answers in report.first_answers.values()):
        return
    heading = people_findings.unknown_finding(report, here.language)
    if not any(share.unknown for share in report.dont_knows.everybody.values()):
        figure_head(heading)
        return
    reading = here.t("How many of each group's first answers are don't know. The strip is all its answers.")
    figure_head(heading, reading)
    with st.container(key="sheet-unknown"):
        st.html(marks.unknown_table(report, here.language))
        _together(here, report)
    numbers = frames.unknown_frame(report, here.language), frames.unknown_item_frame(report, here.language)
    as_table(here, *numbers, key="unknown")


def _together(here: Page, report: AssessmentReport) -> None:
    if not report.dont_knows.groups:
        soft_line(here.t("Not shown by role: too few have answered in each."))
    elif OTHERS in report.dont_knows.groups:
        soft_line(here.t("Roles of fewer than three are told together with others, so that nobody is pointed at."))


def rests_on_one(here: Page, report: AssessmentReport) -> None:
    """What would change if one person had not answered. Never who that is."""
    found = report.leave_one_out
    if found is None:
        return
    said = [
        here.t("Each person is left out in turn; who it is, is not told."),
        people_findings.index_range(report, here.language),
    ]
    figure_head(people_findings.rests_finding(report, here.language), " ".join(filter(None, said)))
    if not found.items:
        return
    with st.container(key="sheet-rests"):
        rows = "".join(_row(here, one) for one in found.items)
        st.html(f'<div class="ru"><ul class="ru-questions">{rows}</ul></div>')
    as_table(here, frames.rests_frame(report, here.language), key="rests")


def _row(here: Page, one: RestsOnOne) -> str:
    level = here.t("Level {level}", level=one.result.level)
    return (
        f"<li>{marks.square(one.result, here.language)}"
        f'<span class="ru-hidden">{html_text(level)}: </span>'
        f"<span>{html_text(here.language.of(one.result.item.question))}"
        f'<span class="soft"> {html_text(_without(here, one))}</span></span></li>'
    )


def _without(here: Page, one: RestsOnOne) -> str:
    if one.alone:
        return here.t("Only one person gave a level.")
    if one.low < (one.result.level or 0) < one.high:
        return here.t("Without one person: level {low} or {high}.", low=one.low, high=one.high)
    other = one.low if one.low != one.result.level else one.high
    return here.t("Without one person: level {level}.", level=other)
