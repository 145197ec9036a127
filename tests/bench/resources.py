"""How long a server takes to its first question, and how much memory it holds."""

import asyncio
from contextlib import AsyncExitStack
from dataclasses import dataclass
from statistics import median
from time import perf_counter

import psutil

from tests.bench.rivals import levels, turns
from tests.bench.sockets import connected

MEGABYTE = 1_000_000
SESSIONS = 20
EARLY = 500  # answers after which caches and pools are filled


def start_times(rivals, *, times):
    """Median seconds from the start of the process to the first question, by rival name."""
    taken = {}
    for rival, _ in turns(rivals, times):
        rival.server.stop()
        begun = perf_counter()
        rival.server.start()
        asyncio.run(_first_question(rival))
        taken.setdefault(rival.name, []).append(perf_counter() - begun)
    return {name: median(seconds) for name, seconds in taken.items()}


async def _first_question(rival):
    async with connected(rival) as client:
        await client.run()
        assert rival.keys[0] in client.widgets, f"{rival.name} shows no question"


@dataclass(frozen=True)
class Memory:
    """Megabytes. `early` and `late` are after 500 answers and after all of them."""

    idle: float
    per_session: float
    early: float
    late: float


def memory(rival, *, answers):
    """Starts the server anew."""
    rival.server.stop()
    rival.server.start()
    asyncio.run(_first_question(rival))
    idle = held(rival)
    per_session = asyncio.run(_open_sessions(rival)) / SESSIONS
    early, late = asyncio.run(_answer(rival, answers))
    return Memory(idle, per_session, early, late)


def held(rival):
    return psutil.Process(rival.server.process.pid).memory_info().rss / MEGABYTE


async def _open_sessions(rival):
    before = held(rival)
    async with AsyncExitStack() as open_tabs:
        for _ in range(SESSIONS):
            client = await open_tabs.enter_async_context(connected(rival))
            await client.run()
        return held(rival) - before


async def _answer(rival, answers):
    async with connected(rival) as client:
        await client.run()
        level = levels()
        for _ in range(EARLY):
            await client.choose(rival.keys[0], next(level))
        early = held(rival)
        for _ in range(answers - EARLY):
            await client.choose(rival.keys[0], next(level))
        return early, held(rival)
