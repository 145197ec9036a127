"""The five levels, *don't know* and *not applicable* as choices. Nothing is ever chosen beforehand."""

import streamlit as st

from assessment.domain.checklist import Item
from assessment.domain.response import ANSWER_CODES, NOT_APPLICABLE, UNKNOWN
from assessment.services.responses import ResponseSheet, ResponseText
from assessment.texts import labels
from assessment.ui.answering import Answering, code_of
from assessment.ui.markup import html_text, markdown_text
from assessment.ui.page import Page


def choice_label(here: Page, sheet: ResponseSheet, item: Item, code: str) -> str:
    """The whole row: the name of the level in bold, then what it looks like for this item."""
    if code == UNKNOWN.code:
        return f"**{here.t(labels.UNKNOWN)}** {here.t('You need to find out.')}"
    if code == NOT_APPLICABLE.code:
        return f"**{here.t(labels.NOT_APPLICABLE)}** {here.t('Write why.')}"
    level = int(code)
    name = here.language.of(sheet.checklist.scale[level])
    return f"**{code}\u2002{markdown_text(name)}** {markdown_text(here.language.of(item.levels[level]))}"


def level_radio(answering: Answering, sheet: ResponseSheet, item: Item) -> None:
    """All seven choices with their texts, as one group."""
    here, key = answering.here, answering.level_key(item.id)
    begin = answering.start_value(key, code_of(sheet.responses.get(item.id)))
    value = st.radio(
        here.language.of(item.question),
        ANSWER_CODES,
        index=None if begin is None else ANSWER_CODES.index(begin),
        format_func=lambda code: choice_label(here, sheet, item, code),
        key=key,
        label_visibility="collapsed",
        width="stretch",
    )
    answering.settle(item.id, which=None, value=value)


def level_strip(answering: Answering, sheet: ResponseSheet, item: Item) -> None:
    """The seven choices side by side, for a whole dimension at a time."""
    here, key = answering.here, answering.level_key(item.id)
    short = {UNKNOWN.code: here.t(labels.UNKNOWN), NOT_APPLICABLE.code: here.t(labels.NOT_APPLICABLE)}
    value = st.segmented_control(
        here.language.of(item.question),
        ANSWER_CODES,
        default=answering.start_value(key, code_of(sheet.responses.get(item.id))),
        format_func=lambda code: short.get(code, code),
        key=key,
        label_visibility="collapsed",
        width="stretch",
        required=True,
    )
    answering.settle(item.id, which=None, value=value)


def reason_field(answering: Answering, sheet: ResponseSheet, item: Item) -> None:
    """Asks why the item does not apply."""
    text_field(
        answering, sheet, item, ResponseText.REASON, label=answering.here.t("Why does the question not apply to you?")
    )


def text_field(answering: Answering, sheet: ResponseSheet, item: Item, which: ResponseText, *, label: str) -> None:
    """A text that goes with the answer, saved when the field is left."""
    key = answering.text_key(item.id, which)
    response = sheet.responses.get(item.id)
    stored = getattr(response, which.value) if response else ""
    begin = answering.start_value(key, stored)
    # max_chars is left out: the browser would cut a long paste without a word. The service says so instead.
    value = st.text_area(label, value=begin or "", key=key, height=68 if which is ResponseText.REASON else 100)
    answering.settle(item.id, which=which, value=value)


def chosen_text(here: Page, sheet: ResponseSheet, item: Item) -> str:
    """Below the strip: what the chosen level means, so that nobody rates by digit alone."""
    code = code_of(sheet.responses.get(item.id))
    if code == UNKNOWN.code:
        return f'<p class="soft">{html_text(here.t("The question goes to the list Find out."))}</p>'
    if code is None or code == NOT_APPLICABLE.code:
        return ""
    level = int(code)
    name, text = here.language.of(sheet.checklist.scale[level]), here.language.of(item.levels[level])
    return f"<p><b>{html_text(name)}.</b> {html_text(text)}</p>"


def levels_list(here: Page, sheet: ResponseSheet, item: Item) -> str:
    """The five level texts as a list that starts at 0."""
    rows = "".join(
        f"<li><b>{html_text(here.language.of(name))}.</b> {html_text(here.language.of(text))}</li>"
        for name, text in zip(sheet.checklist.scale, item.levels, strict=True)
    )
    return f'<div class="ru"><ol class="ru-levels" start="0">{rows}</ol></div>'
