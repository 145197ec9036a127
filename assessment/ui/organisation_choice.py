"""Which organisation is open: the one in the address, that of the open assessment, the only one, or the one chosen."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import streamlit as st

from assessment.domain.errors import OnlyStewards, sentence
from assessment.domain.organisation import Organisation, name_key
from assessment.services import assessments, checklists, organisations
from assessment.ui import navigation
from assessment.ui.attempt import attempting
from assessment.ui.figure import soft_line
from assessment.ui.markup import html_text, markdown_text
from assessment.ui.page import ASSESSMENT, Page

ORGANISATION: Final = "o"
NAME_WIDTH: Final = 620
BEGINNINGS: Final[Mapping[Path, tuple[str, str]]] = {  # what each step is about, where nobody has begun
    navigation.ANALYSE: (
        sentence("Which activities must work?"),
        sentence("Begin with the organisation. Then list what must work, whatever happens."),
    ),
    navigation.WAY: (
        sentence("Have you decided who is to do it?"),
        sentence("Begin with the organisation and its activities. Then each activity gets its decision record."),
    ),
    navigation.PREPARE: (
        sentence("Is the organisation equipped?"),
        sentence("Begin with the organisation. Then list the documents that govern purchasing and preparedness."),
    ),
    navigation.COMMUNICATE: (
        sentence("Does everyone concerned know what applies?"),
        sentence("Begin with the organisation. Then write what is to be said, and to whom."),
    ),
}


def chosen_organisation(here: Page, *, screen: Path) -> Organisation | None:
    """The open organisation. None when there is a choice to make, and then the screen asks."""
    if ORGANISATION in st.query_params:
        return organisations.organisation(here.engine, here.viewer, st.query_params[ORGANISATION])
    if here.assessment_id:
        try:
            return organisations.of_assessment(here.engine, here.viewer, here.assessment_id)
        except OnlyStewards:
            _not_begun(here)
            return None
    places = _places(here)
    if len(places) == 1:
        st.query_params.update(next(iter(places.values())))
        st.rerun()
    if places:
        _head(here.t("Which organisation?"))
        _links(here, places, screen=screen)
    elif not here.viewer.may_steward:
        _not_begun(here)
    else:
        _head(*map(here.t, BEGINNINGS[screen]))
        _first(here)
    return None


def _not_begun(here: Page) -> None:
    """For who may read, when nobody has opened any of the four steps for the organisation."""
    _head(
        here.t("Nothing has been registered yet"),
        here.t("A facilitator or an administrator begins. What is registered then can be read here."),
    )


def organisation_name(here: Page, organisation: Organisation) -> str:
    return organisation.name or here.t("Your organisation")


def organisation_menu(here: Page, organisation: Organisation, *, screen: Path) -> None:
    """Rename the organisation, open another, or begin with a new one. Who only reads may open another."""
    label = markdown_text(organisation_name(here, organisation))
    with st.popover(label, key="organisation", type="tertiary", on_change="rerun") as folded:
        if not folded.open:
            return
        if here.viewer.may_steward:
            _change(here, organisation)
        others = {key: place for key, place in _places(here).items() if name_key(key) != organisation.key}
        if others:
            st.markdown(f"**{here.t('Other organisations')}**")
            _links(here, others, screen=screen)
        elif not here.viewer.may_steward:
            soft_line(here.t("There is no other organisation."))
        if here.viewer.may_steward:
            st.markdown(f"**{here.t('Another organisation')}**")
            _first(here, key="another")


def _change(here: Page, organisation: Organisation) -> None:
    name = st.text_input(here.t("Name of the organisation"), organisation.name, key=f"org-name:{organisation.id}")
    if st.button(here.t("Save the name"), key="rename-organisation"):
        with attempting():
            organisations.rename(here.engine, here.viewer, organisation.id, name=name)
            st.rerun()
    _delete(here, organisation)


def _delete(here: Page, organisation: Organisation) -> None:
    """Only an organisation with nothing in it can be deleted; others are kept with all that they have."""
    if not organisations.empty(here.engine, here.viewer, organisation.id):
        soft_line(here.t("It can be deleted when nothing is registered and no self-assessment belongs to it."))
        return
    if st.button(here.t("Delete the organisation"), key="delete-organisation"):
        with attempting():
            organisations.remove(here.engine, here.viewer, organisation.id)
            for name in (ORGANISATION, ASSESSMENT):
                st.query_params.pop(name, None)
            st.rerun()


def _places(here: Page) -> Mapping[str, Mapping[str, str]]:
    """The address parameters of every organisation, by its name as it is written last."""
    found: dict[str, tuple[str, dict[str, str]]] = {}
    for one in organisations.known(here.engine, here.viewer):
        found[one.key] = (one.name, {ORGANISATION: one.id})
    for summary in assessments.summaries(here.engine, here.viewer):
        name = summary.assessment.organisation
        found.setdefault(name_key(name), (name, {ASSESSMENT: summary.assessment.id}))
    return dict(sorted(found.values(), key=lambda pair: pair[0].casefold()))


def _links(here: Page, places: Mapping[str, Mapping[str, str]], *, screen: Path) -> None:
    with st.container(key="choose-organisation", gap="xsmall"):
        for name, place in places.items():
            query = here.link(a=None, p=None) | dict(place)
            st.page_link(screen, label=markdown_text(name or here.t("Your organisation")), query_params=query)


def _first(here: Page, *, key: str = "first") -> None:
    kinds = {
        one.id: here.language.of(one.name) for one in checklists.newest(here.engine, here.viewer).organisation_types
    }
    with st.container(width=NAME_WIDTH, key=f"organisation-{key}"):
        name = st.text_input(here.t("Name of the organisation"), key=f"org-name:{key}")
        kind = st.selectbox(
            here.t("Type of organisation"),
            list(kinds),
            format_func=lambda id_: kinds[id_],
            key=f"org-kind:{key}:{here.language.code}",
        )
        primary = key == "first"
        if st.button(
            here.t("Begin the register"),
            key="do-begin" if primary else f"begin-{key}",
            type="primary" if primary else "secondary",
        ):
            with attempting():
                begun = organisations.start(here.engine, here.viewer, name=name, kind=kind)
                st.query_params.pop(ASSESSMENT, None)
                st.query_params[ORGANISATION] = begun.id
                st.rerun()


def _head(title: str, lede: str = "") -> None:
    below = f'<p class="ru-lede">{html_text(lede)}</p>' if lede else ""
    st.html(f'<div class="ru"><h1 class="ru-page">{html_text(title)}</h1>{below}</div>')
