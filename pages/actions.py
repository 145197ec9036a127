"""Åtgärder: what to do, in the order that is suggested, and what remains to find out."""

from assessment.services import reports
from assessment.ui.action_list import action_list
from assessment.ui.assessment_choice import chosen_assessment
from assessment.ui.navigation import ACTIONS
from assessment.ui.page import page

here = page()
assessment_id = chosen_assessment(here, screen=ACTIONS)
if assessment_id:
    action_list(here, reports.report(here.engine, here.viewer, assessment_id))
