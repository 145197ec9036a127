"""What is filled in at each gate. Each function draws its fields and returns the facts that they hold now."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final, TypeVar

import streamlit as st

from assessment.domain.way import Way, WayFacts
from assessment.domain.way_gates import Gate, system_open
from assessment.domain.way_guide import WayGuide
from assessment.texts.register_labels import KNOWN, OUTAGE, SITUATION
from assessment.texts.way_labels import ACT, OFFICE, SECURITY, WAY
from assessment.ui.figure import soft_line
from assessment.ui.way_arguments import arguments, questions
from assessment.ui.way_fields import WayFields

First = TypeVar("First")
Second = TypeVar("Second")
Draw = Callable[[WayFields, WayGuide, str], WayFacts]


def _identified(fields: WayFields, _guide: WayGuide, _kind: str) -> WayFacts:
    soft_line(fields.here.t("Filled in from the register. Correct what is not right."))
    identified = fields.one_of("identified", KNOWN)
    why = fields.prose("why")
    adopted = fields.line("adopted")
    need = fields.prose("need")
    return replace(
        fields.facts,
        identified=identified,
        why=why,
        adopted=adopted,
        need=need,
        outage=fields.one_of("outage", OUTAGE),
        situations=fields.several("situations", SITUATION),
    )


def _handover(fields: WayFields, _guide: WayGuide, _kind: str) -> WayFacts:
    return replace(fields.facts, handover=fields.one_of("handover", KNOWN), ground=fields.prose("ground"))


def _security(fields: WayFields, _guide: WayGuide, _kind: str) -> WayFacts:
    soft_line(fields.here.t("Only the outcome and its date. Write nothing anywhere about what the check contains."))
    return replace(fields.facts, security=fields.one_of("security", SECURITY), security_on=fields.day("security_on"))


def _form(fields: WayFields, guide: WayGuide, kind: str) -> WayFacts:
    here, open_system = fields.here, system_open(kind)
    among = [one for one in Way if open_system or one is not Way.SYSTEM_OF_CHOICE]
    options = fields.several("options", WAY, among=among)
    if not open_system:
        soft_line(here.t("A system of choice is not applicable to your type of organisation."))
    effects = dict(fields.facts.effects)
    if options:
        soft_line(here.t("Effect of each way: control, capacity, dependencies, transition, taking back and cost."))
    columns = st.columns(2, gap="medium")
    for number, one in enumerate(way for way in Way if way in options):
        with columns[number % 2]:
            effects[one.value] = fields.area(f"effect-{one.value}", here.t(WAY[one]), effects.get(one, ""))
    facts = replace(fields.facts, options=options, effects=effects)
    return arguments(fields, guide, Gate.FORM, questions(fields, guide, Gate.FORM, facts))


def _choice(fields: WayFields, guide: WayGuide, _kind: str) -> WayFacts:
    facts = questions(fields, guide, Gate.CHOICE, fields.facts, folded=False)
    return arguments(fields, guide, Gate.CHOICE, facts)


def _act(fields: WayFields, _guide: WayGuide, _kind: str) -> WayFacts:
    return replace(fields.facts, act=fields.one_of("act", ACT))


def _terms(fields: WayFields, _guide: WayGuide, _kind: str) -> WayFacts:
    left, right = st.columns(2, gap="medium")
    with left:
        conditions, transition = fields.prose("conditions"), fields.prose("transition")
        follow_up = fields.prose("follow_up")
    with right:
        money, exit_plan = fields.prose("money"), fields.prose("exit_plan")
    return replace(
        fields.facts,
        conditions=conditions,
        money=money,
        transition=transition,
        exit_plan=exit_plan,
        follow_up=follow_up,
    )


def _decide(fields: WayFields, _guide: WayGuide, _kind: str) -> WayFacts:
    chosen = fields.one_of("chosen", WAY, among=fields.facts.options)
    if not fields.facts.options:
        soft_line(fields.here.t("First choose which ways you compare, at the gate Ways."))
    motive = fields.prose("motive")
    offices = fields.several("offices", OFFICE)
    dissent, secrecy = _pair(lambda: fields.prose("dissent"), lambda: fields.prose("secrecy"))
    risk, risk_owner = _pair(lambda: fields.prose("risk"), lambda: fields.line("risk_owner"))
    triggers, review_on = _pair(lambda: fields.prose("triggers"), lambda: fields.day("review_on"))
    communication, responsibility = _pair(lambda: fields.prose("communication"), lambda: fields.prose("responsibility"))
    return replace(
        fields.facts,
        chosen=chosen,
        motive=motive,
        offices=offices,
        dissent=dissent,
        risk=risk,
        risk_owner=risk_owner,
        secrecy=secrecy,
        review_on=review_on,
        triggers=triggers,
        communication=communication,
        responsibility=responsibility,
    )


def _pair(left: Callable[[], First], right: Callable[[], Second]) -> tuple[First, Second]:
    """Two fields beside each other."""
    one, other = st.columns(2, gap="medium")
    with one:
        first = left()
    with other:
        return first, right()


DRAW: Final[Mapping[Gate, Draw]] = {
    Gate.IDENTIFIED: _identified,
    Gate.HANDOVER: _handover,
    Gate.SECURITY: _security,
    Gate.FORM: _form,
    Gate.CHOICE: _choice,
    Gate.ACT: _act,
    Gate.TERMS: _terms,
    Gate.DECIDE: _decide,
}
