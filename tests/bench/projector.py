"""The big screen as an open tab that draws itself again as often as it was told to."""

import asyncio
import re
from time import perf_counter

from tests.bench.ws_client import StreamlitClient

COUNT = re.compile(r"<b>(\d+) av (\d+)</b>")
PATIENCE = 10  # seconds


class Projector:
    """`async with Projector(port, hall) as projector:`"""

    def __init__(self, port, hall):
        query = f"a={hall.assessment.id}&w={hall.workshop.id}&vy=storbild&lang=sv"
        self.client = StreamlitClient(port, path="workshop", query=query)
        self.seen = {}  # (voted, expected) -> when, by perf_counter
        self.times = []  # seconds for each drawing

    async def __aenter__(self):
        await self.client.__aenter__()
        await self.client.run()
        assert self.client.timers, "the big screen does not draw itself again"
        self._task = asyncio.create_task(self._keep_up())
        return self

    async def __aexit__(self, *exception):
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)
        await self.client.__aexit__(*exception)

    async def _keep_up(self):
        while True:
            *_, (fragment, interval) = self.client.timers.items()
            await asyncio.sleep(interval)
            self.times.append(await self.client.run(fragment=fragment))
            for html in self.client.html.values():
                for count in COUNT.findall(html):
                    self.seen.setdefault(tuple(map(int, count)), perf_counter())

    async def shows(self, voted):
        """When the screen first said that all of so many have voted."""
        async with asyncio.timeout(PATIENCE):
            while (voted, voted) not in self.seen:
                self._task.done() and self._task.result()  # tell what went wrong there
                await asyncio.sleep(0.01)
        return self.seen[voted, voted]
