"""The figures of the result: profile, distribution, map, strongest and weakest."""

import streamlit as st

from assessment.domain.checklist import term
from assessment.domain.report import AssessmentReport
from assessment.domain.scoring import ItemResult, Score
from assessment.reporting import findings, frames, marks
from assessment.ui.figure import figure_head
from assessment.ui.markup import html_text
from assessment.ui.number_table import as_table
from assessment.ui.page import Page
from assessment.ui.start_summary import shared_target, states

WIDTHS = [2.2, 5, 1.9]
MOST_SHOWN = 5


def furthest_first(report: AssessmentReport) -> list[tuple[str, Score]]:
    """The dimensions, furthest below the target first; those without an index last."""

    def distance(score: Score) -> float:
        if score.index is None or score.index.point is None:
            return float("-inf")
        return score.target_index - score.index.point

    return sorted(report.dimensions.items(), key=lambda pair: -distance(pair[1]))


def profile(here: Page, report: AssessmentReport) -> None:
    figure_head(findings.profile_finding(report, here.language))
    with st.container(gap=None, key="sheet-profile"):
        for dimension, score in furthest_first(report):
            with st.container(key=f"row-tight-profile-{dimension}"):
                name, track, number = st.columns(WIDTHS, gap="xsmall", vertical_alignment="center")
                name.html(_name(here, report, dimension))
                track.html(marks.profile_track(score, here.language))
                number.html(f'<div class="ru ru-name"><p>{marks.profile_figure(score, here.language)}</p></div>')
        _, axis, _ = st.columns(WIDTHS, gap="xsmall")
        axis.html(marks.profile_axis(here.language))
        st.html(marks.profile_legend(report, here.language))
    as_table(here, frames.dimension_frame(report, here.language), key="profile")


def distribution(here: Page, report: AssessmentReport) -> None:
    reading = here.t("A square is a question. Left of the line when the question reaches its target.")
    figure_head(findings.at_target_finding(report, here.language), reading)
    columns = marks.split_columns(report.dimensions.values())
    with st.container(gap=None, key="sheet-distribution"):
        for dimension, score in furthest_first(report):
            with st.container(key=f"row-tight-split-{dimension}"):
                name, squares, number = st.columns(WIDTHS, gap="xsmall", vertical_alignment="center")
                name.html(_name(here, report, dimension))
                squares.html(marks.split(score, here.language, columns=columns))
                of = here.t("{answered} of {asked}", answered=len(score.at_target), asked=len(score.applicable))
                reach = html_text(here.t("at target"))
                number.html(f'<div class="ru ru-name"><p><b>{html_text(of)}</b> {reach}</p></div>')
        st.html(
            marks.legend(
                here.language, target=shared_target(report), states=states(report), agreed=bool(report.settled)
            )
        )
    as_table(here, frames.distribution_frame(report, here.language), key="distribution")


def question_map(here: Page, report: AssessmentReport) -> None:
    reading = here.t("Dimensions in rows, steps in columns. Point at a square to read its question.")
    figure_head(findings.map_finding(report, here.language), reading)
    with st.container(key="sheet-map"):
        st.html(marks.map_table(report, here.language))
    as_table(here, frames.map_frame(report, here.language), key="map")


def extremes(here: Page, report: AssessmentReport) -> None:
    """The strongest and the weakest items side by side; only when enough is answered."""
    if findings.is_too_little(report):
        return
    by_level = sorted(report.total.rated, key=lambda result: (-(result.level or 0), not result.item.core))
    strongest = [result for result in by_level if result.at_target][:MOST_SHOWN]
    weakest = [gap.result for gap in report.gaps]
    weakest = sorted(weakest, key=lambda result: (result.level or 0, not result.item.core))[:MOST_SHOWN]
    with st.container(key="sheet-extremes"):
        left, right = st.columns(2, gap="large")
        with left:
            figure_head(here.t("Strongest"))
            _questions(here, strongest, otherwise=here.t("No question reaches the target yet."))
        with right:
            figure_head(here.t("Weakest"))
            _questions(here, weakest, otherwise=here.t("No question with a level lies below the target."))


def _questions(here: Page, results: list[ItemResult], *, otherwise: str) -> None:
    rows = "".join(
        f"<li>{marks.square(result, here.language)}"
        f'<span class="ru-hidden">{html_text(here.t("Level {level}", level=result.level))}: </span>'
        f"<span>{html_text(here.language.of(result.item.question))}</span></li>"
        for result in results
    )
    body = f'<ul class="ru-questions">{rows}</ul>' if rows else f'<p class="soft">{html_text(otherwise)}</p>'
    st.html(f'<div class="ru">{body}</div>')


def _name(here: Page, report: AssessmentReport, dimension: str) -> str:
    name = here.language.of(term(report.checklist.dimensions, dimension).name)
    return f'<div class="ru ru-name"><p><b>{html_text(name)}</b></p></div>'
