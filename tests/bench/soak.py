"""A long workshop with a restless hall: phones lose the network, reload and change their minds, round after round.

python -m tests.bench.soak [--minutes 10] [--phones 200]
"""

import argparse
import asyncio
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter, sleep

from assessment.domain.response import ANSWER_CODES
from tests.bench.hall import Hall
from tests.bench.phones import all_open, allow_many_connections, run
from tests.bench.table import Line, markdown, p95
from tests.bench.voting import CONFIRMED, REST, held
from tests.serving import Server

ROUND = 4.0  # seconds in which all vote
RESTLESS = 0.15  # share that loses the network in each round
UNDECIDED = 0.2  # share that votes twice
IMPATIENT = 0.05  # share that hangs up before the confirmation has come, and votes again
EARLY = 60.0  # seconds after which caches and pools are filled
GROWTH_BAR = 1.05  # memory at the end ÷ after the first minute


@dataclass
class Seen:
    """What the hall saw. Seconds, and megabytes of the server."""

    votes: list[float] = field(default_factory=list)
    failed: int = 0
    lost: int = 0
    rounds: int = 0
    returns: int = 0
    late: int = 0  # phones that were not told of a reveal
    early: float = 0.0
    end: float = 0.0


class Soak:
    def __init__(self, hall, server):
        self.hall, self.server = hall, server
        self.phones, self.seen, self.random = hall.phones(server.port), Seen(), Random(1)

    async def go_on_for(self, seconds):
        await all_open(self.phones)
        begun = perf_counter()
        while perf_counter() - begun < seconds:
            await self._round()
            if not self.seen.early and perf_counter() - begun > min(EARLY, seconds / 2):
                self.seen.early = held(self.server)
        self.seen.end = held(self.server)
        return self.seen

    async def _round(self):
        round_id = await asyncio.to_thread(self.hall.open_vote)
        people = [self._vote(place, round_id) for place in range(len(self.phones))]
        restless = self.random.sample(self.phones, round(RESTLESS * len(self.phones)))
        results, _ = await asyncio.gather(asyncio.gather(*people), asyncio.gather(*map(self._come_back, restless)))
        confirmed = {place: code for place, code in enumerate(results) if code is not None}
        self.seen.failed += len(self.phones) - len(confirmed)
        self.seen.lost += self.hall.lost(round_id, confirmed)
        await asyncio.to_thread(self.hall.reveal)
        told = await asyncio.gather(*(phone.sees(self.hall.version) for phone in self.phones), return_exceptions=True)
        self.seen.late += sum(isinstance(one, BaseException) for one in told)
        self.seen.rounds += 1

    async def _vote(self, place, round_id):
        """The answer that was confirmed last; None when the last one was not."""
        phone = self.phones[place]
        await asyncio.sleep(ROUND / 2 * self.random.random())
        answer = self.random.choice(ANSWER_CODES)
        if self.random.random() < IMPATIENT:
            await phone.hang_up_on(round_id, answer)
        elif self.random.random() < UNDECIDED:
            await self._confirmed(phone, round_id, answer)
            answer = self.random.choice(ANSWER_CODES)
        await asyncio.sleep(ROUND / 2 * self.random.random())
        return answer if await self._confirmed(phone, round_id, answer) else None

    async def _confirmed(self, phone, round_id, answer):
        try:
            took, status = await phone.vote(round_id, answer)
        except (OSError, TimeoutError):
            return False
        self.seen.votes.append(took)
        return status == CONFIRMED

    async def _come_back(self, phone):
        """Lose the network for a moment, and load the page again or only its connection."""
        await asyncio.sleep(ROUND * self.random.random())
        phone.close()
        await asyncio.sleep(self.random.random())
        if self.random.random() < 0.5:
            status, *_ = await phone.page()
            self.seen.failed += status != CONFIRMED
        await phone.open()
        self.seen.returns += 1


def soaked(folder, *, seconds, phones):
    allow_many_connections()
    server = Server(folder).start()
    engine = server.open_store()
    try:
        sleep(REST)
        return run(Soak(Hall(engine, phones), server).go_on_for(seconds))
    finally:
        engine.dispose()
        server.kill()


def lines(seen):
    times = [1000 * one for one in seen.votes]
    return [
        Line("Questions voted on", seen.rounds, unit="rounds"),
        Line("Cast and confirmed", len(times), unit="votes"),
        Line("Network lost, and come back", seen.returns, unit="times"),
        Line("Vote confirmed, p50", median(times)),
        Line("Vote confirmed, p95", p95(times), limit=25),
        Line("Vote confirmed, slowest", max(times)),
        Line("Votes or pages that failed", seen.failed, unit="times", limit=0),
        Line("Confirmed, and not on disk as cast", seen.lost, unit="votes", limit=0),
        Line("Not told of a reveal", seen.late, unit="phones", limit=0),
        Line("Memory at the end (against the first minute)", seen.end, seen.early, unit="MB", bar=GROWTH_BAR),
    ]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--phones", type=int, default=200)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        print(markdown(lines(soaked(Path(folder), seconds=60 * chosen.minutes, phones=chosen.phones))))


if __name__ == "__main__":
    main()
