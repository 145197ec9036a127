"""One gate at a time: what is filled in there is saved as it is written, with a receipt, and nothing is left behind.

The order matters: the fields are drawn and saved before the buttons are heeded, so that a click right after the last
letter loses nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import streamlit as st

from assessment.domain.activity import Activity
from assessment.domain.entry import changed_fields
from assessment.domain.entry_errors import EntryChanged
from assessment.domain.entry_merge import merged, written_parts
from assessment.domain.errors import AssessmentError
from assessment.domain.organisation import Organisation
from assessment.domain.way import DecisionRecord, WayFacts, checked_way
from assessment.domain.way_gates import Gate, GateState, states, stops
from assessment.domain.way_guide import Fact
from assessment.reporting.way_words import missing_line, outcome_lede, outcome_words
from assessment.services import entries, ways
from assessment.services.clock import now
from assessment.services.ways import RECORDS
from assessment.texts.way_labels import ASKS, GATE, GATE_STATE, STOP
from assessment.ui import navigation
from assessment.ui.entry_conflict import CONFLICT, conflict_notice
from assessment.ui.entry_dialog import SAVED, saved_receipt
from assessment.ui.figure import soft_line
from assessment.ui.markup import html_text
from assessment.ui.page import Page
from assessment.ui.way_archive import archive_draft
from assessment.ui.way_fields import WayFields
from assessment.ui.way_gate_fields import DRAW
from assessment.ui.way_kind import way_kind
from assessment.ui.way_sign import way_sign

GATE_ASKED: Final = "g"
WALK: Final = "way-walk"
ICON: Final = {
    GateState.DONE: ":material/check:",
    GateState.OPEN: ":material/circle:",
    GateState.STOPPED: ":material/block:",
    GateState.BEYOND: ":material/lock:",
    GateState.NOT_APPLICABLE: ":material/remove:",
}


@dataclass(slots=True)
class Walk:
    """Where this session is, which version its fields stand for, and what that says.

    One object, because Streamlit may stop a run wherever it is touched: a new click must not come between a save and
    the note that it was ours. `filling` grows when the fields are to be filled anew.
    """

    place: str = ""
    version: int = 0
    said: dict[str, str] = field(default_factory=dict)
    filling: int = 0

    def note(self, record: DecisionRecord) -> None:
        self.version, self.said = record.version, written_parts(record.facts)


def way_walk(here: Page, activity: Activity, record: DecisionRecord, organisation: Organisation) -> bool:
    """Whether all that stands in the fields is saved."""
    stood = states(record.facts, kind=organisation.kind)
    gate = _gate(stood)
    walk = _arrive(record, gate)
    head, row = st.container(), st.container()
    guide = ways.guide()
    _facts(here, guide.facts_at(gate, kind=organisation.kind))
    fields = WayFields(here, record, walk.filling)
    with st.container(key="way-fields"):
        mine = DRAW[gate](fields, guide, organisation.kind)
    as_seen = record.version == walk.version
    record, whole = _kept(here, walk, record, mine)
    stands = states(record.facts, kind=organisation.kind)
    with head:
        _head(here, activity, record, gate)
    with row:
        going = _row(here, stands, gate, whole=whole)
    _notice(here, record, gate)
    if gate is Gate.DECIDE:
        way_sign(here, activity, record, organisation, whole=whole, as_seen=as_seen)
    going = _next(here, stands, gate, whole=whole) or going
    if going and whole:
        st.query_params[GATE_ASKED] = going
        st.rerun()
    archive_draft(here, record, whole=whole)
    return whole


def _facts(here: Page, facts: Sequence[Fact]) -> None:
    """What is so whichever way is chosen, with where to read it, and what never to write."""
    told = "".join(
        f'<li>{html_text(here.language.of(one.text))} <a href="{html_text(one.source.url)}" target="_blank" '
        f'rel="noreferrer">{html_text(here.language.of(one.source.title))}</a></li>'
        for one in facts
    )
    law = here.t("Statutes as they stood in mid-2025. This is not legal advice.") if facts else ""
    secrecy = here.t("Do not enter secret or security-classified information.")
    below = html_text(" ".join(filter(None, (law, secrecy))))
    st.html(f'<div class="ru ru-facts"><ul>{told}</ul><p class="soft">{below}</p></div>')


def _gate(stood: dict[Gate, GateState]) -> Gate:
    """The gate in the address where it can be had, or the one that stops before it; else the first with work to do."""
    closed = (GateState.BEYOND, GateState.NOT_APPLICABLE)
    asked = st.query_params.get(GATE_ASKED)
    if asked in list(Gate) and stood[Gate(asked)] not in closed:
        return Gate(asked)
    if asked in list(Gate) and stood[Gate(asked)] is GateState.BEYOND:
        return next(gate for gate, state in stood.items() if state is GateState.STOPPED)
    waiting = (gate for gate, state in stood.items() if state in (GateState.OPEN, GateState.STOPPED))
    return next(waiting, Gate.DECIDE)


def _arrive(record: DecisionRecord, gate: Gate) -> Walk:
    """Note which version the fields of a gate were filled from; `gate` stands in the address from now on."""
    walk: Walk = st.session_state.setdefault(WALK, Walk())
    place = f"{record.id}:{gate}"
    if walk.place != place:
        walk.place, walk.filling = place, walk.filling + 1
        walk.note(record)
    st.query_params[GATE_ASKED] = gate
    return walk


def _kept(here: Page, walk: Walk, record: DecisionRecord, mine: WayFacts) -> tuple[DecisionRecord, bool]:
    """Save what differs. The record as it is then, and whether all that stands in the fields is saved."""
    try:
        clean = checked_way(mine)
        differs = bool(changed_fields(record.facts, clean))
        if differs and record.version != walk.version:
            if not _written_here(walk, record, clean):
                _fill_anew(walk)
            raise EntryChanged(who=record.changed_by or "–")
        if differs:
            record = entries.change(here.engine, here.viewer, RECORDS, record.id, version=record.version, facts=mine)
            walk.note(record)
            st.session_state[SAVED] = now().isoformat()
    except EntryChanged:
        st.session_state[CONFLICT] = record.id
        conflict_notice(here, way_kind(here), record, mine, seen=walk.said, done=lambda: _fill_anew(walk))
        return record, False
    except AssessmentError as error:
        st.error(here.language.explain(error))
        return record, False
    walk.note(record)
    return record, True


def _written_here(walk: Walk, record: DecisionRecord, mine: WayFacts) -> bool:
    """Whether the one who looks has changed anything that is not stored, rather than somebody else."""
    return bool(changed_fields(record.facts, merged(walk.said, mine, record.facts)))


def _fill_anew(walk: Walk) -> None:
    """Fill the fields from what is stored now."""
    walk.place = ""
    st.rerun()


def _head(here: Page, activity: Activity, record: DecisionRecord, gate: Gate) -> None:
    asks = outcome_words(record.facts, here.language) if gate is Gate.DECIDE else here.t(ASKS[gate])
    below = outcome_lede(record.facts, here.language) if gate is Gate.DECIDE else ""
    lede = f'<p class="ru-lede">{html_text(below)}</p>' if below else ""
    st.html(
        f'<div class="ru"><p class="soft">{html_text(activity.facts.name)}</p>'
        f'<h1 class="ru-page">{html_text(asks)}</h1>{lede}</div>'
    )


def _row(here: Page, stands: dict[Gate, GateState], gate: Gate, *, whole: bool) -> Gate | None:
    """The row of gates, with where one is. Returns the one that was pressed."""
    pressed = None
    with st.container(horizontal=True, gap="xsmall", key="way-gates"):
        for number, (one, state) in enumerate(stands.items(), start=1):
            key = f"way-gate-here-{one}" if one is gate else f"way-gate-{one}"
            closed = state in (GateState.BEYOND, GateState.NOT_APPLICABLE) or not whole
            if st.button(
                f"{number} {here.t(GATE[one])}",
                key=key,
                type="tertiary",
                icon=ICON[state],
                help=here.t(GATE_STATE[state]),
                disabled=closed and one is not gate,
            ):
                pressed = one
    return pressed


def _notice(here: Page, record: DecisionRecord, gate: Gate) -> None:
    """Why the gate stops and what to do, or what it lacks."""
    stop = stops(record.facts).get(gate)
    if stop:
        st.warning(here.t(STOP[stop]), icon=":material/block:")
        if gate is Gate.IDENTIFIED:
            query = here.link(o=record.organisation_id)
            st.page_link(navigation.ANALYSE, label=here.t("To Analyse"), query_params=query)
    lacks = missing_line(record.facts, gate, here.language)
    if lacks and gate is not Gate.DECIDE:
        soft_line(lacks)


def _next(here: Page, stands: dict[Gate, GateState], gate: Gate, *, whole: bool) -> Gate | None:
    """The way on, and the receipt. Returns the gate to go to."""
    gates = [one for one, state in stands.items() if state not in (GateState.BEYOND, GateState.NOT_APPLICABLE)]
    after = gates[gates.index(gate) + 1 :] if gate in gates else []
    pressed = None
    with st.container(horizontal=True, vertical_alignment="center", key="way-do"):
        if after and st.button(
            here.t("Next: {gate}", gate=here.t(GATE[after[0]])),
            key="do-next-gate",
            type="primary",
            disabled=not whole,
        ):
            pressed = after[0]
        saved_receipt(here)
    return pressed
