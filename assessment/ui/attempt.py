"""The one place where a broken rule becomes a sentence on the screen."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from assessment.domain.errors import AssessmentError, sentence
from assessment.storage.errors import DatabaseFailed
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
        kept = isinstance(error, DatabaseFailed) and anything_unsaved()
        st.error(f"{language.text(KEPT)} {language.explain(error)}" if kept else language.explain(error))
        if isinstance(error, DatabaseFailed):
            st.button(language.text("Try again"), key=TRY_AGAIN)
        return True
    log.error("page failed", exc_info=error)
    st.error(language.text("Something went wrong here. Your saved answers are safe. Reload the page and try again."))
    return True
