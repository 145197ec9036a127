"""What can be wrong with a file that somebody wants to read in. Nothing has changed when one of these is raised."""

from assessment.domain.errors import AssessmentError, sentence


class FileTooLarge(AssessmentError):
    text = sentence(
        "The file is larger than {limit} MB and was not opened. Nothing has changed. Choose a file from Rustad."
    )


class FileInflated(AssessmentError):
    text = sentence("Unpacked, the file is larger than {limit} MB, so it was not opened. Nothing has changed.")


class FileTooFull(AssessmentError):
    text = sentence(
        "The file holds far more than a file from Rustad, so it was not opened. Nothing has changed. "
        "Choose a file from Rustad."
    )


class FileNotWorkbook(AssessmentError):
    text = sentence(
        "The file is no Excel workbook (.xlsx), or it is cut off. Nothing has changed. "
        "Choose a file from Rustad, or save it again as .xlsx."
    )


class FileLocked(AssessmentError):
    text = sentence("The file is protected by a password. Nothing has changed. Save it without password and try again.")


class FileOldFormat(AssessmentError):
    text = sentence(
        "The file is in an older format than .xlsx. Nothing has changed. "
        "Save it as Excel workbook (.xlsx) and try again."
    )


class FileNotOurs(AssessmentError):
    text = sentence(
        "The file does not come from Rustad: the hidden sheet {sheet} is missing or incomplete. Nothing has changed. "
        "Make a new file and copy what you have written to it."
    )


class FileNewer(AssessmentError):
    text = sentence("The file was made by a newer version of Rustad. Nothing has changed. Update Rustad and try again.")


class FileIsGapList(AssessmentError):
    text = sentence("The file is a gap list, no answer form. Nothing has changed. Choose an answer form.")


class FileIsComparison(AssessmentError):
    text = sentence(
        "The file is a comparison, which is only for reading. Nothing has changed. Choose an answer form or a gap list."
    )


class FileIsFourSteps(AssessmentError):
    text = sentence(
        "The file holds the four steps of an organisation, and is only for reading. Nothing has changed. "
        "Choose an answer form or a gap list."
    )


class FormWrong(AssessmentError):
    """`listed` names every place in the file, already in the reader's language."""

    text = sentence("The form was not read in and nothing has changed. {listed}")


class FormulaHere(AssessmentError):
    text = sentence("a formula stands here; write the answer itself")


class NotAnAnswer(AssessmentError):
    text = sentence("“{value}” is no answer; choose 0–4, don't know or not applicable")


class NotARole(AssessmentError):
    text = sentence("the checklist has no role “{value}”")


class NoRole(AssessmentError):
    text = sentence("choose at least one role")


class TooMuchText(AssessmentError):
    text = sentence("the text is {length} characters long, there is room for {limit}")


class QuestionTwice(AssessmentError):
    text = sentence("question {item} stands twice")


class QuestionUnknown(AssessmentError):
    text = sentence("the assessment has no question “{item}”")


class QuestionMissing(AssessmentError):
    text = sentence("question {item} is missing")


class ColumnMissing(AssessmentError):
    text = sentence("the hidden row with the column names is missing")
