"""Which keys answer, and how to switch them off (WCAG 2.1.4). The browser remembers the choice."""

import streamlit as st

from assessment.ui.markup import html_text
from assessment.ui.page import Page


def keyboard_help(here: Page) -> None:
    rows = (
        ("0 1 2 3 4", here.t("choose a level")),
        (here.t("V"), here.t("don't know")),
        (here.t("E"), here.t("not applicable")),
        (f"{here.t('Left')} {here.t('Right')}", here.t("previous and next question")),
    )
    keys = "".join(
        f"<dt>{' '.join(f'<kbd>{html_text(key)}</kbd>' for key in names.split(' '))}</dt><dd>{html_text(meaning)}</dd>"
        for names, meaning in rows
    )
    off, on = html_text(here.t("Switch the keys off")), html_text(here.t("Switch the keys on"))
    with st.container(key="keyboard"), st.expander(here.t("Answer with the keyboard"), type="compact", key="keys"):
        st.html(
            f'<div class="ru"><dl class="ru-keys">{keys}</dl>'
            f'<button type="button" class="ru-switch" data-switch="off">{off}</button>'
            f'<button type="button" class="ru-switch" data-switch="on">{on}</button></div>'
        )
