"""Letting people in by the code, and keeping out who guesses codes, whichever process is asked."""

from hashlib import blake2b
from hmac import compare_digest
from typing import Final

from sqlalchemy.engine import Engine

from assessment.domain import guesses
from assessment.domain.join_code import typed_code
from assessment.domain.workshop_errors import CodeUnknown, TooManyGuesses
from assessment.services.clock import now
from assessment.services.join_codes import code_of
from assessment.services.server_secret import server_secret
from assessment.storage import repository
from assessment.storage.database import reading, unit_of_work

SHOWN: Final = 12  # characters of a wrong code that are told back


def let_in(engine: Engine, code: str, *, key: str, address: str) -> str:
    """The id of the open workshop with this code. `key` is what the QR code carries beside it, or empty.

    Raises CodeUnknown, or TooManyGuesses for an address that has tried too many wrong ones, unless the key is right.
    """
    typed, origin = typed_code(code), _origin(engine, address)
    with reading(engine) as session:
        allowed = guesses.allowed(repository.guesses(session, origin), now())
        candidates = repository.open_workshops(session)
    found = keyed = ""
    for workshop_id, number in candidates:  # all of them, so that time tells nothing
        mine = code_of(engine, workshop_id, number)
        if compare_digest(mine.code.encode(), typed.encode()):
            found = workshop_id
            keyed = workshop_id if key and compare_digest(mine.key.encode(), key.encode()) else ""
    if not allowed and not keyed:
        raise TooManyGuesses
    if not found:
        _miss(engine, origin)
        raise CodeUnknown(code=typed[:SHOWN])
    return found


def _miss(engine: Engine, origin: str) -> None:
    moment = now()
    with unit_of_work(engine) as session:
        repository.save_guesses(session, origin, guesses.missed(repository.guesses(session, origin), moment))
        repository.forget_guesses(session, before=moment - guesses.FORGIVEN_AFTER)


def _origin(engine: Engine, address: str) -> str:
    """As it is stored: nobody who reads the database learns an address."""
    return blake2b(guesses.origin(address).encode(), key=server_secret(engine)[:64], digest_size=16).hexdigest()
