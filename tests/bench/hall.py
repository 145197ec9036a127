"""A hall that votes: a workshop on a running server, with as many seats taken as there are phones."""

from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from itertools import cycle
from secrets import token_urlsafe

from assessment.domain.assessment import Participant
from assessment.domain.response import ANSWER_CODES
from assessment.services.attendance import digest
from assessment.services.join_codes import join_code_of
from assessment.storage import repository
from assessment.storage.database import reading, unit_of_work
from tests import builders
from tests.bench.phones import Phone
from tests.workshop_builders import Facilitator, prepare

ROLES = cycle(("beslutsfattare", "inkop", "behovsagare", "beredskap", "jurist_sakerhet"))


@dataclass(frozen=True)
class Seat:
    token: str
    participant_id: str


class Hall:
    """Steps are taken by this process, which the server notices by itself."""

    def __init__(self, engine, size):
        self.engine = engine
        self.assessment = builders.start(engine, name=f"Sal med {size}")
        self.workshop = prepare(engine, self.assessment)
        self.facilitator = Facilitator(engine, self.workshop)
        self.seats = _take_seats(engine, self.workshop, size)
        self._items = cycle(item.id for item in builders.asked(engine, self.assessment))

    @property
    def version(self):
        return self.facilitator.seen.version

    def phones(self, port):
        code = join_code_of(self.engine, builders.ADA, self.workshop.id).code
        name = f"rustad_d_{sha256(self.workshop.id.encode()).hexdigest()[:8]}"
        return [Phone(port, f"/d/{code}", f"{name}={seat.token}") for seat in self.seats]

    def open_vote(self):
        """A vote on the next question; the round's id."""
        return self.facilitator.open_vote(next(self._items))

    def reveal(self):
        self.facilitator.reveal()

    def lost(self, round_id, confirmed):
        """How many confirmed votes are not on disk as they were cast, or on disk without having been confirmed.

        `confirmed` are answer codes by place in the hall.
        """
        with reading(self.engine) as session:
            stored = repository.ballots(session, self.workshop.id, [round_id]).get(round_id, [])
        on_disk = {ballot.participant_id: ballot.answer.code for ballot in stored}
        told = {self.seats[place].participant_id: code for place, code in confirmed.items()}
        return sum(on_disk.get(who) != told.get(who) for who in {*on_disk, *told})


def _take_seats(engine, workshop, size):
    """All join in one transaction, because joining is not what is measured."""
    seats, now = [], datetime.now(UTC)
    with unit_of_work(engine) as session:
        for _ in range(size):
            seat = Seat(token_urlsafe(18), token_urlsafe(9))
            person = Participant(seat.participant_id, workshop.assessment_id, (next(ROLES),), "", now)
            repository.add_participant(session, person)
            repository.add_attendance(
                session,
                token_digest=digest(seat.token),
                workshop_id=workshop.id,
                participant_id=seat.participant_id,
                now=now,
            )
            seats.append(seat)
    return seats


def answer_of(place):
    """What the phone at this place in the hall votes."""
    return ANSWER_CODES[place % len(ANSWER_CODES)]
