"""When documents are to be reviewed: a line of years, the time that has run over, and the time that is left."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from assessment.reporting import document_words
from assessment.texts.language import Language

FURTHEST = 4  # years from today that are drawn; what lies beyond stands at the end, and its day in words


@dataclass(frozen=True, slots=True)
class Years:
    """The years that a line of time spans: from the first day of `first` to the last day before `end`."""

    first: int
    end: int

    def share(self, day: date) -> float:
        """Where the day lies on the line, 0–100."""
        start, stop = date(self.first, 1, 1).toordinal(), date(self.end, 1, 1).toordinal()
        return min(100.0, max(0.0, 100 * (day.toordinal() - start) / (stop - start)))


def years_of(days: Sequence[date], today: date) -> Years:
    """Whole years round today and all the days, at least today's and the next."""
    first = max(min([*days, today]).year, today.year - FURTHEST)
    last = min(max([*days, today]).year, today.year + FURTHEST)
    return Years(first, max(last, today.year + 1) + 1)


def review_track(day: date, today: date, years: Years, language: Language) -> str:
    """One document's line. Everything on it is said in its label."""
    now, then = years.share(today), years.share(day)
    late = day < today
    left, width = min(now, then), abs(now - then)
    bar = f'<i class="ru-run{" late" if late else ""}" style="left:{left:.1f}%;width:{width:.1f}%"></i>'
    mark = f'<i class="ru-until{" late" if late else ""}" style="left:{then:.1f}%"></i>'
    label = escape(f"{language.date(day)}, {document_words.away(day, today, language)}")
    return (
        f'<div class="ru ru-review" role="img" aria-label="{label}"><div{_ticks(years)}>'
        f'{bar}<i class="ru-now" style="left:{now:.1f}%"></i>{mark}</div></div>'
    )


def review_axis(today: date, years: Years, language: Language) -> str:
    """The years below the lines, and where today is."""
    now = years.share(today)
    names = "".join(
        f'<span style="left:{years.share(date(year, 1, 1)):.1f}%">{year}</span>'
        for year in range(years.first, years.end)
    )
    told = escape(language.text("Today")).capitalize()
    return (
        f'<div class="ru ru-review ru-review-axis" aria-hidden="true"><div>{names}'
        f'<b style="left:{now:.1f}%">{told}</b></div></div>'
    )


def _ticks(years: Years) -> str:
    return f' style="--years:{years.end - years.first}"'
