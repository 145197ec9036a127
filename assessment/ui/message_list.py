"""The messages by target group, and groups to begin from."""

import streamlit as st

from assessment.domain.message import Message
from assessment.domain.message_overview import MessageOverview, group_key
from assessment.domain.organisation import Organisation
from assessment.reporting import marks
from assessment.reporting.message_frames import message_frame
from assessment.reporting.search_texts import message_texts
from assessment.texts import message_labels
from assessment.ui.entry_dialog import open_entry, open_new
from assessment.ui.entry_names import MESSAGE
from assessment.ui.figure import figure_head, soft_line
from assessment.ui.first_rows import LAID_ASIDE, first_rows
from assessment.ui.long_list import by_group, dealt_first, more_rows, rows_left, searched
from assessment.ui.markup import html_text, markdown_text
from assessment.ui.message_brief import message_brief
from assessment.ui.number_table import table_when_open
from assessment.ui.page import Page

WIDTHS = (2.3, 6, 1.3)


def message_list(here: Page, organisation: Organisation, overview: MessageOverview) -> None:
    if overview.messages:
        reading = here.t(
            "Blue has been seen to land, hatched orange is late or has not landed, "
            "dashed is planned, or not followed up."
        )
        figure_head(here.t("What is said to whom"), reading)
        _found(here, organisation, overview)
        table_when_open(here, lambda: (message_frame(overview, here.language),), key="messages")
    _groups(here, overview)
    _archived(here, overview)


def _found(here: Page, organisation: Organisation, overview: MessageOverview) -> None:
    """The messages that are looked for, by target group."""
    found = searched(
        here,
        overview.messages,
        lambda one: message_texts(one, overview, here.language),
        name="budskap",
        label=here.t("Search among the messages"),
    )
    names = {one.id: name for name, listed in overview.by_group.items() for one in listed}
    groups = by_group(found, lambda one: names[one.id])
    with st.container(gap=None, key="messages"):
        for place, (name, listed) in enumerate(dealt_first(groups).items()):
            with st.container(key=f"row-group-{place}"):
                for number, one in enumerate(listed):
                    _message(here, organisation, overview, one, name=name if number == 0 else "")
                rows_left(here, len(groups[name]) - len(listed), WIDTHS)
        more_rows(here, len(found))


def _message(here: Page, organisation: Organisation, overview: MessageOverview, message: Message, *, name: str) -> None:
    group, card, change = st.columns(WIDTHS, gap="small")
    if name:
        with group, st.container(gap=None):
            st.html(f'<div class="ru"><h3 class="ru-title">{html_text(name)}</h3></div>')
            message_brief(here, organisation, overview, name)
    card.html(marks.message_card(message, overview, here.language))
    if here.viewer.may_steward:
        asked = (MESSAGE, message.id)
        change.button(here.t("Edit"), key=f"change-{message.id}", type="tertiary", on_click=open_entry, args=asked)


def _groups(here: Page, overview: MessageOverview) -> None:
    """Buttons for target groups that have no message yet."""
    taken = {group_key(name) for name in overview.by_group}
    left = {id_: here.t(name) for id_, name in message_labels.GROUPS.items() if group_key(here.t(name)) not in taken}
    if not left or not here.viewer.may_steward:
        return
    soft_line(here.t("Who is concerned? The groups are Rustad's own choice: you judge who needs to know."))
    with st.container(horizontal=True, gap="small", key="target-groups"):
        for id_, name in left.items():
            st.button(markdown_text(name), key=f"group:{id_}", on_click=open_new, args=(MESSAGE, id_))


def _archived(here: Page, overview: MessageOverview) -> None:
    if not overview.archived:
        return
    label = here.t("Archived messages {number}", number=here.language.number(len(overview.archived)))
    with st.container(key="noprint-archived"), st.expander(label, type="compact", key="archived"):
        for one in first_rows(here, overview.archived, name=LAID_ASIDE, key="show-all-archived"):
            with st.container(horizontal=True, vertical_alignment="center", key=f"archived-{one.id}"):
                said = one.facts.change or one.facts.text
                told = f"{one.facts.group}: {said}" if said else one.facts.group
                st.html(f'<div class="ru"><p>{html_text(told)}</p></div>', width="content")
                if here.viewer.may_steward:
                    asked = (MESSAGE, one.id)
                    st.button(here.t("Open"), key=f"open-{one.id}", type="tertiary", on_click=open_entry, args=asked)
