"""Writing a question of one's own: what is asked, the five levels, and where it belongs. Saved with one button."""

from collections.abc import Sequence

import streamlit as st

from assessment.domain.checklist import Checklist, Effort, Wording
from assessment.domain.checklist_version import ChecklistVersion, next_own_version
from assessment.domain.errors import AssessmentError
from assessment.domain.own_item import LONGEST, OwnItem
from assessment.services import checklist_files
from assessment.texts import labels
from assessment.ui.checklist_address import NEW, QUESTION, VERSION, close, tell
from assessment.ui.figure import soft_line
from assessment.ui.markup import markdown_text
from assessment.ui.page import Page

LINE = 68  # pixels, the lowest that a field of several lines may be


def own_item_dialog(here: Page, bases: Sequence[ChecklistVersion]) -> None:
    """The dialogue, when the address asks for it. `bases` are the versions that a question can be added to."""
    if st.query_params.get(NEW) == QUESTION:
        title = here.t("A question of your own")
        st.dialog(title, width="large", on_dismiss=close)(lambda: _form(here, _base(here, bases)))()


def _base(here: Page, bases: Sequence[ChecklistVersion]) -> ChecklistVersion:
    if len(bases) == 1:
        return bases[0]
    named = {one.id: f"{here.language.of(one.checklist.title)} {one.checklist.version}" for one in bases}
    label = here.t("Checklist that it is added to")
    chosen = st.selectbox(label, list(named), format_func=lambda id_: named[id_], key=f"own-base:{here.language.code}")
    return next(one for one in bases if one.id == chosen)


def _form(here: Page, base: ChecklistVersion) -> None:
    version = next_own_version(base.checklist.version, frozenset())
    soft_line(
        here.t(
            "It comes in a version of its own, such as {version}, which new assessments begin with. "
            "What has been begun stays as it is.",
            version=version,
        )
    )
    with st.form(f"own-item:{base.id}", border=False, enter_to_submit=False):
        own = _fields(here, base.checklist)
        pressed = st.form_submit_button(here.t("Add the question"), key="do-add-own", type="primary")
    if not pressed:
        return
    try:
        item_id = checklist_files.add_own_item(here.engine, here.viewer, base.id, own)
    except AssessmentError as error:
        st.error(markdown_text(here.language.explain(error)))
    else:
        st.query_params.pop(VERSION, None)
        tell(here.t("Question {item} is added", item=item_id))
        st.rerun()


def _fields(here: Page, checklist: Checklist) -> OwnItem:
    left, right = st.columns(2)
    dimensions = {one.id: here.language.of(one.name) for one in checklist.dimensions}
    steps = {one.id: here.language.of(one.name) for one in checklist.steps}
    dimension = left.selectbox(
        here.t("Dimension"), list(dimensions), format_func=lambda id_: dimensions[id_], key="own-dimension"
    )
    step = right.selectbox(here.t("Step"), list(steps), format_func=lambda id_: steps[id_], key="own-step")
    swedish = _texts(here, checklist, "sv")
    with st.expander(here.t("In English too (optional)"), type="compact", key="own-english"):
        soft_line(here.t("What you leave empty is shown in Swedish."))
        english = _texts(here, checklist, "en")
    left, right = st.columns(2, vertical_alignment="bottom")
    effort = left.selectbox(
        here.t("Effort to get further"),
        list(Effort),
        index=1,
        format_func=lambda one: here.t(labels.EFFORT[one]),
        key="own-effort",
    )
    core = right.checkbox(here.t("Ask it in the quick check too"), key="own-core")
    question, *levels, evidence, action = (Wording(sv, en) for sv, en in zip(swedish, english, strict=True))
    return OwnItem(dimension, step, question, tuple(levels), evidence, action, effort or Effort.MEDIUM, core)


def _texts(here: Page, checklist: Checklist, code: str) -> list[str]:
    """Question, five levels, evidence and advice, as they are written now."""
    labelled = {
        "question": here.t("Question"),
        **{f"level-{number}": f"{number} {here.language.of(name)}" for number, name in enumerate(checklist.scale)},
        "evidence": here.t("What shows that it is so"),
        "action": here.t("What to do to get further"),
    }
    if "en" in (code, here.language.code):  # whoever reads Swedish need not be told to write it
        written = here.t("in English") if code == "en" else here.t("in Swedish")
        labelled = {name: f"{label} ({written})" for name, label in labelled.items()}
    hints = {
        "question": here.t("Ask for one thing, and so that the levels can answer it."),
        "level-0": here.t("Describe what one can see at each level. Each level includes those below."),
    }
    return [
        st.text_area(
            label,
            key=f"own-{name}-{code}",
            height=LINE,
            max_chars=LONGEST,
            help=hints.get(name) if code == "sv" else None,
        )
        for name, label in labelled.items()
    ]
