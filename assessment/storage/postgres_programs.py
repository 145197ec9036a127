"""PostgreSQL's own programs: found, old enough to be trusted, and told the address so that nobody else sees it."""

import os
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Final

from sqlalchemy.engine import URL

from assessment.storage.backup_errors import PostgresProgramMissing, PostgresProgramOld, PostgresRefused

TOLD: Final = re.compile(r"^(?:\w+(?:\.exe)?: )?(?:error: |detail: |hint: )?", re.IGNORECASE)
OTHER_NAMES: Final = {"application_name": "PGAPPNAME"}


def run(url: URL, program: str, *arguments: str | Path) -> str:
    """What the program says. Raises PostgresProgramMissing, or PostgresRefused with its first complaint."""
    path = _found(program)
    try:
        done = subprocess.run(
            [path, *map(str, arguments)],
            env=os.environ | {"LC_MESSAGES": "C", "PGCLIENTENCODING": "UTF8"} | _address(url),
            stdin=subprocess.DEVNULL,  # it never asks for a password
            capture_output=True,
            check=False,
        )
    except OSError as error:
        raise PostgresRefused(program=program, problem=error.strerror or str(error)) from error
    if done.returncode:
        raise PostgresRefused(program=program, problem=_complaint(done.stderr.decode(errors="replace")))
    return done.stdout.decode(errors="replace")


def must_suit(program: str, server: int) -> None:
    """Raises PostgresProgramMissing, or PostgresProgramOld for one that is older than the server's major version."""
    version = _major(_found(program))
    if version < server:
        raise PostgresProgramOld(program=program, version=str(version), server=str(server))


def _found(program: str) -> str:
    path = shutil.which(program)
    if path is None:
        raise PostgresProgramMissing(program=program)
    return path


@cache
def _major(path: str) -> int:
    found = re.search(r"\(PostgreSQL\) (\d+)", run(URL.create("postgresql"), path, "--version"))
    return int(found[1]) if found else 0


def _address(url: URL) -> dict[str, str]:
    """As environment: a command line can be read by everybody on the computer."""
    given = {
        "PGHOST": url.host,
        "PGPORT": str(url.port) if url.port else None,
        "PGUSER": url.username,
        "PGPASSWORD": str(url.password) if url.password is not None else None,
        "PGDATABASE": url.database,
    }
    for name, value in url.query.items():
        given[OTHER_NAMES.get(name, f"PG{name.upper()}")] = value if isinstance(value, str) else value[-1]
    return {name: value for name, value in given.items() if value}


def _complaint(stderr: str) -> str:
    lines = [line for line in stderr.splitlines() if line.strip()]
    chosen = next((line for line in lines if "error" in line.lower() or "fatal" in line.lower()), (lines or ["–"])[0])
    return TOLD.sub("", chosen).strip().rstrip(".")
