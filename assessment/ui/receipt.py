"""The receipt: what is on disk, or plainly that it is not."""

from datetime import datetime

import streamlit as st

from assessment.services.clock import now
from assessment.ui.markup import html_text
from assessment.ui.page import Page


def receipt_html(here: Page, saved_at: datetime | None, *, everything: bool = False) -> str:
    """*Sparat 10.42*, or *Sparat 3 mars 2025*, in space that is kept free also before anything is saved."""
    if saved_at is None:
        return '<div class="ru"><p class="ru-receipt" role="status"></p></div>'
    same_day = saved_at.astimezone(here.zone).date() == now().astimezone(here.zone).date()
    time = here.time(saved_at) if same_day else here.language.date(saved_at, here.zone)
    said = here.t("All saved {time}", time=time) if everything else here.t("Saved {time}", time=time)
    return f'<div class="ru"><p class="ru-receipt" role="status"><i aria-hidden="true"></i>{html_text(said)}</p></div>'


def failure_notice(here: Page, reason: str, *, key: str, unsaved: bool = True) -> None:
    """Says why the question could not be drawn anew, and offers to try again. `unsaved`: the answer is only here."""
    st.error(here.t("The answer was not saved. It is still here.") + f" {reason}" if unsaved else reason)
    st.button(here.t("Try again"), key=f"retry:{key}")
