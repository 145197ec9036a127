"""What can be wrong with a gap list or plan that somebody reads back in. Nothing has changed when one is raised."""

from assessment.domain.errors import AssessmentError, sentence


class FileIsForm(AssessmentError):
    text = sentence("The file is an answer form, no gap list. Nothing has changed. Choose a gap list from Rustad.")


class PlanSheetsMissing(AssessmentError):
    text = sentence(
        "The file has neither the gaps nor the plan in it. Nothing has changed. "
        "Download Excel again and copy what you have written to it."
    )


class PlanWrong(AssessmentError):
    """`listed` names every place in the file, already in the reader's language."""

    text = sentence("The file was not read in and nothing has changed. {listed}")


class IdColumnMissing(AssessmentError):
    text = sentence(
        "the hidden column {column} is missing, so the rows cannot be told apart. "
        "Download Excel again and copy what you have written to it"
    )


class ColumnTwice(AssessmentError):
    text = sentence("the column {column} stands twice; remove one of them")


class IdUnknown(AssessmentError):
    text = sentence("the hidden id “{id}” is not one that the file was given; take the id away to make a new action")


class IdMissing(AssessmentError):
    text = sentence("the hidden id of the action “{title}” is missing; put back the id, or take the row away")


class IdMoved(AssessmentError):
    text = sentence("the hidden id belongs to another row; perhaps the rows were sorted without their hidden columns")


class RowsDiffer(AssessmentError):
    text = sentence("this is the same as row {row}, but with other values; keep one of them")


class QuestionNumberMissing(AssessmentError):
    text = sentence("the question's number is missing; new actions are written in the sheet Plan")


class ValueIsFormula(AssessmentError):
    text = sentence("a formula stands here; write the value itself")


class NotADate(AssessmentError):
    text = sentence("“{value}” is no date; write for example 2027-03-31")


class DateFarAway(AssessmentError):
    text = sentence("the date {value} is hardly meant; choose one between 2000 and 2099")


class NotAChoice(AssessmentError):
    text = sentence("“{value}” cannot be chosen; choose {choices}")


class NotQuiteAChoice(AssessmentError):
    text = sentence("“{value}” cannot be chosen, did you mean {guess}? Choose {choices}")


class NotAims(AssessmentError):
    text = sentence("“{value}” is no question with its expected level; write for example {example}")


class NothingToDo(AssessmentError):
    text = sentence("it does not say what is to be done")


class NothingToLift(AssessmentError):
    text = sentence("it does not say which question the action is to lift; write for example {example}")
