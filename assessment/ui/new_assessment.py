"""Three fields and the assessment is under way; or the example, to see how it looks."""

from typing import Final

import streamlit as st

from assessment.domain.assessment import Assessment
from assessment.domain.checklist import Checklist, Scope
from assessment.domain.checklist_version import ChecklistVersion
from assessment.domain.errors import sentence
from assessment.services import assessments, checklists, demo
from assessment.services.clock import now
from assessment.ui import navigation
from assessment.ui.attempt import attempting
from assessment.ui.page import Page

SEASONS: Final = (
    *(sentence("winter {year}"), sentence("winter {year}"), sentence("spring {year}"), sentence("spring {year}")),
    *(sentence("spring {year}"), sentence("summer {year}"), sentence("summer {year}"), sentence("autumn {year}")),
    *(sentence("autumn {year}"), sentence("autumn {year}"), sentence("autumn {year}"), sentence("winter {year}")),
)


def new_assessment_form(here: Page, *, key: str, earlier: Assessment | None = None) -> None:
    """`earlier` is what is followed up: its subject, type and scope are filled in."""
    version = _version(here, key=key, earlier=earlier)
    with st.form(f"new:{key}", border=False, enter_to_submit=False):
        name = st.text_input(
            here.t("What are you assessing?"),
            value=_follow_up_name(here, earlier) if earlier else "",
            placeholder=here.t("For example: The whole municipality, autumn 2026"),
            key=f"name:{key}",
            max_chars=200,
        )
        kind, scope = _kind_and_scope(here, version.checklist, key=key, earlier=earlier)
        with st.container(key=f"do-start-{key}"):
            started = st.form_submit_button(here.t("Start the assessment"), type="primary")
    if started:
        with attempting():
            begun = assessments.start(
                here.engine,
                here.viewer,
                name=name,
                organisation_type=kind,
                scope=scope,
                organisation=earlier.organisation if earlier else None,
                subject=earlier.subject if earlier else "",
                checklist_id=version.id,
            )
            st.switch_page(navigation.RESPOND, query_params=here.link(a=begun.id, p=None))


def _version(here: Page, *, key: str, earlier: Assessment | None) -> ChecklistVersion:
    """The only checklist that is offered, or the one chosen; at first of the kind used before, or else Rustad's own.

    It stands outside the form, because the fields of the form follow from it.
    """
    versions = checklists.versions(here.engine, here.viewer)
    offered = {one.id: one for one in versions if one.offered}
    if len(offered) == 1:
        return next(iter(offered.values()))
    before = {one.checklist.key for one in versions if earlier and one.id == earlier.checklist_id}
    kind = before or {checklists.SHIPPED_KEY}
    usual = next((one.id for one in offered.values() if one.checklist.key in kind), next(iter(offered)))
    chosen = st.selectbox(
        here.t("Checklist"),
        list(offered),
        index=list(offered).index(usual),
        format_func=lambda id_: f"{here.language.of(offered[id_].checklist.title)} {offered[id_].checklist.version}",
        key=f"checklist:{key}:{here.language.code}",
    )
    return offered[chosen]


def _kind_and_scope(here: Page, checklist: Checklist, *, key: str, earlier: Assessment | None) -> tuple[str, Scope]:
    kinds = {kind.id: here.language.of(kind.name) for kind in checklist.organisation_types}
    scopes = _scopes(here, checklist)
    kind = st.selectbox(
        here.t("Type of organisation"),
        list(kinds),
        index=list(kinds).index(earlier.organisation_type) if earlier and earlier.organisation_type in kinds else 0,
        format_func=lambda id_: kinds[id_],
        key=f"kind:{key}:{here.language.code}",
    )
    scope = st.radio(
        here.t("How many questions?"),
        list(scopes),
        index=list(scopes).index(earlier.scope) if earlier else 0,
        format_func=lambda chosen: scopes[chosen],
        key=f"scope:{key}:{here.language.code}",
        width="stretch",
    )
    return kind, scope


def _scopes(here: Page, checklist: Checklist) -> dict[Scope, str]:
    core, every = sum(item.core for item in checklist.items), len(checklist.items)
    quick = here.t("**Quick check, {number} questions** About {minutes} minutes.", number=core, minutes=_minutes(core))
    if _once_in_each_cell(checklist):
        quick += " " + here.t("One question where each dimension meets each step.")
    full = here.t(
        "**All {number} questions** About {minutes} minutes. The whole picture.", number=every, minutes=_minutes(every)
    )
    return {Scope.QUICK: quick, Scope.FULL: full}


def _minutes(questions: int) -> int:
    """What answering takes, in fives: 20 for 24 questions, 40 for 50."""
    return max(5, 5 * round(questions * 0.16))


def _once_in_each_cell(checklist: Checklist) -> bool:
    """Whether the quick check meets each dimension and step exactly once."""
    met = [(item.dimension, item.step) for item in checklist.items if item.core]
    cells = {(dimension.id, step.id) for dimension in checklist.dimensions for step in checklist.steps}
    return len(met) == len(cells) and set(met) == cells


def _follow_up_name(here: Page, earlier: Assessment) -> str:
    """*Hela kommunen, hösten 2026*."""
    today = now().astimezone(here.zone)
    return f"{earlier.subject}, {here.language.text(SEASONS[today.month - 1], year=today.year)}"


def follow_up(here: Page, earlier: Assessment) -> None:
    """The dialogue in which the same subject is assessed again."""
    title = here.t("Follow up {subject}", subject=earlier.subject)
    st.dialog(title)(lambda: new_assessment_form(here, key=f"again-{earlier.id}", earlier=earlier))()


def open_example(here: Page, *, key: str, quiet: bool = True) -> None:
    """A button that loads the fictitious municipality, once, and shows it."""
    if st.button(here.t("Open the example"), key=f"example-{key}", type="tertiary" if quiet else "secondary"):
        with attempting():
            loaded = demo.load(here.engine, here.viewer)
            st.switch_page(navigation.START, query_params=here.link(a=loaded[-1].id, p=None))
