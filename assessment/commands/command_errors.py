"""What can go wrong on the command line beside the rules of the domain."""

from assessment.domain.errors import AssessmentError, sentence


class CommandUnclear(AssessmentError):
    text = sentence("The command was not understood: {problem} See: python -m assessment --help")


class SettingWrong(AssessmentError):
    text = sentence("The setting {setting} has a value that is not allowed. Correct it and try again.")


class LanguageUnknown(AssessmentError):
    text = sentence("There is no language {code}. Choose sv or en.")


class EndingUnknown(AssessmentError):
    text = sentence(
        "{name} is no kind of file that can be written. End its name with .xlsx for Excel or .docx for Word."
    )


class FileFailed(AssessmentError):
    text = sentence("{path} could not be read or written: {problem}.")


class DatabaseFailed(AssessmentError):
    text = sentence("The database could not be used. Check RUSTAD_DATABASE_URL, then run: python -m assessment doctor")


class NotWell(AssessmentError):
    text = sentence("Something needs to be put right. It says above what to do.")
