"""What can be wrong with a goal or a cost of the planning."""

from assessment.domain.errors import AssessmentError, sentence


class PointsUnlikely(AssessmentError):
    text = sentence("Choose points between 1 and {most}, not {points}.")


class HalfYearsUnlikely(AssessmentError):
    text = sentence("Plan for 1 to {most} half-years, not {half_years}.")


class IndexOffScale(AssessmentError):
    text = sentence("The index must be a whole number from 0 to 100, not {index}.")
