"""Questions and arguments: people say what holds here and why. Nothing is counted in favour of anything."""

from dataclasses import replace

import streamlit as st

from assessment.domain.way import Mark, WayFacts
from assessment.domain.way_gates import Gate
from assessment.domain.way_guide import Argument, WayGuide
from assessment.texts.way_labels import MARK, SIDE
from assessment.ui.figure import figure_head
from assessment.ui.markup import markdown_text
from assessment.ui.way_fields import WayFields


def questions(fields: WayFields, guide: WayGuide, gate: Gate, facts: WayFacts, *, folded: bool = True) -> WayFacts:
    """Each with room for an answer, or *don't know*; without either it is unanswered."""
    asked = guide.questions_at(gate)
    here, notes, marks = fields.here, dict(facts.notes), dict(facts.marks)
    unanswered = sum(not notes.get(one.id) and one.id not in marks for one in asked)
    label = here.t("Questions to talk through: {left} unanswered", left=here.language.number(unanswered))
    place = st.expander(label, key=f"way-questions:{gate}:{here.language.code}") if folded else st.container()
    with place:
        for one in asked:
            notes[one.id] = fields.area(
                f"note-{one.id}", markdown_text(here.language.of(one.text)), notes.get(one.id, "")
            )
            unsure = st.checkbox(
                here.t("Don't know"), one.id in marks, key=fields.key(f"mark-{one.id}"), disabled=bool(notes[one.id])
            )
            marks.pop(one.id, None)
            if unsure and not notes[one.id]:
                marks[one.id] = Mark.UNKNOWN
    return replace(facts, notes=notes, marks=marks)


def arguments(fields: WayFields, guide: WayGuide, gate: Gate, facts: WayFacts) -> WayFacts:
    """Two columns, a side in each. Unmarked is not the same as *don't know*."""
    here, asked = fields.here, guide.arguments_at(gate)
    unmarked = sum(one.id not in facts.marks for one in asked)
    figure_head(
        here.t("What holds here?"),
        here.t(
            "Mark what holds and write why. No side gets points: the weighing is yours. Unmarked: {left}.",
            left=unmarked,
        ),
    )
    marks, notes = dict(facts.marks), dict(facts.notes)
    sides = list(dict.fromkeys(one.side for one in asked))
    for column, side in zip(st.columns(len(sides), gap="large"), sides, strict=True):
        with column:
            st.markdown(f"**{here.t(SIDE[side])}**")
            for one in asked:
                if one.side is side:
                    _argument(fields, one, marks, notes)
    return replace(facts, marks=marks, notes=notes)


def _argument(fields: WayFields, one: Argument, marks: dict[str, Mark], notes: dict[str, str]) -> None:
    here = fields.here
    text = markdown_text(here.language.of(one.text))
    source = f" [{markdown_text(here.language.of(one.source.title))}]({one.source.url})" if one.source else ""
    with st.container(gap="xsmall", key=f"way-argument-{one.id}"):
        chosen: Mark | None = st.pills(
            text,
            list(Mark),
            default=marks.get(one.id),
            format_func=lambda mark: here.t(MARK[mark]),
            key=fields.pills_key(f"mark-{one.id}"),
        )
        if source:
            st.markdown(source)
        if chosen is None:
            marks.pop(one.id, None)
        else:
            marks[one.id] = chosen
        if chosen or notes.get(one.id):
            notes[one.id] = st.text_input(here.t("Why"), notes.get(one.id, ""), key=fields.key(f"note-{one.id}"))
