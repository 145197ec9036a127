"""What can be wrong with a file or a database, in words that say what to do."""

from typing import Final, Self

from assessment.domain.errors import AssessmentError, sentence

# What people are told of what only those who run Rustad can mend
UNUSABLE: Final = sentence(
    "The database cannot be used as it is, so nothing was saved. Tell whoever runs Rustad: its log says what is wrong."
)
GONE: Final = sentence(
    "The database does not answer, so nothing was saved. Try again in a moment. "
    "If it takes long, tell whoever runs Rustad."
)


class DatabaseFailed(AssessmentError):
    """The database does not do what it is asked, which is nobody's fault who asked. Trying again may help."""


class DatabaseUnreadable(DatabaseFailed):
    told = UNUSABLE
    text = sentence(
        "{path} is not a Rustad database, or it is damaged. Nothing has changed. "
        "Move the file away or restore a copy, then start again."
    )


class DatabaseNewer(DatabaseFailed):
    told = UNUSABLE
    text = sentence(
        "{path} was made by a newer version of Rustad. Nothing has changed. Update Rustad, or choose another database."
    )


class DatabaseReadOnly(DatabaseFailed):
    told = UNUSABLE
    text = sentence("{path} cannot be written to, so nothing was saved. Check the rights of the file and its folder.")


class DatabaseFull(DatabaseFailed):
    text = sentence("The disk is full, so nothing was saved. Free some space and try again.")


class DiskFailed(DatabaseFailed):
    told = GONE
    text = sentence(
        "The disk that holds {path} could not be read or written, so nothing was saved. "
        "Check that it is connected and has room, and try again."
    )


class AddressFailed(DatabaseFailed):
    """What is wrong may be the address. `setting` is the variable that holds it."""

    def __init__(self, *, setting: str = "RUSTAD_DATABASE_URL", **parameters: object) -> None:
        super().__init__(setting=setting, **parameters)

    def named(self, setting: str) -> Self:
        """The same of the address in another variable."""
        others = {name: value for name, value in self.parameters.items() if name != "setting"}
        return type(self)(setting=setting, **others)


class DatabaseAddressWrong(AddressFailed):
    told = UNUSABLE
    text = sentence(
        "{setting} is not the address of a database. "
        "Write it like sqlite:////srv/rustad/rustad.db or postgresql://user:password@server/rustad, or leave it out."
    )


class DatabaseBusy(DatabaseFailed):
    text = sentence("The database was busy, so nothing was saved. Try again.")


class DatabaseAway(DatabaseFailed):
    told = GONE
    text = sentence("The database {path} cannot be opened. Check that the folder exists and may be written to.")


class SecretKeyMissing(AssessmentError):
    text = sentence(
        "RUSTAD_SECRET_KEY is missing: only beside an SQLite file can Rustad keep a key of its own. "
        "Set it to a long random text, the same for every process."
    )


class ChecklistFileUnreadable(AssessmentError):
    text = sentence("{file} could not be read as a checklist: {problem}. Nothing has changed.")


class ChecklistFileNotYaml(ChecklistFileUnreadable):
    """`line` and `column` count from 1 and say where the reader gave up, which may be just after the mistake."""

    text = sentence(
        "{file} could not be read as a checklist: the YAML goes wrong at line {line}, character {column}. "
        "Look there and just above: indentation, quotation marks, a colon in a text. Nothing has changed."
    )


class ChecklistFileWrong(AssessmentError):
    text = sentence("{file}, {place}, field “{field}”: {expected}. Nothing has changed.")


class ChecklistPointsNowhere(ChecklistFileWrong):
    text = sentence("{file}, {place}, field “{field}”: points to {missing}, which does not exist. Nothing has changed.")


class ChecklistDependsOnItself(ChecklistFileWrong):
    text = sentence(
        "{file}: question {item} depends on itself. Nothing has changed. Take {item} out of its own field “depends_on”."
    )


class ChecklistCircle(ChecklistFileWrong):
    """`items` are the questions of the circle, each of which depends on the next."""

    text = sentence(
        "{file}: these questions depend on each other in a circle, each on the next: {items}, and {last} again on "
        "{first}. Nothing has changed. Take one of them out of the field “depends_on” of the one before it."
    )


class ChecklistVersionTaken(AssessmentError):
    text = sentence(
        "{file} says version {version} of {key}, but another content is stored under that version. "
        "A version never changes: give the file a new version."
    )


class ExampleFileWrong(AssessmentError):
    text = sentence("The example {file} could not be read: {problem}. Nothing has changed.")
