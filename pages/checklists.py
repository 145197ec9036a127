"""Checklistor: which versions there are, what they ask, bringing one in, taking one out, and an own question."""

from assessment.ui.checklist_screen import checklist_screen
from assessment.ui.page import page

checklist_screen(page())
