"""The facilitator's screen: what the room sees, what to do next, the clock, the notes. Not for the projector."""

from datetime import timedelta

import streamlit as st

from assessment.domain.checklist import Item
from assessment.domain.room import Room
from assessment.domain.time_budget import time_budget
from assessment.domain.workshop_parts import Stage
from assessment.reporting import vote_findings
from assessment.reporting.marks.stage import eyebrow
from assessment.reporting.marks.stage_votes import votes_list
from assessment.services import room as rooms
from assessment.services import steps
from assessment.services.clock import now
from assessment.ui import navigation
from assessment.ui.markup import html_text
from assessment.ui.page import Page
from assessment.ui.workshop_agenda import agenda_list, look_again
from assessment.ui.workshop_controls import controls
from assessment.ui.workshop_hands import hands_form
from assessment.ui.workshop_join import join_controls
from assessment.ui.workshop_settle import settle_form
from assessment.ui.workshop_steps import BIG_SCREEN, step_button, told_refusal

TICK = 0.7  # seconds between two looks at how far the vote has come


def workshop_console(here: Page, room: Room) -> None:
    _head(here, room)
    told_refusal()
    _live(here, room)
    with st.container(width=860, key="console"):
        _in_view(here, room)
        controls(here, room)
        _item_tools(here, room)
        if room.workshop.stage is not Stage.CLOSED:
            join_controls(here, room)
        agenda_list(here, room)
        if room.workshop.stage is Stage.CLOSED:
            _afterwards(here, room)
            return
        _keys(here)
        if room.workshop.stage is not Stage.VOTING:
            step_button(here, room, here.t("End the workshop"), steps.close, key="end", look="tertiary")


def _head(here: Page, room: Room) -> None:
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", key="room-head"):
        name = html_text(f"{here.t('Workshop')} · {room.assessment.name}")
        st.html(f'<div class="ru"><p class="ru-eyebrow">{name}</p></div>')
        if room.workshop.stage is not Stage.CLOSED:
            link = here.link(w=room.workshop.id, vy=BIG_SCREEN)
            query = "&".join(f"{key}={value}" for key, value in link.items())
            label, url = here.t("Open the big screen"), f"/{navigation.ADDRESSES[navigation.WORKSHOP]}?{query}"
            st.link_button(label, url, icon=":material/present_to_all:")


@st.fragment(run_every=TICK)
def _live(here: Page, room: Room) -> None:
    """How far the vote has come and how the time divides, kept up to date. Redraws all when the room has moved on."""
    progress = rooms.progress(here.engine, here.viewer, room.workshop.id)
    if progress.version != room.workshop.version:
        st.rerun()
    budget = room.budget
    live = time_budget(
        minutes=room.workshop.settings.minutes,
        begun_at=room.workshop.begun_at,
        items_left=budget.items_left,
        now=now(),
    )
    told = [here.n("{number} question left", "{number} questions left", live.items_left)]
    if room.workshop.stage is Stage.VOTING and progress.expected:
        said = here.t("{voted} of {expected}", voted=progress.voted, expected=progress.expected)
        told.insert(0, f"<b>{html_text(said)}</b> {html_text(here.t('have voted'))}")
    elif progress.joined:
        told.insert(0, here.n("{number} has joined", "{number} have joined", progress.joined))
    if room.workshop.begun_at is not None and room.workshop.stage is not Stage.CLOSED:
        told.append(html_text(_clock(here, live.left)))
        if live.per_item is not None:
            minutes, seconds = divmod(int(live.per_item.total_seconds()), 60)
            told.append(html_text(here.t("{minutes} min {seconds} s for each", minutes=minutes, seconds=seconds)))
    st.html(f'<div class="ru ru-room" role="status">{"".join(f"<span>{one}</span>" for one in told)}</div>')


