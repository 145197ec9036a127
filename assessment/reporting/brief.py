"""The brief of a target group: on one page what it does differently, what has been said, and who to ask.

So that it stays one page, long texts are cut at a word and only the first messages are shown; the page says so.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from assessment.domain.message import Message
from assessment.domain.message_overview import MessageOverview, group_key
from assessment.domain.organisation import Organisation
from assessment.reporting import message_words
from assessment.reporting.workbook import ILLEGAL
from assessment.texts.language import Language

MOST_MESSAGES: Final = 4
MOST_NAMED: Final = 2  # contacts, senders
MOST_RESTRICTED: Final = 2
TEXT_ROOM: Final = 800  # characters of message, shared by those that are shown
CHANGE_ROOM, LINE_ROOM, NAME_ROOM, TITLE_ROOM = 150, 200, 90, 80  # characters
RESTRICTED_ROOM: Final = 220


@dataclass(frozen=True, slots=True)
class BriefPart:
    """A heading with at least one line below it."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """What the page shows. Without parts nothing has been written to the group yet."""

    group: str
    head: str
    parts: tuple[BriefPart, ...]
    foot: str


def has_brief(messages: Iterable[Message]) -> bool:
    """Whether there is anything to tell the group."""
    return any(one.facts.change or one.facts.text for one in messages)


def brief(organisation: Organisation, overview: MessageOverview, group: str, language: Language) -> Brief:
    """The brief of the target group with this name, whatever capitals it is written with."""
    named = {group_key(name): (name, listed) for name, listed in overview.by_group.items()}
    name, listed = named.get(group_key(group), (group, ()))
    told = [one for one in listed if one.facts.change or one.facts.text]
    shown = told[:MOST_MESSAGES]
    head = " · ".join(part for part in (organisation.name, language.date(overview.today)) if part)
    parts = tuple(_parts(shown, overview, language))
    return Brief(
        group=shortened(name, TITLE_ROOM),
        head=shortened(head, LINE_ROOM),
        parts=parts,
        foot=_foot(len(told) - len(shown), language, cut=_is_cut(parts, shown, language)),
    )


def shortened(text: str, room: int) -> str:
    """`text` on one line, cut at a word with three dots when it does not fit into `room` characters."""
    line = " ".join(text.split())
    if len(line) <= room:
        return line
    cut = line[: room - 1]
    whole, space, _ = cut.rpartition(" ")
    return (whole if space and len(whole) > room // 2 else cut).rstrip(" ,.;:") + "…"


def _parts(shown: Sequence[Message], overview: MessageOverview, language: Language) -> Iterable[BriefPart]:
    facts = [one.facts for one in shown]
    room = TEXT_ROOM // max(1, len(shown))
    builds = {name: None for one in facts for name in message_words.basis_names(one, overview, language)}
    kept = [message_words.restricted(one, language) for one in facts]
    found = (
        (language.text("What you do differently"), [_change(one, language) for one in shown if one.facts.change]),
        (language.text("What applies"), [shortened(one.text, room) for one in facts if one.text]),
        (language.text("It builds on"), [shortened(language.listed(list(builds)), LINE_ROOM)] if builds else []),
        (language.text("Who you can ask"), _distinct([one.contact for one in facts], NAME_ROOM, MOST_NAMED)),
        (language.text("Who stands behind it"), _distinct([one.sender for one in facts], NAME_ROOM, MOST_NAMED)),
        (language.text("The restricted part"), _distinct(kept, RESTRICTED_ROOM, MOST_RESTRICTED)),
    )
    return (BriefPart(heading, tuple(lines)) for heading, lines in found if lines)


def _change(message: Message, language: Language) -> str:
    facts = message.facts
    told = shortened(facts.change, CHANGE_ROOM)
    if facts.applies_on is None:
        return told
    return f"{told} {language.text('Applies from {day}.', day=language.date(facts.applies_on))}"


def _distinct(lines: Iterable[str], room: int, most: int) -> list[str]:
    found = {shortened(one, room): None for one in lines if one}
    return list(found)[:most]


def _is_cut(parts: Iterable[BriefPart], shown: Sequence[Message], language: Language) -> bool:
    """Whether anything of the messages that are shown did not fit."""
    facts = [one.facts for one in shown]
    named = max(len({one.contact for one in facts} - {""}), len({one.sender for one in facts} - {""}))
    kept = len({message_words.restricted(one, language) for one in facts} - {""})
    dots = any(line.rstrip().endswith("…") or "… " in line for part in parts for line in part.lines)
    return dots or named > MOST_NAMED or kept > MOST_RESTRICTED


def _foot(left: int, language: Language, *, cut: bool) -> str:
    told = language.text("Made of what is registered in Rustad. Check for secrecy before handing it out.")
    if cut:
        told = f"{language.text('Shortened to fit one page. The whole is in Rustad.')} {told}"
    if left <= 0:
        return told
    more = language.plural(
        "One more message is registered for the group.", "{word} more messages are registered for the group.", left
    )
    return f"{more[:1].upper()}{more[1:]} {told}"


def brief_name(brief: Brief, language: Language) -> str:
    """Rustad besked Enhetschefer.docx."""
    group = " ".join(ILLEGAL.sub(" ", brief.group).split())[:80].strip(" .")
    return f"{language.text('Rustad brief {group}', group=group)}.docx"
