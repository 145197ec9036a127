"""Activities and what they lean on, as rows: for a register with more activities than a matrix has room for."""

from html import escape

from assessment.domain.register import Cover, Exposure, Register
from assessment.reporting.marks.register import drawn_bars, names_of
from assessment.reporting.register_words import outage_words
from assessment.texts.language import Language


def exposure_rows(register: Register, language: Language, *, most: int) -> str:
    """The activities with most gaps, a bar for each delivery that they lean on, and the gaps by name."""
    rows = "".join(_row(one, language) for one in register.exposures[:most])
    return f'<div class="ru ru-shared">{rows}</div>'


def _row(one: Exposure, language: Language) -> str:
    told, gaps = _told(one, language), [met for met in one.meetings if met.cover is Cover.UNCOVERED]
    names = [f"{met.delivery.facts.name} ({outage_words(met.outage, language)})" for met in gaps]
    named = f'<p class="soft">{escape(names_of(names, language))}</p>' if names else ""
    drawn = f'<div class="ru ru-bars" role="img" aria-label="{escape(told)}">{drawn_bars(one.meetings)}</div>'
    return (
        f'<div class="row"><p class="name">{escape(one.activity.facts.name)}</p>{drawn}'
        f'<div class="told"><p>{escape(told)}</p>{named}</div></div>'
    )


def _told(one: Exposure, language: Language) -> str:
    """*Två av fem är luckor, ett är oklart.*"""
    gaps, unclear, of = one.count(Cover.UNCOVERED), one.unclear, language.word(len(one.meetings))
    parts = [
        language.plural("{word} of {of} is a gap", "{word} of {of} are gaps", gaps, of=of) if gaps else "",
        language.plural("{word} is unclear", "{word} are unclear", unclear) if unclear else "",
    ]
    said = ", ".join(part for part in parts if part) or language.text("no gap")
    return said[:1].upper() + said[1:]
