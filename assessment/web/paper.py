"""What every page for the printer shares: its language, its refusal, its looks. Always light, always A4."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup
from sqlalchemy.engine import Engine
from starlette.requests import Request
from starlette.responses import HTMLResponse

from assessment.domain.errors import AssessmentError, sentence
from assessment.services.house import house
from assessment.settings import settings
from assessment.texts.language import CODES, Language, language

TEMPLATES: Final = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"), autoescape=True, trim_blocks=True, lstrip_blocks=True
)
Content = Callable[[Engine, Language], Mapping[str, object]]


class PaperUnknown(AssessmentError):
    text = sentence("There is no such page to print. Open it from its screen.")


def unknown_paper(request: Request) -> HTMLResponse:
    """For every printed address that no page has. Streamlit would answer it with an empty screen."""
    return _refusal(_language(request), PaperUnknown())


def paper(request: Request, template: str, content: Content) -> HTMLResponse:
    """The page in the language that `lang=` asks for; 404 with a sentence when what it shows is gone.

    `content` gives what the template shows, `foot` among it, and may raise an AssessmentError.
    """
    spoken = _language(request)
    try:
        told = dict(content(house(settings().database_url), spoken))
    except AssessmentError as error:
        return _refusal(spoken, error)
    told |= {"t": spoken.text, "n": spoken.plural, "code": spoken.code, "spoken": spoken}
    told["foot"] = css_text(f"Rustad · {told['foot']}")
    return HTMLResponse(TEMPLATES.get_template(template).render(**told))


def _refusal(spoken: Language, error: AssessmentError) -> HTMLResponse:
    told = TEMPLATES.get_template("refusal.html").render(code=spoken.code, told=spoken.explain(error))
    return HTMLResponse(told, status_code=404)


def _language(request: Request) -> Language:
    asked = request.query_params.get("lang", "")
    return language(asked if asked in CODES else settings().language)


def css_text(text: str) -> Markup:
    """`text` for inside a CSS string: whatever is no letter, digit or space is written as an escape."""
    return Markup("".join(char if char.isalnum() or char == " " else f"\\{ord(char):06x} " for char in text))
