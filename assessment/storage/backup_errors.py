"""What can stand in the way of copying a database."""

from assessment.domain.errors import AssessmentError, sentence


class OnlySqlite(AssessmentError):
    text = sentence("This works with an SQLite file only. Use the database server's own tools for copies.")


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
