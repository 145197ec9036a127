"""The brief of a target group on paper: the same words as in Word."""

from sqlalchemy.engine import Engine
from starlette.requests import Request
from starlette.responses import HTMLResponse

from assessment.domain.viewer import Viewer
from assessment.reporting.brief import brief
from assessment.services import messages, organisations
from assessment.texts.language import Language
from assessment.web.paper import paper


def print_brief(request: Request) -> HTMLResponse:
    """`/utskrift/malgrupp/{organisation_id}?grupp=&lang=`. 404 with a sentence when the organisation is gone."""
    organisation_id, group = request.path_params["organisation_id"], request.query_params.get("grupp", "")
    return paper(
        request,
        "print_brief.html",
        lambda engine, viewer, spoken: _content(engine, viewer, spoken, organisation_id, group),
    )


def _content(engine: Engine, viewer: Viewer, spoken: Language, organisation_id: str, group: str) -> dict[str, object]:
    organisation = organisations.organisation(engine, viewer, organisation_id)
    overview = messages.overview(engine, viewer, organisation_id)
    return {"foot": organisation.name, "brief": brief(organisation, overview, group, spoken)}
