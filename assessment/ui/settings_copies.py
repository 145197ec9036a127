"""The copies on Inställningar: how they come about, the list of them, and how one is put back."""

import shlex
import sys
from datetime import datetime
from pathlib import Path

import streamlit as st

from assessment.domain.errors import AssessmentError
from assessment.domain.house_copy import HouseCopy
from assessment.services import kept_copies
from assessment.services.clock import now
from assessment.services.copy_plan import CopyPlan
from assessment.settings import ROOT, settings
from assessment.ui.figure import figure_head, soft_line
from assessment.ui.first_rows import first_rows
from assessment.ui.markup import html_text
from assessment.ui.page import Page
from assessment.ui.receipt import receipt_html

COPIED = "copied-at"
DAY = 24


def settings_copies(here: Page, plan: CopyPlan) -> None:
    copies = kept_copies.listed(plan, here.viewer)
    figure_head(_finding(here, copies), _schedule(here, plan))
    failure = kept_copies.failure(plan, here.viewer)
    if failure is not None:
        problem = here.language.explain_to_keeper(failure.problem)
        st.error(here.t("The copy of {moment} was not made.", moment=_moment(here, failure.at)) + f" {problem}")
    _copy_now(here, plan)
    if copies:
        with st.container(gap=None, key="copies"):
            for copy in first_rows(here, copies):
                _row(here, plan, copy)
    where = here.t("The copies lie in {folder}.", folder=plan.folder) if copies else ""
    care = here.t("A copy holds all answers: keep it as safe as the database, and one of them somewhere else.")
    soft_line(f"{where} {care}".strip())
    with st.container(key="noprint-restore"), st.expander(here.t("Put a copy back"), type="compact"):
        _restore(here, plan, copies)


def _finding(here: Page, copies: tuple[HouseCopy, ...]) -> str:
    if not copies:
        return here.t("There are no copies yet")
    return here.t("Last copied {moment}", moment=_moment(here, copies[0].made_at))


def _schedule(here: Page, plan: CopyPlan) -> str:
    if plan.every is None and plan.on_file:
        return here.t("Rustad makes no copies by itself, for RUSTAD_BACKUP_HOURS is 0.")
    if plan.every is None:
        return here.t(
            "Whoever runs the database server makes the copies. "
            "To let Rustad do it too, give it a folder in RUSTAD_BACKUP_FOLDER."
        )
    hours = round(plan.every.total_seconds() / 3600)
    often = (
        here.t("Rustad makes a copy once a day when something has changed.")
        if hours == DAY
        else here.n(
            "Rustad makes a copy every hour when something has changed.",
            "Rustad makes a copy with {number} hours between when something has changed.",
            max(hours, 1),
        )
    )
    stay = here.n(
        "The newest is kept, and the last of each of twelve months.",
        "The {number} newest are kept, and the last of each of twelve months.",
        plan.kept,
    )
    return f"{often} {stay}"


def _copy_now(here: Page, plan: CopyPlan) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key="copy-now"):
        pressed = st.button(here.t("Copy now"), key="do-copy", type="primary")
        copied = st.session_state.get(COPIED)
        st.html(receipt_html(here, datetime.fromisoformat(copied) if copied else None), width="content")
    if not pressed:
        return
    st.session_state.pop(COPIED, None)
    try:
        with st.spinner(here.t("Copying")):
            made = kept_copies.make(plan, here.viewer)
    except AssessmentError as error:
        st.error(here.language.explain_to_keeper(error))
    else:
        st.session_state[COPIED] = made.made_at.isoformat()
        st.rerun()


def _row(here: Page, plan: CopyPlan, copy: HouseCopy) -> None:
    key = f"row-tight-{copy.name}"
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", key=key):
        moment = _moment(here, copy.made_at)
        size = f'<span class="ru-bytes">{html_text(_megabytes(here, copy))}</span>'
        st.html(
            f'<div class="ru"><h3 class="ru-title">{html_text(moment[:1].upper() + moment[1:])}</h3>'
            f'<p class="soft">{html_text(copy.name)} {size}</p></div>'
        )
        st.download_button(
            here.t("Download"),
            data=lambda: kept_copies.content(plan, here.viewer, copy.name),
            file_name=copy.name,
            mime="application/octet-stream",
            icon=":material/download:",
            on_click="ignore",
            key=f"fetch-{copy.name}",
        )


def _megabytes(here: Page, copy: HouseCopy) -> str:
    return here.language.number(max(copy.size / 1_000_000, 0.1), decimals=1) + "\u00a0MB"


def _restore(here: Page, plan: CopyPlan, copies: tuple[HouseCopy, ...]) -> None:
    st.markdown(
        here.t("Stop Rustad, run this in a terminal, and start Rustad again.")
        if plan.on_file
        else here.t(
            "Stop Rustad, all its processes. Run this in a terminal with the settings that Rustad has, "
            "and start Rustad again. The page deploy/README.md tells how."
        )
    )
    file = str(plan.folder / copies[0].name) if copies else here.t("the copy’s file")
    folder = shlex.quote(str(ROOT))
    st.code(f"cd {folder}\n{_program()} -m assessment restore {shlex.quote(file)}", language=None, wrap_lines=True)
    kept = (
        here.t("The copy is looked through before anything is touched. What it replaces is kept beside it as a file.")
        if plan.on_file
        else here.t(
            "The copy is looked through before anything is touched. What it replaces is kept in its own schema."
        )
    )
    key = (
        here.t("On another server, RUSTAD_SECRET_KEY must be the same: it says who has signed in as whom.")
        if settings().secret_key
        else here.t(
            "Join codes follow from a key that is not in the copy: "
            "on another computer, a workshop that is open gets a new code."
        )
    )
    soft_line(f"{kept} {key}")


def _program() -> str:
    """The Python that Rustad runs with, as one writes it in Rustad's own folder."""
    path = Path(sys.executable)
    return shlex.quote(str(path.relative_to(ROOT) if path.is_relative_to(ROOT) else path))


def _moment(here: Page, moment: datetime) -> str:
    return here.language.moment(moment, now=now(), zone=here.zone)
