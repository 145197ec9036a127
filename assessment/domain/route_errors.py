"""What can go wrong when a route is put into the plan."""

from assessment.domain.errors import AssessmentError, sentence


class RouteCovered(AssessmentError):
    """An action that does the same has come into the plan since it was looked at."""

    text = sentence(
        "Somebody planned some of this while you were looking. Nothing is written. "
        "Look at what would be added now, and approve again."
    )


class RouteEmpty(AssessmentError):
    text = sentence("Everything here is in the plan already, so nothing has been added.")
