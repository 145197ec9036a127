"""Opens a file that somebody wants to read in, and refuses what does not come from Rustad before looking inside."""

import re
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from typing import Final
from zipfile import BadZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from assessment.domain.form import FORMAT_VERSION, FileKind
from assessment.reporting import form_errors as errors
from assessment.reporting.file_parts import MEGABYTE, needed_parts
from assessment.reporting.workbook_keys import SHEET

LARGEST: Final = 5 * MEGABYTE
OLE: Final = bytes.fromhex("D0CF11E0A1B11AE1")  # older Office formats, and newer ones behind a password
ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
UNREADABLE: Final = (
    *(BadZipFile, InvalidFileException, SyntaxError, zlib.error, OSError, EOFError, NotImplementedError),
    *(LookupError, ValueError, TypeError, AttributeError, ArithmeticError),  # what openpyxl says of broken parts
)
COMPARISON, FOUR_STEPS = "comparison", "four_steps"  # the kinds of workbooks that are only for reading
DIGITS: Final = re.compile(r"[0-9]{1,9}")
FACT_ROWS: Final = 200  # the facts stand first


@contextmanager
def readable() -> Iterator[None]:
    """Whatever openpyxl says about broken parts becomes FileNotWorkbook."""
    try:
        yield
    except UNREADABLE as error:
        raise errors.FileNotWorkbook from error


def open_workbook(content: bytes) -> Workbook:
    """Reads its sheets when they are asked for. Raises one of `form_errors` for what is no workbook."""
    if len(content) > LARGEST:
        raise errors.FileTooLarge(limit=LARGEST // MEGABYTE)
    if content.startswith(OLE):
        raise errors.FileLocked if ENCRYPTED in content else errors.FileOldFormat
    with readable():
        return load_workbook(BytesIO(needed_parts(content)), read_only=True, keep_links=False)


def facts_of(workbook: Workbook) -> tuple[FileKind, Mapping[str, str]]:
    """What the file says about itself. Raises FileNotOurs, FileIsComparison, FileIsFourSteps or FileNewer."""
    if SHEET not in workbook.sheetnames:
        raise errors.FileNotOurs(sheet=SHEET)
    facts: dict[str, str] = {}
    with readable():
        for row in workbook[SHEET].iter_rows(max_row=FACT_ROWS, max_col=2, values_only=True):
            key, value = (*(str(cell or "") for cell in row), "", "")[:2]
            facts.setdefault(key, value)
    if not DIGITS.fullmatch(facts.get("format_version", "")):
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
    return facts_of(open_workbook(content))[0]
