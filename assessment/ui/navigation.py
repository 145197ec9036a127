"""The screens and how one gets from one to another."""

from pathlib import Path
from typing import Final

import streamlit as st

from assessment.domain.errors import sentence
from assessment.domain.viewer import Viewer, ViewerKind
from assessment.settings import ROOT
from assessment.texts.language import Language
from assessment.ui.page import Page

START: Final = ROOT / "pages" / "start.py"
RESPOND: Final = ROOT / "pages" / "respond.py"
WORKSHOP: Final = ROOT / "pages" / "workshop.py"
RESULTS: Final = ROOT / "pages" / "results.py"
ACTIONS: Final = ROOT / "pages" / "actions.py"
COMPARE: Final = ROOT / "pages" / "compare.py"
ANALYSE: Final = ROOT / "pages" / "analyse.py"
WAY: Final = ROOT / "pages" / "way.py"
PREPARE: Final = ROOT / "pages" / "prepare.py"
COMMUNICATE: Final = ROOT / "pages" / "communicate.py"
CHECKLISTS: Final = ROOT / "pages" / "checklists.py"
SETTINGS: Final = ROOT / "pages" / "settings.py"

TITLES: Final = {
    START: sentence("Start"),
    RESPOND: sentence("Answer questions"),
    WORKSHOP: sentence("Workshop"),
    RESULTS: sentence("Results"),
    ACTIONS: sentence("Actions"),
    COMPARE: sentence("Compare"),
    ANALYSE: sentence("1 Analyse"),
    WAY: sentence("2 Decide"),
    PREPARE: sentence("3 Prepare"),
    COMMUNICATE: sentence("4 Communicate"),
    CHECKLISTS: sentence("Checklists"),
    SETTINGS: sentence("Settings"),
}
ADDRESSES: Final = {
    START: "",
    RESPOND: "svara",
    WORKSHOP: "workshop",
    RESULTS: "resultat",
    ACTIONS: "atgarder",
    COMPARE: "jamfor",
    ANALYSE: "analysera",
    WAY: "vagval",
    PREPARE: "forbered",
    COMMUNICATE: "kommunicera",
    CHECKLISTS: "checklistor",
    SETTINGS: "installningar",
}
GROUPS: Final = (
    (sentence("Self-assessment"), (RESPOND, WORKSHOP, RESULTS, ACTIONS, COMPARE)),
    (sentence("Decision support"), (ANALYSE, WAY, PREPARE, COMMUNICATE)),
    (sentence("Upkeep"), (CHECKLISTS, SETTINGS)),
)


def screens(language: Language) -> dict[Path, st.Page]:
    """Every screen by its script."""
    return {
        script: st.Page(script, title=language.text(title), url_path=ADDRESSES[script] or None, default=script is START)
        for script, title in TITLES.items()
    }


def open_to(viewer: Viewer, address: str) -> bool:
    """Whether a screen has anything for this viewer: a participant answers, and only stewards run workshops.

    Stewards keep the checklists too, and an administrator alone the installation.
    """
    if viewer.kind is ViewerKind.PARTICIPANT:
        return address == ADDRESSES[RESPOND]
    if address == ADDRESSES[SETTINGS]:
        return viewer.may_keep_house
    return viewer.may_steward or address not in (ADDRESSES[WORKSHOP], ADDRESSES[CHECKLISTS])


def menu(here: Page) -> None:
    """The list of screens in the sidebar. Streamlit's own would put headings inside a list."""
    if here.viewer.kind is ViewerKind.PARTICIPANT:
        return
    with st.container(key="menu", gap=2):
        st.page_link(START, label=here.t(TITLES[START]), query_params=here.link(), width="stretch")
        for heading, scripts in GROUPS:
            shown = [script for script in scripts if open_to(here.viewer, ADDRESSES[script])]
            if shown:
                st.markdown(f"**{here.t(heading)}**")
            for script in shown:
                st.page_link(script, label=here.t(TITLES[script]), query_params=here.link(), width="stretch")
