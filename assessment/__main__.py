"""The command line: python -m assessment. Exit 0, or 2 with one sentence on stderr that says what to do."""

import sys
from collections.abc import Sequence
from typing import Final, Literal

import typer
from pydantic import ValidationError
from sqlalchemy.exc import SQLAlchemyError
from typer.exceptions import TyperException

from assessment.commands.command_errors import CommandUnclear, DatabaseFailed, FileFailed, LanguageUnknown, SettingWrong
from assessment.commands.program import program
from assessment.domain.errors import AssessmentError
from assessment.settings import settings
from assessment.texts.language import CODES, Language, language

FAILED: Final = 2
LANGUAGE: Final = "--language"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        chosen, rest = _language_of(given)
    except AssessmentError as error:
        return _failed(error, language("sv"))
    try:
        program(args=rest or ["--help"], prog_name="python -m assessment", standalone_mode=False, obj=chosen)
    except AssessmentError as error:
        return _failed(error, chosen)
    except typer.Abort:
        return _failed(CommandUnclear(problem="–"), chosen)
    except TyperException as error:
        return _failed(CommandUnclear(problem=" ".join(_message(error).split())), chosen)
    except OSError as error:
        return _failed(FileFailed(path=str(error.filename or "–"), problem=error.strerror or str(error)), chosen)
    except (SQLAlchemyError, ModuleNotFoundError):  # such as a wrong address, or a driver that is not installed
        return _failed(DatabaseFailed(), chosen)
    return 0


def _language_of(arguments: Sequence[str]) -> tuple[Language, list[str]]:
    """Take out --language, wherever it stands."""
    rest = [argument.removeprefix(f"{LANGUAGE}=") for argument in _split(arguments)]
    if LANGUAGE not in rest:
        return language(_settings_language()), rest
    place = rest.index(LANGUAGE)
    code = rest[place + 1] if place + 1 < len(rest) else ""
    if code not in CODES:
        raise LanguageUnknown(code=code)
    return language(code), [*rest[:place], *rest[place + 2 :]]


def _split(arguments: Sequence[str]) -> list[str]:
    return [part for one in arguments for part in (one.split("=", 1) if one.startswith(f"{LANGUAGE}=") else [one])]


def _settings_language() -> Literal["sv", "en"]:
    try:
        return settings().language
    except ValidationError as error:
        raise SettingWrong(setting=f"RUSTAD_{'_'.join(map(str, error.errors()[0]['loc'])).upper()}") from error


def _message(error: TyperException) -> str:
    return str(error.format_message()) if hasattr(error, "format_message") else str(error)


def _failed(error: AssessmentError, chosen: Language) -> int:
    print(chosen.explain_to_keeper(error), file=sys.stderr)
    return FAILED


if __name__ == "__main__":
    sys.exit(main())
