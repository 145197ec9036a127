"""The screen Förbered: what is decided in writing, what is missing, what is overdue, and what the answers say."""

import streamlit as st

from assessment.domain.assessment import Assessment
from assessment.domain.document_overview import DocumentOverview
from assessment.domain.organisation import Organisation, name_key
from assessment.domain.report import AssessmentReport
from assessment.reporting.consistency_words import raised
from assessment.services import assessments, documents, reports
from assessment.ui.document_coverage import document_coverage
from assessment.ui.document_kind import document_kind
from assessment.ui.document_list import document_list
from assessment.ui.document_questions import document_questions
from assessment.ui.document_reviews import document_reviews
from assessment.ui.entry_dialog import entry_dialog, open_entry
from assessment.ui.entry_names import DOCUMENT
from assessment.ui.first_rows import LAID_ASIDE, first_rows
from assessment.ui.markup import html_text
from assessment.ui.page import ASSESSMENT, Page
from assessment.ui.prepare_head import prepare_head
from assessment.ui.raised_list import raised_list
from assessment.ui.step_questions import step_questions

STEP = "forbered"


def prepare_view(here: Page, organisation: Organisation) -> None:
    known = _assessments(here, organisation)
    report = _report(here, known)
    overview = documents.overview(here.engine, here.viewer, organisation.id, report.checklist if report else None)
    guide = documents.guide()
    questions = overview.questions(report.results) if report else ()
    prepare_head(here, organisation, overview, report)
    document_list(here, overview, guide)
    if overview.documents:
        document_coverage(here, overview, report)
        _answers_from(here, known, report)
        document_reviews(here, overview)
        document_questions(here, questions)
    if report:
        about = [one for one in raised(report) if any(result.item.step == STEP for result in one.results)]
        raised_list(here, about)
    step_questions(here, STEP)
    _archived(here, overview)
    entry_dialog(here, document_kind(here, overview.checklist, guide), organisation.id)


def _assessments(here: Page, organisation: Organisation) -> list[Assessment]:
    """Those of the organisation, the one changed last first."""
    summaries = assessments.summaries(here.engine, here.viewer)
    return [one.assessment for one in summaries if name_key(one.assessment.organisation) == organisation.key]


def _report(here: Page, known: list[Assessment]) -> AssessmentReport | None:
    """The answers of the assessment in the address, else of the organisation's first; None when there are none."""
    ids = [one.id for one in known]
    if not ids:
        return None
    chosen = here.assessment_id if here.assessment_id in ids else ids[0]
    return reports.report(here.engine, here.viewer, chosen or ids[0])


def _answers_from(here: Page, known: list[Assessment], report: AssessmentReport | None) -> None:
    """Which assessment the answers are from; a choice where the organisation has several."""
    if report is None or len(known) < 2:
        return
    names = {one.id: one.name for one in known}
    with st.container(width=420, key="noprint-answers-from"):
        chosen = st.selectbox(
            here.t("The answers are from"),
            list(names),
            index=list(names).index(report.assessment.id),
            format_func=lambda one: names[one],
            key=f"answers-from:{report.assessment.id}",
        )
    if chosen and chosen != report.assessment.id:
        st.query_params[ASSESSMENT] = chosen
        st.rerun()


def _archived(here: Page, overview: DocumentOverview) -> None:
    if not overview.archived:
        return
    label = here.t("Archived documents {number}", number=here.language.number(len(overview.archived)))
    with st.container(key="noprint-archived"), st.expander(label, type="compact", key="archived"):
        for one in first_rows(here, overview.archived, name=LAID_ASIDE, key="show-all-archived"):
            with st.container(horizontal=True, vertical_alignment="center", key=f"archived-{one.id}"):
                st.html(f'<div class="ru"><p>{html_text(one.facts.title)}</p></div>', width="content")
                st.button(
                    here.t("Open"), key=f"open-{one.id}", type="tertiary", on_click=open_entry, args=(DOCUMENT, one.id)
                )
