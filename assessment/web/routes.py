"""The addresses that are not Streamlit's."""

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import BaseRoute, Route

from assessment import __version__
from assessment.domain.errors import AssessmentError
from assessment.services.house import house
from assessment.settings import settings
from assessment.storage.migrate import is_current
from assessment.web.print import print_page
from assessment.web.print_ballots import print_ballots
from assessment.web.print_decision import print_decision
from assessment.web.print_documents import print_documents
from assessment.web.print_record import print_record


def health(_request: Request) -> JSONResponse:
    """Version, database reachable, schema current. 503 when something is wrong."""
    try:
        current = is_current(house(settings().database_url))
    except AssessmentError:
        return JSONResponse({"version": __version__, "database": False, "schema": False}, status_code=503)
    return JSONResponse(
        {"version": __version__, "database": True, "schema": current}, status_code=200 if current else 503
    )


ROUTES: list[BaseRoute] = [
    Route("/halsa", health),
    Route("/utskrift/{assessment_id}", print_page),
    Route("/utskrift/{assessment_id}/protokoll", print_record),
    Route("/utskrift/{assessment_id}/beslutsunderlag", print_decision),
    Route("/utskrift/styrdokument/{organisation_id}", print_documents),
    Route("/utskrift/{assessment_id}/rostsedlar", print_ballots),
]
NAMES = frozenset(route.path.strip("/") for route in ROUTES if isinstance(route, Route))
