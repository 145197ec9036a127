"""Over time: the profile then and now, what has moved, and what came of the plans."""

from collections.abc import Mapping, Sequence
from typing import Final

import streamlit as st

from assessment.domain.checklist import term
from assessment.domain.movement import Change, Movement
from assessment.domain.over_time import OverTime
from assessment.domain.subject import History
from assessment.reporting import compare_findings as findings
from assessment.reporting import compare_frames as frames
from assessment.reporting import compare_words as words
from assessment.reporting import marks
from assessment.ui.figure import figure_head, soft_line
from assessment.ui.first_rows import first_rows
from assessment.ui.markup import html_text
from assessment.ui.number_table import as_table
from assessment.ui.page import Page
from assessment.ui.result_figures import WIDTHS

MOST: Final = 6


def time_head(here: Page, history: History, over: OverTime, names: Mapping[str, str]) -> None:
    """Whose, what has happened in one sentence, and four figures."""
    eyebrow = " · ".join(part for part in (history.organisation, history.subject) if part)
    finding = findings.page_finding(over.movements, here.language, since=names[over.then.id])
    st.html(
        f'<div class="ru"><p class="ru-eyebrow">{html_text(eyebrow)}</p>'
        f'<h1 class="ru-page">{html_text(finding)}</h1></div>'
    )
    if over.comparison.items:
        totals = over.comparison.totals
        st.html(marks.key_changes(totals[over.then.id], totals[over.now.id], here.language))
    compared_questions(here, over, names)


def compared_questions(here: Page, over: OverTime, names: Mapping[str, str]) -> None:
    """How many of how many questions are compared; which are not, and why, behind a fold."""
    comparison = over.comparison
    said = words.compared_line(comparison, here.language) + "."
    if over.targets_changed:
        said += " " + here.t("All times are held against today's targets.")
    soft_line(said)
    if comparison.left_out:
        label = here.n(
            "The question that is left out", "The {word} questions that are left out", len(comparison.left_out)
        )
        as_table(here, frames.left_out_frame(comparison, names, here.language), key="left-out", label=label)


def then_and_now(here: Page, over: OverTime, names: Mapping[str, str]) -> None:
    """The dimensions on one line each, then and now."""
    comparison, then, now = over.comparison, over.then.id, over.now.id
    figure_head(findings.profile_finding(comparison, then, now, here.language))
    before, after = comparison.dimensions[then], comparison.dimensions[now]
    with st.container(gap=None, key="sheet-then-now"):
        for dimension in comparison.compared_dimensions:
            with st.container(key=f"row-tight-then-{dimension}"):
                name, track, number = st.columns(WIDTHS, gap="xsmall", vertical_alignment="center")
                said = here.language.of(term(comparison.checklist.dimensions, dimension).name)
                name.html(f'<div class="ru ru-name"><p><b>{html_text(said)}</b></p></div>')
                pair = (before[dimension], after[dimension], here.language)
                track.html(marks.then_now_track(*pair))
                number.html(f'<div class="ru ru-name"><p>{marks.then_now_figure(*pair)}</p></div>')
        _, axis, _ = st.columns(WIDTHS, gap="xsmall")
        axis.html(marks.profile_axis(here.language))
        band = any(score.open for score in after.values())
        st.html(marks.then_now_legend(names[then], names[now], here.language, band=band))
    as_table(here, frames.profile_frame(over, names, here.language), key="then-now")


def moved_questions(here: Page, over: OverTime, names: Mapping[str, str]) -> None:
    """What rose or became known, beside what fell or nobody knows any longer; no list that is empty."""
    upward = {Change.ROSE: here.t("Rose"), Change.BECAME_KNOWN: here.t("Became known")}
    downward = {Change.FELL: here.t("Fell"), Change.BECAME_OPEN: here.t("Became open")}
    sides = [
        [(title, over.moved(change)) for change, title in side.items() if over.moved(change)]
        for side in (upward, downward)
    ]
    reading = (
        here.t("The first square is the level then, the second the level now.")
        if any(sides)
        else here.t("No question has another level than then.")
    )
    figure_head(findings.moves_finding(over.movements, here.language, since=names[over.then.id]), reading)
    with st.container(key="sheet-moves"):
        for column, side in zip(st.columns(2, gap="large"), filter(None, sides), strict=False):
            with column:
                for title, moves in side:
                    _moves(here, title, moves)
    as_table(here, frames.move_frame(over.movements, over.comparison.checklist, here.language), key="moves")


def _moves(here: Page, title: str, moves: Sequence[Movement]) -> None:
    """At least one."""
    rest = len(moves) - MOST
    more = html_text(here.t("And {word} more, in the table below.", word=here.language.word(rest))) if rest > 0 else ""
    below = f'<p class="soft">{more}</p>' if more else ""
    st.html(
        f'<div class="ru"><h3 class="ru-title">{html_text(title)} '
        f'<span class="soft">{here.language.number(len(moves))}</span></h3>'
        f"{marks.move_list(moves[:MOST], here.language)}{below}</div>"
    )


def plans_and_outcomes(here: Page, over: OverTime, names: Mapping[str, str]) -> None:
    """Each action of the earlier moments with what its questions have done since."""
    if not over.outcomes:
        figure_head(here.t("No actions were planned"))
        soft_line(here.t("Plan actions on the screen Actions, and you see here what came of them next time."))
        return
    first = here.t("The first square is the level when the action was planned.")
    reading = f"{findings.plan_reading(over.outcomes, here.language)} {first}"
    figure_head(findings.plan_finding(over.outcomes, here.language), reading)
    with st.container(key="sheet-outcomes"):
        above = st.container()
        shown = list(first_rows(here, over.outcomes))
        above.html(marks.outcome_list(shown, over, here.language))
    as_table(here, frames.outcome_frame(over, names, here.language), key="outcomes")
    alone = over.risen_without_action
    if alone:
        label = here.n(
            "The question that rose without any action", "The {word} questions that rose without any action", len(alone)
        )
        table = frames.move_frame(alone, over.comparison.checklist, here.language)
        as_table(here, table, key="risen-alone", label=label)
