"""One viewer's language: sentences, plurals, numbers, dates and times as people write them.

The sentences in the code are English and are their own translation. `sv/` holds the Swedish catalogues, one for each
area, read at start without a compile step. Nothing is installed globally: sessions are threads and each has its own
language.
"""

from collections.abc import Sequence
from datetime import date, datetime, tzinfo
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from babel.core import Locale
from babel.dates import format_date, format_datetime
from babel.lists import format_list
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from assessment.domain.checklist import Wording
from assessment.domain.errors import AssessmentError

CODES: Final = ("sv", "en")
STOCKHOLM: Final = ZoneInfo("Europe/Stockholm")
CATALOGUES: Final = Path(__file__).parent
NUMBER_WORDS: Final = {
    "sv": ["noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"],
    "en": ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
}


class Language:
    """`code` is "sv" or "en". Get one with `language`."""

    def __init__(self, code: str, translations: NullTranslations) -> None:
        self.code = code
        self._translations = translations
        self._locale = Locale.parse("sv_SE" if code == "sv" else "en_GB")

    def text(self, message: str, /, **parameters: object) -> str:
        """The sentence in this language with its placeholders filled."""
        translated = self._translations.gettext(message) if message else ""
        return translated.format(**parameters) if parameters else translated

    def plural(self, one: str, many: str, number: int, /, **parameters: object) -> str:
        """The sentence for `number` of something; `{number}` and `{word}` may stand in it.

        `word` is the number in letters up to twelve, as numbers are written in running text.
        """
        chosen = self._translations.ngettext(one, many, number)
        return chosen.format(number=self.number(number), word=self.word(number), **parameters)

    def of(self, wording: Wording) -> str:
        """The checklist's own text in this language."""
        return wording.in_(self.code)

    def explain(self, error: AssessmentError) -> str:
        """The sentence of a broken rule, for anybody. Parameters that are sentences themselves are translated too."""
        return self.text(error.told) if error.told else self.explain_to_keeper(error)

    def explain_to_keeper(self, error: AssessmentError) -> str:
        """The same for whoever runs Rustad: it may name files, hosts and databases."""
        parameters = {
            name: self.text(value) if isinstance(value, str) else self.number(value) if type(value) is int else value
            for name, value in error.parameters.items()
        }
        return self.text(error.text).format(**parameters)

    def word(self, number: int) -> str:
        """A number in letters up to twelve, then in digits. Swedish *en* for one item (*fråga*)."""
        words = NUMBER_WORDS[self.code]
        return words[number] if 0 <= number < len(words) else self.number(number)

    def number(self, value: float, *, decimals: int = 0) -> str:
        """1 234,5 or 1,234.5."""
        pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
        return str(format_decimal(value, format=pattern, locale=self._locale))

    def percent(self, share: float) -> str:
        """31 % or 31%. `share` is 0–1."""
        return self.number(100 * share) + ("\u00a0%" if self.code == "sv" else "%")

    def time(self, moment: datetime, zone: tzinfo = STOCKHOLM) -> str:
        """10.42 or 10:42."""
        return format_datetime(moment.astimezone(zone), "HH.mm" if self.code == "sv" else "HH:mm", locale=self._locale)

    def date(self, day: date | datetime, zone: tzinfo = STOCKHOLM) -> str:
        """22 november 2026."""
        local = day.astimezone(zone).date() if isinstance(day, datetime) else day
        return format_date(local, "d MMMM y", locale=self._locale)

    def moment(self, moment: datetime, *, now: datetime | None = None, zone: tzinfo = STOCKHOLM) -> str:
        """22 november 2026 10.42; just the time, after *i dag*, when it is the same day as `now`."""
        if now is not None and moment.astimezone(zone).date() == now.astimezone(zone).date():
            return self.text("today {time}", time=self.time(moment, zone))
        return f"{self.date(moment, zone)} {self.time(moment, zone)}"

    def listed(self, words: Sequence[str]) -> str:
        """a, b och c."""
        return format_list(list(words), locale=self._locale) if words else ""


@cache
def language(code: str) -> Language:
    """The language with this code; Swedish for any other."""
    return Language(code, NullTranslations()) if code == "en" else Language("sv", _read(CATALOGUES / "sv"))


def _read(folder: Path) -> GNUTranslations:
    whole = Catalog(locale="sv")
    for path in sorted(folder.glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file, locale="sv"):
                if message.id:
                    whole.add(message.id, message.string)
    compiled = BytesIO()
    write_mo(compiled, whole)
    return GNUTranslations(BytesIO(compiled.getvalue()))
