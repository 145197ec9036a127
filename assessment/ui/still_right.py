"""Beside the receipt of an old answer: how old it is, and one way to say that it still holds."""

import streamlit as st

from assessment.domain.checklist import Item
from assessment.domain.freshness import Freshness, ItemAge
from assessment.domain.response import UNKNOWN, Response
from assessment.services.clock import now
from assessment.services.responses import ResponseSheet
from assessment.texts.language import STOCKHOLM
from assessment.ui.answering import Answering
from assessment.ui.markup import html_text
from assessment.ui.page import Page


def still_right(answering: Answering, sheet: ResponseSheet, item: Item) -> None:
    """Nothing as long as the answer is fresh enough. *Don't know* does not age: it is to be found out anyway."""
    here, age = answering.here, _age(item, sheet.responses.get(item.id))
    if age is None or not age.aged:
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"aged-{item.id}"):
        st.html(f'<div class="ru"><p>{html_text(_told(here, age))}</p></div>', width="content")
        st.button(here.t("Still right"), key=f"still-{item.id}", on_click=answering.confirm, args=(item.id,))


def _told(here: Page, age: ItemAge) -> str:
    seen = age.evidence_day if age.evidence is Freshness.AGED else None
    if age.level is Freshness.AGED and seen == age.day:
        day = here.language.date(age.day)
        return here.t("The answer and its evidence are from {day} and should be looked at again.", day=day)
    told = []
    if age.level is Freshness.AGED:
        day = here.language.date(age.day)
        told.append(here.t("The answer is from {day} and should be looked at again.", day=day))
    if seen is not None:
        day = here.language.date(seen)
        told.append(here.t("The evidence is from {day} and should be looked at again.", day=day))
    return " ".join(told)


def _age(item: Item, response: Response | None) -> ItemAge | None:
    if response is None or response.answer in (None, UNKNOWN) or response.answered_at is None:
        return None
    seen = response.evidence_at if response.evidence else None
    return ItemAge(
        item,
        response.answered_at.astimezone(STOCKHOLM).date(),
        seen and seen.astimezone(STOCKHOLM).date(),
        settled=False,
        today=now().astimezone(STOCKHOLM).date(),
    )
