"""One message as it stands in a list: what the group does differently, who says it, and whether it has landed."""

from html import escape

from assessment.domain.message import Landed, Message
from assessment.domain.message_overview import MessageOverview
from assessment.reporting import message_words
from assessment.texts.language import Language


def message_card(message: Message, overview: MessageOverview, language: Language) -> str:
    """Its state is told in words; the line at its side only repeats it."""
    facts = message.facts
    applies = language.text("Applies from {day}.", day=language.date(facts.applies_on)) if facts.applies_on else ""
    told_by = " · ".join(part for part in (facts.sender, facts.channel) if part)
    asks = language.text("Questions to {contact}", contact=facts.contact) if facts.contact else ""
    builds = language.listed(message_words.basis_names(facts, overview, language))
    basis = language.text("Builds on {names}.", names=builds) if builds else ""
    lines = [
        _line(facts.change, bold=True),
        _line(facts.text),
        _line(message_words.state(facts, overview, language), soft=not _pressing(message, overview)),
        _line(message_words.missing(facts, overview, language)),
        _line(" · ".join(part for part in (told_by, asks) if part), soft=True),
        _line(" ".join(part for part in (applies, basis) if part), soft=True),
        _line(message_words.restricted(facts, language), soft=True),
    ]
    return f'<div class="ru ru-document ru-message {_side(message, overview)}">{"".join(lines)}</div>'


def _pressing(message: Message, overview: MessageOverview) -> bool:
    facts = message.facts
    return facts.late(overview.today) or facts.landed in (Landed.NO, Landed.PARTLY)


def _side(message: Message, overview: MessageOverview) -> str:
    """Solid when it has landed, hatched when it is late or has not landed, dashed for all else."""
    if _pressing(message, overview):
        return "late"
    return "" if message in overview.landed else "ahead"


def _line(text: str, *, bold: bool = False, soft: bool = False) -> str:
    if not text:
        return ""
    inner = f"<b>{escape(text)}</b>" if bold else escape(text)
    return f'<p class="soft">{inner}</p>' if soft else f"<p>{inner}</p>"
