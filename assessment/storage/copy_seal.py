"""The seal at the end of a copy: a checksum of all that stands before it, by which one changed bit is noticed.

It stands in the copy's own file, since a file beside it stays behind when people carry copies around. SQLite and
pg_restore read no further than their own end, so the copy is a plain database file or a plain dump all the same.
"""

import hashlib
from enum import Enum, auto
from pathlib import Path
from typing import Final

MARK: Final = b"\nHere ends a copy by Rustad. sha256: "
LENGTH: Final = len(MARK) + 64 + 1  # the digest in hexadecimal, and the end of the line
PART: Final = 1 << 20  # bytes


class Seal(Enum):
    WHOLE = auto()
    BROKEN = auto()  # damaged, or changed since
    NONE = auto()  # of an older version of Rustad, or not made by Rustad


def seal(path: Path) -> None:
    """Write the seal of a finished copy."""
    digest = _digest(path, path.stat().st_size)
    with path.open("ab") as file:
        file.write(MARK + digest + b"\n")


def seal_of(path: Path) -> Seal:
    """Reads all of the file. One that is not there has none."""
    if not path.is_file():
        return Seal.NONE
    content = max(path.stat().st_size - LENGTH, 0)
    with path.open("rb") as file:
        file.seek(content)
        end = file.read()
    if not end.startswith(MARK):
        return Seal.NONE
    return Seal.WHOLE if end == MARK + _digest(path, content) + b"\n" else Seal.BROKEN


def _digest(path: Path, length: int) -> bytes:
    """Of the first `length` bytes."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while length > 0 and (part := file.read(min(PART, length))):
            digest.update(part)
            length -= len(part)
    return digest.hexdigest().encode()
