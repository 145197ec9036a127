"""Opens a file that somebody wants to read in, and refuses what is no answer form before looking at any answer."""

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Final
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.workbook import Workbook

from assessment.domain.form import FORMAT_VERSION, FileKind
from assessment.reporting import form_errors as errors
from assessment.reporting.workbook_keys import COLUMNS, SHEET

MEGABYTE: Final = 1_000_000
LARGEST: Final = 5 * MEGABYTE
LARGEST_UNPACKED: Final = 50 * MEGABYTE
OLE: Final = bytes.fromhex("D0CF11E0A1B11AE1")  # older Office formats, and newer ones behind a password
ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
UNREADABLE: Final = (
    *(BadZipFile, InvalidFileException, ParseError, zlib.error, OSError, EOFError, NotImplementedError),
    *(KeyError, ValueError, TypeError, IndexError, AttributeError),  # what openpyxl says of broken parts
)
NEEDED: Final = ("assessment_id", "checklist_key", "checklist_version", "form_id", "participant_id")


@dataclass(frozen=True, slots=True)
class FormFile:
    """An answer form that has been opened, and what it says about itself. Its answers are still to be read."""

    workbook: Workbook
    facts: Mapping[str, str]
    sheet_title: str

    @property
    def assessment_id(self) -> str:
        return self.facts["assessment_id"]


def open_form(content: bytes) -> FormFile:
    """Raises one of `form_errors` for anything but an answer form of a version that we know."""
    workbook = _workbook(content)
    if SHEET not in workbook.sheetnames:
        raise errors.FileNotOurs(sheet=SHEET)
    facts: dict[str, str] = {}
    title = ""
    for row in workbook[SHEET].iter_rows(max_row=200, max_col=3, values_only=True):
        key, value = (str(cell or "") for cell in row[:2])
        if key == COLUMNS:
            title = title or value
        facts.setdefault(key, value)
    if not facts.get("format_version", "").isdecimal():
        raise errors.FileNotOurs(sheet=SHEET)
    if int(facts["format_version"]) > FORMAT_VERSION:
        raise errors.FileNewer
    if facts.get("kind") == FileKind.GAP_LIST:
        raise errors.FileIsGapList
    if facts.get("kind") != FileKind.ANSWER_FORM or any(key not in facts for key in NEEDED) or not facts["form_id"]:
        raise errors.FileNotOurs(sheet=SHEET)
    return FormFile(workbook, facts, title)


def _workbook(content: bytes) -> Workbook:
    if len(content) > LARGEST:
        raise errors.FileTooLarge(limit=LARGEST // MEGABYTE)
    if content.startswith(OLE):
        raise errors.FileLocked if ENCRYPTED in content else errors.FileOldFormat
    try:
        with ZipFile(BytesIO(content)) as archive:
            unpacked = sum(part.file_size for part in archive.infolist())
            names = archive.namelist()
    except UNREADABLE as error:
        raise errors.FileNotWorkbook from error
    if unpacked > LARGEST_UNPACKED:
        raise errors.FileInflated(limit=LARGEST_UNPACKED // MEGABYTE)
    if "[Content_Types].xml" not in names or len(names) != len(set(names)):
        raise errors.FileNotWorkbook
    try:
        return load_workbook(BytesIO(content))
    except UNREADABLE as error:
        raise errors.FileNotWorkbook from error
