"""Moving a row of the gap list by hand: a menu on each row, the choice of a place, and the way back."""

from collections.abc import Callable
from typing import Final

import streamlit as st

from assessment.domain.errors import AssessmentError
from assessment.domain.gaps import Gap
from assessment.domain.report import AssessmentReport
from assessment.services import row_orders
from assessment.ui.entry_names import ACTION
from assessment.ui.markup import html_text, markdown_text
from assessment.ui.page import Page

MOVING: Final = "flytta"  # the item whose place is being chosen
SAID: Final = "row-moved"  # what came of the last move, shown once
REFUSED: Final = "row-refused"
FIRST, UP, DOWN, LAST, PLACE, BACK = "first", "up", "down", "last", "place", "back"


def move_menu(here: Page, report: AssessmentReport, gap: Gap) -> None:
    """Only where there is somewhere to go."""
    if len(report.gaps) < 2 or not here.viewer.may_steward:
        return
    choices = _choices(here, gap, of=len(report.gaps))
    key = f"move:{gap.result.item.id}"
    st.menu_button(
        here.t("Move row {place}", place=gap.rank),
        list(choices),
        format_func=lambda choice: choices[choice],
        key=key,
        icon=":material/swap_vert:",
        type="tertiary",
        on_click=_move,
        args=(here, report, gap, key),
    )


def _choices(here: Page, gap: Gap, *, of: int) -> dict[str, str]:
    choices: dict[str, str] = {}
    if gap.rank > 1:
        choices |= {FIRST: here.t("To the top"), UP: here.t("One step up")}
    if gap.rank < of:
        choices |= {DOWN: here.t("One step down"), LAST: here.t("To the end")}
    choices[PLACE] = here.t("To a place …")
    if gap.moved:
        choices[BACK] = here.t("Back to the suggested place {place}", place=gap.suggested)
    return choices


def _move(here: Page, report: AssessmentReport, gap: Gap, key: str) -> None:
    item_id, last = gap.result.item.id, len(report.gaps)
    match st.session_state[key]:
        case "place":
            st.query_params[MOVING] = item_id
        case "back":
            _do(
                here,
                lambda: row_orders.put_back(
                    here.engine, here.viewer, report.assessment.id, item_id, version=report.order.version
                ),
                here.t("The row is back where it is suggested."),
            )
        case choice:
            place = {FIRST: 1, UP: gap.rank - 1, DOWN: gap.rank + 1, LAST: last}[choice]
            _move_to(here, report, gap, place)


def _move_to(here: Page, report: AssessmentReport, gap: Gap, place: int) -> None:
    """Put the row at a place of the list, from 1."""
    others = [other.result.item.id for other in report.gaps if other is not gap]
    below = others[place - 2] if place > 1 else None
    _do(
        here,
        lambda: row_orders.move(
            here.engine,
            here.viewer,
            report.assessment.id,
            gap.result.item.id,
            below=below,
            version=report.order.version,
        ),
        here.t("The row is now number {place}.", place=place),
    )


def _do(here: Page, change: Callable[[], object], said: str) -> None:
    try:
        change()
    except AssessmentError as error:
        st.session_state[REFUSED] = here.language.explain(error)
    else:
        st.session_state[SAID] = said


def moved_notice(here: Page, report: AssessmentReport) -> None:
    """What just happened, how many rows stand elsewhere than suggested, and the way back for all of them."""
    moved = sum(gap.moved is not None for gap in report.gaps)
    said = st.session_state.pop(SAID, "")
    if refused := st.session_state.pop(REFUSED, ""):
        st.error(refused)
    if not moved and not said:
        return
    if moved:
        said += " " + here.n("One row is moved by hand.", "{word} rows are moved by hand.", moved).capitalize()
    with st.container(horizontal=True, vertical_alignment="center", key="noprint-moved-notice"):
        st.html(f'<div class="ru"><p role="status">{html_text(said.strip())}</p></div>', width="content")
        if moved and here.viewer.may_steward:
            st.button(
                here.n("Put it back", "Put all back", moved),
                key="put-all-back",
                type="tertiary",
                on_click=_put_all_back,
                args=(here, report),
            )


def _put_all_back(here: Page, report: AssessmentReport) -> None:
    _do(
        here,
        lambda: row_orders.put_all_back(here.engine, here.viewer, report.assessment.id, version=report.order.version),
        here.t("The list is as suggested."),
    )


def place_dialog(here: Page, report: AssessmentReport) -> None:
    """The dialogue that the address asks for, if the row is in the list."""
    asked = st.query_params.get(MOVING)
    gap = next((one for one in report.gaps if one.result.item.id == asked), None)
    if gap is not None and ACTION not in st.query_params:  # one dialogue at a time
        st.dialog(here.t("Move the row"), width="medium", on_dismiss=_close)(lambda: _form(here, report, gap))()


def _close() -> None:
    st.query_params.pop(MOVING, None)


def _form(here: Page, report: AssessmentReport, gap: Gap) -> None:
    titles = [here.language.of(one.result.item.action) for one in report.gaps]
    st.markdown(f"**{markdown_text(here.language.of(gap.result.item.action))}**")
    key = f"place:{gap.result.item.id}:{here.language.code}"
    st.selectbox(
        here.t("Place"),
        range(1, len(titles) + 1),
        index=gap.rank - 1,
        format_func=lambda place: f"{place}  {titles[place - 1]}",
        key=key,
    )
    # By a callback: it has the order as it was drawn, and so finds out if somebody else was first.
    args = (here, report, gap, key)
    if st.button(here.t("Move here"), key="do-move", type="primary", on_click=_move_here, args=args):
        st.rerun()


def _move_here(here: Page, report: AssessmentReport, gap: Gap, key: str) -> None:
    _move_to(here, report, gap, st.session_state[key])
    _close()
