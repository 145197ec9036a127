"""What can go wrong when a row is moved."""

from assessment.domain.errors import AssessmentError, sentence


class RowGone(AssessmentError):
    text = sentence("The row is no longer in the list. Nothing is moved.")


class RowsMoved(AssessmentError):
    """Somebody else changed the order since it was shown. `who` is a name."""

    text = sentence("{who} has changed the order since you opened the list. Nothing is moved. Look, and move again.")
