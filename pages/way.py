"""2 Vägval: for one activity the gates in order, and the decision record that comes of them."""

from assessment.ui.navigation import WAY
from assessment.ui.organisation_choice import chosen_organisation
from assessment.ui.page import page
from assessment.ui.way_screen import way_screen

here = page()
organisation = chosen_organisation(here, screen=WAY)
if organisation:
    way_screen(here, organisation)
