"""Förbered: the governing documents of an organisation, beside what it has answered."""

from assessment.ui.navigation import PREPARE
from assessment.ui.organisation_choice import chosen_organisation
from assessment.ui.page import page
from assessment.ui.prepare_view import prepare_view

here = page()
organisation = chosen_organisation(here, screen=PREPARE)
if organisation:
    prepare_view(here, organisation)
