"""The six dimensions: how ready the answers say they are, and which documents cover them."""

from html import escape

import streamlit as st

from assessment.domain.checklist import Term
from assessment.domain.document_overview import DocumentOverview
from assessment.domain.report import AssessmentReport
from assessment.reporting import document_words, frames, marks
from assessment.reporting.document_frames import coverage_frame
from assessment.reporting.marks.document_card import document_title
from assessment.texts import document_labels
from assessment.ui import navigation
from assessment.ui.figure import figure_head
from assessment.ui.gap_filter import DIMENSION
from assessment.ui.markup import html_text, markdown_text
from assessment.ui.number_table import as_table
from assessment.ui.page import Page
from assessment.ui.position import ITEM, VIEW, WHOLE_DIMENSION

WIDTHS = (2.6, 4, 3.4)
MOST = 6  # documents named for a dimension, those with a review overdue first


def document_coverage(here: Page, overview: DocumentOverview, report: AssessmentReport | None) -> None:
    reading = here.t("Left what your answers say, right the documents that cover the dimension.") if report else ""
    figure_head(document_words.uncovered_finding(overview, here.language), reading)
    with st.container(gap=None, key="sheet-coverage"):
        for dimension in overview.checklist.dimensions:
            with st.container(key=f"row-tight-coverage-{dimension.id}"):
                _row(here, overview, report, dimension)
        if report:
            _, axis, _ = st.columns(WIDTHS, gap="xsmall")
            axis.html(marks.profile_axis(here.language))
            st.html(marks.profile_legend(report, here.language))
    tables = [coverage_frame(overview, here.language)]
    if report:
        tables.append(frames.dimension_frame(report, here.language))
    as_table(here, *tables, key="coverage")


def _row(here: Page, overview: DocumentOverview, report: AssessmentReport | None, dimension: Term) -> None:
    name, track, documents = st.columns(WIDTHS, gap="small", vertical_alignment="center")
    with name, st.container(gap=None):
        st.html(f'<div class="ru"><p><b>{html_text(here.language.of(dimension.name))}</b></p></div>')
        if report:
            _links(here, report, dimension)
    score = report.dimensions.get(dimension.id) if report else None
    if score:
        track.html(marks.profile_track(score, here.language))
    documents.html(_documents(here, overview, dimension))


def _links(here: Page, report: AssessmentReport, dimension: Term) -> None:
    """To the answers of the dimension, and to its gaps if it has any."""
    items = [result.item.id for result in report.results if result.item.dimension == dimension.id]
    gaps = sum(gap.result.item.dimension == dimension.id for gap in report.gaps)
    if not items:
        return
    link = here.link(a=report.assessment.id)
    with st.container(horizontal=True, gap="small", key=f"ways-{dimension.id}"):
        answers = link | {ITEM: items[0], VIEW: WHOLE_DIMENSION}
        st.page_link(navigation.RESPOND, label=markdown_text(here.t("Answers")), query_params=answers)
        if gaps:
            told = here.n("{word} gap", "{word} gaps", gaps)
            st.page_link(navigation.ACTIONS, label=markdown_text(told), query_params=link | {DIMENSION: dimension.id})


def _documents(here: Page, overview: DocumentOverview, dimension: Term) -> str:
    covering = overview.covering(dimension.id)
    force = [one for one in covering if one in overview.in_force]
    shown = sorted(force, key=lambda one: not one.facts.overdue(overview.today))[:MOST]
    parts = [f"<p>{document_title(one)}{_late(here, overdue=one.facts.overdue(overview.today))}</p>" for one in shown]
    if not force:
        parts.append(f'<p class="ru-absent">{escape(here.t("No document in force"))}</p>')
    for one in [one for one in covering if one not in force][: MOST - len(shown)]:
        told = here.t(document_labels.STATE[one.facts.state(overview.today)]).lower()
        parts.append(f'<p class="soft">{document_title(one)} · {escape(told)}</p>')
    if len(covering) > MOST:
        left = here.t("… and {number} more", number=here.language.number(len(covering) - MOST))
        parts.append(f'<p class="soft">{escape(left)}</p>')
    return f'<div class="ru ru-covering">{"".join(parts)}</div>'


def _late(here: Page, *, overdue: bool) -> str:
    return f' <span class="soft">· {escape(here.t("review overdue"))}</span>' if overdue else ""
