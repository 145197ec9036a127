"""Copies of the whole database in a folder: what their names say, and which of them are kept."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from assessment.domain.errors import AssessmentError, sentence

ZONE: Final = ZoneInfo("Europe/Stockholm")  # people read the names
MONTHS_KEPT: Final = 12
NAME: Final = re.compile(r"(?P<of>.+)-(?P<at>\d{4}-\d{2}-\d{2}-\d{6})(?P<ending>\.db|\.dump)", re.ASCII | re.DOTALL)
AT: Final = "%Y-%m-%d-%H%M%S"


class CopyUnknown(AssessmentError):
    text = sentence("There is no copy named {name} in the folder. Load the page again.")


@dataclass(frozen=True, slots=True)
class HouseCopy:
    """`size` is in bytes. `looked_at` is when the database last was found to hold just what the copy holds."""

    name: str
    made_at: datetime
    size: int
    looked_at: datetime


def copy_name(database: str, at: datetime, *, ending: str) -> str:
    """rustad-2026-11-23-104207.db: sorted by name is sorted by age."""
    plain = re.sub(r"[^\w-]+", "-", database) or "rustad"
    return f"{plain}-{at.astimezone(ZONE):{AT}}{ending}"


def made_at(name: str, *, database: str) -> datetime | None:
    """When the copy with this name was made; None when it is no copy of that database."""
    found = NAME.fullmatch(name)
    if found is None:
        return None
    try:
        at = datetime.strptime(found["at"], AT).replace(tzinfo=ZONE)
    except ValueError:  # the 31st of June
        return None
    return at if copy_name(database, at, ending=found["ending"]) == name else None


def superfluous(copies: Iterable[HouseCopy], *, newest: int) -> Sequence[HouseCopy]:
    """Those that can go: neither among the `newest` nor the last of its month, for the twelve latest months with any.

    No clock is asked: a computer that was off for a year still has its copies.
    """
    latest_first = sorted(copies, key=lambda copy: (copy.made_at, copy.name), reverse=True)
    of_month: dict[str, HouseCopy] = {}
    for copy in latest_first:
        of_month.setdefault(f"{copy.made_at.astimezone(ZONE):%Y-%m}", copy)
    kept = {copy.name for copy in [*latest_first[:newest], *list(of_month.values())[:MONTHS_KEPT]]}
    return [copy for copy in latest_first if copy.name not in kept]
