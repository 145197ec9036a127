"""The yearly wheel as headings, lines and a table."""

from datetime import date
from typing import Final

import pandas as pd
from babel.dates import format_date

from assessment.domain.year_wheel import WheelDay, YearWheel
from assessment.reporting.columns import frame_of
from assessment.reporting.findings import capital
from assessment.reporting.headings import OWN
from assessment.texts.language import Language
from assessment.texts.occasion_labels import OCCASION

LOCALES: Final = {"sv": "sv_SE", "en": "en_GB"}
KEYS: Final = ("day", "occasion", "what")


def wheel_finding(wheel: YearWheel, language: Language) -> str:
    """What has passed first, else what is near, else that there is nothing near."""
    if not wheel.days:
        return language.text("No day in the four steps is registered yet")
    if wheel.passed:
        return capital(
            language.plural(
                "one thing in the yearly wheel is past its day",
                "{word} things in the yearly wheel are past their day",
                len(wheel.passed),
            )
        )
    if wheel.near:
        return capital(
            language.plural(
                "one thing in the yearly wheel is near", "{word} things in the yearly wheel are near", len(wheel.near)
            )
        )
    return language.text("Nothing in the yearly wheel is near")


def wheel_label(wheel: YearWheel, language: Language) -> str:
    """The figure in words: every month with its number of days."""
    told = [f"{month(first, language)} {len(days)}" for first, days in wheel.months.items()]
    return language.text("The yearly wheel. Days in each month: {months}.", months=", ".join(told))


def month(first: date, language: Language) -> str:
    """November 2026."""
    return capital(format_date(first, "MMMM y", locale=LOCALES[language.code]))


def short_month(first: date, language: Language) -> str:
    """nov."""
    return str(format_date(first, "LLL", locale=LOCALES[language.code])).rstrip(".")


def told(day: WheelDay, language: Language) -> str:
    """*Se över dokumentet: Inköpspolicy*."""
    return f"{language.text(OCCASION[day.occasion])}: {subject(day, language)}"


def subject(day: WheelDay, language: Language) -> str:
    """*POL-01, POL-02, POL-03, POL-04 och nio till (Hela kommunen)*."""
    more = language.text("{names} and {word} more", names=day.title, word=language.word(day.more))
    return (more if day.more else day.title) + (f" ({day.within})" if day.within else "")


def wheel_frame(wheel: YearWheel, language: Language) -> pd.DataFrame:
    """A row for each day, passed and to come, the earliest first. Days as 2026-11-22."""
    days = sorted(wheel.days, key=lambda one: (one.day, one.title.casefold()))
    rows = [
        {"day": one.day.isoformat(), "occasion": language.text(OCCASION[one.occasion]), "what": subject(one, language)}
        for one in days
    ]
    frame = frame_of(rows, KEYS)
    frame.attrs[OWN] = {
        "day": language.text("Day"),
        "occasion": language.text("What is to be done"),
        "what": language.text("Concerns"),
    }
    return frame
