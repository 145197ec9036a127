"""What of a foreign workbook is let near openpyxl: the few parts that hold sheets, each looked through first.

openpyxl believes what it reads. A part with entities is expanded, ten thousand sheets may share one part, a text of
megabytes may stand in every cell. Here a fast parser counts, and builds nothing.
"""

import re
from dataclasses import dataclass
from io import BytesIO
from typing import Final
from xml.parsers.expat import ExpatError, ParserCreate
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from assessment.domain.response import TEXT_LIMIT
from assessment.reporting import form_errors as errors

MEGABYTE: Final = 1_000_000
LARGEST_UNPACKED: Final = 50 * MEGABYTE
MOST_PARTS: Final = 2_000
MOST_SHEETS: Final = 200
MOST_ELEMENTS: Final = 600_000  # the workbook of the largest assessment has a tenth of this
LAST_ROW: Final = 10_000
DEEPEST: Final = 40
LONGEST: Final = 2 * TEXT_LIMIT  # characters in one text; a little too long is told cell by cell
CONTENTS: Final = "[Content_Types].xml"
# Not docProps, drawings, comments, links to other files, macros: nothing is read from them
NEEDED: Final = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|xl/[^/]+\.xml|xl/_rels/[^/]+\.rels|xl/worksheets/[^/]+\.xml"
)
MOST_SHARED: Final = 2 * MEGABYTE  # characters of formulas that openpyxl would move from cell to cell
TEXTS: Final = frozenset({"si", "is", "v", "f"})
ENCRYPTED: Final = 0x1


def needed_parts(content: bytes) -> bytes:
    """The archive with the parts that are needed and nothing else.

    Raises FileNotWorkbook, FileLocked, FileInflated or FileTooFull, or what `zipfile` raises for broken archives.
    """
    with ZipFile(BytesIO(content)) as archive:
        parts = archive.infolist()
        if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
            raise errors.FileInflated(limit=LARGEST_UNPACKED // MEGABYTE)
        names = [part.filename for part in parts]
        if CONTENTS not in names or len(names) != len(set(names)):
            raise errors.FileNotWorkbook
        count, kept = Count(), BytesIO()
        with ZipFile(kept, "w", ZIP_STORED) as clean:
            for part in parts:
                content = _unpacked(archive, part)  # all of them: damage anywhere is damage
                if NEEDED.fullmatch(part.filename):
                    count.look_through(content)
                    clean.writestr(part.filename, content)
    return kept.getvalue()


def _unpacked(archive: ZipFile, part: ZipInfo) -> bytes:
    if part.flag_bits & ENCRYPTED:
        raise errors.FileLocked
    if part.compress_type not in (ZIP_STORED, ZIP_DEFLATED):  # others may want any amount of memory
        raise errors.FileNotWorkbook
    return archive.read(part)


@dataclass(slots=True)
class Count:
    """How much there is in all parts so far, and where in the present part we are."""

    elements: int = 0
    sheets: int = 0
    row: int = 0
    depth: int = 0
    length: int = 0
    in_formula: bool = False
    longest_formula: int = 0
    shared: int = 0

    def look_through(self, xml: bytes) -> None:
        """Raises FileNotWorkbook or FileTooFull."""
        self.row = self.depth = 0
        parser = ParserCreate()
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = _refused  # no workbook has one, and only there can entities be declared
        parser.StartElementHandler = self._begin
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        try:
            parser.Parse(xml, True)
        except (ExpatError, LookupError, ValueError) as error:  # the last two: an encoding that nobody knows
            raise errors.FileNotWorkbook from error

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        self.elements += 1
        self.depth += 1
        kind = name.rpartition(":")[2]
        if kind == "sheet":
            self.sheets += 1
        elif kind == "row":
            self.row = int(attributes.get("r", self.row + 1))
        elif kind in TEXTS:
            self.length, self.in_formula = 0, kind == "f"
            self.shared += attributes.get("t") == "shared"
        # Office programs leave empty rows at the very end of a sheet, so only what stands in them counts
        if (
            self.elements > MOST_ELEMENTS
            or self.depth > DEEPEST
            or self.sheets > MOST_SHEETS
            or (kind in TEXTS and self.row > LAST_ROW)
            or sum(map(len, attributes.values())) > LONGEST
        ):
            raise errors.FileTooFull

    def _end(self, _name: str) -> None:
        self.depth -= 1

    def _text(self, text: str) -> None:
        self.length += len(text)
        if self.in_formula:
            self.longest_formula = max(self.longest_formula, self.length)
        if self.length > LONGEST or self.shared * self.longest_formula > MOST_SHARED:
            raise errors.FileTooFull


def _refused(*_declared: object) -> None:
    raise errors.FileNotWorkbook
