"""What people write in the cells of a plan, understood: dates in several styles, words in either language.

Every function returns the field as `domain.action.written` writes it, or raises one of `plan_errors`.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from difflib import get_close_matches
from typing import Final

from babel.core import Locale
from openpyxl.utils.datetime import from_excel

from assessment.domain.action import EARLIEST, LATEST, OWNER_LIMIT, TITLE_LIMIT
from assessment.domain.checklist import LEVELS, Checklist
from assessment.domain.errors import TextTooLong
from assessment.domain.response import checked_text
from assessment.reporting import form_errors, plan_errors
from assessment.reporting.plan_file import Entered
from assessment.texts import labels
from assessment.texts.language import CODES, Language, language

SHORT: Final = 40  # characters of a wrong value that are repeated in the complaint
LIMITS: Final = {"title": TITLE_LIMIT, "owner": OWNER_LIMIT}
FIRST_SERIAL, LAST_SERIAL = 36_526, 73_050  # the days of 2000 to 2099 as Excel counts them
YEAR_FIRST: Final = re.compile(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:[T ]00:00(?::00)?)?")
DAY_FIRST: Final = re.compile(r"(\d{1,2})[-./] ?(\d{1,2})[-./] ?(\d{4})")
IN_WORDS: Final = re.compile(r"(?:den )?(\d{1,2})\.? ([^\W\d_]+)\.? (\d{4})")
AIM: Final = re.compile(r"([^\W\d_]+-\d+)\s*[:=→]?\s*(\d{1,9})?")
BETWEEN: Final = re.compile(r"[,;\n]|\s(?:och|and)\s")


@dataclass(frozen=True, slots=True)
class Words:
    """What may stand in the cells of one assessment's plan. `targets` are the levels to reach, by item id."""

    checklist: Checklist
    targets: Mapping[str, int]
    language: Language

    def field(self, name: str, cell: Entered) -> str:
        """One field, empty when the cell is."""
        if name == "due":
            return _due(cell)
        text = text_of(name, cell)
        if name in ("status", "effort", "owner_role"):
            return self._choice(name, text)
        return self._aims(text) if name == "aims" else text

    def _choice(self, name: str, text: str) -> str:
        words = {
            "status": {one.value: _in_both(called) for one, called in labels.ACTION_STATUS.items()},
            "effort": {one.value: _in_both(called) for one, called in labels.EFFORT.items()},
            "owner_role": {role.id: [role.name.in_(code) for code in CODES] for role in self.checklist.roles},
        }[name]
        known = {word.casefold(): code for code, names in words.items() for word in (code, *names)}
        if not text or text.casefold() in known:
            return known[text.casefold()] if text else ""
        own = CODES.index(self.language.code)
        choices = self.language.listed([names[own] for names in words.values()])
        close = get_close_matches(text.casefold(), known, n=1)
        if not close:
            raise plan_errors.NotAChoice(value=text[:SHORT], choices=choices)
        raise plan_errors.NotQuiteAChoice(value=text[:SHORT], guess=words[known[close[0]]][own], choices=choices)

    def _aims(self, text: str) -> str:
        ids = {one.casefold(): one for one in self.targets}
        aims: dict[str, int] = {}
        for piece in filter(None, (one.strip() for one in BETWEEN.split(text))):
            read = AIM.fullmatch(piece)
            item = ids.get(read[1].casefold()) if read else None
            level = self.targets[item] if item and read and read[2] is None else int(read[2] or 0) if read else -1
            if item is None or level not in LEVELS or aims.get(item, level) != level:
                raise plan_errors.NotAims(value=piece[:SHORT], example=self.example)
            aims[item] = level
        return ", ".join(f"{item} {level}" for item, level in sorted(aims.items()))

    @property
    def example(self) -> str:
        """*POL-01 3*, of this assessment."""
        return next((f"{item} {target}" for item, target in self.targets.items()), "POL-01 3")


def text_of(name: str, cell: Entered) -> str:
    """The cell's content as text; on one line except for notes."""
    if cell.formula:
        raise plan_errors.ValueIsFormula
    value = cell.value
    if isinstance(value, datetime) and (value.hour, value.minute, value.second) == (0, 0, 0):
        value = value.date()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    try:
        # Excel writes a carriage return inside a cell as _x000D_; a person does not
        text = checked_text("" if value is None else str(value).replace("_x000D_\n", "\n")).strip()
    except TextTooLong as error:
        raise form_errors.TooMuchText(**error.parameters) from error
    if name in ("note", "aims"):
        return text
    line = " ".join(text.split())
    if len(line) > LIMITS.get(name, len(line)):
        raise form_errors.TooMuchText(length=len(line), limit=LIMITS[name])
    return line


def _in_both(name: str) -> list[str]:
    return [language(code).text(name) for code in CODES]


def _due(cell: Entered) -> str:
    value = cell.value
    if isinstance(value, int | float) and not isinstance(value, bool) and FIRST_SERIAL <= value <= LAST_SERIAL:
        value = from_excel(value)
    if not cell.formula and isinstance(value, date):
        day = value.date() if isinstance(value, datetime) else value
    else:
        text = text_of("due", cell)
        if not text:
            return ""
        read = _day(text)
        if read is None:
            raise plan_errors.NotADate(value=text[:SHORT])
        day = read
    if not EARLIEST <= day <= LATEST:
        raise plan_errors.DateFarAway(value=day.isoformat())
    return day.isoformat()


def _day(text: str) -> date | None:
    """2027-03-31, 31.3.2027, 31/3/2027, 31 mars 2027 or 31 March 2027; None for what is no day."""
    try:
        if read := YEAR_FIRST.fullmatch(text):
            return date(int(read[1]), int(read[2]), int(read[3]))
        if read := DAY_FIRST.fullmatch(text):
            return date(int(read[3]), int(read[2]), int(read[1]))
        if (read := IN_WORDS.fullmatch(text)) and (month := MONTHS.get(read[2].casefold())):
            return date(int(read[3]), month, int(read[1]))
    except ValueError:
        return None
    return None


def _months() -> dict[str, int]:
    """The names of the months and their short forms, in either language."""
    found: dict[str, int] = {}
    for code in CODES:
        for width in ("wide", "abbreviated"):
            names: Collection[tuple[int, str]] = Locale.parse(code).months["format"][width].items()
            found |= {name.casefold().rstrip("."): month for month, name in names}
            found |= {name.casefold()[:3]: month for month, name in names}
    return found


MONTHS: Final = _months()
