"""What happens once, when the server starts."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module
from typing import Final

from assessment.domain.errors import AssessmentError
from assessment.services.house import house
from assessment.settings import settings
from assessment.texts.language import language

HEAVY: Final = ("pandas", "openpyxl", "plotly.graph_objects")
REST: Final = 2.0  # seconds for the first visitor, who would otherwise share the processor with the imports
log = logging.getLogger("rustad")


@asynccontextmanager
async def lifespan(_app: object) -> AsyncIterator[None]:
    """Open the house, then import what the first visitor would otherwise wait for while the server already answers."""
    try:
        house(settings().database_url)
    except AssessmentError as error:
        log.error(language(settings().language).explain(error))  # the pages say the same
    warming = asyncio.create_task(_warm())
    yield
    warming.cancel()


async def _warm() -> None:
    await asyncio.sleep(REST)
    await asyncio.to_thread(_import_heavy)


def _import_heavy() -> None:
    for name in HEAVY:
        import_module(name)
