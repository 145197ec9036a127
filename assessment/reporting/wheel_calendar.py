"""The yearly wheel as an .ics file for the management's own calendar."""

from datetime import datetime, timedelta

from icalendar import Calendar, Event

from assessment.domain.organisation import Organisation
from assessment.domain.response import writable
from assessment.domain.year_wheel import YearWheel
from assessment.reporting import wheel_words
from assessment.reporting.workbook import ILLEGAL, NAME_ROOM
from assessment.texts.language import Language


def wheel_calendar(organisation: Organisation, wheel: YearWheel, language: Language, *, at: datetime) -> bytes:
    """All-day events, titles only. An event keeps its UID, so that reading the file in again moves it.

    `at` is when the file is made, in UTC.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Rustad//Rustad//SV")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", writable(f"Rustad {organisation.name}".strip()))
    for one in sorted(wheel.days, key=lambda day: (day.day, day.id, day.occasion)):
        event = Event()
        event.add("uid", f"{one.occasion}.{one.id}@rustad")
        event.add("dtstamp", at)
        event.add("dtstart", one.day)
        event.add("dtend", one.day + timedelta(days=1))
        event.add("summary", writable(wheel_words.told(one, language)))
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def wheel_calendar_name(organisation: Organisation, language: Language) -> str:
    """Rustad årshjul Ekviks kommun.ics."""
    name = " ".join(ILLEGAL.sub(" ", organisation.name).split())[:NAME_ROOM].strip(" .")
    return " ".join(language.text("Rustad yearly wheel {name}", name=name).split()) + ".ics"
