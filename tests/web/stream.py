"""A phone's open connection: what comes over it, byte by byte."""

import asyncio
import json

from tests.web.asgi import scope_of

PATIENCE = 60  # seconds until a missing message is a failure


class Stream:
    """Use it as `async with`. Leaving it is the phone going away."""

    def __init__(self, phone, query="", **headers):
        cookies = "; ".join(f"{name}={value}" for name, value in phone.cookies.items())
        path = f"/d/{phone.hall.code}/handelser"
        self.app = phone.hall.app
        self.scope = scope_of(path, query=query, client=("192.168.1.50", 1), host=None, cookie=cookies, **headers)
        self.sent = asyncio.Queue()
        self.gone = asyncio.Event()
        self.ended = False

    async def __aenter__(self):
        asked = iter([{"type": "http.request", "body": b"", "more_body": False}])

        async def receive():
            for message in asked:
                return message
            await self.gone.wait()
            return {"type": "http.disconnect"}

        async def send(message):
            if message.get("more_body") is False or (
                message["type"] == "http.response.body" and "more_body" not in message
            ):
                self.ended = True
                self.gone.set()
            await self.sent.put(message)

        self.task = asyncio.create_task(self.app(self.scope, receive, send))
        self.start = await self.message()
        self.first = await self.message()
        return self

    async def __aexit__(self, *failure):
        self.gone.set()
        await asyncio.wait_for(self.task, PATIENCE)

    async def message(self):
        return await asyncio.wait_for(self.sent.get(), PATIENCE)

    async def bytes(self):
        """The next piece as it goes over the wire."""
        return (await self.message())["body"]

    async def event(self):
        """What the next event tells."""
        number, data, *rest = (await self.bytes()).decode().split("\n")
        assert rest == ["", ""]
        told = json.loads(data.removeprefix("data: "))
        assert number == f"id: {told['version']}"
        return told

    @property
    def nothing_came(self):
        return self.sent.empty()
