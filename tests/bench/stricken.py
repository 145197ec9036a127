"""A house that is struck again and again while people write in it, and what is on disk after each blow."""

import asyncio
from dataclasses import dataclass, field
from random import Random
from time import perf_counter

from assessment.services import assessments
from assessment.storage import repository
from assessment.storage.database import reading
from tests import builders
from tests.bench.hall import Hall
from tests.bench.ledger import Ledger
from tests.bench.writers import Answerer, Voter

SEED = 2026
LONGEST = 1.0  # seconds from when all write to the blow
PATIENCE = 60  # seconds until all write
FULL_ITEMS = builders.Scope.FULL


@dataclass
class Seen:
    """What the blows did. `restarts` are seconds from the start of the killed process until it answers."""

    blows: int = 0
    acknowledged: int = 0
    unheard: int = 0  # sent, and cut off before the answer
    refused: int = 0
    lost: int = 0
    broken: int = 0  # checks of the database that found something
    backwards: int = 0  # counters that stand lower than what was confirmed says
    restarts: list[float] = field(default_factory=list)


class StrickenHouse:
    """`store` is a database as in `tests.bench.stores`, `server` one that uses it. Both are running."""

    def __init__(self, server, store, *, writers):
        self.server, self.store, self.seen = server, store, Seen()
        self.answers, self.votes = Ledger(), Ledger()
        self.random = Random(SEED)
        self.engine = store.open()
        self.assessment = builders.start(self.engine, scope=FULL_ITEMS)
        self.people = [builders.join(self.engine, self.assessment, f"P{number}").id for number in range(writers // 2)]
        self.item = builders.asked(self.engine, self.assessment)[0].id
        self.hall = Hall(self.engine, writers - writers // 2)
        self.rounds, self._voting = [], False  # whether the last one is open

    def strike(self, blow):
        """Let all write, strike at a random moment, start what lies there, and look at what is on disk."""
        if not self._voting:
            self.rounds.append(self.hall.open_vote())
        asyncio.run(self._write_until(blow))
        self._rise()
        self.seen.blows += 1
        self.seen.broken += self.store.problems()
        for ledger, stored in ((self.answers, self._stored_answers()), (self.votes, self._stored_votes())):
            self.seen.unheard += ledger.unheard
            self.seen.lost += ledger.lost(stored)
        self.seen.backwards += self._counters_lag()
        self.seen.acknowledged = self.answers.acknowledged + self.votes.acknowledged
        self.seen.refused = self.answers.refused + self.votes.refused
        self._voting = not any(number == self.rounds[-1] for number, _ in self.votes.told)
        if not self._voting:
            self.hall.reveal()

    def _rise(self):
        """Start again what lies there."""
        begun = perf_counter()
        self.store.rise()
        if self.server.process is None:
            self.server.start()
            self.seen.restarts.append(perf_counter() - begun)

    async def _write_until(self, blow):
        stop = asyncio.Event()
        tabs = [
            Answerer(self.server.port, self.assessment.id, who, self.item, self.answers, whole=bool(place % 2))
            for place, who in enumerate(self.people)
        ]
        seats = zip(self.hall.phones(self.server.port), self.hall.seats, strict=True)
        voters = [Voter(phone, seat.participant_id, self.votes) for phone, seat in seats]
        self.engine.dispose()  # the server alone holds the database, so that nobody closes it properly
        writing = [asyncio.create_task(one.write(stop)) for one in tabs]
        writing += [asyncio.create_task(one.write(self.rounds[-1], stop)) for one in voters]
        async with asyncio.timeout(PATIENCE):
            await asyncio.gather(*(one.heard.wait() for one in (*tabs, *voters)))
        await asyncio.sleep(self.random.uniform(0, LONGEST))
        await asyncio.to_thread(blow)
        stop.set()
        await asyncio.gather(*writing)

    def _counters_lag(self):
        """Whether a counter stands lower than what people were told says."""
        revision = assessments.revision(self.engine, builders.ADA, self.assessment.id)
        with reading(self.engine) as session:
            version = repository.workshop(session, self.hall.workshop.id).version
        return revision < self.answers.acknowledged or version != self.hall.version

    def _stored_answers(self):
        with reading(self.engine) as session:
            return {
                (who, item): one.answer.code
                for who in self.people
                for item, one in repository.responses_of(session, who).items()
                if one.answer
            }

    def _stored_votes(self):
        """Of every round there was."""
        with reading(self.engine) as session:
            rounds = repository.ballots(session, self.hall.workshop.id, self.rounds)
        return {(number, one.participant_id): one.answer.code for number, cast in rounds.items() for one in cast}
