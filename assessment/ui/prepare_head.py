"""The head of Förbered: whose documents, the finding, four key figures, and the button that registers one."""

import streamlit as st

from assessment.domain.document_overview import DocumentOverview
from assessment.domain.organisation import Organisation
from assessment.domain.report import AssessmentReport
from assessment.reporting import document_words
from assessment.ui import navigation
from assessment.ui.entry_dialog import open_new, saved_receipt
from assessment.ui.entry_names import DOCUMENT
from assessment.ui.markup import html_text
from assessment.ui.organisation_choice import organisation_menu
from assessment.ui.page import Page
from assessment.ui.step_files import document_files


def prepare_head(
    here: Page, organisation: Organisation, overview: DocumentOverview, report: AssessmentReport | None
) -> None:
    organisation_menu(here, organisation, screen=navigation.PREPARE)
    finding = html_text(document_words.documents_finding(overview, here.language))
    lede = html_text(document_words.documents_lede(overview, here.language) if overview.documents else _first(here))
    below = f'<p class="ru-lede">{lede}</p>' if lede else ""
    st.html(f'<div class="ru"><h1 class="ru-page">{finding}</h1>{below}</div>')
    if overview.documents:
        st.html(_figures(here, overview, questions=len(overview.questions(report.results)) if report else 0))
    with st.container(
        horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", key="prepare-do"
    ):
        with st.container(horizontal=True, width="content", vertical_alignment="center", key="prepare-add"):
            if here.viewer.may_steward:
                label = here.t("Register a document")
                st.button(label, key="do-add-document", type="primary", on_click=open_new, args=(DOCUMENT,))
            saved_receipt(here)
        if overview.documents:
            document_files(here, organisation, report)


def _first(here: Page) -> str:
    if not here.viewer.may_steward:
        return here.t("What a facilitator or an administrator writes is read here.")
    return here.t(
        "Begin with the purchasing policy: who adopted it, when it is to be reviewed and what it covers. "
        "Then go on with the other kinds."
    )


def _figures(here: Page, overview: DocumentOverview, *, questions: int) -> str:
    code = here.language
    dimensions = len(overview.checklist.dimensions)
    told = (
        (here.t("In force"), len(overview.in_force), here.n("document", "documents", len(overview.in_force))),
        (here.t("Review overdue"), len(overview.overdue), here.n("of one", "of {word}", len(overview.in_force))),
        (
            here.t("Without a document"),
            len(overview.uncovered),
            here.t("of {all} dimensions", all=code.word(dimensions)),
        ),
        (here.t("To ask yourselves"), questions, here.n("question", "questions", questions)),
    )
    parts = "".join(
        f"<div><dt>{html_text(name)}</dt><dd><b>{code.number(number)}</b>{html_text(rest)}</dd></div>"
        for name, number, rest in told
    )
    return f'<dl class="ru ru-figures">{parts}</dl>'
