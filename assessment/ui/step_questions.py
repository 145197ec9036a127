"""From a step to the questions that it lifts, and from a question to the steps."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import streamlit as st

from assessment.domain.place import Place
from assessment.domain.report import AssessmentReport
from assessment.domain.viewer import ViewerKind
from assessment.reporting.evidence_words import evidence_words
from assessment.services import reports, step_evidence
from assessment.texts import labels
from assessment.ui import navigation
from assessment.ui.markup import html_text, markdown_text
from assessment.ui.page import ASSESSMENT, Page
from assessment.ui.position import ITEM

PART: Final = "vy"
SCREENS: Final[Mapping[str, Path]] = {  # the steps that have a screen
    "analysera": navigation.ANALYSE,
    "vagval": navigation.WAY,
    "forbered": navigation.PREPARE,
    "kommunicera": navigation.COMMUNICATE,
}


def step_questions(here: Page, step: str) -> None:
    """*Det här lyfter frågorna*: each with where it stands and what the step counts; nothing without an assessment."""
    if not here.assessment_id:
        return
    with st.expander(
        here.t("The questions that this lifts"), type="compact", key=f"lifts-{step}", on_change="rerun"
    ) as fold:
        if not fold.open:
            return
        report = reports.report(here.engine, here.viewer, here.assessment_id)
        asked = {result.item.id: result for result in report.results}
        for place in step_evidence.places():
            if place.step == step and place.item in asked:
                _question(here, report, place)


def step_sources(here: Page, step: str) -> None:
    """What authorities say about the step: links, because their texts are theirs."""
    with st.expander(here.t("Guidance to read"), type="compact", key=f"read-{step}", on_change="rerun") as fold:
        if not fold.open:
            return
        found = step_evidence.sources(here.engine, here.viewer, step)
        st.markdown(
            "\n".join(f"- [{markdown_text(here.language.of(one.title))}]({one.url})" for one in found if one.url)
        )


def _question(here: Page, report: AssessmentReport, place: Place) -> None:
    result = next(one for one in report.results if one.item.id == place.item)
    stands = (
        here.t("Level {level}, target {target}", level=result.level, target=result.target)
        if result.level is not None
        else here.t(labels.ITEM_STATE[result.state])
    )
    with st.container(key=f"row-tight-lifts-{place.item}"):
        question = here.language.of(result.item.question)
        counted = _counted(here, report.assessment.id, place)
        st.html(
            f'<div class="ru"><p><b>{html_text(question)}</b></p>'
            f'<p class="soft">{html_text(stands)}. {html_text(counted)}</p></div>'
        )
        query = here.link(**{ITEM: place.item})
        st.page_link(navigation.RESPOND, label=here.t("To the question"), query_params=query)


def _counted(here: Page, assessment_id: str, place: Place) -> str:
    found = step_evidence.of_item(here.engine, here.viewer, assessment_id, place.item)
    return next((evidence_words(one, here.language) for one in found if one.place == place), "")


def place_links(here: Page, assessment_id: str, item_id: str) -> None:
    """From a question to the steps that lift it."""
    for place in step_evidence.places_of(item_id):
        if place.step in SCREENS:
            script = SCREENS[place.step]
            label = here.t("This lifts the question: {screen}", screen=here.t(navigation.TITLES[script]))
            query = here.link(**{ASSESSMENT: assessment_id, PART: place.part})
            st.page_link(script, label=label, query_params=query)


def question_places(here: Page, assessment_id: str, item_id: str) -> None:
    """Beside the answers to a question: what the steps count for it, and the way there. It never changes a level."""
    if here.viewer.kind is ViewerKind.PARTICIPANT or not step_evidence.places_of(item_id):
        return
    with st.container(gap=None, key=f"places-{item_id}"):
        for one in step_evidence.of_item(here.engine, here.viewer, assessment_id, item_id):
            counted = evidence_words(one, here.language)
            if counted:
                lead = html_text(here.t("From the four steps:"))
                st.html(f'<div class="ru"><p class="soft"><b>{lead}</b> {html_text(counted)}</p></div>')
        place_links(here, assessment_id, item_id)
