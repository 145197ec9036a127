"""What can stand in the way of copying a database."""

from assessment.domain.errors import AssessmentError, sentence
from assessment.storage.errors import DatabaseUnreadable


class FileExists(AssessmentError):
    text = sentence("{path} exists already and was left as it is. Choose another name.")


class FileMissing(AssessmentError):
    text = sentence("{path} does not exist. Nothing has changed. Check the name.")


class FolderMissing(AssessmentError):
    text = sentence("The folder {path} does not exist. Nothing was written. Create it or choose another.")


class DatabaseInUse(AssessmentError):
    text = sentence("{path} is in use. Nothing has changed. Stop Rustad and try again.")


class CopyFailed(AssessmentError):
    text = sentence("{path} could not be written: {problem}. Check the rights and the space on the disk.")


class NoFile(AssessmentError):
    text = sentence("A database in memory cannot be copied. Give RUSTAD_DATABASE_URL the address of a file.")


class CopyUnreadable(DatabaseUnreadable):
    text = sentence("{path} is not a copy that Rustad has made, or it is damaged. Nothing has changed. Choose another.")


class CopyBroken(DatabaseUnreadable):
    text = sentence(
        "{path} is not as it was when it was made: its checksum does not match. Nothing has changed. Choose another "
        "copy. If there is no other, run the same command with --anyway."
    )


class CopyOfSqlite(AssessmentError):
    text = sentence(
        "{path} is a copy of an SQLite file, but Rustad uses PostgreSQL here. Nothing has changed. Let "
        "RUSTAD_DATABASE_URL name the file and RUSTAD_MOVE_TO an empty database, then run: python -m assessment move"
    )


class CopyOfPostgres(AssessmentError):
    text = sentence(
        "{path} is a copy of a PostgreSQL database, but Rustad uses an SQLite file here. Nothing has changed. "
        "Let RUSTAD_DATABASE_URL name a PostgreSQL database and try again."
    )


class PostgresProgramMissing(AssessmentError):
    text = sentence(
        "The program {program} is missing. Nothing has changed. Install PostgreSQL's client programs, on Debian with: "
        "apt install postgresql-client"
    )


class PostgresProgramOld(AssessmentError):
    text = sentence(
        "{program} is of version {version} but the server of version {server}. Nothing has changed. "
        "Install PostgreSQL's client programs of the server's version."
    )


class PostgresRefused(AssessmentError):
    """`problem` is PostgreSQL's own sentence, in English."""

    text = sentence("{program} could not finish: {problem}. Nothing has changed.")


class SourceOld(AssessmentError):
    text = sentence(
        "{path} has an older schema. Nothing has changed. Run: python -m assessment migrate, and then move again."
    )


class TargetNotEmpty(AssessmentError):
    text = sentence("{place} holds something already. Nothing has changed. Give RUSTAD_MOVE_TO an empty database.")


class MovedWrong(AssessmentError):
    text = sentence(
        "The table {table} did not arrive as it was, so nothing was kept in the new database. The old one is unchanged."
    )


class NoMoveTarget(AssessmentError):
    text = sentence(
        "It is not said where to. Set RUSTAD_MOVE_TO to the address of an empty database, such as "
        "postgresql://rustad:password@server/rustad"
    )


class PasswordInSight(AssessmentError):
    text = sentence(
        "A password on the command line can be read by others on the computer. Nothing has changed. "
        "Set RUSTAD_MOVE_TO to the address instead."
    )
