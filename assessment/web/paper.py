"""What every page for the printer shares: its language, its refusal, its looks. Always light, always A4."""

import logging
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup
from sqlalchemy.engine import Engine
from starlette.requests import Request
from starlette.responses import HTMLResponse

from assessment.domain.errors import AssessmentError, NotAllowed, sentence
from assessment.domain.personal_link import LinkEnded
from assessment.domain.sign_in import NotListed, NotSignedIn
from assessment.domain.viewer import Viewer
from assessment.services.house import house
from assessment.settings import settings
from assessment.texts.language import CODES, Language, language
from assessment.web.headers import PAPER
from assessment.web.phone_errors import BROKEN
from assessment.web.signed_in import request_viewer

TEMPLATES: Final = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"), autoescape=True, trim_blocks=True, lstrip_blocks=True
)
POLICY: Final = {"content-security-policy": PAPER}
REFUSED: Final = (NotAllowed, NotSignedIn, NotListed, LinkEnded)
log = logging.getLogger("rustad")
Content = Callable[[Engine, Viewer, Language], Mapping[str, object]]


class PaperUnknown(AssessmentError):
    text = sentence("There is no such page to print. Open it from its screen.")


class PaperBroken(AssessmentError):
    text = BROKEN


def unknown_paper(request: Request) -> HTMLResponse:
    """For every printed address that no page has. Streamlit would answer it with an empty screen."""
    return refusal(spoken_language(request), PaperUnknown())


def paper(request: Request, template: str, content: Content) -> HTMLResponse:
    """The page in the language that `lang=` asks for; 404 with a sentence when what it shows is gone, 403 to those
    who may not see it.

    `content` gives what the template shows, `foot` among it, and may raise an AssessmentError.
    """
    spoken = spoken_language(request)
    try:
        engine = house(settings().database_url)
        told = dict(content(engine, request_viewer(engine, request), spoken))
    except REFUSED as error:
        return refusal(spoken, error, status=403)
    except AssessmentError as error:
        return refusal(spoken, error)
    except Exception as error:  # what is wrong goes to the log
        log.error("a printed page failed", exc_info=error)
        return refusal(spoken, PaperBroken(), status=500)
    told |= {"t": spoken.text, "n": spoken.plural, "code": spoken.code, "spoken": spoken}
    told["foot"] = css_text(f"Rustad · {told['foot']}")
    return HTMLResponse(TEMPLATES.get_template(template).render(**told), headers=POLICY)


def refusal(spoken: Language, error: AssessmentError, *, status: int = 404) -> HTMLResponse:
    told = TEMPLATES.get_template("refusal.html").render(
        code=spoken.code, told=spoken.explain(error), onward=spoken.text("To the start page")
    )
    return HTMLResponse(told, status_code=status, headers=POLICY)


def spoken_language(request: Request) -> Language:
    asked = request.query_params.get("lang", "")
    return language(asked if asked in CODES else settings().language)


def css_text(text: str) -> Markup:
    """`text` for inside a CSS string: whatever is no letter, digit or space is written as an escape."""
    return Markup("".join(char if char.isalnum() or char == " " else f"\\{ord(char):06x} " for char in text))
