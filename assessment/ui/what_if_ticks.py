"""Which actions are ticked. The address says so, so that a reload, a link and the back button keep it."""

from collections.abc import Iterable, Sequence
from typing import Final

import streamlit as st

from assessment.domain.action import Action
from assessment.ui.page import Page

TICKED: Final = "om"
BETWEEN: Final = "."
SEEN: Final = "what-if-seen"  # the address as this session last wrote or read it


def ticked(actions: Iterable[Action]) -> tuple[str, ...]:
    """The ids in the address that are actions of the plan."""
    asked = set(st.query_params.get(TICKED, "").split(BETWEEN))
    return tuple(action.id for action in actions if action.id in asked)


def tick_box(action: Action, label: str) -> None:
    st.checkbox(label, key=_key(action.id))


def chosen(actions: Iterable[Action]) -> set[str]:
    """The ids of the actions whose boxes are ticked now."""
    return {action.id for action in actions if st.session_state.get(_key(action.id))}


def take_in(actions: Sequence[Action]) -> None:
    """Give the boxes what the address says, when they are new or the address was changed from outside."""
    wanted = ticked(actions)
    if st.session_state.get(SEEN) != wanted or any(_key(one.id) not in st.session_state for one in actions):
        for action in actions:
            st.session_state[_key(action.id)] = action.id in wanted
        st.session_state[SEEN] = wanted


def give_out(actions: Sequence[Action]) -> bool:
    """Write what the boxes say into the address. Whether that changed it."""
    boxes = chosen(actions)
    now = tuple(action.id for action in actions if action.id in boxes)
    changed = now != ticked(actions)
    if changed:
        _write(now)
    st.session_state[SEEN] = now
    return changed


def tick_buttons(here: Page, actions: Sequence[Action]) -> None:
    """All that is not done, or nothing."""
    unfinished = tuple(action.id for action in actions if not action.done)
    with st.container(horizontal=True, gap="medium", key="tick-buttons"):
        st.button(
            here.t("Tick all that are not done"), key="tick-all", type="tertiary", on_click=_tick, args=(unfinished,)
        )
        st.button(here.t("Untick all"), key="tick-none", type="tertiary", on_click=_write, args=((),))


def _tick(more: Sequence[str]) -> None:
    """Ticks those besides the ones that are ticked."""
    now = st.query_params.get(TICKED, "").split(BETWEEN)
    _write(tuple(dict.fromkeys([one for one in (*now, *more) if one])))


def _write(chosen: Sequence[str]) -> None:
    if chosen:
        st.query_params[TICKED] = BETWEEN.join(chosen)
    else:
        st.query_params.pop(TICKED, None)


def _key(action_id: str) -> str:
    return f"what-if:{action_id}"
