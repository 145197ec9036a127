"""LibreOffice as the tests start it: one settings folder for a process, because a first start has to fill it."""

import atexit
import subprocess
from functools import cache
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

PATIENCE = 180  # seconds until a conversion counts as stuck


@cache
def profile() -> Path:
    """The settings folder, filled and ready to be used by one LibreOffice at a time."""
    folder = Path(mkdtemp(prefix="rustad-office-"))
    atexit.register(rmtree, folder, ignore_errors=True)
    _start(folder, "--terminate_after_init")  # a first start would write its own macros over a test's
    return folder


def run(*arguments: object) -> None:
    """LibreOffice without a window, to its end."""
    _start(profile(), *arguments)


def _start(folder: Path, *arguments: object) -> None:
    own = f"-env:UserInstallation={folder.as_uri()}"
    command = ["soffice", own, "--headless", "--norestore", *map(str, arguments)]
    subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE)
