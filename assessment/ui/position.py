"""Which item is in view. The address says so, so that a reload and the back button work."""

from collections.abc import Sequence

import streamlit as st

from assessment.domain.checklist import Item
from assessment.services.responses import ResponseSheet

ITEM = "q"
VIEW = "vy"
WHOLE_DIMENSION = "omrade"
SHOWN = "shown"


def is_answered(sheet: ResponseSheet, item: Item) -> bool:
    response = sheet.responses.get(item.id)
    return response is not None and response.answer is not None


def current_item(sheet: ResponseSheet) -> Item:
    """The item in the address; else the first unanswered one; else the first."""
    asked = {item.id: item for item in sheet.items}
    named = asked.get(st.query_params.get(ITEM, ""))
    return named or first_open(sheet, sheet.items) or sheet.items[0]


def first_open(sheet: ResponseSheet, items: Sequence[Item]) -> Item | None:
    """The first unanswered one of the items."""
    return next((item for item in items if not is_answered(sheet, item)), None)


def next_open(sheet: ResponseSheet, item: Item) -> Item | None:
    """The next unanswered item after this one, from the start again at the end."""
    place = sheet.items.index(item)
    return first_open(sheet, (*sheet.items[place + 1 :], *sheet.items[:place]))


def neighbour(sheet: ResponseSheet, item: Item, *, steps: int) -> Item | None:
    place = sheet.items.index(item) + steps
    return sheet.items[place] if 0 <= place < len(sheet.items) else None


def in_dimension(sheet: ResponseSheet, dimension: str) -> tuple[Item, ...]:
    return tuple(item for item in sheet.items if item.dimension == dimension)


def shown_items() -> list[str]:
    """The items on the screen, as the last run of this session drew them."""
    shown: list[str] = st.session_state.get(SHOWN, [])
    return shown


def show(items: Sequence[Item]) -> None:
    """Remember what is on the screen, and say so in the address."""
    st.session_state[SHOWN] = [item.id for item in items]
    if st.query_params.get(ITEM) not in st.session_state[SHOWN]:
        go_to(items[0].id)


def keep_up(items: Sequence[Item]) -> None:
    """Draw the whole page again when the address has moved on from these items.

    Leaving a text field by a click on *Next* asks for two fragments at once. Streamlit may then run only the inner one.
    """
    if st.query_params.get(ITEM) not in [item.id for item in items]:
        st.rerun()


def go_to(item_id: str) -> None:
    st.query_params[ITEM] = item_id
