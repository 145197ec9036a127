"""The one place where a broken rule becomes a sentence on the screen."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from assessment.domain.errors import AssessmentError
from assessment.ui.page import page_language

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
        st.error(language.explain(error))
        return True
    log.error("page failed", exc_info=error)
    st.error(language.text("Something went wrong here. Your saved answers are safe. Reload the page and try again."))
    return True
