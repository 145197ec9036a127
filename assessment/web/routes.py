"""The addresses that are not Streamlit's."""

from collections.abc import Callable
from importlib import import_module

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from assessment import __version__
from assessment.domain.errors import AssessmentError
from assessment.services.house import house
from assessment.settings import settings
from assessment.storage.database import told_plainly
from assessment.storage.migrate import is_current
from assessment.web.sign_in_cookies import CALLBACK


def health(_request: Request) -> JSONResponse:
    """Version, database reachable, schema current. 503 when something is wrong."""
    try:
        engine = house(settings().database_url)
        with told_plainly(engine):
            current = is_current(engine)
    except AssessmentError:
        return JSONResponse({"version": __version__, "database": False, "schema": False}, status_code=503)
    return JSONResponse(
        {"version": __version__, "database": True, "schema": current}, status_code=200 if current else 503
    )


def later(place: str) -> Callable[[Request], Response]:
    """The page that `place` names, module and function, imported when somebody first asks for it.

    Printed pages bring pandas along, for which the first visitor after a start would have to wait.
    """

    module, name = place.split(".")

    def page(request: Request) -> Response:
        shown: Response = getattr(import_module(f"assessment.web.{module}"), name)(request)
        return shown

    return page


ROUTES: list[BaseRoute] = [
    Route("/halsa", health),
    Route("/p/{token}", later("personal_link.open_link")),
    Route("/lamna", later("personal_link.leave")),
    Route("/utskrift/{assessment_id}", later("print.print_page")),
    Route("/utskrift/{assessment_id}/protokoll", later("print_record.print_record")),
    Route("/utskrift/{assessment_id}/beslutsunderlag", later("print_decision.print_decision")),
    Route("/utskrift/styrdokument/{organisation_id}", later("print_documents.print_documents")),
    Route("/utskrift/malgrupp/{organisation_id}", later("print_brief.print_brief")),
    Route("/utskrift/verksamheter/{organisation_id}", later("print_register.print_register")),
    Route("/utskrift/vagval/{record_id}", later("print_way.print_way")),
    Route("/utskrift/{assessment_id}/rostsedlar", later("print_ballots.print_ballots")),
    Route("/utskrift/{anything:path}", later("paper.unknown_paper")),
]
NAMES = frozenset({CALLBACK.strip("/"), *(route.path.strip("/") for route in ROUTES if isinstance(route, Route))})
