"""Asks whether a file is one that was read in before, when only a person can tell."""

from collections.abc import Sequence

import streamlit as st

from assessment.domain.copy_choice import OTHER_COPY
from assessment.domain.read_copy import ReadCopy
from assessment.ui.markup import html_text, markdown_text
from assessment.ui.page import Page


def excel_copy(here: Page, found: Sequence[ReadCopy], *, key: str) -> str | None:
    """The id of the copy, OTHER_COPY, or None until it is answered."""
    asked = here.t("Have you read this file in before?")
    why = here.t(
        "Files from the same export can look alike. If it is the same file, worked in again, what it said last time is "
        "what it is compared with."
    )
    st.html(f'<div class="ru"><h2 class="ru-finding">{html_text(asked)}</h2><p class="soft">{html_text(why)}</p></div>')
    names = {one.id: _called(here, one) for one in found} | {OTHER_COPY: here.t("No, it is another copy")}
    chosen: str | None = st.radio(
        asked,
        list(names),
        index=None,
        format_func=lambda one: markdown_text(names[one]),
        key=f"excel-copy:{key}:{here.language.code}",
        label_visibility="collapsed",
    )
    return chosen


def _called(here: Page, one: ReadCopy) -> str:
    when = ", ".join(filter(None, (here.language.moment(one.at, zone=here.zone), one.by)))
    if not one.file_name:
        return here.t("Yes, the one that was read in {when}", when=when)
    return here.t("Yes, {file}, read in {when}", file=one.file_name, when=when)
