"""Svara: rate the items, one at a time or a dimension at a time."""

from assessment.services import assessments
from assessment.ui.answering import save_shown
from assessment.ui.assessment_choice import chosen_assessment
from assessment.ui.dimension_view import dimension_view
from assessment.ui.item_view import item_view
from assessment.ui.navigation import RESPOND
from assessment.ui.page import page
from assessment.ui.participant_choice import chosen_participant, own_assessment
from assessment.ui.respond_head import respond_head

here = page()
if here.participant_id:
    save_shown(here, here.participant_id)  # before anything is read: should that fail, what was chosen is kept
assessment_id = chosen_assessment(here, screen=RESPOND)
if assessment_id:
    opened = own_assessment(here) or assessments.opened(here.engine, here.viewer, assessment_id)
    participant_id = chosen_participant(here, opened)
    if participant_id:
        whole = respond_head(here, opened, participant_id)
        (dimension_view if whole else item_view)(here, assessment_id, participant_id)
