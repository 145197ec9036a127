"""What can be wrong with an installation, and what to do about it."""

from assessment.domain.errors import AssessmentError, sentence


class SchemaOld(AssessmentError):
    text = sentence("The database has an older schema. Run: python -m assessment migrate")


class DatabaseMissing(AssessmentError):
    text = sentence("{path} does not exist yet. Start Rustad, or run: python -m assessment migrate")


class LittleSpace(AssessmentError):
    text = sentence("Only {free} MB are free on the disk. Free some space.")


class FolderClosed(AssessmentError):
    text = sentence("The folder {path} cannot be written to. Check its rights.")


class RowsOrphaned(AssessmentError):
    text = sentence("{number} rows refer to something that is gone. Restore a copy.")


class ServerOld(AssessmentError):
    text = sentence("The database server is PostgreSQL {version}, which is too old. Upgrade it to 13 or later.")


class NotUtf8(AssessmentError):
    text = sentence("The database keeps texts as {encoding}. Make a new one with the encoding UTF8 and move there.")


class SavesUnsafe(AssessmentError):
    text = sentence(
        "{setting} is off in the database server, so that a power cut may take what has been saved. Switch it on there."
    )


class ClocksApart(AssessmentError):
    text = sentence(
        "The database server's clock and this computer's differ by {seconds} seconds. Let both follow a time server."
    )


class ClockBehind(AssessmentError):
    text = sentence(
        "Something was written {minutes} minutes from now, as this computer's clock has it. Set the clock right."
    )


class CopiesBroken(AssessmentError):
    """`names` are those of the files."""

    text = sentence(
        "Damaged, or changed since it was made: {names}. Do not rely on it. Press Copy now on the screen Settings, and "
        "see how the disk is."
    )


class CopyNone(AssessmentError):
    text = sentence(
        "There is no copy yet. Leave Rustad running and one is made, or press Copy now on the screen Settings."
    )


class CopyOld(AssessmentError):
    text = sentence(
        "The newest copy is {days} days old, and something has changed since. "
        "Leave Rustad running and one is made, or press Copy now on the screen Settings."
    )


class CopyHoursOld(AssessmentError):
    text = sentence(
        "The newest copy is {hours} hours old, and something has changed since. "
        "Leave Rustad running and one is made, or press Copy now on the screen Settings."
    )
