"""What people have decided about the route, whatever the sums say. Each choice can be taken back."""

import streamlit as st

from assessment.domain.checklist import LEVELS
from assessment.domain.lift_reason import LeftOut, WhyNot
from assessment.domain.route import Route
from assessment.domain.scoring import ItemResult
from assessment.reporting.route_words import why_not_words
from assessment.ui import route_address as address
from assessment.ui.figure import figure_head
from assessment.ui.markup import html_text, markdown_text
from assessment.ui.page import Page

WIDTHS = (6, 2.3)


def route_choices(here: Page, route: Route) -> None:
    wishes = route.brief.wishes
    if not wishes.pinned and not wishes.excluded:
        return
    results = {one.item.id: one for one in route.path.results}
    left = {one.item_id: one for one in route.path.left_out}
    figure_head(here.t("What you have chosen"))
    with st.container(gap=None, key="route-choices"):
        for item_id, level in wishes.pinned.items():
            _pinned(here, route, results[item_id], level, left.get(item_id))
        for item_id in sorted(wishes.excluded):
            with st.container(key=f"row-tight-excluded-{item_id}"):
                what, undo = st.columns(WIDTHS, gap="small", vertical_alignment="center")
                what.html(_line(here, results[item_id], here.t("Not now")))
                with undo:
                    _undo(here, item_id)


def _pinned(here: Page, route: Route, result: ItemResult, level: int, left: LeftOut | None) -> None:
    """With the level to choose, and why it is not in the route if it cannot be."""
    item_id = result.item.id
    if left is not None and left.why is not WhyNot.EXCLUDED:
        said = why_not_words(left, route.path, here.language)
    elif result.level is not None and result.level >= level:
        said = here.t("It is at level {level} already.", level=result.level)
    else:
        said = here.t("Is to be in the path")
    with st.container(key=f"row-tight-pinned-{item_id}"):
        what, undo = st.columns(WIDTHS, gap="small", vertical_alignment="center")
        what.html(_line(here, result, said))
        with undo, st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"pinned-{item_id}"):
            key = address.take_in(f"pinned-to-{item_id}", level)
            st.selectbox(
                here.t("To level: {action}", action=markdown_text(here.language.of(result.item.action))),
                LEVELS[1:],
                LEVELS[1:].index(level),
                format_func=lambda one: here.t("To level {level}", level=one),
                key=key,
                label_visibility="collapsed",
                filter_mode=None,
                width=130,
                on_change=_pin_again,
                args=(item_id, key),
            )
            _undo(here, item_id)


def _pin_again(item_id: str, key: str) -> None:
    level: int = st.session_state[key]
    address.give_out(key, level)
    address.pin(item_id, level)


def _line(here: Page, result: ItemResult, said: str) -> str:
    return (
        f'<div class="ru"><p><b>{html_text(said)}</b></p><p>{html_text(here.language.of(result.item.action))}</p></div>'
    )


def _undo(here: Page, item_id: str) -> None:
    st.button(
        here.t("Undo the choice"),
        key=f"undo-choice-{item_id}",
        type="tertiary",
        on_click=address.leave_open,
        args=(item_id,),
    )
