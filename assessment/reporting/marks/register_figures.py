"""The key figures of the register."""

from html import escape

from assessment.domain.register import Cover, Register
from assessment.texts.language import Language


def register_figures(register: Register, language: Language) -> str:
    """Activities, who owns the need, deliveries, gaps, what to find out. A dash where there is nothing to count."""
    figures = (_activities(register, language), _owners(register, language), _deliveries(register, language))
    rows = "".join(
        f"<div><dt>{escape(name)}</dt><dd><b>{escape(value)}</b>{escape(meaning)}</dd></div>"
        for name, value, meaning in (*figures, _gaps(register, language), _unclear(register, language))
    )
    return f'<dl class="ru ru-figures">{rows}</dl>'


def _activities(register: Register, language: Language) -> tuple[str, str, str]:
    decided = sum(one.facts.decided_on is not None for one in register.active)
    meaning = language.plural("{word} has been decided", "{word} have been decided", decided)
    return language.text("Activities"), str(len(register.active)), meaning


def _owners(register: Register, language: Language) -> tuple[str, str, str]:
    owned = sum(bool(one.facts.need_owner) for one in register.active)
    value = language.text("{answered} of {asked}", answered=owned, asked=len(register.active))
    return language.text("Owner of the need"), value, language.text("activities have one")


def _deliveries(register: Register, language: Language) -> tuple[str, str, str]:
    shared = len(register.concentrations)
    meaning = language.plural("{word} is shared", "{word} are shared", shared)
    return language.text("Critical deliveries"), str(len(register.delivered)), meaning


def _gaps(register: Register, language: Language) -> tuple[str, str, str]:
    if not register.meetings:
        return language.text("Supply gaps"), "–", language.text("nothing to count yet")
    meaning = language.plural("of one dependency", "of {word} dependencies", len(register.meetings))
    return language.text("Supply gaps"), str(len(register.covered_as(Cover.UNCOVERED))), meaning


def _unclear(register: Register, language: Language) -> tuple[str, str, str]:
    unknown, unanswered = len(register.covered_as(Cover.UNKNOWN)), len(register.covered_as(Cover.OPEN))
    if not register.meetings:
        return language.text("To find out"), "–", language.text("nothing to count yet")
    parts = (
        language.text("{word} don't know", word=language.word(unknown)) if unknown else "",
        language.plural("one unanswered", "{word} unanswered", unanswered) if unanswered else "",
    )
    meaning = ", ".join(one for one in parts if one) or language.text("everything is answered")
    return language.text("To find out"), str(unknown + unanswered), meaning
