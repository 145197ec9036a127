"""What is not in the route: what to find out first, gaps that are left, questions that nobody can plan for yet."""

from collections.abc import Sequence

import streamlit as st

from assessment.domain.lift_reason import FindOutFirst, LeftOut, WhyNot
from assessment.domain.route import Route
from assessment.domain.scoring import ItemResult
from assessment.reporting.route_words import why_not_words
from assessment.ui import navigation
from assessment.ui import route_address as address
from assessment.ui.figure import figure_head
from assessment.ui.markup import html_text
from assessment.ui.page import Page
from assessment.ui.position import ITEM

WIDTHS = (6, 2.3)


def route_outside(here: Page, route: Route) -> None:
    first = route.path.find_out_first
    if first:
        reading = here.t("The path stands on these questions, and nobody knows their level.")
        figure_head(here.t("Find out first"), reading)
        with st.container(gap=None, key="route-find-out"):
            for one in first:
                _find_out(here, one)
    known = {one.result.item.id for one in first}
    _left_out(here, route, [one for one in route.path.left_out if one.why not in (WhyNot.EXCLUDED, WhyNot.NOT_RATED)])
    _open(here, [one for one in route.path.open if one.item.id not in known])


def _find_out(here: Page, one: FindOutFirst) -> None:
    said = here.n("{word} lift builds on it.", "{word} lifts build on it.", len(one.needed_by))
    _question(here, one.result, said[0].upper() + said[1:])


def _left_out(here: Page, route: Route, left: Sequence[LeftOut]) -> None:
    if not left:
        return
    label = here.n("One gap is not in the path", "{word} gaps are not in the path", len(left))
    label = label[0].upper() + label[1:]
    fold = st.expander(label, type="compact", key="route-left-out", on_change="rerun")
    if not fold.open:
        return
    results = {one.item.id: one for one in route.path.results}
    with fold, st.container(gap=None, key="route-left"):
        for one in left:
            _gap(here, route, one, results[one.item_id])


def _gap(here: Page, route: Route, left: LeftOut, result: ItemResult) -> None:
    with st.container(key=f"row-tight-left-{left.item_id}"):
        what, choose = st.columns(WIDTHS, gap="small", vertical_alignment="center")
        what.html(
            f'<div class="ru"><p><b>{html_text(here.language.of(result.item.action))}</b></p>'
            f'<p class="soft">{html_text(why_not_words(left, route.path, here.language))}</p></div>'
        )
        target = max(result.target, (result.level or 0) + 1)
        choose.button(
            here.t("Put into the path"),
            key=f"pin-left-{left.item_id}",
            type="tertiary",
            on_click=address.pin,
            args=(left.item_id, target),
        )


def _open(here: Page, results: Sequence[ItemResult]) -> None:
    if not results:
        return
    label = here.n(
        "One open question cannot be planned for", "{word} open questions cannot be planned for", len(results)
    )
    label = label[0].upper() + label[1:]
    fold = st.expander(label, type="compact", key="route-unplanned", on_change="rerun")
    if not fold.open:
        return
    with fold, st.container(gap=None, key="route-unknown"):
        for one in results:
            _question(here, one, "")


def _question(here: Page, result: ItemResult, said: str) -> None:
    with st.container(key=f"row-tight-open-{result.item.id}"):
        what, onward = st.columns(WIDTHS, gap="small", vertical_alignment="center")
        below = f'<p class="soft">{html_text(said)}</p>' if said else ""
        what.html(f'<div class="ru"><p>{html_text(here.language.of(result.item.question))}</p>{below}</div>')
        with onward:
            link = here.link(**{ITEM: result.item.id})
            st.page_link(navigation.RESPOND, label=here.t("To the question"), query_params=link)
