"""The yearly wheel as twelve parts: one square for each day, with the number of its step."""

from collections.abc import Callable
from html import escape
from typing import Final

from assessment.domain.year_wheel import WheelDay, YearWheel
from assessment.reporting import wheel_words
from assessment.texts.language import Language

UNBROKEN: Final = "\N{NON-BREAKING HYPHEN}"  # so that POL-01 stays in one piece
MOST: Final = 8  # squares in a month; more are told as a number
MOST_LISTED: Final = 8  # days of a month in words; the table has them all


def wheel_figure(wheel: YearWheel, language: Language) -> str:
    parts = []
    for first, days in wheel.months.items():
        squares = "".join(f"<i>{one.occasion.step or '·'}</i>" for one in days[:MOST])
        more = f"<b>+{len(days) - MOST}</b>" if len(days) > MOST else ""
        name = escape(wheel_words.short_month(first, language))
        parts.append(f"<div><span>{squares}{more}</span><em>{name}</em></div>")
    label = escape(wheel_words.wheel_label(wheel, language), quote=True)
    return f'<div class="ru ru-wheel" role="img" aria-label="{label}">{"".join(parts)}</div>'


def wheel_list(wheel: YearWheel, language: Language, *, address: Callable[[WheelDay], str]) -> str:
    """Month by month; months without a day are left out. `address` is where a day leads."""
    groups = [(language.text("Passed"), wheel.passed)] if wheel.passed else []
    groups += [(wheel_words.month(first, language), days) for first, days in wheel.months.items() if days]
    parts = []
    for name, days in groups:
        lines = "".join(_line(one, language, address(one)) for one in days[:MOST_LISTED])
        if len(days) > MOST_LISTED:
            left = language.text("… and {number} more", number=language.number(len(days) - MOST_LISTED))
            lines += f'<li class="soft">{escape(left)}</li>'
        parts.append(f'<section><h3 class="ru-title">{escape(name)}</h3><ul>{lines}</ul></section>')
    return f'<div class="ru ru-days">{"".join(parts)}</div>'


def _line(day: WheelDay, language: Language, address: str) -> str:
    when, what = escape(language.date(day.day)), escape(wheel_words.told(day, language))
    if day.item_id:
        what = what.replace("-", UNBROKEN)
    return (
        f'<li><span class="soft">{when}</span> <a href="{escape(address, quote=True)}" target="_self">{what}</a></li>'
    )
