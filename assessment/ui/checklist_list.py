"""Every version of every checklist: what it holds, where it came from, what uses it, and whether it is offered."""

import streamlit as st

from assessment.domain.checklist_version import ChecklistVersion
from assessment.reporting.findings import capital
from assessment.services import checklists
from assessment.ui.attempt import attempting
from assessment.ui.checklist_address import open_file, open_question, open_version, told
from assessment.ui.checklist_export import checklist_export
from assessment.ui.figure import soft_line
from assessment.ui.markup import html_text
from assessment.ui.page import Page

NAMED = 3  # assessments that are named before the rest are counted


def checklist_list(here: Page, versions: tuple[ChecklistVersion, ...]) -> None:
    lede = here.t("A version never changes. An assessment keeps the one it began with, whatever comes after.")
    st.html(
        f'<div class="ru"><h1 class="ru-page">{html_text(_finding(here, versions))}</h1>'
        f'<p class="ru-lede">{html_text(lede)}</p></div>'
    )
    with st.container(horizontal=True, key="checklist-do"):
        st.button(
            here.t("Add a question of your own"),
            key="do-own-question",
            type="primary",
            icon=":material/add:",
            on_click=open_question,
        )
        st.button(here.t("Read a file in"), key="checklist-in", icon=":material/upload:", on_click=open_file)
    confirmation(told())
    with st.container(gap=None, key="checklists"):
        for version in versions:
            _row(here, version, versions)
    soft_line(
        here.t(
            "To change many questions: download the file, change it in a text editor, give it a new version and read "
            "it in. You see what differs before anything is stored."
        )
    )


def confirmation(said: str) -> None:
    if said:
        st.html(
            f'<div class="ru"><p class="ru-receipt" role="status"><i aria-hidden="true"></i>{html_text(said)}</p></div>'
        )


def _finding(here: Page, versions: tuple[ChecklistVersion, ...]) -> str:
    offered = [one for one in versions if one.offered]
    if len(offered) == 1:
        return here.t("New assessments begin with version {version}", version=offered[0].checklist.version)
    return capital(here.t("{word} checklists to begin with", word=here.language.word(len(offered))))


def _row(here: Page, version: ChecklistVersion, versions: tuple[ChecklistVersion, ...]) -> None:
    with st.container(key=f"row-{version.id}"):
        about, onward = st.columns([5, 2.4], gap="small", vertical_alignment="center")
        with about:
            st.html(_about(here, version))
        with onward, st.container(horizontal=True, horizontal_alignment="right", key=f"version-do-{version.id}"):
            st.button(
                here.t("Read it"),
                key=f"open-{version.id}",
                on_click=open_version,
                args=(version.address,),
                help=here.t("Read {title} {version}", **_named(here, version)),
            )
            _more(here, version, versions)


def _named(here: Page, version: ChecklistVersion) -> dict[str, str]:
    return {"title": here.language.of(version.checklist.title), "version": version.checklist.version}


def _about(here: Page, version: ChecklistVersion) -> str:
    named = here.t("{title}, version {version}", **_named(here, version))
    offered = "" if version.offered else " ru-retired"
    return (
        f'<div class="ru ru-version{offered}"><h2 class="ru-title">{html_text(named)}</h2>'
        f"<p>{html_text(questions(here, version))}</p>"
        f'<p class="soft">{html_text(origin(here, version))}</p>'
        f'<p class="soft">{html_text(_use(here, version))}</p></div>'
    )


def questions(here: Page, version: ChecklistVersion) -> str:
    """*50 frågor, 24 av dem i snabbkollen. Svenska och engelska.*"""
    items = version.checklist.items
    held = here.n(
        "{number} question, {core} of them in the quick check.",
        "{number} questions, {core} of them in the quick check.",
        len(items),
        core=sum(item.core for item in items),
    )
    return f"{held} {here.t('Swedish and English.')}"


def origin(here: Page, version: ChecklistVersion) -> str:
    day = here.when(version.stored_at)
    if version.stored_by is None:
        return here.t("Came with Rustad {day}.", day=day)
    if not version.stored_by:
        return here.t("Brought in {day}.", day=day)
    return here.t("Brought in {day} by {name}.", day=day, name=version.stored_by)


def _use(here: Page, version: ChecklistVersion) -> str:
    retired = (
        "" if version.retired_at is None else here.t("Not offered since {day}.", day=here.when(version.retired_at))
    )
    if not version.used_by:
        return f"{here.t('No assessment uses it.')} {retired}".strip()
    names = list(version.used_by[-NAMED:][::-1])
    left = len(version.used_by) - len(names)
    if left:
        names.append(here.n("{word} more", "{word} more", left))
    used = here.t("Used by {names}.", names=here.language.listed(names))
    return f"{used} {retired}".strip()


def _more(here: Page, version: ChecklistVersion, versions: tuple[ChecklistVersion, ...]) -> None:
    """Take it out as a file, and retire it or offer it again, out of the way."""
    help_text = here.t("More for {title} {version}", **_named(here, version))
    with st.popover("", icon=":material/more_horiz:", type="tertiary", help=help_text, key=f"more-{version.id}"):
        checklist_export(here, version, kind="tertiary")
        if not version.offered:
            if st.button(here.t("Offer it again"), key=f"offer-{version.id}", type="tertiary"):
                with attempting():
                    checklists.offer(here.engine, here.viewer, version.id)
                    st.rerun()
        elif sum(one.offered for one in versions) > 1:
            if st.button(here.t("Stop offering it"), key=f"retire-{version.id}", type="tertiary"):
                with attempting():
                    checklists.retire(here.engine, here.viewer, version.id)
                    st.rerun()
        else:
            soft_line(here.t("It is the only one that is offered, so it has to stay."))
