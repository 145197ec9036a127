"""One request to an ASGI application, built by hand: what any client could send, and exactly what it gets back."""

import asyncio
from dataclasses import dataclass, field

LOOPBACK = ("127.0.0.1", 50_000)


@dataclass
class Answer:
    status: int | None
    headers: dict = field(default_factory=dict)
    body: bytes = b""
    messages: list = field(default_factory=list)


def scope_of(path="/", *, query="", method="GET", kind="http", client=LOOPBACK, host="localhost:8501", **headers):
    """`host` may be None or several; header names are written with underscores."""
    hosts = [host] if isinstance(host, str) else host or []
    pairs = [("host", one) for one in hosts] + [(name.replace("_", "-"), value) for name, value in headers.items()]
    return {
        "type": kind,
        "method": method,
        "path": path,
        "query_string": query.encode(),
        "client": client,
        "headers": [(name.encode(), value.encode()) for name, value in pairs],
        "extensions": {"http.response.pathsend": {}},
    }


async def ask(app, scope):
    sent, asked = [], []

    async def receive():
        if asked:
            await asyncio.Event().wait()  # nothing more comes, and the client stays
        asked.append(scope)
        return {"type": "websocket.connect" if scope["type"] == "websocket" else "http.request", "body": b""}

    async def send(message):
        sent.append(message)

    await app(scope, receive, send)
    starts = [message for message in sent if message["type"] == "http.response.start"]
    headers = {name.decode(): value.decode() for name, value in starts[0]["headers"]} if starts else {}
    body = b"".join(message.get("body", b"") for message in sent if message["type"] == "http.response.body")
    return Answer(starts[0]["status"] if starts else None, headers, body, sent)


def visit(app, path="/", **what):
    return asyncio.run(ask(app, scope_of(path, **what)))
