"""Who may send a file. Streamlit keeps in memory whatever anybody with an open page sends, as often as it is sent."""

from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from assessment.domain.errors import AssessmentError
from assessment.services import sign_in
from assessment.services.house import house
from assessment.settings import settings
from assessment.texts.language import language
from assessment.web.page_head import asked_language
from assessment.web.signed_in import claims_in

UPLOADS: Final = "/_stcore/upload_file/"


class Uploads:
    """Lets files in from those who may read a workbook in. In local mode that is whoever comes this far."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not scope["path"].startswith(UPLOADS):
            await self.app(scope, receive, send)
            return
        try:
            await run_in_threadpool(_must_steward, Request(scope))
        except AssessmentError as error:
            said = language(asked_language(scope)).explain(error)
            await PlainTextResponse(said, status_code=403)(scope, receive, send)
        else:
            await self.app(scope, receive, send)


def _must_steward(request: Request) -> None:
    """Raises NotSignedIn, SignInOld, SignedOut, NotListed or OnlyStewards.

    Who came by a personal link has nothing to send.
    """
    if settings().access == "local":
        return
    engine = house(settings().database_url)
    sign_in.arrived(engine, claims_in(request.cookies), "").must_steward()