def _clock(here: Page, left: timedelta) -> str:
    if left < timedelta(0):
        return here.t("The time is up since {minutes} min", minutes=int(-left.total_seconds() // 60))
    return here.t("{minutes} min left", minutes=int(left.total_seconds() // 60))


def _in_view(here: Page, room: Room) -> None:
    item = room.item
    if item is None:
        _between(here, room)
        return
    st.html(
        f'<div class="ru"><p class="ru-eyebrow">{html_text(eyebrow(room, item, here.language))}</p>'
        f'<h1 class="ru-question">{html_text(here.language.of(item.question))}</h1>{_outcome(here, room, item)}</div>'
    )


def _between(here: Page, room: Room) -> None:
    why = ""
    if room.workshop.stage is Stage.CLOSED:
        head = here.t("The workshop has ended")
        lede = here.t(
            "{settled} of {asked} questions settled", settled=len(room.workshop.settled), asked=len(room.agenda)
        )
    else:
        item = room.next_item
        head = here.language.of(item.question) if item else here.t("All questions are settled")
        lede = here.t("Next question") if item else ""
        why = look_again(here, room, item) if item else ""
    told = f'<p class="soft">{html_text(why)}</p>' if why else ""
    st.html(
        f'<div class="ru"><p class="ru-eyebrow">{html_text(lede)}</p>'
        f'<h1 class="ru-question">{html_text(head)}</h1>{told}</div>'
    )


def _outcome(here: Page, room: Room, item: Item) -> str:
    """What has come out of the item in view so far."""
    if room.workshop.stage is Stage.SETTLED:
        entry = room.workshop.settled[item.id]
        agreed = html_text(here.t("Agreed level {level}", level=entry.level))
        note = f'<p class="soft">{html_text(entry.note)}</p>' if entry.note else ""
        return f'<p class="ru-lede">{agreed}</p>{note}'
    tally = room.tally
    if tally is None:
        return ""
    word = vote_findings.agreement_word(tally, here.language)
    told = [
        f"{word}." if word else "",
        vote_findings.vote_finding(tally, here.language),
        vote_findings.beside_levels(tally, here.language),
        vote_findings.shift(room.tally_before, tally, here.language) if room.tally_before else "",
        vote_findings.caveat(tally, here.language),
        vote_findings.invitation(tally, here.language),
    ]
    said = html_text(" ".join(one for one in told if one))
    return f'<p class="ru-lede">{said}</p>{votes_list(tally, here.language)}'


def _item_tools(here: Page, room: Room) -> None:
    """Settling is possible as soon as a question is in view; counting hands until it is settled."""
    item = room.item
    if item is None or room.workshop.stage is Stage.SETTLED:
        return
    settle_form(here, room, item)
    hands_form(here, room, item)


def _afterwards(here: Page, room: Room) -> None:
    with st.container(horizontal=True, key="afterwards"):
        st.page_link(navigation.RESULTS, label=here.t("See the results"), query_params=here.link())
        st.page_link(navigation.ACTIONS, label=here.t("See what to do"), query_params=here.link())
        record = f"/utskrift/{room.assessment.id}/protokoll?w={room.workshop.id}&lang={here.language.code}"
        st.link_button(here.t("Print the record"), record, type="tertiary")


def _keys(here: Page) -> None:
    rows = (
        ("N", here.t("the filled button")),
        ("0 1 2 3 4", here.t("agree on the level")),
        ("U", here.t("undo")),
        ("H", here.t("put off")),
        ("R", here.t("vote again")),
        ("B", here.t("role by role, on the big screen")),
        ("K", here.t("the buttons, on the big screen")),
    )
    keys = "".join(
        f"<dt>{' '.join(f'<kbd>{html_text(key)}</kbd>' for key in names.split(' '))}</dt><dd>{html_text(told)}</dd>"
        for names, told in rows
    )
    with st.expander(here.t("Run the room with the keyboard"), type="compact", key="keys"):
        st.html(f'<div class="ru"><dl class="ru-keys">{keys}</dl></div>')
