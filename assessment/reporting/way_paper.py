"""A decision record as one reads it: fifteen parts in order, each with what it says and what it lacks."""

from dataclasses import dataclass
from typing import Final

from assessment.domain.activity import Activity
from assessment.domain.organisation import Organisation
from assessment.domain.way import WAY_FIELD, DecisionRecord, Mark, Way, WayFacts
from assessment.domain.way_gates import FRIDAY, PARTS, Gate, applies, missing
from assessment.domain.way_guide import WayGuide
from assessment.reporting.findings import capital
from assessment.reporting.way_words import lacking, outcome_words, signature, value
from assessment.texts.language import Language
from assessment.texts.way_labels import MARK, PART, WAY

FIELDS: Final = {
    1: ("why", "adopted", "identified"),
    2: ("need", "outage", "situations"),
    3: ("options",),
    5: ("handover", "ground", "security", "security_on", "act", "secrecy"),
    6: ("offices", "dissent"),
    7: ("chosen", "motive"),
    8: ("conditions", "money"),
    9: ("risk", "risk_owner"),
    10: ("transition",),
    11: ("exit_plan",),
    12: ("follow_up",),
    13: ("review_on", "triggers"),
    14: ("communication",),
    15: ("responsibility",),
}


@dataclass(frozen=True, slots=True)
class PaperPart:
    """`rows` are names with texts; the name is empty where the title says it, as is `lacks` when nothing is missing."""

    number: int
    title: str
    rows: tuple[tuple[str, str], ...]
    lacks: str


@dataclass(frozen=True, slots=True)
class WayPaper:
    """`signed` is empty for a draft. `weighed`: arguments and questions that people have said something about.

    `unmarked` tells how many arguments nobody has marked; empty when all are.
    """

    title: str
    organisation: str
    finding: str
    signed: str
    despite: str
    parts: tuple[PaperPart, ...]
    weighed: tuple[tuple[str, str], ...]
    unmarked: str


def way_paper(
    organisation: Organisation, activity: Activity, record: DecisionRecord, guide: WayGuide, language: Language
) -> WayPaper:
    facts = record.facts
    arguments = [one for one in guide.arguments if _at_stake(facts, one.gate)]
    asked = [(one.id, one.text) for one in guide.questions if _at_stake(facts, one.gate)]
    asked += [(one.id, one.text) for one in arguments]
    weighed = [(language.of(text), said) for id_, text in asked if (said := _said(facts, id_, language))]
    return WayPaper(
        title=activity.facts.name,
        organisation=organisation.name,
        finding=outcome_words(facts, language),
        signed=signature(record, language),
        despite=facts.signed_despite,
        parts=tuple(_part(facts, number, language) for number in PARTS),
        weighed=tuple(weighed),
        unmarked=_unmarked(sum(one.id not in facts.marks for one in arguments), language),
    )


def _at_stake(facts: WayFacts, gate: Gate) -> bool:
    """Whether the ways that are compared need this gate. What was said there before stays in the record, unshown."""
    return applies(facts, gate, kind="")


def _unmarked(arguments: int, language: Language) -> str:
    if not arguments:
        return ""
    return capital(language.plural("one argument is not assessed.", "{word} arguments are not assessed.", arguments))


def _part(facts: WayFacts, number: int, language: Language) -> PaperPart:
    rows = [(language.text(WAY_FIELD[name]), value(facts, name, language)) for name in FIELDS.get(number, ())]
    if len(rows) == 1:
        rows = [("", rows[0][1])]
    if number == 4:
        rows = [(language.text(WAY[one]), facts.effects.get(one, "")) for one in Way if one in facts.options]
    if number == 10 and facts.notes.get(FRIDAY) and _at_stake(facts, Gate.CHOICE):
        rows.append((language.text("If the largest provider stops"), facts.notes[FRIDAY]))
    if number == 5 and facts.chosen is not Way.PROCUREMENT and not (facts.act and _at_stake(facts, Gate.ACT)):
        rows = [row for row in rows if row[0] != language.text(WAY_FIELD["act"])]
    found = [lacking(one, language) for one in missing(facts) if one.part == number]
    lacks = language.text("Missing: {what}", what="; ".join(found)) if found else ""
    return PaperPart(number, language.text(PART[number]), tuple(row for row in rows if row[1]), lacks)


def _said(facts: WayFacts, asked_id: str, language: Language) -> str:
    """*Stämmer: skälen*, or just the note of a question."""
    mark, note = facts.marks.get(asked_id), facts.notes.get(asked_id, "")
    said = language.text(MARK[Mark(mark)]) if mark else ""
    return ": ".join(part for part in (said, note) if part)
