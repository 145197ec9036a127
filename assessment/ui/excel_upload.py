"""Excel read back in: a file is chosen, what it would change is shown, approved, and can be taken back.

The address says that it is open. A file is only in the browser's memory until something of it is approved.
"""

from typing import Final

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from assessment.domain.checklist import Checklist
from assessment.domain.errors import AssessmentError
from assessment.domain.plan_proposal import PlanProposal
from assessment.domain.report import AssessmentReport
from assessment.domain.returned_plan import ReturnedPlan
from assessment.reporting.plan_errors import PlanWrong
from assessment.reporting.plan_file import open_plan
from assessment.reporting.plan_reader import returned_plan
from assessment.services import plan_copies, plan_files
from assessment.ui.entry_names import ACTION
from assessment.ui.excel_batches import excel_batches, tell_brought_in
from assessment.ui.excel_copy import excel_copy
from assessment.ui.excel_proposal import excel_proposal
from assessment.ui.markup import html_text, markdown_text
from assessment.ui.page import Page

OPEN: Final = "excel"
IN: Final = "in"
TURN: Final = "excel-turn"  # how many files have been brought in; gives the next one an empty field


def excel_upload(here: Page, report: AssessmentReport) -> None:
    """The button, and the dialogue when the address asks for it."""
    st.button(here.t("Read Excel in"), key="excel-in", icon=":material/upload:", on_click=_open)
    if st.query_params.get(OPEN) == IN:
        st.dialog(here.t("Read Excel in"), width="large", on_dismiss=_close)(lambda: _steps(here, report))()


def _open() -> None:
    st.query_params.pop(ACTION, None)
    st.query_params[OPEN] = IN


def _close() -> None:
    st.query_params.pop(OPEN, None)


def _steps(here: Page, report: AssessmentReport) -> None:
    excel_batches(here, report.assessment.id)
    turn: int = st.session_state.setdefault(TURN, 0)
    file = st.file_uploader(
        here.t("The workbook that you downloaded here and have worked in. Nothing changes until you approve."),
        type="xlsx",
        key=f"excel-file-{turn}",
    )
    if file is None:
        return
    try:
        returned = _returned(here, report, file)
        found = plan_copies.unclear_copies(here.engine, here.viewer, returned)
        copy = excel_copy(here, found, key=file.file_id) if found else None
        if found and copy is None:
            return
        proposal = plan_files.propose(here.engine, here.viewer, report.assessment.id, returned, copy=copy)
    except PlanWrong as error:
        _tell_problems(here, str(error.parameters["listed"]))
    except AssessmentError as error:
        st.error(markdown_text(here.language.explain(error)))
    else:
        _decide(here, report.checklist, proposal, file, copy)


def _returned(here: Page, report: AssessmentReport, file: UploadedFile) -> ReturnedPlan:
    opened = open_plan(file.getvalue())
    about, checklist = plan_files.subject(here.engine, here.viewer, opened.assessment_id, expected=report.assessment.id)
    return returned_plan(opened, about, checklist, here.language)


def _decide(here: Page, checklist: Checklist, proposal: PlanProposal, file: UploadedFile, copy: str | None) -> None:
    chosen = excel_proposal(here, checklist, proposal, key=f"{file.file_id}{copy or ''}")
    if chosen is None:
        return
    try:
        batch = plan_files.apply(here.engine, here.viewer, proposal, chosen, file_name=file.name)
    except AssessmentError as error:
        st.error(markdown_text(here.language.explain(error)))
        return
    st.session_state[TURN] += 1
    tell_brought_in(batch)
    st.rerun()


def _tell_problems(here: Page, listed: str) -> None:
    st.error(
        here.t("The file was not read in, and nothing has changed. Put this right in the file, and choose it again.")
    )
    lines = "".join(f"<li>{html_text(line)}</li>" for line in listed.splitlines())
    st.html(f'<div class="ru"><ul>{lines}</ul></div>')
