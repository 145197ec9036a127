"""What can go wrong with decision records."""

from assessment.domain.entry_errors import EntryChanged
from assessment.domain.errors import AssessmentError, sentence


class RecordUnknown(AssessmentError):
    text = sentence("This decision record does not exist. Choose another on the screen Decide.")


class RecordSigned(AssessmentError):
    text = sentence("This decision record is signed and cannot be changed. Begin a new version instead.")


class RecordUnsigned(AssessmentError):
    text = sentence("Only a signed decision record gets a new version. Go on with the one that is begun.")


class RecordBegun(AssessmentError):
    text = sentence("There is already an unsigned decision record for this activity. Go on with that one.")


class RecordMoved(EntryChanged):
    """Somebody else changed the record since the signer saw it. `who` tells who."""

    text = sentence("{who} changed the record since you saw it. Nothing is signed. Read it again, and then sign.")


class RecordStopped(AssessmentError):
    text = sentence("The record cannot be signed: protective security or the legal ground is not clear.")


class ReasonsMissing(AssessmentError):
    text = sentence("Parts are missing. Write why the decision is taken anyway, or fill them in first.")


class DecisionAhead(AssessmentError):
    text = sentence("{day} has not come yet. Write the day on which the decision was taken.")


class SystemOfChoiceClosed(AssessmentError):
    text = sentence("A system of choice is not open to this type of organisation. Choose another way.")
