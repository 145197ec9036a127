"""The dialogue of an entry: its fields, saved with one button; conflicts, archive and history.

The address says what is open, so that a reload keeps the dialogue: `post=<kind>.<id>`, or `post=<kind>.ny.<hint>` for a
new one. One kind of entry is described by an `EntryKind`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Generic, TypeVar

import streamlit as st

from assessment.domain.entry import Entry, changed_fields
from assessment.domain.entry_errors import EntryChanged
from assessment.domain.entry_merge import Record, written_parts
from assessment.domain.errors import AssessmentError
from assessment.services import entries
from assessment.services.clock import now
from assessment.services.entries import Shelf
from assessment.ui.entry_conflict import CONFLICT, conflict, conflict_notice
from assessment.ui.entry_history import entry_history
from assessment.ui.entry_names import OPEN
from assessment.ui.making import begin, making
from assessment.ui.markup import html_text
from assessment.ui.page import Page
from assessment.ui.receipt import receipt_html

NEW: Final = "ny"
ENTRY: Final = "entry"
SEEN: Final = "seen-version"  # and an entry's id; no field's key may begin so
SEEN_PARTS: Final = "seen-parts"  # what that version said
SAVED: Final = "entry-saved"  # when this session saved last, as ISO text

Facts = TypeVar("Facts", bound=Record)


@dataclass(frozen=True)
class EntryKind(Generic[Facts]):
    """What the dialogue needs to know about one kind of entry.

    `begin` gives the facts of a new one from the address's hint, or None when the hint leads nowhere. `fields` draws
    them and returns what they hold; its key sets one entry's fields apart from another's. `shown` puts a written
    field in words.
    """

    name: str  # in the address
    shelf: Shelf[Facts]
    labels: Mapping[str, str]
    add_title: str
    change_title: str
    begin: Callable[[str], Facts | None]
    fields: Callable[[Facts, str], Facts]
    shown: Callable[[str, str], str]


def open_new(kind: str, hint: str = "") -> None:
    """For `on_click`: register a new one."""
    begin(ENTRY)
    st.query_params[OPEN] = ".".join(part for part in (kind, NEW, hint) if part)


def open_entry(kind: str, entry_id: str) -> None:
    """For `on_click`: change one that is there."""
    close()
    st.query_params[OPEN] = f"{kind}.{entry_id}"


def close() -> None:
    """Forget what was open: which version was seen, and a conflict that nobody settled."""
    _, _, entry_id = st.query_params.pop(OPEN, "").partition(".")
    for name in (SEEN, SEEN_PARTS):
        st.session_state.pop(f"{name}:{entry_id}", None)
    st.session_state.pop(CONFLICT, None)


def saved_receipt(here: Page) -> None:
    """*Sparat 10.42*, when this session has saved something."""
    moment = st.session_state.get(SAVED)
    if moment:
        st.html(receipt_html(here, datetime.fromisoformat(moment)))


def entry_dialog(here: Page, kind: EntryKind[Any], organisation_id: str) -> None:
    """The dialogue that the address asks for, if it is of this kind and can be had."""
    name, _, asked = st.query_params.get(OPEN, "").partition(".")
    if name != kind.name or not asked or not here.viewer.may_steward:
        return
    entry: Entry[Any] | None = None
    start = None
    if asked == NEW or asked.startswith(NEW + "."):
        start = kind.begin(asked[len(NEW) + 1 :])
    else:
        try:
            entry = entries.entry(here.engine, here.viewer, kind.shelf, asked)
        except AssessmentError as error:
            st.error(here.language.explain(error))
            return
        start = entry.facts
    if start is None or (entry is not None and entry.organisation_id != organisation_id):
        return
    title = here.t(kind.add_title if entry is None else kind.change_title)
    st.dialog(title, width="medium", on_dismiss=close)(lambda: _form(here, kind, organisation_id, entry, start))()


def _seen(entry: Entry[Any]) -> int:
    """The version that the fields were filled from, however often the page has been drawn since."""
    seen: int = st.session_state.setdefault(f"{SEEN}:{entry.id}", entry.version)
    return seen


def _form(here: Page, kind: EntryKind[Facts], organisation_id: str, entry: Entry[Facts] | None, start: Facts) -> None:
    if entry is not None and entry.archived:
        _archived(here, kind, entry)
        return
    secrecy = here.t("Do not enter secret or security-classified information.")
    st.html(f'<div class="ru"><p class="soft">{html_text(secrecy)}</p></div>')
    if entry is None and making(ENTRY).added:
        done()
    facts = kind.fields(start, entry.id if entry else NEW)
    if entry is not None:
        _seen(entry)
        seen = st.session_state.setdefault(f"{SEEN_PARTS}:{entry.id}", written_parts(entry.facts))
        if conflict_notice(here, kind, entry, facts, seen=seen, done=done):
            return
    with st.container(horizontal=True, vertical_alignment="center", key="entry-do"):
        if st.button(here.t("Save"), key="do-save-entry", type="primary"):
            _save(here, kind, organisation_id, entry, facts)
        if entry is not None and st.button(here.t("Archive"), key="archive-entry", type="tertiary"):
            _do(here, lambda: _archive(here, kind, entry))
    if entry is not None:
        entry_history(here, kind, entry)


def _archive(here: Page, kind: EntryKind[Facts], entry: Entry[Facts]) -> None:
    """Nothing when it is archived already, as after a second click."""
    try:
        entries.archive(here.engine, here.viewer, kind.shelf, entry.id, version=_seen(entry))
    except EntryChanged:
        if not entries.entry(here.engine, here.viewer, kind.shelf, entry.id).archived:
            raise


def _archived(here: Page, kind: EntryKind[Facts], entry: Entry[Facts]) -> None:
    told = here.t("This is archived. Everything in it is kept.")
    st.html(f'<div class="ru"><p>{html_text(told)}</p></div>')
    if st.button(here.t("Restore"), key="do-restore-entry", type="primary"):
        restore(here, kind, entry)
    entry_history(here, kind, entry)


def restore(here: Page, kind: EntryKind[Facts], entry: Entry[Facts]) -> None:
    _do(here, lambda: entries.restore(here.engine, here.viewer, kind.shelf, entry.id, version=entry.version))


def _do(here: Page, command: Callable[[], object]) -> None:
    try:
        command()
    except AssessmentError as error:
        st.error(here.language.explain(error))
    else:
        done()


def _save(here: Page, kind: EntryKind[Facts], organisation_id: str, entry: Entry[Facts] | None, facts: Facts) -> None:
    try:
        if entry is None:
            new = making(ENTRY)
            entries.add(here.engine, here.viewer, kind.shelf, organisation_id, facts)
            new.added = True
        else:
            entries.change(here.engine, here.viewer, kind.shelf, entry.id, version=_seen(entry), facts=facts)
    except EntryChanged:
        if _stands(here, kind, entry, facts):
            done()
        conflict(entry)
        st.rerun()
    except AssessmentError as error:
        st.error(here.language.explain(error))
    else:
        done()


def _stands(here: Page, kind: EntryKind[Facts], entry: Entry[Facts] | None, facts: Facts) -> bool:
    """Whether just this is stored already: by a first click, or because somebody else wrote the same."""
    if entry is None:
        return False
    stored = entries.entry(here.engine, here.viewer, kind.shelf, entry.id)
    return not stored.archived and not changed_fields(stored.facts, kind.shelf.checked(facts))


def done() -> None:
    """Close the dialogue and draw the page anew, with the receipt."""
    st.session_state[SAVED] = now().isoformat()
    close()
    st.rerun()
