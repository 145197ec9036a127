"""Which assessment is open."""

from assessment.ui.page import Page


def chosen_assessment(here: Page) -> str | None:
    return here.assessment_id
