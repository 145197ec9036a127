"""The view between units: a row for each, and the questions on which they differ most."""

from collections.abc import Mapping, Sequence
from typing import Final

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assessment import __version__
from assessment.domain.comparison import Comparison
from assessment.domain.hidden_names import FEWEST_HIDDEN
from assessment.domain.subject import History
from assessment.domain.unit_spread import item_spreads, ordered_units
from assessment.reporting import compare_frames, marks, unit_findings, unit_frames
from assessment.reporting.compare_words import compared_line, unit_names
from assessment.reporting.workbook_compare import units_workbook
from assessment.services import comparisons
from assessment.services.clock import now
from assessment.ui.compare_empty import empty_head, one_unit
from assessment.ui.compare_excel import comparison_download
from assessment.ui.figure import figure_head, soft_line
from assessment.ui.markup import html_text
from assessment.ui.number_table import as_table
from assessment.ui.page import Page
from assessment.ui.unit_choice import ALL, NAME, UnitChoice, chosen_order, unit_choice

MOST: Final = 6


def compare_units(here: Page, histories: Sequence[History], top: DeltaGenerator) -> None:
    """`top` is where the download goes."""
    if len(histories) < 2:
        one_unit(here)
        return
    with st.container(horizontal=True, vertical_alignment="bottom", key="noprint-unit-choices"):
        chosen = unit_choice(here, histories, unit_names(histories, here.language, hidden=False))
    if chosen.year is not None and chosen.alone:
        told = here.t("Choose another year, or the latest.")
        empty_head(here.t("Only one unit was assessed in {year}", year=chosen.year), told)
        return
    if len(chosen.histories) < 2:
        empty_head(here.t("Choose two units or more"), here.t("Then you see here where they differ."))
        return
    if chosen.hidden and len(chosen.histories) < FEWEST_HIDDEN:
        told = here.t("With two units everybody knows which one is the other. Choose three or more, or show the names.")
        empty_head(here.t("Too few to hide the names"), told)
        return
    taken = {_taken(one, chosen.year): one for one in chosen.histories}
    called = unit_names(chosen.histories, here.language, hidden=chosen.hidden)
    names = {id_: called[history.id] for id_, history in taken.items()}
    comparison = comparisons.side_by_side(here.engine, here.viewer, list(taken))
    _head(here, chosen, comparison)
    if comparison.items:
        ids = _table(here, comparison, names)
        with top:
            _download(here, chosen, comparison, ids, names)
    else:
        soft_line(here.t("Only questions that all these units are asked, and that apply to all of them, are compared."))
    _left_out(here, chosen, comparison, names)
    if comparison.items:
        _spread(here, comparison, ids, names, hidden=chosen.hidden)


def _taken(history: History, year: int | None) -> str:
    found = history.latest if year is None else history.in_year(year)
    assert found is not None, "only units with an assessment that year are chosen"
    return found.id


def _head(here: Page, chosen: UnitChoice, comparison: Comparison) -> None:
    owners = {one.organisation for one in chosen.histories if one.organisation}
    eyebrow = owners.pop() if len(owners) == 1 else ""
    finding = unit_findings.units_finding(comparison, here.language)
    st.html(
        f'<div class="ru"><p class="ru-eyebrow">{html_text(eyebrow)}</p>'
        f'<h1 class="ru-page">{html_text(finding)}</h1></div>'
    )


def _table(here: Page, comparison: Comparison, names: Mapping[str, str]) -> Sequence[str]:
    """The table, and the assessment ids in the order in which it shows them."""
    used = comparison.compared_dimensions
    with st.container(
        horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom", key="unit-order"
    ):
        said = html_text(compared_line(comparison, here.language) + ".")
        st.html(f'<div class="ru"><p class="soft">{said}</p></div>', width="content")
        order = chosen_order(here, [term for term in comparison.checklist.dimensions if term.id in used])
    if order == NAME:
        ids: Sequence[str] = sorted(names, key=lambda id_: (names[id_].casefold(), id_))
    else:
        ids = ordered_units(comparison, dimension="" if order == ALL else order)
    with st.container(key="sheet-units"):
        st.html(marks.unit_table(comparison, ids, names, here.language))
        st.html(marks.levels_legend(comparison, here.language))
    soft_line(here.t("The figure is the index of answered questions, the strip how they are spread over the levels."))
    as_table(here, unit_frames.unit_frame(comparison, ids, names, here.language), key="units")
    return ids


def _download(
    here: Page, chosen: UnitChoice, comparison: Comparison, ids: Sequence[str], names: Mapping[str, str]
) -> None:
    def made() -> bytes:
        return units_workbook(
            comparison, ids, names, here.language, at=now(), version=__version__, hidden=chosen.hidden
        )

    comparison_download(here, here.t("units"), made)


def _left_out(here: Page, chosen: UnitChoice, comparison: Comparison, names: Mapping[str, str]) -> None:
    """Which questions are not compared, and why, behind a fold."""
    number = len(comparison.left_out)
    if number:
        label = here.n("The question that is left out", "The {word} questions that are left out", number)
        frame = compare_frames.left_out_frame(comparison, names, here.language, hidden=chosen.hidden)
        as_table(here, frame, key="left-out", label=label)


def _spread(here: Page, comparison: Comparison, ids: Sequence[str], names: Mapping[str, str], *, hidden: bool) -> None:
    spreads = [one for one in item_spreads(comparison) if one.steps][:MOST]
    reading = here.t("A square is a unit's level on the question.")
    if not hidden:
        reading = f"{here.t('Whoever stands high can tell the others how.')} {reading}"
    figure_head(unit_findings.spread_finding(comparison, here.language), reading if spreads else "")
    if spreads:
        with st.container(key="sheet-unit-items"):
            st.html(marks.unit_items(spreads, comparison, ids, names, here.language))
    as_table(here, unit_frames.unit_item_frame(comparison, ids, names, here.language), key="unit-items")
