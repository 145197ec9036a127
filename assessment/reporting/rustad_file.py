"""Opens a file that somebody wants to read in, and refuses what does not come from Rustad before looking inside."""

import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from typing import Final
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile, ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from assessment.domain.form import FORMAT_VERSION, FileKind
from assessment.reporting import form_errors as errors
from assessment.reporting.workbook_keys import SHEET

MEGABYTE: Final = 1_000_000
LARGEST: Final = 5 * MEGABYTE
LARGEST_UNPACKED: Final = 50 * MEGABYTE
OLE: Final = bytes.fromhex("D0CF11E0A1B11AE1")  # older Office formats, and newer ones behind a password
ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
UNREADABLE: Final = (
    *(BadZipFile, InvalidFileException, ParseError, zlib.error, OSError, EOFError, NotImplementedError),
    *(KeyError, ValueError, TypeError, IndexError, AttributeError),  # what openpyxl says of broken parts
)
COMPARISON, FOUR_STEPS = "comparison", "four_steps"  # the kinds of workbooks that are only for reading
FACT_ROWS: Final = 200  # the facts stand first


@contextmanager
def readable() -> Iterator[None]:
    """Whatever openpyxl says about broken parts becomes FileNotWorkbook."""
    try:
        yield
    except UNREADABLE as error:
        raise errors.FileNotWorkbook from error


def open_workbook(content: bytes, *, streamed: bool = False) -> Workbook:
    """Raises one of `form_errors` for what is no workbook. A streamed one reads only the sheets that are asked for."""
    if len(content) > LARGEST:
        raise errors.FileTooLarge(limit=LARGEST // MEGABYTE)
    if content.startswith(OLE):
        raise errors.FileLocked if ENCRYPTED in content else errors.FileOldFormat
    with readable(), ZipFile(BytesIO(content)) as archive:
        unpacked = sum(part.file_size for part in archive.infolist())
        names = archive.namelist()
    if unpacked > LARGEST_UNPACKED:
        raise errors.FileInflated(limit=LARGEST_UNPACKED // MEGABYTE)
    if "[Content_Types].xml" not in names or len(names) != len(set(names)):
        raise errors.FileNotWorkbook
    with readable():
        return load_workbook(BytesIO(content), read_only=streamed)


def facts_of(workbook: Workbook) -> tuple[FileKind, Mapping[str, str]]:
    """What the file says about itself. Raises FileNotOurs, FileIsComparison, FileIsFourSteps or FileNewer."""
    if SHEET not in workbook.sheetnames:
        raise errors.FileNotOurs(sheet=SHEET)
    facts: dict[str, str] = {}
    with readable():
        for row in workbook[SHEET].iter_rows(max_row=FACT_ROWS, max_col=2, values_only=True):
            key, value = (*(str(cell or "") for cell in row), "", "")[:2]
            facts.setdefault(key, value)
    if not facts.get("format_version", "").isdecimal():
        raise errors.FileNotOurs(sheet=SHEET)
    if facts.get("kind") == COMPARISON:
        raise errors.FileIsComparison
    if facts.get("kind") == FOUR_STEPS:
        raise errors.FileIsFourSteps
    kinds = [kind for kind in FileKind if kind == facts.get("kind")]
    if int(facts["format_version"]) > FORMAT_VERSION.get(kinds[0] if kinds else FileKind.ANSWER_FORM, 1):
        raise errors.FileNewer
    if not kinds or not facts.get("assessment_id"):
        raise errors.FileNotOurs(sheet=SHEET)
    return kinds[0], facts


def file_kind(content: bytes) -> FileKind:
    """Answer form or gap list. Raises one of `form_errors` for anything else."""
    return facts_of(open_workbook(content, streamed=True))[0]
