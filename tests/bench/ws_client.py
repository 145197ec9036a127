"""A visitor without a browser: speaks Streamlit's WebSocket protocol, so that one process can hold many sessions.

The protocol is private to Streamlit. This file fits the version pinned in requirements.txt; expect to adjust it when
that changes.
"""

import asyncio
import time
from dataclasses import dataclass

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.web.server.starlette.starlette_app_utils import generate_xsrf_token_string

SUBPROTOCOLS = ("streamlit", "PLACEHOLDER_AUTH_TOKEN")
FINISHED = ForwardMsg.ScriptFinishedStatus
PATIENCE = 60  # seconds for one run of the script
VALUE_FIELDS = {"radio": "string_value", "button_group": "string_array_value"}


class ConnectionLost(RuntimeError):
    """The server went away while a run was under way."""


@dataclass(frozen=True, slots=True)
class Widget:
    kind: str
    id: str
    options: tuple[str, ...]
    fragment: str  # the one it was drawn in; empty when in none


class StreamlitClient:
    """`async with StreamlitClient(port) as client:` is one open tab."""

    def __init__(self, port, *, path="", query="", cookie=""):
        self.address = f"ws://localhost:{port}/_stcore/stream"
        self.path, self.query = path, query
        self.headers, self.subprotocols = {}, SUBPROTOCOLS
        if cookie:  # Streamlit believes a cookie only from its own page, which knows this token
            token = generate_xsrf_token_string()
            self.headers = {"Cookie": f"{cookie}; _streamlit_xsrf={token}", "Origin": f"http://localhost:{port}"}
            self.subprotocols = (SUBPROTOCOLS[0], token)
        self.widgets = {}  # by key
        self.html = {}  # by place on the page
        self.alerts = []  # what the last run complained of
        self.timers = {}  # fragment -> seconds after which it wants to be run again
        self.given = {}  # widget id -> (field, value): the browser sends all of them with each run
        self.page_hash = ""
        self.received = 0  # bytes
        self._finished = None

    async def __aenter__(self):
        self._socket = await websockets.connect(
            self.address,
            subprotocols=self.subprotocols,
            additional_headers=self.headers,
            open_timeout=PATIENCE,
            max_size=None,
            compression=None,
            ping_interval=None,
            proxy=None,
        )
        self._reader = asyncio.create_task(self._read())
        return self

    async def __aexit__(self, *_exception):
        await self._socket.close()
        await self._reader

    async def _read(self):
        try:
            async for raw in self._socket:
                self.received += len(raw)
                message = ForwardMsg()
                message.ParseFromString(raw)
                self._take(message)
        except websockets.ConnectionClosed:
            pass
        if self._finished is not None and not self._finished.done():
            self._finished.set_exception(ConnectionLost(self.address))

    def _take(self, message):
        kind = message.WhichOneof("type")
        if kind == "new_session":
            self.page_hash = message.new_session.page_script_hash
        elif kind == "delta" and message.delta.WhichOneof("type") == "new_element":
            self._note_widget(message.delta)
            drawn = message.delta.new_element.WhichOneof("type")
            if drawn == "html":
                self.html[tuple(message.metadata.delta_path)] = message.delta.new_element.html.body
            elif drawn == "alert":
                self.alerts.append(message.delta.new_element.alert.body)
        elif kind == "navigation":
            self.page_hash = message.navigation.page_script_hash
        elif kind == "auto_rerun":
            self.timers[message.auto_rerun.fragment_id] = message.auto_rerun.interval
        elif kind == "script_finished":
            self._note_end(message.script_finished)

    def _note_end(self, status):
        # A run that ends early is followed by another
        if status != FINISHED.FINISHED_EARLY_FOR_RERUN and not self._finished.done():
            self._finished.set_result(None)

    def _note_widget(self, delta):
        kind = delta.new_element.WhichOneof("type")
        if kind not in VALUE_FIELDS:
            return
        body = getattr(delta.new_element, kind)
        options = tuple(getattr(option, "content", option) for option in body.options)
        key = body.id.split("-", 2)[-1]  # an id reads $$ID-hash-key
        self.widgets[key] = Widget(kind, body.id, options, delta.fragment_id)

    async def run(self, *, fragment=""):
        """Run the script, or one fragment of it, and return the seconds until it had finished."""
        back = BackMsg()
        wish = back.rerun_script
        wish.query_string, wish.page_name, wish.page_script_hash = self.query, self.path, self.page_hash
        wish.fragment_id = fragment
        wish.context_info.locale, wish.context_info.timezone = "sv-SE", "Europe/Stockholm"
        wish.widget_states.SetInParent()
        for id_, (name, value) in self.given.items():
            state = wish.widget_states.widgets.add(id=id_)
            if name == "string_array_value":
                state.string_array_value.data.append(value)
            else:
                setattr(state, name, value)
        self.alerts = []
        self._finished = asyncio.get_running_loop().create_future()
        begun = time.perf_counter()
        await self._socket.send(back.SerializeToString())
        await asyncio.wait_for(self._finished, PATIENCE)
        return time.perf_counter() - begun

    async def choose(self, key, number):
        """Take the option with this number, as a click does, and return the seconds that it took."""
        widget = self.widgets[key]
        self.given[widget.id] = (VALUE_FIELDS[widget.kind], widget.options[number])
        return await self.run(fragment=widget.fragment)
