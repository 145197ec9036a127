"""The same answers without a browser: time on the wire, and what the server's processor spends on each."""

import asyncio

import psutil

from tests.bench.rivals import levels, turns
from tests.bench.ws_client import StreamlitClient

WARMING = 20


def connected(rival):
    return StreamlitClient(rival.server.port, path=rival.path, query=rival.query)


def processor(rival):
    """Seconds of processor that the server has used so far."""
    return processor_of(rival.server)


def processor_of(server):
    """The same of a server."""
    used = psutil.Process(server.process.pid).cpu_times()
    return used.user + used.system


async def _answer(rival, answers):
    async with connected(rival) as client:
        await client.run()
        level = levels()
        for _ in range(WARMING):
            await client.choose(rival.keys[0], next(level))
        before = processor(rival)
        times = [await client.choose(rival.keys[0], next(level)) for _ in range(answers)]
        return times, (processor(rival) - before) / answers


def socket_times(rivals, *, answers, rounds):
    """Seconds per answer, and mean seconds of processor per answer, by rival name."""
    times, spent = {}, {}
    for rival, _ in turns(rivals, rounds):
        took, used = asyncio.run(_answer(rival, answers))
        times.setdefault(rival.name, []).extend(took)
        spent.setdefault(rival.name, []).append(used)
    return times, {name: sum(used) / len(used) for name, used in spent.items()}
