"""`/p/<token>`: the token goes from the address into a cookie, and the visitor on to the questions."""

import logging
import re
from typing import Final

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from assessment.domain.errors import AssessmentError
from assessment.domain.personal_link import DAYS, LinksClosed
from assessment.services import personal_links
from assessment.services.house import house
from assessment.settings import settings
from assessment.web.paper import refusal, spoken_language
from assessment.web.signed_in import LINK_COOKIE

TOKEN: Final = re.compile(r"/p/[^\s?\"']+")
LONGEST: Final = max(DAYS) * 24 * 3600  # seconds; the link itself ends earlier in the database


def open_link(request: Request) -> Response:
    """On to Svara with the cookie, or a sentence. The address goes no further: not into history, not to any page."""
    spoken = spoken_language(request)
    try:
        if settings().access == "local":
            raise LinksClosed
        viewer = personal_links.come_by(house(settings().database_url), request.path_params["token"])
    except AssessmentError as error:
        return _untold(refusal(spoken, error, status=403))
    asked = f"&lang={spoken.code}" if "lang" in request.query_params else ""
    answer = RedirectResponse(f"/svara?a={viewer.assessment_id}{asked}", status_code=303)
    answer.set_cookie(
        LINK_COOKIE, request.path_params["token"], max_age=LONGEST, path="/", httponly=True, samesite="lax"
    )
    return _untold(answer)


def leave(_request: Request) -> Response:
    """Forget the link in this browser."""
    answer = RedirectResponse("/", status_code=303)
    answer.delete_cookie(LINK_COOKIE, path="/", httponly=True, samesite="lax")
    return _untold(answer)


def _untold(answer: Response) -> Response:
    answer.headers["referrer-policy"] = "no-referrer"
    answer.headers["cache-control"] = "no-store"
    return answer


class WithoutTokens(logging.Filter):
    """Keeps the tokens of personal links out of the log of requests."""

    def filter(self, record: logging.LogRecord) -> bool:
        if isinstance(record.args, tuple):
            record.args = tuple(TOKEN.sub("/p/…", one) if isinstance(one, str) else one for one in record.args)
        return True


logging.getLogger("uvicorn.access").addFilter(WithoutTokens())
