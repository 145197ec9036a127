"""The fields of a decision record: each begins with what is stored and returns what it holds now."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

import streamlit as st

from assessment.domain.way import WAY_FIELD, DecisionRecord, WayFacts
from assessment.ui.day_input import day_input
from assessment.ui.page import Page

LOW = 84  # pixels
Code = TypeVar("Code", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class WayFields:
    """`filling` grows when the fields are to be filled anew from what is stored."""

    here: Page
    record: DecisionRecord
    filling: int

    @property
    def facts(self) -> WayFacts:
        return self.record.facts

    def key(self, name: str) -> str:
        """The same in both languages, so that what has just been written is still there when the language changes."""
        return f"way-{name}:{self.record.id}:{self.filling}"

    def pills_key(self, name: str) -> str:
        """Pills keep the words that they were drawn with, so each language has its own."""
        return f"{self.key(name)}:{self.here.language.code}"

    def prose(self, name: str) -> str:
        """A text of several lines."""
        return self.area(name, self.here.t(WAY_FIELD[name]), getattr(self.facts, name))

    def area(self, name: str, label: str, stored: str) -> str:
        return st.text_area(label, stored, key=self.key(name), height=LOW)

    def line(self, name: str) -> str:
        before: str = getattr(self.facts, name)
        return st.text_input(self.here.t(WAY_FIELD[name]), before, key=self.key(name))

    def one_of(self, name: str, names: Mapping[Code, str], *, among: Iterable[Code] | None = None) -> Code | None:
        """One code or none, as pills; pressing the chosen one again takes it back."""
        stored = getattr(self.facts, name)
        options = [one for one in names if among is None or one in set(among) | {stored}]
        chosen: Code | None = st.pills(
            self.here.t(WAY_FIELD[name]),
            options,
            default=stored,
            format_func=lambda one: self.here.t(names[one]),
            key=self.pills_key(name),
        )
        return chosen

    def several(self, name: str, names: Mapping[Code, str], *, among: Iterable[Code] | None = None) -> frozenset[Code]:
        stored: Any = getattr(self.facts, name)
        options = [one for one in names if among is None or one in set(among) | stored]
        chosen = st.pills(
            self.here.t(WAY_FIELD[name]),
            options,
            selection_mode="multi",
            default=[one for one in options if one in stored],
            format_func=lambda one: self.here.t(names[one]),
            key=self.pills_key(name),
        )
        return frozenset(chosen)

    def day(self, name: str) -> date | None:
        stored: date | None = getattr(self.facts, name)
        return day_input(self.here.t(WAY_FIELD[name]), stored, key=self.key(name))
