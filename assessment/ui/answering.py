"""From what stands in the widgets to what stands on disk.

A widget's value and the store can differ for three reasons: it was changed here, it was changed elsewhere (another tab,
another window), or the server was restarted and the browser sent what it still had. `seen` – the stored value that this
session last knew – tells them apart: only what was changed here is saved, what was changed elsewhere is taken over.
A callback alone would not do: after a reconnect the first one never runs.

What the store refuses is kept as `unsaved`, also when the page could not be drawn with its widgets, and tried again.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TypeAlias

import streamlit as st

from assessment.domain.errors import AssessmentError, NothingToConfirm
from assessment.domain.response import Response, answer_from_code
from assessment.services import responses
from assessment.services.responses import ResponseSheet, ResponseText
from assessment.storage.errors import DatabaseFailed
from assessment.storage.failure_log import FAILURES
from assessment.ui import position
from assessment.ui.page import Page

SEEN = "seen"
FAILED = "failed"
UNSAVED = "unsaved"
WHO = "who"  # answers on the page that was drawn last
LEVEL = "level"

Stored: TypeAlias = str | None


@dataclass(frozen=True, slots=True)
class Answering:
    """One participant at work on the items of one assessment."""

    here: Page
    participant_id: str

    def level_key(self, item_id: str) -> str:
        """The key carries the language, because a radio's value on the wire is its label."""
        return f"{LEVEL}:{item_id}:{self.here.language.code}"

    def text_key(self, item_id: str, which: ResponseText) -> str:
        return f"{which.value}:{item_id}"

    def _unsaved(self, key: str) -> str:
        """A widget's key is the same for all who answer in this window; what was refused is one's own."""
        return f"{UNSAVED}:{self.participant_id}:{key}"

    def _keys(self, item_id: str) -> Iterator[tuple[str, ResponseText | None]]:
        yield self.level_key(item_id), None
        for which in ResponseText:
            yield self.text_key(item_id, which), which

    def save_pending(self, item_id: str) -> bool:
        """Store whatever was changed here and is not on disk yet. False when the store refused something."""
        for key, which in self._keys(item_id):
            seen = f"{SEEN}:{key}"
            if seen not in st.session_state:
                continue
            value = st.session_state.get(key, st.session_state.get(self._unsaved(key), st.session_state[seen]))
            if value == st.session_state[seen]:
                st.session_state.pop(self._unsaved(key), None)  # changed back to what is stored
            elif not self._save(item_id, which, value):
                return False
        if not any(self._unsaved(key) in st.session_state for key, _ in self._keys(item_id)):
            st.session_state.pop(f"{FAILED}:{item_id}", None)
        return True

    def forget(self, item_id: str) -> None:
        """Let the widgets begin anew. What was refused stays with the one whose it is."""
        st.session_state.pop(f"{FAILED}:{item_id}", None)
        for key, _ in self._keys(item_id):
            for name in (key, f"{SEEN}:{key}"):
                st.session_state.pop(name, None)

    def _save(self, item_id: str, which: ResponseText | None, value: Stored) -> bool:
        where = {"participant_id": self.participant_id, "item_id": item_id}
        key = self.level_key(item_id) if which is None else self.text_key(item_id, which)
        try:
            if which is not None:
                responses.write(self.here.engine, self.here.viewer, **where, which=which, text=value or "")
            elif value is not None:
                answer = answer_from_code(value)
                responses.answer(self.here.engine, self.here.viewer, **where, answer=answer)
        except AssessmentError as error:
            FAILURES.note(error)
            st.session_state[f"{FAILED}:{item_id}"] = self.here.language.explain(error)
            st.session_state[self._unsaved(key)] = value
            return False
        for left in (f"{FAILED}:{item_id}", self._unsaved(key)):
            st.session_state.pop(left, None)
        st.session_state[f"{SEEN}:{key}"] = value
        return True

    def sheet(self, assessment_id: str) -> ResponseSheet:
        """The participant's sheet as it stands on disk."""
        here = self.here
        return responses.sheet(
            here.engine, here.viewer, assessment_id=assessment_id, participant_id=self.participant_id
        )

    def fresh(self, drawn: ResponseSheet) -> tuple[ResponseSheet, str | None]:
        """The sheet as it stands on disk. While the database does not answer: the one that was drawn, and why.

        Then what this session has saved since stands in it too.
        """
        try:
            return self.sheet(drawn.assessment.id), None
        except DatabaseFailed as error:
            FAILURES.note(error)
            known = {item.id: self._known(drawn.responses.get(item.id) or Response(item.id)) for item in drawn.items}
            return replace(drawn, responses=known), self.here.language.explain(error)

    def _known(self, drawn: Response) -> Response:
        level = f"{SEEN}:{self.level_key(drawn.item_id)}"
        code = st.session_state.get(level, code_of(drawn))
        texts = {
            which.value: st.session_state.get(f"{SEEN}:{self.text_key(drawn.item_id, which)}", getattr(drawn, which))
            for which in ResponseText
        }
        return replace(drawn, answer=None if code is None else answer_from_code(code), **texts)

    def confirm(self, item_id: str) -> None:
        """Say that the answer still holds. What was changed here goes first: then there is nothing to confirm."""
        if not self.save_pending(item_id):
            return
        with suppress(NothingToConfirm):  # removed in another window: that shows when the levels are drawn again
            responses.confirm(self.here.engine, self.here.viewer, participant_id=self.participant_id, item_id=item_id)

    def clear(self, item_id: str) -> None:
        """Make the item unanswered again. The widget learns it as it learns of a change elsewhere."""
        responses.clear(self.here.engine, self.here.viewer, participant_id=self.participant_id, item_id=item_id)

    def start_value(self, key: str, stored: Stored) -> Stored:
        """What the widget begins with: the stored value, so that it also shows when the browser builds it anew.

        A value that was changed elsewhere is put into a widget that already stands; then it begins with nothing.
        """
        seen = f"{SEEN}:{key}"
        if key not in st.session_state:
            st.session_state[seen] = stored
            if self._unsaved(key) in st.session_state:
                st.session_state[key] = st.session_state[self._unsaved(key)]
                return None
        elif st.session_state.get(seen) != stored and st.session_state[key] == st.session_state.get(seen):
            st.session_state[key] = st.session_state[seen] = stored
            return None
        return stored

    def settle(self, item_id: str, *, which: ResponseText | None, value: Stored) -> None:
        """Save a value that the browser brought along from before a restart, and draw again with it."""
        key = self.level_key(item_id) if which is None else self.text_key(item_id, which)
        brought = value != st.session_state.get(f"{SEEN}:{key}") and f"{FAILED}:{item_id}" not in st.session_state
        if brought and self._save(item_id, which, value):
            st.rerun(scope="fragment")

    def failure(self, item_id: str) -> str | None:
        """Why the item's last change could not be saved."""
        failed: str | None = st.session_state.get(f"{FAILED}:{item_id}")
        return failed


def save_shown(here: Page, participant_id: str) -> None:
    """Save what stands in the widgets of the last page. When that page was somebody else's, forget it instead."""
    answering = Answering(here, participant_id)
    if st.session_state.get(WHO, participant_id) == participant_id:
        for item_id in position.shown_items():
            answering.save_pending(item_id)
    else:
        for item_id in position.shown_items():
            answering.forget(item_id)
    st.session_state[WHO] = participant_id


def anything_unsaved() -> bool:
    """Whether something that was answered in this window waits to be saved."""
    return any(str(name).startswith(f"{UNSAVED}:") for name in st.session_state)


def code_of(response: Response | None) -> Stored:
    """The answer as the level widgets write it; None when unanswered."""
    return None if response is None or response.answer is None else response.answer.code
