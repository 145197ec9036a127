"""Keeps answers, names and tokens out of the log: of an exception it gets the kind and the places, and not its words.

What an exception says may be what somebody wrote: a value that was no number, the row that a database refused.
"""

import logging
import threading
import traceback
from pathlib import Path
from typing import Any, Final

from assessment.settings import ROOT

DEEPEST: Final = 12  # places, the innermost
SEPARATE: Final = " < "
PAGES: Final = "streamlit.error_util"  # which logs every fault of a page
UNCAUGHT: Final = "Uncaught app execution"
log = logging.getLogger("rustad")


def keep_values_out() -> None:
    """From now on, for every logger of this process: ours, Streamlit's, the server's. Does nothing the second time."""
    make = logging.getLogRecordFactory()
    if getattr(make, "quiet", False):
        return

    def quiet(*given: Any, **named: Any) -> logging.LogRecord:
        record = make(*given, **named)
        if record.exc_info and record.exc_info[1]:
            record.exc_text = fault(record.exc_info[1])
            record.exc_info = None
        if isinstance(record.args, tuple):
            record.args = tuple(_without_words(one) for one in record.args)
        if isinstance(record.msg, BaseException):
            record.msg = fault(record.msg)
        return record

    quiet.quiet = True  # type: ignore[attr-defined]
    logging.setLogRecordFactory(quiet)
    logging.getLogger(PAGES).addFilter(_told_elsewhere)
    threading.excepthook = _thread_failed


def _told_elsewhere(record: logging.LogRecord) -> bool:
    """False for what `show_script_error` tells too: without its database the big screen fails twice a second."""
    return record.msg != UNCAUGHT


def _thread_failed(failed: threading.ExceptHookArgs) -> None:
    if failed.exc_value is not None and failed.exc_type is not SystemExit:
        log.error("a thread failed: %s", failed.exc_value)


def _without_words(value: object) -> object:
    # The system's own errors say what is wrong with files and networks, which an administrator needs
    quiet = isinstance(value, BaseException) and not isinstance(value, OSError)
    return fault(value) if quiet and isinstance(value, BaseException) else value


def fault(error: BaseException, causes: int = 5) -> str:
    """One line: ValueError in assessment/web/x.py:12 read < … and what it came from."""
    kind = type(error).__name__
    places = traceback.extract_tb(error.__traceback__)[-DEEPEST:]
    where = SEPARATE.join(f"{_short(one.filename)}:{one.lineno} {one.name}" for one in reversed(places))
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    told = f"{kind} in {where}" if where else kind
    return f"{told}; from {fault(cause, causes - 1)}" if cause and causes else told


def _short(file: str) -> str:
    """Below the program, or below the packages; never where they lie on this computer."""
    path = Path(file)
    if path.is_relative_to(ROOT) and ".venv" not in path.parts:
        return path.relative_to(ROOT).as_posix()
    return Path(*path.parts[-3:]).as_posix()
