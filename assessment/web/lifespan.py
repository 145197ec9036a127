"""What happens once, when the server starts."""

import asyncio
import contextlib
import gc
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module
from typing import Final

from assessment.domain.errors import AssessmentError
from assessment.services.house import house
from assessment.settings import settings
from assessment.texts.language import language
from assessment.web.copy_keeper import keep_copies
from assessment.web.phone import PHONE_PAGES
from assessment.web.phone_listener import keep_phone_door
from assessment.web.presence_teller import keep_telling_presence
from assessment.web.quiet_log import keep_values_out
from assessment.web.stopping import when_stopping

try:
    import resource
except ImportError:  # Windows, which has no such limit
    resource = None  # type: ignore[assignment]

HEAVY: Final = ("pandas", "openpyxl", "plotly.graph_objects")
MOST_FILES: Final = 20_000
REST: Final = 2.0  # seconds for the first visitor, who would otherwise share the processor with the imports
log = logging.getLogger("rustad")


@asynccontextmanager
async def lifespan(_app: object) -> AsyncIterator[None]:
    """Open the house, let phones in, then import what the first visitor would otherwise wait for."""
    keep_values_out()
    try:
        house(settings().database_url)
    except AssessmentError as error:
        log.error(language(settings().language).explain_to_keeper(error))  # the pages say the same
    when_stopping(PHONE_PAGES.feed.close)
    _allow_many_connections()
    door = asyncio.create_task(keep_phone_door(PHONE_PAGES))
    telling = asyncio.create_task(keep_telling_presence())
    copying = asyncio.create_task(keep_copies())
    warming = asyncio.create_task(_warm())
    yield
    copying.cancel()
    warming.cancel()
    telling.cancel()
    door.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await door


def _allow_many_connections() -> None:
    """Every open phone is a file to the operating system, and many allow a program only a thousand at first."""
    if resource is None:
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = MOST_FILES if hard == resource.RLIM_INFINITY else min(MOST_FILES, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


async def _warm() -> None:
    await asyncio.sleep(REST)
    await asyncio.to_thread(_import_heavy)
    # Nothing of all this is ever thrown away. Looking through it again and again would stop a voting hall for 0.4 s.
    gc.collect()
    gc.freeze()


def _import_heavy() -> None:
    for name in HEAVY:
        import_module(name)
