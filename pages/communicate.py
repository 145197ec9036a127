"""Kommunicera: what an organisation tells its target groups, and whether it lands."""

from assessment.ui.communicate_view import communicate_view
from assessment.ui.navigation import COMMUNICATE
from assessment.ui.organisation_choice import chosen_organisation
from assessment.ui.page import page

here = page()
organisation = chosen_organisation(here, screen=COMMUNICATE)
if organisation:
    communicate_view(here, organisation)
