"""A workshop's record in words, the same on paper and in Excel."""

from datetime import datetime
from typing import Final

from assessment.domain.errors import sentence
from assessment.domain.record import Entry, EntryKind
from assessment.domain.response import ANSWERS
from assessment.domain.tally import Tally
from assessment.domain.workshop_record import ItemRecord, Moves, RoundRecord, WorkshopRecord
from assessment.reporting.findings import capital
from assessment.texts import labels
from assessment.texts.language import Language

STEP: Final = {
    EntryKind.OPENED: sentence("the vote was opened"),
    EntryKind.REVEALED: sentence("the answers were shown"),
    EntryKind.SHOWN: sentence("answers given beforehand were shown"),
    EntryKind.COUNTED: sentence("the hands were counted"),
    EntryKind.SETTLED: sentence("the level was agreed"),
    EntryKind.SKIPPED: sentence("the question was put off"),
    EntryKind.CLOSED: sentence("the workshop was ended"),
}


def record_finding(record: WorkshopRecord, language: Language) -> str:
    """*Gruppen enades om 18 av 24 frågor*"""
    asked = len(record.assessment.asked(record.checklist))
    if not record.agreed:
        return language.text("The group has not agreed on any level")
    return language.text("The group agreed on {settled} of {asked} questions", settled=record.agreed, asked=asked)


def time_span(record: WorkshopRecord, language: Language) -> str:
    """*22 november 2026 09.00–10.24*; the end with its date when that is another day."""
    begun, ended = record.begun_at or record.workshop.created_at, record.ended_at
    if ended is None:
        return language.text("{moment}, not ended", moment=language.moment(begun))
    if language.date(begun) == language.date(ended):
        return f"{language.moment(begun)}–{language.time(ended)}"
    return f"{language.moment(begun)} – {language.moment(ended)}"


def moment_in(record: WorkshopRecord, moment: datetime, language: Language) -> str:
    """Just the time, with the date before it on any day but the one on which the workshop began."""
    begun = record.begun_at or record.workshop.created_at
    return language.time(moment) if language.date(begun) == language.date(moment) else language.moment(moment)


def attendance(record: WorkshopRecord, language: Language) -> list[str]:
    """*Beslutsfattare 4*; with open names the names after it."""
    found = []
    for role in record.checklist.roles:
        people = record.attendees_by_role.get(role.id, ())
        if people:
            names = sorted(one.name for one in people if one.name) if record.names_open else []
            told = f"{language.of(role.name)} {language.number(len(people))}"
            found.append(f"{told}: {', '.join(names)}" if names else told)
    return found


def round_kind(one: RoundRecord, place: int, language: Language) -> str:
    """*Första rösten*, or where the votes came from when nobody voted by phone."""
    match one.round.kind:
        case EntryKind.SHOWN:
            return language.text("Answered beforehand")
        case EntryKind.COUNTED:
            return language.text("Show of hands")
        case _ if place == 1:
            return language.text("First vote")
        case _ if place == 2:
            return language.text("Second vote")
        case _:
            return language.text("Vote {place}", place=place)


def moves_words(moves: Moves | None, language: Language) -> str:
    """*Tre gick upp, en gick ner och fem stod kvar.* Empty where it is not known."""
    if moves is None:
        return ""
    told = [
        language.plural("{word} went up", "{word} went up", moves.up) if moves.up else "",
        language.plural("{word} went down", "{word} went down", moves.down) if moves.down else "",
        language.plural("{word} stayed", "{word} stayed", moves.stayed) if moves.stayed else "",
    ]
    return capital(language.listed([one for one in told if one])) + "."


def dissent_words(item: ItemRecord, language: Language) -> str:
    """*Två röstade på en annan nivå.* Empty without a vote or an agreement."""
    if item.dissent is None:
        return ""
    if not item.dissent:
        return language.text("Everybody who gave a level was at this one in the last vote.")
    said = language.plural("One voted another level", "{word} voted another level", item.dissent)
    return capital(said) + "."


def named_votes(tally: Tally, language: Language) -> list[str]:
    """*0: Anna Ek, Bo Lind* for each answer, with open names only."""
    return [
        f"{language.text(labels.answer_label(answer))}: {', '.join(tally.names[answer.code])}"
        for answer in ANSWERS
        if tally.names.get(answer.code)
    ]


def step_words(record: WorkshopRecord, entry: Entry, language: Language) -> str:
    """What was done, with a capital letter."""
    if entry.kind is EntryKind.UNDONE:
        undone = record.taken_back[entry.seq]
        return language.text("Taken back: {step}", step=language.text(STEP[undone.kind]))
    return capital(language.text(STEP[entry.kind]))


def step_remark(entry: Entry, language: Language) -> str:
    """The level, the hands or the note that belong to a step."""
    told = []
    if entry.level is not None:
        told.append(language.text("Level {level}", level=entry.level))
    if entry.counts:
        told += [
            f"{language.text(labels.answer_label(answer))}: {language.number(count)}"
            for answer, count in zip(ANSWERS, entry.counts, strict=True)
            if count
        ]
    return ". ".join(filter(None, (", ".join(told), entry.note)))
