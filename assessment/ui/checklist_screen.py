"""The screen Checklistor: the list of versions, or the one that the address names, read question by question."""

import streamlit as st

from assessment.domain.checklist_version import ChecklistVersion
from assessment.services import checklists
from assessment.ui.checklist_address import VERSION, opened
from assessment.ui.checklist_list import checklist_list
from assessment.ui.checklist_upload import checklist_upload
from assessment.ui.checklist_view import checklist_view
from assessment.ui.own_item_dialog import own_item_dialog
from assessment.ui.page import Page


def checklist_screen(here: Page) -> None:
    versions = checklists.versions(here.engine, here.viewer)
    chosen = opened(versions)
    if chosen is None:
        if st.query_params.get(VERSION):
            st.warning(here.t("The version that the link names is not here. These are."))
        checklist_list(here, versions)
    else:
        checklist_view(here, chosen)
    checklist_upload(here)
    offered = [one for one in versions if one.offered]
    own_item_dialog(here, [chosen] if chosen else sorted(offered, key=_foreign))


def _foreign(version: ChecklistVersion) -> bool:
    """Whether it is another checklist than Rustad's own, which is what most want to add to."""
    return version.checklist.key != checklists.SHIPPED_KEY
