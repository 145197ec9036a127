"""The votes on one level, and how many have voted, as circles; as a bar where the circles would be too many."""

from html import escape
from typing import Final

from assessment.domain.response import rated
from assessment.domain.room import Progress
from assessment.domain.tally import Tally
from assessment.reporting.marks.squares import level_square
from assessment.texts.language import Language

MOST_CIRCLES: Final = 12
MOST_TURNOUT: Final = 30
MOST_NAMED: Final = 15


def votes(tally: Tally, before: Tally | None, level: int, language: Language) -> str:
    """The votes on one level of a revealed round; those of the round before stand beside them in words."""
    count = tally.counts[level]
    earlier = _earlier(before, level, language)
    if not count:
        return f'<div class="votes">{earlier}</div>' if before and before.counts[level] else ""
    label = escape(
        language.plural("{number} vote on level {level}", "{number} votes on level {level}", count, level=level)
    )
    names = tally.names.get(rated(level).code, ()) if tally.total <= MOST_NAMED else ()
    if names:
        unnamed = count - len(names)
        listed = ", ".join(names) + (f" + {unnamed}" if unnamed else "")
        return f'<div class="votes"><b>{count}</b><em class="names">{escape(listed)}</em>{earlier}</div>'
    marks = f"{_marks(tally, count)}<b>{count}</b>{earlier}"
    return f'<div class="votes" role="img" aria-label="{escape(label)}">{marks}</div>'


def _marks(tally: Tally, count: int) -> str:
    if max(tally.level_counts) <= MOST_CIRCLES:
        return f"<span>{'<i></i>' * count}</span>"
    return f'<u style="--share:{count / max(tally.level_counts):.3f}"></u>'


def _earlier(before: Tally | None, level: int, language: Language) -> str:
    if before is None:
        return ""
    return f"<em>{escape(language.text('first {count}', count=before.counts[level]))}</em>"


def turnout(progress: Progress) -> str:
    """A filled circle for each who has voted, a hollow one for each who is waited for. The words stand beside it."""
    if progress.expected > MOST_TURNOUT:
        share = progress.voted / progress.expected
        return f'<div class="turnout" aria-hidden="true"><u style="--share:{share:.3f}"></u></div>'
    waiting = progress.expected - progress.voted
    return f'<div class="turnout" aria-hidden="true">{"<i class=in></i>" * progress.voted}{"<i></i>" * waiting}</div>'


def votes_list(tally: Tally, language: Language) -> str:
    """The same votes for a small screen: level, circles, number."""
    rows = []
    for level, count in enumerate(tally.level_counts):
        circles = "<i></i>" * count if count <= MOST_TURNOUT else ""
        label = language.plural("{number} vote on level {level}", "{number} votes on level {level}", count, level=level)
        rows.append(
            f'<dt>{level_square(level)}</dt><dd><span role="img" aria-label="{escape(label)}">'
            f"{circles}<b>{count}</b></span></dd>"
        )
    return f'<dl class="ru-votes">{"".join(rows)}</dl>'
