"""The profile as it is and as it is expected to be, on the same lines: hollow is today, filled is expected."""

from collections.abc import Collection, Iterable
from html import escape

from assessment.domain.checklist import TOP_LEVEL
from assessment.domain.prospect import Prospect, Shift
from assessment.domain.report import AssessmentReport
from assessment.domain.scoring import Floor, Score
from assessment.reporting.marks.profile import (
    dimension_name,
    point,
    profile_axis,
    profile_figure,
    profile_marks,
    profile_track,
    track,
)
from assessment.reporting.prospect_words import key_shifts, shift_words
from assessment.texts.language import Language


def shift_figure(report: AssessmentReport, prospect: Prospect, order: Iterable[str], language: Language) -> str:
    """Three key figures, a line for each dimension in the given order, and what the marks mean."""
    rows = "".join(
        f'<div class="ru-shift"><b>{escape(dimension_name(report.checklist, dimension, language))}</b>'
        f"<span>{shift_number(prospect.dimensions[dimension], language)}</span>"
        f"{shift_track(prospect.dimensions[dimension], language)}</div>"
        for dimension in order
    )
    legend = shift_legend(prospect.dimensions.values(), language)
    return f"{_key_figures(prospect, language)}{rows}{profile_axis(language)}{legend}"


def shift_track(shift: Shift, language: Language) -> str:
    """One line. Where nothing moves it is the line of the profile, otherwise both are on it."""
    now, then = shift.now, shift.then
    if not shift.moved or then.index is None:
        return profile_track(now, language)
    return track(profile_marks(then, was=_was(now, then)), label=shift_words(shift, language))


def _was(now: Score, then: Score) -> str:
    """Today's marks where they differ, and the way between."""
    parts = []
    start, end = (None if one.index is None else one.index.point for one in (now, then))
    if start is not None and end is not None and point(now) != point(then):
        parts.append(f'<i class="ru-way" style="left:{min(start, end):.1f}%;width:{abs(end - start):.1f}%"></i>')
        parts.append(f'<i class="ru-was" style="left:{start:.1f}%"></i>')
    low = _level(now.floor)
    if low is not None and low != _level(then.floor):
        parts.append(f'<i class="ru-floor was" style="left:{100 * low / TOP_LEVEL:.1f}%"></i>')
    return "".join(parts)


def _level(floor: Floor | None) -> int | None:
    return None if floor is None else floor.level


def shift_number(shift: Shift, language: Language) -> str:
    """*62 av 100, i dag 40*"""
    figure = profile_figure(shift.then, language)
    if point(shift.now) == point(shift.then):
        return figure
    today = "–" if point(shift.now) is None else str(point(shift.now))
    return f'{figure}<span class="soft">, {escape(language.text("today {value}", value=today))}</span>'


def _key_figures(prospect: Prospect, language: Language) -> str:
    rows = "".join(
        f"<div><dt>{escape(name)}</dt><dd><b>{escape(value)}</b>{escape(today) or '&nbsp;'}</dd></div>"
        for name, value, today in key_shifts(prospect, language)
    )
    return f'<dl class="ru ru-figures">{rows}</dl>'


def shift_legend(shifts: Collection[Shift], language: Language) -> str:
    """Only the marks that occur."""
    marks = []
    if any(point(shift.now) is not None and point(shift.now) != point(shift.then) for shift in shifts):
        marks += [('<i class="ru-was"></i>', language.text("Index today"))]
        marks += [('<i class="ru-point"></i>', language.text("Index, expected"))]
    else:
        marks += [('<i class="ru-point"></i>', language.text("Index of answered questions"))]
    if any(shift.then.open for shift in shifts):
        marks.append(('<i class="ru-band"></i>', language.text("As far as open questions can move it")))
    if any(_level(shift.now.floor) not in (None, _level(shift.then.floor)) for shift in shifts):
        marks += [('<i class="ru-floor was"></i>', language.text("Lowest level today"))]
        marks += [('<i class="ru-floor"></i>', language.text("Lowest level, expected"))]
    else:
        marks.append(('<i class="ru-floor"></i>', language.text("Lowest level")))
    if any(shift.then.floor and shift.then.floor.may_be_lower for shift in shifts):
        marks.append(('<i class="ru-floor open"></i>', language.text("may be lower")))
    marks.append(('<i class="ru-target"></i>', language.text("Target")))
    spans = "".join(f"<span>{mark} {escape(text)}</span>" for mark, text in marks)
    return f'<div class="ru ru-legend">{spans}</div>'
