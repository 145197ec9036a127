"""Phones without a browser: one connection each for what the room tells, and a fresh one for each vote.

HTTP/1.1 by hand, because thousands of them share one processor core with nothing left over for a client library.
"""

import asyncio
import gc
import json
import os
import re
from contextlib import contextmanager, suppress
from time import perf_counter
from urllib.parse import urlencode

try:
    import uvloop
except ImportError:  # Windows
    uvloop = None

HOST = "127.0.0.1"
VERSION = re.compile(rb'"version": ?(\d+)')
LENGTH = re.compile(rb"content-length: *(\d+)", re.IGNORECASE)
AT_ONCE = 64  # connections that are being opened
PATIENCE = 60  # seconds


class Stream(asyncio.Protocol):
    """The open page: listens to what the room tells and remembers when it heard of each version."""

    def __init__(self, request):
        self._request, self._rest = request, b""
        self.heard = {}  # version -> when, by perf_counter
        self.version = -1
        self.transport = None
        self.changed = asyncio.Event()

    def connection_made(self, transport):
        self.transport = transport
        transport.write(self._request)

    def data_received(self, data):
        now = perf_counter()
        *events, self._rest = (self._rest + data).split(b"\n\n")
        for event in events:
            found = VERSION.search(event)
            if found:
                self.version = int(found[1])
                self.heard[self.version] = now
                self.changed.set()

    def connection_lost(self, error):
        self.transport = None
        self.changed.set()


class Exchange(asyncio.Protocol):
    """One request on a connection of its own. `reply` becomes status and body."""

    def __init__(self, request):
        self._request, self._received = request, b""
        self.reply = asyncio.get_running_loop().create_future()

    def connection_made(self, transport):
        self._transport = transport
        transport.write(self._request)

    def data_received(self, data):
        self._received += data
        head, end, body = self._received.partition(b"\r\n\r\n")
        if end and not self.reply.done():
            length = LENGTH.search(head)
            if length is None or len(body) >= int(length[1]):
                self.reply.set_result((int(head[9:12]), head, body))
                self._transport.close()

    def connection_lost(self, error):
        if not self.reply.done():
            self.reply.set_exception(error or ConnectionResetError("closed before the answer"))


class Phone:
    """`path` is that of the room, such as /d/KTM482; `cookie` is its seat there."""

    def __init__(self, port, path, cookie):
        self.port, self.path = port, path
        self._common = f"Host: localhost:{port}\r\nCookie: {cookie}\r\nUser-Agent: bench\r\n"
        self.stream = None

    async def open(self):
        """Open the page: returns when the room has told where it stands."""
        request = f"GET {self.path}/handelser HTTP/1.1\r\n{self._common}Accept: text/event-stream\r\n\r\n".encode()
        loop = asyncio.get_running_loop()
        _, self.stream = await loop.create_connection(lambda: Stream(request), HOST, self.port)
        async with asyncio.timeout(PATIENCE):
            await self.stream.changed.wait()

    @property
    def is_open(self):
        return self.stream is not None and self.stream.transport is not None

    async def sees(self, version):
        """When the phone heard of this version or a later one."""
        async with asyncio.timeout(PATIENCE):
            while self.stream.version < version:
                if not self.is_open:
                    raise ConnectionResetError("the room hung up")
                self.stream.changed.clear()
                await self.stream.changed.wait()
        return min(when for told, when in self.stream.heard.items() if told >= version)

    async def page(self):
        """Load the page, as a reload does."""
        request = f"GET {self.path} HTTP/1.1\r\n{self._common}Accept: text/html\r\n\r\n"
        return await self._exchange(request.encode())

    async def vote(self, round_id, answer):
        """Seconds until the confirmation has been read, and its status."""
        request = self._ballot(round_id, answer)
        begun = perf_counter()
        status, *_ = await self._exchange(request)
        return perf_counter() - begun, status

    async def vote_told(self, round_id, answer):
        """The status of a vote, and what the phone is told."""
        status, _, body = await self._exchange(self._ballot(round_id, answer))
        return status, json.loads(body)

    async def hang_up_on(self, round_id, answer):
        """Vote, and lose the network before the confirmation has come."""
        _, writer = await asyncio.open_connection(HOST, self.port)
        writer.write(self._ballot(round_id, answer))
        await writer.drain()
        writer.transport.abort()

    def _ballot(self, round_id, answer):
        body = urlencode({"omgang": round_id, "svar": answer})
        return (
            f"POST {self.path}/rost HTTP/1.1\r\n{self._common}Accept: application/json\r\n"
            f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n{body}"
        ).encode()

    async def _exchange(self, request):
        loop = asyncio.get_running_loop()
        async with asyncio.timeout(PATIENCE):
            _, exchange = await loop.create_connection(lambda: Exchange(request), HOST, self.port)
            return await exchange.reply

    def close(self):
        if self.is_open:
            self.stream.transport.abort()
        self.stream = None


async def all_open(phones):
    """Open the pages of all phones, not all in the same moment."""
    gate = asyncio.Semaphore(AT_ONCE)

    async def one(phone):
        async with gate:
            await phone.open()

    await asyncio.gather(*map(one, phones))


def run(work):
    """Run a coroutine on the fastest loop there is, on a processor core of its own, without pauses for collection."""
    with _last_core(), _no_collection(), asyncio.Runner(loop_factory=uvloop and uvloop.new_event_loop) as runner:
        return runner.run(work)


@contextmanager
def _last_core():
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(before)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


@contextmanager
def _no_collection():
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def allow_many_connections():
    """Each phone is two files to the operating system."""
    with suppress(ImportError, ValueError):
        import resource  # noqa: PLC0415 - not on Windows

        _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(20_000, hard), hard))
