"""The numbers behind a figure, as a table. Apart from `figure`, because pandas takes half a second to import."""

from collections.abc import Callable, Iterable

import pandas as pd
import streamlit as st

from assessment.reporting.frames import titled
from assessment.ui.markup import html_text
from assessment.ui.page import Page


def as_table(here: Page, *tables: pd.DataFrame, key: str, label: str = "") -> None:
    """A closed fold with the numbers behind the figure. `label` says more particularly what is in it."""
    said = label or here.t("Show as a table")
    with st.container(key=f"noprint-{key}"), st.expander(said, type="compact", key=f"table-{key}"):
        for frame in tables:
            number_table(here, frame)


def table_when_open(here: Page, tables: Callable[[], Iterable[pd.DataFrame]], *, key: str) -> None:
    """The same, made when the fold is opened: for a screen with many figures."""
    with st.container(key=f"noprint-{key}"):
        fold = st.expander(here.t("Show as a table"), type="compact", key=f"table-{key}", on_change="rerun")
        if fold.open:
            with fold:
                for frame in tables():
                    number_table(here, frame)


def number_table(here: Page, frame: pd.DataFrame) -> None:
    """A real table. Where it is wider than the screen it scrolls by keyboard too, which `st.table` does not."""
    shown = titled(frame, here.language)
    heads = "".join(f'<th scope="col">{html_text(str(name))}</th>' for name in shown.columns)
    rows = "".join(f"<tr>{_cells(list(row))}</tr>" for row in shown.itertuples(index=False))
    st.html(
        f'<div class="ru ru-scroll" role="group" tabindex="0" aria-label="{html_text(here.t("Table"))}">'
        f'<table class="ru-numbers"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>'
    )


def _cells(texts: list[str]) -> str:
    first, *others = map(html_text, texts)
    return f'<th scope="row">{first}</th>' + "".join(f"<td>{text}</td>" for text in others)
