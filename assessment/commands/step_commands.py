"""Commands for what organisations have registered in the four steps."""

import typer

from assessment.commands.place import Out, own_house, write_new
from assessment.domain.viewer import ADMINISTRATOR
from assessment.reporting.wheel_calendar import wheel_calendar
from assessment.services import organisations, year_wheels
from assessment.services.clock import now


def calendar(context: typer.Context, organisation: str, out: Out) -> None:
    """Write the yearly wheel of an organisation, by its name, as a file for a calendar (.ics)."""
    house = own_house()
    found = organisations.called(house, ADMINISTRATOR, organisation)
    wheel = year_wheels.year_wheel(house, ADMINISTRATOR, found.id)
    write_new(out, wheel_calendar(found, wheel, context.obj, at=now()))
    print(context.obj.text("Written: {path}", path=out))
