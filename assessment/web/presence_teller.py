"""Tells the other processes, as long as the server runs, who is in the rooms here."""

import asyncio
import logging
from typing import Final

from assessment.services.house import house
from assessment.services.presence import PRESENCE
from assessment.services.presence_news import PresenceNews
from assessment.settings import settings

TELL_EVERY: Final = 1.0  # seconds, when something has changed
log = logging.getLogger("rustad")


async def keep_telling_presence() -> None:
    """Until cancelled. A database that is away is told of once, and the news follow when it is back."""
    news, well = PresenceNews(), True
    while True:
        try:
            if PRESENCE.rooms():
                await asyncio.to_thread(lambda: news.tell(house(settings().database_url)))
            well = True
        except Exception as error:  # noqa: BLE001  # the room goes on without
            if well:
                log.warning("the other processes were not told who is here: %s", type(error).__name__)
            well = False
        await asyncio.sleep(TELL_EVERY)
