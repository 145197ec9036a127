"""The one place where a broken rule becomes a sentence on the screen."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from assessment.domain.errors import AssessmentError, sentence
from assessment.settings import settings
from assessment.storage.errors import DatabaseFailed
from assessment.storage.failure_log import FAILURES
from assessment.ui.answering import anything_unsaved
from assessment.ui.page import page_language

KEPT = sentence("What you just answered is not saved yet. It is kept in this window, and saved when you try again.")
TRY_AGAIN = "try-again"
log = logging.getLogger("rustad")


@contextmanager
def attempting() -> Iterator[None]:
    """Do what is inside, or say in the viewer's language why not; then nothing was changed."""
    try:
        yield
    except AssessmentError as error:
        st.error(page_language().explain(error))


def show_script_error(error: Exception) -> bool:
    """What a visitor sees instead of a traceback; a bug of ours goes to the log."""
    language = page_language()
    if isinstance(error, AssessmentError):
        FAILURES.note(error)
        kept = isinstance(error, DatabaseFailed) and anything_unsaved()
        told = language.explain_to_keeper(error) if on_own_computer() else language.explain(error)
        st.error(f"{language.text(KEPT)} {told}" if kept else told)
        if isinstance(error, DatabaseFailed):
            st.button(language.text("Try again"), key=TRY_AGAIN)
        return True
    log.error("page failed", exc_info=error)
    st.error(language.text("Something went wrong here. Your saved answers are safe. Reload the page and try again."))
    return True


def on_own_computer() -> bool:
    """Whether whoever reads this runs Rustad too, with the database in a file that they can put right."""
    return settings().access == "local" and settings().database_url.startswith("sqlite")
