"""Settings that do not belong together end the program before it serves anybody, with one sentence."""

import os
import sys
from typing import Final

from pydantic import ValidationError

from assessment.domain.errors import AssessmentError, sentence
from assessment.services.access_settings import must_belong_together
from assessment.settings import settings
from assessment.texts.language import language

UNUSABLE = sentence("{variable} has a value that cannot be used. The README lists what it may be.")


def refuse_wrong_settings() -> bool:
    """True when the settings can be used; else the process ends with status 2."""
    try:
        must_belong_together()
    except ValidationError as error:
        name = ".".join(str(part) for part in error.errors()[0]["loc"]).upper()
        _end(language("en").text(UNUSABLE, variable=f"RUSTAD_{name}"))
    except AssessmentError as error:
        _end(language(settings().language).explain_to_keeper(error))
    return True


def _end(told: str) -> None:
    print(told, file=sys.stderr, flush=True)
    os._exit(2)  # Streamlit would tell of anything milder as a fault of its own, with a traceback


# On import, because other modules read the settings when they are imported
CHECKED: Final = refuse_wrong_settings()
