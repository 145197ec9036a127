"""A checklist file read in: chosen, looked through, shown with what it changes, and stored when that is approved.

The address says that it is open. The file is only in the browser's memory until it is brought in.
"""

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from assessment.domain.checklist_version import looks_older
from assessment.domain.errors import AssessmentError
from assessment.services import checklist_files, checklists
from assessment.services.checklist_files import LookedThrough
from assessment.ui.checklist_address import IN, OPEN, close, tell
from assessment.ui.checklist_changes import changes_html
from assessment.ui.figure import soft_line
from assessment.ui.markup import html_text, markdown_text
from assessment.ui.page import Page


def checklist_upload(here: Page) -> None:
    """The dialogue, when the address asks for it."""
    if st.query_params.get(OPEN) == IN:
        st.dialog(here.t("Read a checklist file in"), width="large", on_dismiss=close)(lambda: _steps(here))()


def _steps(here: Page) -> None:
    file = st.file_uploader(
        here.t(
            "A YAML file, such as one that you have downloaded here and changed. Nothing changes until you approve."
        ),
        type=["yaml", "yml"],
        key="checklist-file",
    )
    if file is None:
        return
    try:
        with st.spinner(here.t("Looking the file through")):
            found = checklist_files.look_through(here.engine, here.viewer, file.getvalue(), file=file.name)
    except AssessmentError as error:
        st.error(markdown_text(here.language.explain(error)))
        soft_line(here.t("Put it right in the file, and choose it again."))
    else:
        _decide(here, found, file)


def _decide(here: Page, found: LookedThrough, file: UploadedFile) -> None:
    st.html(_what(here, found))
    if found.known:
        soft_line(here.t("Exactly this version is here already. There is nothing to bring in."))
        return
    if found.before is None:
        soft_line(here.t("There is no checklist of this kind yet. It is offered beside those that there are."))
    elif found.changes is not None:
        named = {"version": found.checklist.version, "before": found.before.checklist.version}
        if looks_older(found.checklist.version, found.before.checklist.version):
            st.warning(
                markdown_text(here.t("Version {version} looks older than {before}, which it would replace.", **named))
            )
        st.html(changes_html(found.changes, found.before.checklist, here.language))
        soft_line(
            here.t("New assessments will begin with {version}. Those that have begun with {before} keep it.", **named)
        )
    if st.button(here.t("Bring it in"), key="do-bring-in", type="primary"):
        try:
            checklists.bring_in(here.engine, here.viewer, file.getvalue(), file=file.name)
        except AssessmentError as error:
            st.error(markdown_text(here.language.explain(error)))
        else:
            tell(here.t("Version {version} is brought in", version=found.checklist.version))
            st.rerun()


def _what(here: Page, found: LookedThrough) -> str:
    title, items = here.language.of(found.checklist.title), found.checklist.items
    named = here.t("{title}, version {version}", title=title, version=found.checklist.version)
    held = here.n(
        "{number} question, {core} of them in the quick check.",
        "{number} questions, {core} of them in the quick check.",
        len(items),
        core=sum(item.core for item in items),
    )
    return f'<div class="ru"><h2 class="ru-finding">{html_text(named)}</h2><p class="soft">{html_text(held)}</p></div>'
