"""How phones come in: the door, the address that they reach, the code, and the picture that holds both."""

import streamlit as st

from assessment.domain.join_code import spoken_code
from assessment.domain.room import Room
from assessment.domain.workshop_parts import Stage
from assessment.reporting.marks import JoinPanel
from assessment.reporting.qr import qr_image
from assessment.services import join_codes, workshops
from assessment.services.phone_door import PHONE_DOOR, DoorState, network_addresses
from assessment.settings import settings
from assessment.ui.attempt import attempting
from assessment.ui.markup import html_text
from assessment.ui.page import Page
from assessment.ui.workshop_steps import Look

ADDRESS = "ip"


def join_panel(here: Page, room: Room) -> JoinPanel | None:
    """What the room needs to join; None while phones are not let in, or when there is no network."""
    base = _base()
    if room.workshop.stage is Stage.CLOSED or not base:
        return None
    found = join_codes.join_code_of(here.engine, here.viewer, room.workshop.id)
    shown = base.partition("://")[2] + "/d"
    return JoinPanel(shown, spoken_code(found.code), qr_image(f"{base}/d/{found.code}?n={found.key}"))


def _base() -> str:
    """The address that phones reach, without path; empty when there is none."""
    if settings().public_url:
        return settings().public_url.rstrip("/")
    if PHONE_DOOR.state is not DoorState.OPEN:
        return ""
    known = network_addresses()
    chosen = next((one for one in known if one.address == st.query_params.get(ADDRESS)), None)
    return (chosen or known[0]).url if known else ""


def join_controls(here: Page, room: Room) -> None:
    """Let phones in, choose among several network cards, and show what the room sees."""
    with st.expander(here.t("Phones"), type="compact", key="phones", expanded=not room.workshop.record):
        if not settings().public_url:
            _door(here, room)
        panel = join_panel(here, room)
        if panel is None:
            return
        _choose_address(here)
        told = html_text(here.t("QR code to {address}", address=panel.address))
        st.html(
            f'<div class="ru ru-join"><img src="{panel.image}" alt="{told}"><div><p>{html_text(panel.address)}</p>'
            f'<p class="code">{html_text(panel.code)}</p></div></div>'
        )
        st.button(here.t("Change the code"), key="renew", type="tertiary", on_click=_renew, args=(here, room))


def _door(here: Page, room: Room) -> None:
    wanted = workshops.phones_wanted(here.engine, here.viewer)
    if not wanted:
        st.markdown(
            here.t(
                "Phones do not reach Rustad yet: it answers this computer only. Let them in, and everybody on the same "
                "network can open the voting page, and nothing else."
            )
        )
    elif PHONE_DOOR.state is DoorState.BLOCKED:
        st.warning(
            here.t(
                "Port {port} is taken by another program. Close that, or start Rustad with another port in "
                "RUSTAD_PHONE_PORT.",
                port=settings().phone_port,
            )
        )
    elif not network_addresses():
        st.warning(here.t("This computer is on no network. Connect it to the one that the phones use."))
    label = here.t("Shut the phones out") if wanted else here.t("Let phones in")
    look: Look = "tertiary" if wanted else "secondary"
    st.button(label, key="door", type=look, on_click=_turn, args=(here, room, not wanted))


def _turn(here: Page, room: Room, allowed: bool) -> None:
    with attempting():
        workshops.let_phones_in(here.engine, here.viewer, room.workshop.id, allowed=allowed)


def _renew(here: Page, room: Room) -> None:
    with attempting():
        join_codes.renew(here.engine, here.viewer, room.workshop.id)


def _choose_address(here: Page) -> None:
    known = network_addresses()
    if settings().public_url or len(known) < 2:
        return
    names = {one.address: f"{one.address} ({one.interface})" for one in known}
    asked = st.query_params.get(ADDRESS)
    chosen = st.selectbox(
        here.t("Which network are the phones on?"),
        list(names),
        index=list(names).index(asked) if asked in names else 0,
        format_func=lambda one: names[one],
        key=f"address:{here.language.code}",
        width=420,
    )
    if chosen and chosen != (asked or next(iter(names))):
        st.query_params[ADDRESS] = chosen
        st.rerun()
