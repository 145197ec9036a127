"""When somebody else was first: both values side by side, and the choice between them."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final, TypeVar

import streamlit as st

from assessment.domain.entry import Entry
from assessment.domain.entry_merge import Record, differences, merged, written_parts
from assessment.domain.errors import AssessmentError
from assessment.services import entries
from assessment.ui.markup import html_text
from assessment.ui.page import Page

if TYPE_CHECKING:
    from assessment.ui.entry_dialog import EntryKind

CONFLICT: Final = "entry-conflict"
Facts = TypeVar("Facts", bound=Record)


def conflict(entry: Entry[Any] | None) -> None:
    """Remember that the entry had changed meanwhile."""
    st.session_state[CONFLICT] = entry.id if entry else None


def conflict_notice(
    here: Page,
    kind: "EntryKind[Facts]",
    entry: Entry[Facts],
    mine: Facts,
    *,
    seen: Mapping[str, str],
    done: Callable[[], None],
) -> bool:
    """Show both values and let the writer choose, and call `done` after that. False when there is no conflict.

    `seen` are the parts of the entry that the fields were filled from: what the writer has not changed stays theirs.
    """
    if st.session_state.get(CONFLICT) != entry.id:
        return False
    try:
        theirs = entries.entry(here.engine, here.viewer, kind.shelf, entry.id)
    except AssessmentError as error:
        st.error(here.language.explain(error))
        return True
    told = here.t(
        "{who} changed this at {time} while you had it open. Your change is not saved.",
        who=theirs.changed_by or here.t("Somebody"),
        time=here.time(theirs.changed_at),
    )
    st.warning(told)
    mine = merged(seen, mine, theirs.facts)
    st.html(_both(here, kind, mine, theirs.facts))
    with st.container(horizontal=True, key="conflict-do"):
        if st.button(here.t("Save mine"), key="save-mine"):
            _save_mine(here, kind, theirs, mine, done)
        if st.button(here.t("Keep theirs"), key="do-keep-theirs", type="primary"):
            _settled(done)
    return True


def _save_mine(
    here: Page, kind: "EntryKind[Facts]", theirs: Entry[Facts], mine: Facts, done: Callable[[], None]
) -> None:
    try:
        entries.change(here.engine, here.viewer, kind.shelf, theirs.id, version=theirs.version, facts=mine)
    except AssessmentError as error:
        st.error(here.language.explain(error))
        return
    _settled(done)


def _settled(done: Callable[[], None]) -> None:
    st.session_state.pop(CONFLICT, None)
    done()


def _both(here: Page, kind: "EntryKind[Facts]", mine: Facts, theirs: Facts) -> str:
    names = (here.t("Field"), here.t("Yours"), here.t("Theirs"))
    heads = "".join(f'<th scope="col">{html_text(name)}</th>' for name in names)
    rows = "".join(
        f'<tr><th scope="row">{html_text(here.t(kind.labels[name.partition(" ")[0]]))}</th>'
        f"<td>{_cell(kind, name, own)}</td><td>{_cell(kind, name, other)}</td></tr>"
        for name, other, own in differences(written_parts(theirs), written_parts(mine))
    )
    return (
        f'<div class="ru ru-scroll"><table class="ru-numbers"><thead><tr>{heads}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def _cell(kind: "EntryKind[Facts]", name: str, text: str) -> str:
    return html_text(kind.shown(name.partition(" ")[0], text) or "–")
