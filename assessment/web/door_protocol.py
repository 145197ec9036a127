"""HTTP for the door to the network. By itself uvicorn waits for ever for the head of a request, however long."""

import asyncio
from typing import Any, Final

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from assessment.web.refused_log import REFUSED

LARGEST_HEAD: Final = 16_384  # bytes of address and headers; a phone sends one or two thousand
SLOWEST_HEAD: Final = 10.0  # seconds
TOO_LARGE: Final = b"431 Request Header Fields Too Large"
TOO_SLOW: Final = b"408 Request Timeout"
# Whoever sends such a thing is no browser, so it is told in a line and in no language of a visitor's
SAID: Final = {TOO_LARGE: b"The address or the headers are too long.\n", TOO_SLOW: b"The request came too slowly.\n"}


class DoorProtocol(HttpToolsProtocol):
    """Ends a connection whose head is too long, or is not there in time."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._head = 0  # bytes
        self._spoken = False
        self._patience: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._begin_head()

    def connection_lost(self, exc: Exception | None) -> None:
        self._end_patience()
        super().connection_lost(exc)

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self._begin_head()

    def on_url(self, url: bytes) -> None:
        self._must_fit(len(url))
        super().on_url(url)

    def on_header(self, name: bytes, value: bytes) -> None:
        self._must_fit(len(name) + len(value))
        super().on_header(name, value)

    def on_headers_complete(self) -> None:
        self._end_patience()
        super().on_headers_complete()

    def data_received(self, data: bytes) -> None:
        self._spoken = True
        waited, counted = self._patience, self._head
        super().data_received(data)
        if waited is not None and waited is self._patience and counted == self._head:
            self._head += len(data)  # of a header that has no end yet
            if self._head > LARGEST_HEAD:
                self._refuse(TOO_LARGE)

    def _begin_head(self) -> None:
        self._end_patience()
        self._head = 0
        self._patience = self.loop.call_later(SLOWEST_HEAD, self._refuse, TOO_SLOW)

    def _end_patience(self) -> None:
        if self._patience is not None:
            self._patience.cancel()
            self._patience = None

    def _must_fit(self, length: int) -> None:
        """Raises ValueError, at which the parser stops."""
        self._head += length
        if self._head > LARGEST_HEAD:
            self._refuse(TOO_LARGE)
            raise ValueError("the head of a request is too large")

    def _refuse(self, status: bytes) -> None:
        self._end_patience()
        if self._spoken and not self.transport.is_closing():  # browsers open connections that they may never use
            REFUSED.note(int(status[:3]), "/d")
            said = SAID[status]
            head = b"HTTP/1.1 %s\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: %d\r\n"
            self.transport.write((head + b"connection: close\r\n\r\n") % (status, len(said)) + said)
        self.transport.close()

    def send_400_response(self, msg: str) -> None:
        if not self.transport.is_closing():
            super().send_400_response(msg)
