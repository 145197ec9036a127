"""The big screen: one question, its five levels, how many have voted, and then the votes in the same place.

Everything is scaled by the width of the screen. A circle is a person; all circles have one colour and no order.
"""

from dataclasses import dataclass
from html import escape
from typing import Final

from assessment.domain.checklist import LEVELS, Item
from assessment.domain.room import Progress, Room
from assessment.domain.tally import Tally
from assessment.domain.workshop_parts import Stage
from assessment.reporting import vote_findings
from assessment.reporting.marks.squares import level_square
from assessment.reporting.marks.stage_roles import can_show_roles, role_medians, role_table
from assessment.reporting.marks.stage_votes import turnout, votes
from assessment.reporting.question_place import question_place
from assessment.texts.language import Language

LONG_QUESTION: Final = 95  # characters


@dataclass(frozen=True, slots=True)
class JoinPanel:
    """How to join: the address as it is typed, the spoken code, and a picture that holds both."""

    address: str
    code: str
    image: str


def stage(room: Room, progress: Progress, join: JoinPanel | None, language: Language, *, by_role: bool = False) -> str:
    """The whole screen as HTML. `join` is None where no phones are let in.

    `by_role` puts the roles side by side in place of the level texts, where that points at nobody.
    """
    match room.workshop.stage:
        case Stage.REVEALED if by_role and can_show_roles(room.tally):
            return _roles(room, language)
        case Stage.LOBBY:
            return _lobby(room, progress, join, language)
        case Stage.CLOSED:
            return _closed(room, language)
        case _:
            return _question(room, progress, join, language)


def eyebrow(room: Room, item: Item, language: Language) -> str:
    """*Tid · fråga 2 av 8 · första rösten*."""
    parts = [question_place(item, room.assessment.asked(room.checklist), language)]
    if room.rounds and room.workshop.stage is not Stage.SETTLED:
        parts.append(round_name(len(room.rounds), language))
    return " · ".join(parts)


def round_name(place: int, language: Language) -> str:
    """*första rösten*."""
    if place == 1:
        return language.text("first vote")
    if place == 2:
        return language.text("second vote")
    return language.text("vote {place}", place=place)


def _question(room: Room, progress: Progress, join: JoinPanel | None, language: Language) -> str:
    item = room.item
    assert item is not None, "a question is in view"
    voting = room.workshop.stage is Stage.VOTING
    rows = "".join(_level(room, item, level, language) for level in LEVELS)
    aside = _aside(join, language) if voting and join else ""
    before = " before" if voting else ""
    return (
        f'<section class="ru ru-stage{before}"><p class="soft">{escape(eyebrow(room, item, language))}</p>'
        f"{_heading(language.of(item.question))}"
        f"<div><ol>{rows}</ol>{aside}</div>"
        f"{_foot(room, progress, join, language)}</section>"
    )


def _roles(room: Room, language: Language) -> str:
    item, tally = room.item, room.tally
    assert item is not None and tally is not None, "a revealed round is in view"
    return (
        f'<section class="ru ru-stage"><p class="soft">{escape(eyebrow(room, item, language))}</p>'
        f"{_heading(language.of(item.question))}{role_table(room, tally, language)}"
        f"{_revealed_foot(room, tally, language, medians=False)}</section>"
    )


def _heading(question: str) -> str:
    """A long question is set smaller, so that it takes two lines and not three."""
    return f"<h1{' class=long' if len(question) > LONG_QUESTION else ''}>{escape(question)}</h1>"


def _level(room: Room, item: Item, level: int, language: Language) -> str:
    tally, agreed = room.tally, _agreed(room, item)
    mark, soft = "", False
    if agreed is not None:
        soft = level != agreed
        if not soft:
            told = escape(language.text("Agreed level {level}", level=level))
            mark = f'<div class="votes"><span role="img" aria-label="{told}">{level_square(level)}</span></div>'
    elif tally is not None:
        soft = not tally.counts[level]
        mark = votes(tally, room.tally_before, level, language)
    return (
        f'<li{" class=nobody" if soft else ""}><div class="choice"><b>{level}</b>'
        f"<span>{escape(language.of(item.levels[level]))}</span></div>{mark}</li>"
    )


def _agreed(room: Room, item: Item) -> int | None:
    """The level that has just been settled."""
    return room.workshop.settled[item.id].level if room.workshop.stage is Stage.SETTLED else None


