"""Åtgärder: what to do, in the order that is suggested, and what remains to find out."""

from assessment.services import reports
from assessment.ui.action_list import action_list
from assessment.ui.assessment_choice import chosen_assessment
from assessment.ui.navigation import ACTIONS
from assessment.ui.page import page
from assessment.ui.what_if_view import what_if_asked, what_if_view

here = page()
assessment_id = chosen_assessment(here, screen=ACTIONS)
if assessment_id:
    report = reports.report(here.engine, here.viewer, assessment_id)
    if what_if_asked() and not report.untouched:
        what_if_view(here, report)
    else:
        action_list(here, report)
