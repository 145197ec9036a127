"""The least that a live vote needs: a bare `st.App` with one route, which stores each vote in a statement of its own."""

from tests.bench.phones import Phone
from tests.serving import Server

PATH = "/d/bare"
SCRIPT = f"""\
import asyncio
import sqlite3
from threading import Lock
from urllib.parse import parse_qs

import streamlit as st
from starlette.responses import JSONResponse
from starlette.routing import Route

turn = Lock()
database = sqlite3.connect("votes.db", check_same_thread=False, isolation_level=None)
database.execute("PRAGMA journal_mode=WAL")
database.execute("PRAGMA synchronous=FULL")
database.execute("CREATE TABLE IF NOT EXISTS vote (voter TEXT PRIMARY KEY, level TEXT)")
UPSERT = "INSERT INTO vote VALUES (?, ?) ON CONFLICT (voter) DO UPDATE SET level = excluded.level"


def store(voter, level):
    with turn:
        database.execute(UPSERT, (voter, level))


async def vote(request):
    form = parse_qs((await request.body()).decode())
    await asyncio.to_thread(store, request.headers["cookie"], form["svar"][0])
    return JSONResponse({{"saved": True}})


app = st.App("page.py", routes=[Route("{PATH}/rost", vote, methods=["POST"])])
"""


def bare_votes(folder):
    """The server, not started yet."""
    (folder / "page.py").write_text("import streamlit as st\n\nst.title('Votes')\n", encoding="utf-8")
    (folder / "bare.py").write_text(SCRIPT, encoding="utf-8")
    options = ("--server.headless", "true", "--browser.gatherUsageStats", "false", "--server.address", "localhost")
    return Server(folder, script=folder / "bare.py", home=folder, options=options)


def bare_phones(server, size):
    return [Phone(server.port, PATH, f"voter={number}") for number in range(size)]
