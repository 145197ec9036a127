"""Where votes wait for each other: all that have come are stored in one transaction, with one sync to disk.

A vote is answered only once it is on disk, so nobody waits longer than for the transaction before and their own.
"""

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Final

from assessment.domain.errors import AssessmentError
from assessment.services.ballots import CastVote, Vote

MOST_AT_ONCE: Final = 500
Waiting = tuple[Vote, "asyncio.Future[CastVote]"]


class BallotBox:
    """Belongs to one event loop. `store` stores votes and says of each what became of it; it runs in a thread."""

    def __init__(self, store: Callable[[Sequence[Vote]], list[CastVote | AssessmentError]]) -> None:
        self._store = store
        self._waiting: list[Waiting] = []
        self._emptying: asyncio.Task[None] | None = None
        # A thread of its own, so that votes never wait behind those who load a page
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="ballots")

    async def cast(self, vote: Vote) -> CastVote:
        """Returns when the vote is on disk. Raises NotJoined, VoteClosed, or a database error; then it is not."""
        stored: asyncio.Future[CastVote] = asyncio.get_running_loop().create_future()
        self._waiting.append((vote, stored))
        if self._emptying is None:
            self._emptying = asyncio.create_task(self._empty())
        return await stored

    async def _empty(self) -> None:
        loop = asyncio.get_running_loop()
        try:
            while self._waiting:
                batch, self._waiting = self._waiting[:MOST_AT_ONCE], self._waiting[MOST_AT_ONCE:]
                results: Sequence[CastVote | Exception]
                try:
                    results = await loop.run_in_executor(self._thread, self._store, [vote for vote, _ in batch])
                except Exception as error:  # noqa: BLE001  # whatever it is, everybody in the batch must be told
                    results = [error] * len(batch)
                _tell(batch, results)
        finally:
            self._emptying = None


def _tell(batch: Sequence[Waiting], results: Sequence[CastVote | Exception]) -> None:
    for (_, stored), result in zip(batch, results, strict=True):
        if stored.done():  # the phone has gone
            continue
        if isinstance(result, Exception):
            stored.set_exception(result)
        else:
            stored.set_result(result)
