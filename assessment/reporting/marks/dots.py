"""People's levels as circles over a line from 0 to 4; as bars where the circles would be too many to count."""

from collections.abc import Sequence
from html import escape
from typing import Final

from assessment.domain.checklist import LEVELS
from assessment.texts.language import Language

MOST_CIRCLES: Final = 12  # on one level


def dots(counts: Sequence[int], language: Language) -> str:
    """`counts` holds a number for each level."""
    label = language.listed(
        [
            language.text("{count} at level {level}", count=language.number(counts[level]), level=level)
            for level in LEVELS
        ]
    )
    columns = "".join(f"<span>{_people(counts, level, language)}<b>{level}</b></span>" for level in LEVELS)
    return f'<div class="ru-dots" role="img" aria-label="{escape(label)}">{columns}</div>'


def _people(counts: Sequence[int], level: int, language: Language) -> str:
    most = max(counts)
    if most <= MOST_CIRCLES:
        return f"<span>{'<i></i>' * counts[level]}</span>"
    number = escape(language.number(counts[level])) if counts[level] else ""
    return f'<span class="bar"><em>{number}</em><u style="--share:{counts[level] / most:.3f}"></u></span>'
