"""From what stands in the widgets to what stands on disk.

A widget's value and the store can differ for three reasons: it was changed here, it was changed elsewhere (another tab,
another window), or the server was restarted and the browser sent what it still had. `seen` – the stored value that this
session last knew – tells them apart: only what was changed here is saved, what was changed elsewhere is taken over.
A callback alone would not do: after a reconnect the first one never runs.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import TypeAlias

import streamlit as st

from assessment.domain.errors import AssessmentError, NothingToConfirm
from assessment.domain.response import Response, answer_from_code
from assessment.services import responses
from assessment.services.responses import ResponseSheet, ResponseText
from assessment.ui.page import Page

SEEN = "seen"
FAILED = "failed"
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

    def _keys(self, item_id: str) -> Iterator[tuple[str, ResponseText | None]]:
        yield self.level_key(item_id), None
        for which in ResponseText:
            yield self.text_key(item_id, which), which

    def save_pending(self, item_id: str) -> bool:
        """Store whatever was changed here and is not on disk yet. False when the store refused something."""
        for key, which in self._keys(item_id):
            seen = f"{SEEN}:{key}"
            if key not in st.session_state or seen not in st.session_state:
                continue
            value = st.session_state[key]
            if value != st.session_state[seen] and not self._save(item_id, which, value):
                return False
        return True

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
            st.session_state[f"{FAILED}:{item_id}"] = self.here.language.explain(error)
            return False
        st.session_state.pop(f"{FAILED}:{item_id}", None)
        st.session_state[f"{SEEN}:{key}"] = value
        return True

    def sheet(self, assessment_id: str) -> ResponseSheet:
        """The participant's sheet as it stands on disk."""
        here = self.here
        return responses.sheet(
            here.engine, here.viewer, assessment_id=assessment_id, participant_id=self.participant_id
        )

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


def code_of(response: Response | None) -> Stored:
    """The answer as the level widgets write it; None when unanswered."""
    return None if response is None or response.answer is None else response.answer.code
