"""Inställningar: how the installation is, its copies, who gets in, and what it is set to."""

from assessment.ui.page import page
from assessment.ui.settings_view import settings_view

settings_view(page())
