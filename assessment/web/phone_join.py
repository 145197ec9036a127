"""Coming in by code and role, and coming back to the room as the same person."""

from collections.abc import Sequence
from typing import Final

from sqlalchemy.engine import Engine

from assessment.domain.errors import AssessmentError
from assessment.domain.join_code import typed_code
from assessment.domain.viewer import SERVER
from assessment.domain.workshop_errors import CodeUnknown, NotJoined, TooManyGuesses, WorkshopUnknown
from assessment.domain.workshop_parts import Names
from assessment.services import attendance, join_codes
from assessment.services.admission import let_in
from assessment.services.attendance import Door, Place, Seat
from assessment.services.presence import PRESENCE
from assessment.web.phone_errors import status_of, told
from assessment.web.phone_page import document, fragment, promise
from assessment.web.phone_reply import MONTH, Headers, Reply, cookie, page_reply, sent_on
from assessment.web.phone_request import Fields, Visit, first, seat_cookie
from assessment.web.room_content import Person, RoomContent

MOST_SEATS: Final = 10  # that are tried when an address no longer says which workshop is meant
RETRY: Final[Headers] = ((b"retry-after", b"1"),)


def code_form(visit: Visit, *, error: AssessmentError | None = None, typed: str = "") -> Reply:
    """Where one types the code, with what was wrong about the last one."""
    spoken = visit.language
    main = fragment("code", spoken, told=told(error, spoken) if error else "", typed=typed)
    page = document(spoken, main, title=spoken.text("Join the workshop"))
    headers = RETRY if isinstance(error, TooManyGuesses) else ()
    return page_reply(visit, page, status=status_of(error) if error else 200, headers=headers)


def typed_in(engine: Engine, visit: Visit, form: Fields) -> Reply:
    """The code form, sent."""
    code = typed_code(first(form, "kod"))
    try:
        let_in(engine, code, key="", address=visit.address)
    except (CodeUnknown, TooManyGuesses) as error:
        return code_form(visit, error=error, typed=code)
    return sent_on(f"/d/{code}")


def held_seat(engine: Engine, visit: Visit, code: str) -> tuple[str, Place]:
    """The token that this browser holds for the workshop at this address, and its place. Raises NotJoined.

    The address may be an old one: the code was renewed, or the workshop has ended.
    """
    if not visit.seats:
        raise NotJoined
    try:
        workshop_id = join_codes.workshop_with(engine, code)
    except CodeUnknown:
        return _seat_by_old_code(engine, visit, code)
    token = visit.token(workshop_id)
    place = attendance.place(engine, token) if token else None
    if token is None or place is None or place.workshop_id != workshop_id:
        raise NotJoined
    return token, place


def _seat_by_old_code(engine: Engine, visit: Visit, code: str) -> tuple[str, Place]:
    for name, token in list(visit.seats.items())[:MOST_SEATS]:
        try:
            place = attendance.place(engine, token)
            if seat_cookie(place.workshop_id) == name and join_codes.ever_had(engine, place.workshop_id, code):
                return token, place
        except (NotJoined, WorkshopUnknown):
            continue
    raise NotJoined


def seat_at(engine: Engine, visit: Visit, code: str) -> Seat:
    """The room as this browser sees it. Raises NotJoined."""
    seat = attendance.seat(engine, held_seat(engine, visit, code)[0])
    PRESENCE.see(seat.workshop.id, seat.participant.id)
    return seat


def entrance(engine: Engine, visit: Visit, code: str, rooms: RoomContent) -> Reply:
    """The room for those who have joined; for all others the form with which one joins."""
    try:
        return room_page(visit, seat_at(engine, visit, code), code, rooms)
    except NotJoined:
        return _door_page(engine, visit, code, first(visit.query, "n"))


def room_page(visit: Visit, seat: Seat, code: str, rooms: RoomContent, *, error: Exception | None = None) -> Reply:
    spoken = visit.language
    content = rooms.of(
        Door(seat.workshop, seat.assessment, seat.checklist),
        Person(seat.participant.roles, spoken, code),
        seat.own,
        told=told(error, spoken) if error else "",
    )
    page = document(
        spoken,
        content.html,
        title=content.title,
        room=f"/d/{code}",
        version=seat.workshop.version,
        waits=content.waits,
    )
    return page_reply(visit, page, status=status_of(error) if error else 200)


def join(engine: Engine, visit: Visit, code: str, form: Fields) -> Reply:
    """The join form, sent. Somebody who is in already stays the same person."""
    try:
        held_seat(engine, visit, code)
        return sent_on(f"/d/{code}")
    except NotJoined:
        pass
    key, roles, name = first(form, "n"), form.get("roll", []), first(form, "namn")
    try:
        workshop_id = let_in(engine, code, key=key, address=visit.address)
    except (CodeUnknown, TooManyGuesses) as error:
        return code_form(visit, error=error, typed=code)
    try:
        token = attendance.join(engine, SERVER, workshop_id, roles=roles, name=name)
    except AssessmentError as error:
        return _door(engine, visit, code, key, workshop_id, error=error, roles=roles, name=name)
    kept = cookie(seat_cookie(workshop_id), token, seconds=MONTH, secure=visit.secure)
    return sent_on(f"/d/{code}", headers=(kept,))


def refused_vote(engine: Engine, visit: Visit, code: str, rooms: RoomContent, *, error: Exception) -> Reply:
    """The page that says why a vote was not counted, for browsers without our script."""
    try:
        return room_page(visit, seat_at(engine, visit, code), code, rooms, error=error)
    except NotJoined as missing:
        return _door_page(engine, visit, code, "", error=missing)


def _door_page(engine: Engine, visit: Visit, code: str, key: str, *, error: AssessmentError | None = None) -> Reply:
    try:
        workshop_id = let_in(engine, code, key=key, address=visit.address)
    except (CodeUnknown, TooManyGuesses) as wrong:
        return code_form(visit, error=wrong, typed=code)
    return _door(engine, visit, code, key, workshop_id, error=error)


def _door(
    engine: Engine,
    visit: Visit,
    code: str,
    key: str,
    workshop_id: str,
    *,
    error: AssessmentError | None = None,
    roles: Sequence[str] = (),
    name: str = "",
) -> Reply:
    found, spoken = attendance.door(engine, SERVER, workshop_id), visit.language
    main = fragment(
        "join",
        spoken,
        name=found.assessment.name,
        told=told(error, spoken) if error else "",
        room=code,
        key=key,
        address=f"/d/{code}?n={key}" if key else f"/d/{code}",
        roles=[(role.id, spoken.of(role.name)) for role in found.checklist.roles],
        chosen=roles,
        names_open=found.workshop.settings.names is Names.OPEN,
        own_name=name,
        promise=promise(found.workshop.settings.names, spoken),
    )
    page = document(spoken, main, title=spoken.text("Join the workshop"))
    return page_reply(visit, page, status=status_of(error) if error else 200)
