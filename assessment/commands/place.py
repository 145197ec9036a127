"""Where commands work: the house that the settings name, and the files that they read and write."""

from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy.engine import Engine

from assessment.services.house import open_house
from assessment.settings import settings
from assessment.storage.backup import must_be_free
from assessment.storage.backup_errors import CopyFailed

Out = Annotated[Path, typer.Option("--out", help="The file to write. It must not exist.")]
File = Annotated[Path, typer.Argument()]


def own_house() -> Engine:
    """The house of RUSTAD_DATABASE_URL, with its schema brought up to date."""
    return open_house(settings().database_url)


def write_new(path: Path, content: bytes) -> None:
    """Raises FileExists, FolderMissing or CopyFailed."""
    must_be_free(path)
    try:
        with path.open("xb") as file:
            file.write(content)
    except OSError as error:
        raise CopyFailed(path=str(path), problem=error.strerror or str(error)) from error
