"""What can go wrong with actions."""

from assessment.domain.errors import AssessmentError, sentence


class ActionUnknown(AssessmentError):
    text = sentence("This action does not exist. It may have been removed.")


class TitleMissing(AssessmentError):
    text = sentence("Write what is to be done.")


class AimMissing(AssessmentError):
    text = sentence("Choose at least one question that the action is to lift.")


class DueUnlikely(AssessmentError):
    text = sentence("The date {due} is hardly meant. Choose one between 2000 and 2099.")


class ActionChanged(AssessmentError):
    """Somebody else changed the action since it was shown. `parameters` tell who, and when by the clock."""

    text = sentence("{who} changed the action while you had it open. Your change is not saved. Compare, and choose.")


class NothingToSplit(AssessmentError):
    text = sentence("Choose some of the action's questions, but not all of them.")