def _foot(room: Room, progress: Progress, join: JoinPanel | None, language: Language) -> str:
    if room.workshop.stage is Stage.VOTING:
        if not progress.expected:
            waiting = language.text("Waiting for the first vote")
            hands = language.text("Raise a hand for the level that you choose")
            return f'<footer><p class="result">{escape(waiting if join else hands)}</p></footer>'
        told = language.text("{voted} of {expected}", voted=progress.voted, expected=progress.expected)
        left = f"<p class=result><b>{escape(told)}</b> {escape(language.text('have voted'))}</p>"
        right = turnout(progress)
    elif room.workshop.stage is Stage.SETTLED:
        level = room.workshop.settled[room.workshop.item_id or ""].level
        left = f"<p class=result><b>{escape(language.text('Agreed level {level}', level=level))}</b></p>"
        right = f'<p class="soft">{escape(_settled_count(room, language))}</p>'
    else:
        tally = room.tally
        assert tally is not None, "a revealed round has a tally"
        return _revealed_foot(room, tally, language)
    return f"<footer>{left}{right}</footer>"


def _revealed_foot(room: Room, tally: Tally, language: Language, *, medians: bool = True) -> str:
    word = vote_findings.agreement_word(tally, language)
    told = [vote_findings.vote_finding(tally, language), vote_findings.beside_levels(tally, language)]
    head = f"<b>{escape(word)}.</b> " if word else ""
    sentence = " ".join(one for one in told if one)
    below = [vote_findings.caveat(tally, language)]
    if room.tally_before is not None:
        below.insert(0, vote_findings.shift(room.tally_before, tally, language))
    notes = " ".join(one for one in below if one)
    roles = role_medians(room, tally, language) if medians else ""
    return (
        f'<footer><p class="result">{head}{escape(sentence)}</p>'
        f"<p>{escape(vote_findings.invitation(tally, language))}</p></footer>"
        f'<div class="below">{roles}<p class="soft">{escape(notes)}</p></div>'
    )


def _lobby(room: Room, progress: Progress, join: JoinPanel | None, language: Language) -> str:
    settled = len(room.workshop.settled)
    head = language.text("Join with your phone") if not settled else language.text("The next question is on its way")
    if join is None:
        head = language.text("We score together") if not settled else head
        return (
            f'<section class="ru ru-stage ru-lobby"><p class="soft">{escape(room.assessment.name)}</p>'
            f"<h1>{escape(head)}</h1>{_scale(room, language)}</section>"
        )
    joined = language.plural("{number} has joined", "{number} have joined", progress.joined)
    return (
        f'<section class="ru ru-stage ru-lobby"><p class="soft">{escape(room.assessment.name)}</p>'
        f"<h1>{escape(head)}</h1><div>{_scale(room, language)}{_aside(join, language)}</div>"
        f'<footer><p class="result"><b>{escape(joined)}</b></p>'
        f'<p class="soft">{escape(_settled_count(room, language))}</p></footer></section>'
    )


def _scale(room: Room, language: Language) -> str:
    """What the levels mean in general, to look at while waiting."""
    rows = "".join(
        f'<li><div class="choice"><b>{level}</b><span>{escape(language.of(name))}</span></div></li>'
        for level, name in enumerate(room.checklist.scale)
    )
    return f"<ol>{rows}</ol>"


def _closed(room: Room, language: Language) -> str:
    head = language.text("Done. Thank you for today.")
    return (
        f'<section class="ru ru-stage ru-lobby"><p class="soft">{escape(room.assessment.name)}</p>'
        f'<h1>{escape(head)}</h1><p class="result">{escape(_settled_count(room, language))}</p></section>'
    )


def _settled_count(room: Room, language: Language) -> str:
    return language.text(
        "{settled} of {asked} questions settled",
        settled=sum(item.id in room.workshop.settled for item in room.agenda),
        asked=len(room.agenda),
    )


def _aside(join: JoinPanel, language: Language) -> str:
    told = escape(language.text("QR code to {address}", address=join.address))
    return (
        f'<aside><img src="{escape(join.image)}" alt="{told}"><p>{escape(join.address)}</p>'
        f'<p class="code">{escape(join.code)}</p></aside>'
    )
