"""The figures of the register: activities against deliveries, what many lean on, and contracts on a line of time.

A bar is an activity that leans on a delivery: blue with a reserve plan, orange where there is a gap, hatched where
nobody knows, dashed where nobody has answered.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from html import escape
from typing import Final

from assessment.domain.delivery import Delivery
from assessment.domain.register import Concentration, ContractEnd, Cover, Meeting, Register, Turn
from assessment.reporting.register_words import cover_words, outage_words, turn_words
from assessment.texts.language import Language
from assessment.texts.register_labels import COVER, TURN

LOOK: Final = {
    Cover.COVERED: "reached",
    Cover.TOLERATED: "",
    Cover.UNCOVERED: "missing",
    Cover.UNKNOWN: "ru-unknown",
    Cover.OPEN: "ru-open",
}
MOST_BARS: Final = 24
MOST_NAMED: Final = 8
TURN_LOOK: Final = {Turn.ENDED: "missing", Turn.LATE: "missing", Turn.WAITING: "", Turn.DECIDED: "reached"}


def bar(cover: Cover) -> str:
    return f'<i class="ru-lean {LOOK[cover]}" aria-hidden="true"></i>'


def matrix(register: Register, language: Language, *, most: int | None = None) -> str:
    """Deliveries in rows, those that most lean on first; activities in columns. A real table.

    With `most`, so many rows at the most: those with most gaps.
    """
    rows = sorted(register.delivered, key=lambda one: -len(register.leaning_on(one)))
    if most is not None:
        worst = sorted(rows, key=lambda one: -sum(met.cover is Cover.UNCOVERED for met in register.leaning_on(one)))
        rows = [one for one in rows if one in worst[:most]]
    heads = "".join(f'<th scope="col">{escape(one.facts.name)}</th>' for one in register.active)
    body = "".join(_matrix_row(register, one, language) for one in rows if register.leaning_on(one))
    corner, name = escape(language.text("Delivery")), escape(language.text("Table"))
    wide = f'class="ru-leans" style="--columns:{len(register.active)}"'
    return (
        f'<div class="ru ru-scroll" role="group" tabindex="0" aria-label="{name}"><table {wide}>'
        f'<thead><tr><th scope="col">{corner}</th>{heads}</tr></thead><tbody>{body}</tbody></table></div>'
    )


def _matrix_row(register: Register, delivery: Delivery, language: Language) -> str:
    met = {one.activity.id: one for one in register.leaning_on(delivery)}
    ended = delivery.facts.ended(register.today)
    cells = "".join(
        f'<td data-label="{escape(one.facts.name)}">{_cell(met[one.id], ended, language)}</td>'
        if one.id in met
        else "<td></td>"
        for one in register.active
    )
    return f'<tr><th scope="row">{escape(delivery.facts.name)}</th>{cells}</tr>'


def _cell(meeting: Meeting, ended: bool, language: Language) -> str:
    told = escape(cover_words(meeting, ended, language))
    return (
        f"{bar(meeting.cover)}<span>{escape(outage_words(meeting.outage, language))}</span>"
        f'<span class="ru-hidden">. {told}.</span>'
    )


def cover_legend(covers: Sequence[Cover], language: Language) -> str:
    """What the bars mean, those that occur."""
    shown = (
        one for one in (Cover.COVERED, Cover.TOLERATED, Cover.UNCOVERED, Cover.UNKNOWN, Cover.OPEN) if one in covers
    )
    names = "".join(f"<span>{bar(one)} {escape(language.text(COVER[one]))}</span>" for one in shown)
    return f'<div class="ru ru-legend">{names}</div>'


def drawn_bars(meetings: Sequence[Meeting]) -> str:
    """A bar for each; where they are too many to be counted, one of each kind with its number."""
    if len(meetings) <= MOST_BARS:
        return "".join(bar(one.cover) for one in meetings)
    counted = Counter(one.cover for one in meetings)
    return "".join(f"<span>{bar(one)} {counted[one]}</span>" for one in Cover if counted[one])


def names_of(names: Sequence[str], language: Language) -> str:
    """*a, b och c*, or the first of them and how many more there are."""
    if len(names) <= MOST_NAMED + 1:
        return language.listed(names)
    left = language.number(len(names) - MOST_NAMED)
    return f"{', '.join(names[:MOST_NAMED])} {language.text('… and {number} more', number=left)}"


def bars(meetings: Sequence[Meeting], register: Register, language: Language) -> str:
    """A bar for each activity that leans on the delivery, of as many as there are."""
    counted = language.text("{number} of {of} activities", number=len(meetings), of=len(register.active))
    named = names_of([one.activity.facts.name for one in meetings], language)
    label = escape(f"{counted}: {named}")
    return f'<div class="ru ru-bars" role="img" aria-label="{label}">{drawn_bars(meetings)}</div>'


def concentration_rows(register: Register, language: Language, *, most: int | None = None) -> str:
    """The shared deliveries, the most shared first."""
    rows = "".join(_concentration_row(one, register, language) for one in register.concentrations[:most])
    return f'<div class="ru ru-shared">{rows}</div>'


def _concentration_row(one: Concentration, register: Register, language: Language) -> str:
    counted = language.text("{number} of {of} activities", number=len(one.meetings), of=len(register.active))
    single = (
        f"<p><b>{escape(language.text('No reserve plan: if it stops, all of them are hit'))}</b></p>"
        if one.single_point
        else ""
    )
    named = escape(names_of([met.activity.facts.name for met in one.meetings], language))
    name, drawn = escape(one.delivery.facts.name), bars(one.meetings, register, language)
    return (
        f'<div class="row"><p class="name">{name}</p>{drawn}<div class="told">'
        f'<p>{escape(counted)}</p><p class="soft">{named}</p>{single}</div></div>'
    )


def timeline(register: Register, language: Language, *, most: int | None = None) -> str:
    """A band from the day of decision to the end of each contract, on a common line of time: all, or the first ones."""
    ends = register.contract_ends[:most]
    if not ends:
        return ""
    scale = Scale.around(ends, register.today)
    today = escape(language.text("Now"))
    rows = "".join(_timeline_row(one, scale, register.today, language) for one in ends)
    ticks = "".join(f'<span style="left:{scale.at(day):.2f}%">{day.year}</span>' for day in scale.years)
    now = f'<b class="now" style="left:{scale.at(register.today):.2f}%">{today}</b>'
    axis = f'<div class="row axis" aria-hidden="true"><p></p><div class="track">{ticks}{now}</div><p></p></div>'
    return f'<div class="ru ru-time">{axis}{rows}</div>'


def _timeline_row(one: ContractEnd, scale: "Scale", today: date, language: Language) -> str:
    name, told = one.delivery.facts.name, turn_words(one, language)
    ends = "" if one.turn is Turn.ENDED else language.text("ends {day}", day=language.date(one.ends))
    start, stop = scale.at(one.decide_by), scale.at(one.ends)
    label = escape(f"{name}. {told}. {language.text('Contract ends')} {language.date(one.ends)}.")
    return (
        f'<div class="row"><p class="name">{escape(name)}</p>'
        f'<div class="track" role="img" aria-label="{label}"><i class="today" style="left:{scale.at(today):.2f}%"></i>'
        f'<i class="band {TURN_LOOK[one.turn]}" style="left:{start:.2f}%;width:{max(stop - start, 0.6):.2f}%"></i>'
        f'<i class="end" style="left:{stop:.2f}%"></i></div>'
        f'<div class="told"><p>{escape(told)}</p><p class="soft">{escape(ends)}</p></div></div>'
    )


def timeline_legend(register: Register, language: Language) -> str:
    """What the bands mean, those that occur."""
    turns = {one.turn for one in register.contract_ends}
    names: dict[str, list[str]] = {}
    for one in (Turn.WAITING, Turn.LATE, Turn.ENDED, Turn.DECIDED):
        if one in turns:
            names.setdefault(TURN_LOOK[one], []).append(language.text(TURN[one]))
    drawn = "".join(
        f'<span><i class="ru-lean {look}" aria-hidden="true"></i> {escape(" · ".join(told))}</span>'
        for look, told in names.items()
    )
    end = f'<span><i class="ru-end" aria-hidden="true"></i> {escape(language.text("The contract ends"))}</span>'
    return f'<div class="ru ru-legend">{drawn}{end}</div>'


class Scale:
    """Days → per cent of a line that begins and ends on a New Year's Day."""

    def __init__(self, first: date, last: date) -> None:
        self.first, self.last = date(first.year, 1, 1), date(last.year + 1, 1, 1)

    @classmethod
    def around(cls, ends: Sequence[ContractEnd], today: date) -> "Scale":
        """From the earliest decision to the last end, with today on it."""
        days = [today, *(day for one in ends for day in (one.decide_by, one.ends))]
        return cls(min(days), max(days))

    @property
    def years(self) -> list[date]:
        """The New Years' Days on the line, thinned where they would stand too close."""
        years = range(self.first.year, self.last.year)
        step = -(-len(years) // 8)
        return [date(year, 1, 1) for year in years[::step]]

    def at(self, day: date) -> float:
        return 100 * (day - self.first).days / (self.last - self.first).days
