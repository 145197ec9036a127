"""A register with more rows than one takes in at a glance: a field to search in, its first rows, and more when asked.

What is looked for and how many rows are shown stand in the address: a reload, a link and the way back keep them.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final, TypeVar

import streamlit as st

from assessment.domain.row_search import dealt, matches
from assessment.reporting.findings import capital
from assessment.ui.markup import html_text
from assessment.ui.page import Page

FEW: Final = 12  # rows that need neither a search nor a button
MORE: Final = 24  # rows that one click adds
SEARCH: Final = "sok"  # and the list, in the address
SHOWN: Final = "antal"
Row = TypeVar("Row")
Group = TypeVar("Group")


def searched(
    here: Page, rows: Sequence[Row], texts: Callable[[Row], Iterable[str]], *, name: str, label: str
) -> Sequence[Row]:
    """The rows in whose `texts` all that is looked for occurs. A short list has no field, unless the address asks.

    The field has the key that `name` gives it, and writes its value to the address under that key itself.
    """
    key = f"{SEARCH}-{name}"
    if len(rows) <= FEW and not st.query_params.get(key):
        return rows
    with st.container(horizontal=True, vertical_alignment="bottom", key="noprint-search"):
        hint, wide = here.t("A word or two"), 420
        typed = st.text_input(
            label, type="search", key=key, live=True, bind="query-params", width=wide, placeholder=hint
        )
        asked = (typed or "").strip()
        found = [one for one in rows if matches(asked, texts(one))] if asked else rows
        shown = min(len(found), _most())
        st.html(f'<div class="ru"><p role="status">{html_text(_told(here, asked, found, rows, shown))}</p></div>')
    if not found:
        st.button(here.t("Clear the search"), key="clear-search", on_click=_clear, args=(key,))
    return found


def first_found(here: Page, rows: Sequence[Row]) -> Iterator[Row]:
    """The rows to draw, and after the last of them the button for more."""
    yield from rows[: _most()]
    more_rows(here, len(rows))


def dealt_first(groups: Mapping[Group, Sequence[Row]]) -> dict[Group, tuple[Row, ...]]:
    """The rows of each group to draw, some of every group as far as that goes. `more_rows` draws the button."""
    return dealt(groups, _most())


def more_rows(here: Page, number: int) -> None:
    """The button that shows more of so many rows; nothing when all are shown."""
    left = number - _most()
    if left > 0:
        label = here.t("Show {number} more", number=min(left, MORE))
        st.button(label, key="show-more", type="tertiary", on_click=_show_more)


def rows_left(here: Page, number: int, widths: Sequence[float]) -> None:
    """How many more a group has, in the middle one of three columns."""
    if number:
        said = here.t("… and {number} more", number=here.language.number(number))
        middle = st.columns(widths, gap="small")[1]
        middle.html(f'<div class="ru ru-document none"><p class="soft">{html_text(said)}</p></div>')


def by_group(rows: Iterable[Row], group: Callable[[Row], Group]) -> dict[Group, list[Row]]:
    found: dict[Group, list[Row]] = {}
    for one in rows:
        found.setdefault(group(one), []).append(one)
    return found


def _told(here: Page, asked: str, found: Sequence[Row], rows: Sequence[Row], shown: int) -> str:
    """How many there are, and how many of them are shown."""
    code, of = here.language, here.language.number(len(rows))
    part = capital(here.t("{word} are shown.", word=code.word(shown))) if shown < len(found) else ""
    if not asked:
        return capital(here.t("{word} of {of} are shown.", word=code.word(shown), of=of))
    if not found:
        return here.t("No hit among {of}.", of=of)
    hits = capital(here.n("one hit among {of}.", "{word} hits among {of}.", len(found), of=of))
    return " ".join(filter(None, (hits, part)))


def _most() -> int:
    asked = st.query_params.get(SHOWN, "")
    return max(FEW, int(asked)) if asked.isdecimal() and len(asked) < 6 else FEW


def _show_more() -> None:
    st.query_params[SHOWN] = str(_most() + MORE)


def _clear(key: str) -> None:
    st.session_state[key] = ""
