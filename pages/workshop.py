"""Workshop: a leadership group scores together, blind first, on a shared screen."""

import streamlit as st

from assessment.services import assessments, room
from assessment.ui.assessment_choice import chosen_assessment
from assessment.ui.big_screen import big_screen
from assessment.ui.navigation import WORKSHOP
from assessment.ui.page import page
from assessment.ui.workshop_choice import WORKSHOP_ID, workshop_choice
from assessment.ui.workshop_console import workshop_console
from assessment.ui.workshop_steps import BIG_SCREEN, VIEW

here = page()
assessment_id = chosen_assessment(here, screen=WORKSHOP)
workshop_id = st.query_params.get(WORKSHOP_ID)
if assessment_id and not workshop_id:
    workshop_choice(here, assessments.opened(here.engine, here.viewer, assessment_id))
elif assessment_id and workshop_id:
    shown = room.room(here.engine, here.viewer, workshop_id)
    (big_screen if st.query_params.get(VIEW) == BIG_SCREEN else workshop_console)(here, shown)
