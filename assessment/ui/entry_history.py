"""Who changed what in an entry, the latest first."""

from typing import TYPE_CHECKING, Any

import streamlit as st

from assessment.domain.entry import ARCHIVED, Entry, EntryChange
from assessment.services import entries
from assessment.ui.markup import html_text
from assessment.ui.page import Page

if TYPE_CHECKING:
    from assessment.ui.entry_dialog import EntryKind


def entry_history(here: Page, kind: "EntryKind[Any]", entry: Entry[Any]) -> None:
    with st.expander(here.t("History"), type="compact", key=f"history:{entry.id}", on_change="rerun") as fold:
        if not fold.open:
            return
        lines = reversed(entries.history(here.engine, here.viewer, entry.id))
        st.html('<div class="ru">' + "".join(f"<p>{_line(here, kind, one)}</p>" for one in lines) + "</div>")


def _line(here: Page, kind: "EntryKind[Any]", one: EntryChange) -> str:
    when = f"{here.when(one.at)}" + (f" · {one.by}" if one.by else "")
    name = here.t(kind.labels.get(one.field, one.field))
    told = here.t("{field}: {after}", field=name, after=_value(here, kind, one.field, one.after))
    if one.before and one.field != ARCHIVED:
        told += " " + here.t("(was {before})", before=_value(here, kind, one.field, one.before))
    return f'<span class="soft">{html_text(when)}</span> {html_text(told)}'


def _value(here: Page, kind: "EntryKind[Any]", field: str, text: str) -> str:
    if field == ARCHIVED:
        return here.t("Yes") if text == "True" else here.t("No")
    return kind.shown(field, text) or "–"
