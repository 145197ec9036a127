"""Join codes: worked out from the server's secret, never stored."""

from dataclasses import dataclass
from hmac import compare_digest

from sqlalchemy.engine import Engine
from sqlmodel import Session

from assessment.domain.join_code import join_code, join_key, typed_code
from assessment.domain.viewer import Viewer
from assessment.domain.workshop_errors import CodeUnknown
from assessment.services.clock import now
from assessment.services.server_secret import server_secret
from assessment.storage import repository
from assessment.storage.database import reading, unit_of_work


@dataclass(frozen=True, slots=True)
class JoinCode:
    """`code` is typed or read aloud; `key` goes with it in the QR code, so that scanning is no guess."""

    code: str
    key: str


def join_code_of(engine: Engine, viewer: Viewer, workshop_id: str) -> JoinCode:
    """Raises WorkshopUnknown."""
    viewer.must_facilitate()
    with reading(engine) as session:
        return code_of(engine, workshop_id, repository.code_number(session, workshop_id))


def renew(engine: Engine, viewer: Viewer, workshop_id: str) -> JoinCode:
    """Give the workshop another code. Those who have joined stay. Raises WorkshopUnknown."""
    viewer.must_facilitate()
    with unit_of_work(engine) as session:
        number = free_code_number(engine, session, workshop_id, after=repository.code_number(session, workshop_id))
        repository.change_code_number(session, workshop_id, number)
        found = repository.workshop(session, workshop_id)
        repository.touch(session, found.assessment_id, now=now())
    return code_of(engine, workshop_id, number)


def free_code_number(engine: Engine, session: Session, workshop_id: str, *, after: int = -1) -> int:
    """The next number that gives a code which no other workshop has: also an ended one may be taken up again."""
    taken = {code_of(engine, *pair).code for pair in repository.code_numbers(session) if pair[0] != workshop_id}
    number = after + 1
    while code_of(engine, workshop_id, number).code in taken:
        number += 1
    return number


def workshop_with(engine: Engine, code: str) -> str:
    """The id of the open workshop with this code. Raises CodeUnknown."""
    typed = typed_code(code)
    with reading(engine) as session:
        candidates = repository.open_workshops(session)
    found = ""
    for workshop_id, number in candidates:  # all of them, so that time tells nothing
        if compare_digest(code_of(engine, workshop_id, number).code.encode(), typed.encode()):
            found = workshop_id
    if not found:
        raise CodeUnknown(code=typed[:12])
    return found


def ever_had(engine: Engine, workshop_id: str, code: str) -> bool:
    """Whether this is or was the workshop's code, also after its end: who has joined comes back by an old address.

    Raises WorkshopUnknown.
    """
    typed = typed_code(code)
    with reading(engine) as session:
        latest = repository.code_number(session, workshop_id)
    had = [code_of(engine, workshop_id, number).code.encode() for number in range(latest + 1)]
    return any(compare_digest(code, typed.encode()) for code in had)


def code_of(engine: Engine, workshop_id: str, number: int) -> JoinCode:
    """The `number`th code of a workshop. The database is not asked."""
    secret = server_secret(engine)
    return JoinCode(join_code(secret, workshop_id, number), join_key(secret, workshop_id, number))
