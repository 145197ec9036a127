"""Hears at once that the server is to stop.

uvicorn waits for open connections before it tells the lifespan, so those that never end must be ended before.
"""

import asyncio
import signal
from collections.abc import Callable
from threading import current_thread, main_thread
from types import FrameType

SIGNALS = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGBREAK") if hasattr(signal, name)]


def when_stopping(end: Callable[[], None]) -> None:
    """Call `end` in the running event loop when the process is asked to stop, beside whatever happens then anyway."""
    if current_thread() is not main_thread():
        return  # signals go to the main thread; a test's server ends its connections itself
    loop = asyncio.get_running_loop()
    for number in SIGNALS:
        _add(number, lambda: loop.call_soon_threadsafe(end))


def _add(number: int, end: Callable[[], object]) -> None:
    before = signal.getsignal(number)
    if not callable(before):
        return  # nobody listens: the process ends on the spot

    def both(given: int, frame: FrameType | None) -> None:
        end()
        before(given, frame)

    signal.signal(number, both)
