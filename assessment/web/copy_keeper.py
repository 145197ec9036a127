"""Makes a copy of the database now and then, beside everything else that goes on."""

import asyncio
import logging
from typing import Final

from assessment.domain.errors import AssessmentError
from assessment.domain.viewer import SERVER
from assessment.services.copy_plan import copy_plan
from assessment.services.kept_copies import make_if_due
from assessment.settings import settings
from assessment.texts.language import language

BEGINS: Final = 60.0  # seconds: those who have just started Rustad want to see it, not to wait for a copy
LOOKS: Final = 600.0  # a computer may have been asleep, so it is asked often whether a copy is due
log = logging.getLogger("rustad")


async def keep_copies(*, begins: float = BEGINS, looks: float = LOOKS) -> None:
    """Until cancelled. A failed copy is told in the log, by the screen Settings and by `doctor`, then tried again."""
    if copy_plan(settings()).every is None:
        return
    await asyncio.sleep(begins)
    while True:
        await asyncio.to_thread(copy_if_due)
        await asyncio.sleep(looks)


def copy_if_due() -> None:
    try:
        made = make_if_due(copy_plan(settings()), SERVER)
    except AssessmentError as error:
        log.error(language(settings().language).explain_to_keeper(error))
    except Exception:  # whatever it is, people go on working and the next copy is tried
        log.exception("no copy was made")
    else:
        if made is not None:
            log.info("copy %s", made.name)
