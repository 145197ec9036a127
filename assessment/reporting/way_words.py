"""Decision records in words: findings, what is missing, and the values of fields."""

import re
from collections.abc import Mapping
from typing import Any, Final

from assessment.domain.entry import written_facts
from assessment.domain.way import WAY_FIELD, DecisionRecord, WayFacts
from assessment.domain.way_board import WayBoard, WayRow
from assessment.domain.way_gates import Gate, Missing, missing, outcome
from assessment.texts.language import Language
from assessment.texts.register_labels import KNOWN, OPERATION, OUTAGE, SITUATION
from assessment.texts.way_labels import ACT, LACKING, MARK, OFFICE, OUTCOME, SECURITY, WAY

CODES: Final[Mapping[str, Mapping[Any, str]]] = {
    "operation": OPERATION,
    "identified": KNOWN,
    "outage": OUTAGE,
    "situations": SITUATION,
    "handover": KNOWN,
    "security": SECURITY,
    "options": WAY,
    "act": ACT,
    "offices": OFFICE,
    "chosen": WAY,
}


def shown(field: str, text: str, language: Language, asked: Mapping[str, str] | None = None) -> str:
    """A written field in words, for the history and for two versions side by side.

    `asked`: questions and arguments in words, by id.
    """
    names = {str(code.value): language.text(name) for code, name in CODES.get(field, {}).items()}
    if names:
        return _listed([names.get(one, one) for one in text.split(", ") if one], language)
    if field == "marks":
        marks = {str(code.value): language.text(name) for code, name in MARK.items()}
        pairs = [one.rpartition(" ") for one in text.split(", ") if one]
        return "; ".join(f"{(asked or {}).get(key, f'{key}:')} {marks.get(mark, mark)}" for key, _, mark in pairs)
    if field in ("effects", "notes"):
        named = {str(way.value): f"{language.text(name)}:" for way, name in WAY.items()} | dict(asked or {})
        ids = "|".join(map(re.escape, named))
        return re.sub(rf"(^|, )({ids})(?= )", lambda found: ("; " if found[1] else "") + named[found[2]], text)
    return text


def value(facts: WayFacts, field: str, language: Language) -> str:
    """A field of a record in words; empty when it is not stated."""
    stored = getattr(facts, field)
    if field in ("security_on", "review_on", "signed_on"):
        return language.date(stored) if stored else ""
    if field in ("situations", "options", "offices"):  # in their own order
        return _listed([language.text(name) for code, name in CODES[field].items() if code in stored], language)
    return shown(field, written_facts(facts)[field], language)


def _listed(names: list[str], language: Language) -> str:
    """*Kris i fredstid, höjd beredskap och krig*."""
    return language.listed([name if number == 0 else _low(name) for number, name in enumerate(names)])


def lacking(one: Missing, language: Language) -> str:
    """What is missing, to stand in a list after *Saknas:*."""
    return language.text(LACKING.get(one.field) or WAY_FIELD[one.field])


def missing_line(facts: WayFacts, gate: Gate, language: Language) -> str:
    """*Saknas här: skälen, villkor*; empty when the gate has all it needs."""
    found = [lacking(one, language) for one in missing(facts) if one.gate is gate]
    return language.text("Missing here: {what}.", what="; ".join(_low(one) for one in found)) if found else ""


def _low(text: str) -> str:
    return text[:1].lower() + text[1:]


def outcome_words(facts: WayFacts, language: Language) -> str:
    return language.text(OUTCOME[outcome(facts)])


def outcome_lede(facts: WayFacts, language: Language) -> str:
    """How many of the fifteen parts have all they need."""
    whole = 15 - len({one.part for one in missing(facts)})
    return language.text("{whole} of 15 parts have what they need.", whole=language.word(whole).capitalize())


def signature(record: DecisionRecord, language: Language) -> str:
    """*Signerat av Eva Berg, ordförande, 22 november 2026*; empty for an unsigned one."""
    facts = record.facts
    if facts.signed_on is None:
        return ""
    return language.text(
        "Signed by {name}, {role}, {day}",
        name=facts.signed_by,
        role=facts.signed_role,
        day=language.date(facts.signed_on),
    )


def board_finding(board: WayBoard, language: Language) -> str:
    rows = board.rows
    if not rows:
        return language.text("There is no activity to decide about yet")
    signed = len(board.signed)
    if not signed:
        return language.text("No way forward is decided yet")
    return language.plural(
        "One of {all} activities has a decided way forward",
        "{first} of {all} activities have a decided way forward",
        signed,
        all=language.word(len(rows)),
        first=language.word(signed).capitalize(),
    )


def row_state(row: WayRow, language: Language) -> str:
    """Where the activity's record stands."""
    told = []
    if row.in_force:
        told.append(signature(row.in_force, language))
    if row.draft:
        told.append(language.text("Begun: {outcome}", outcome=_low(outcome_words(row.draft.facts, language))))
    return " · ".join(told) or language.text("No record yet")
