"""1 Analysera: the register of vital activities, what they lean on, and what the contracts wait for."""

from assessment.services import registers
from assessment.ui.navigation import ANALYSE
from assessment.ui.organisation_choice import chosen_organisation
from assessment.ui.page import page
from assessment.ui.register_screen import register_screen

here = page()
organisation = chosen_organisation(here, screen=ANALYSE)
if organisation:
    register_screen(here, organisation, registers.register(here.engine, here.viewer, organisation.id))
