"""What they get who are not let in: one sentence. In a page where a browser asks, which loads nothing from here."""

from typing import Final

from starlette.datastructures import Headers
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.types import Scope

from assessment.texts.language import language
from assessment.web.headers import style_digest
from assessment.web.page_head import asked_language

STYLE: Final = (
    ":root{color-scheme:light dark}body{max-width:34rem;margin:0 auto;padding:12vh 1.5rem 4rem;"
    "font:1.0625rem/1.5 system-ui,sans-serif}h1{margin:0 0 .5rem;font-size:1.75rem;line-height:1.2}p{margin:0}"
)
POLICY: Final = f"default-src 'none'; style-src {style_digest(STYLE)}; frame-ancestors 'none'"
PAGE: Final = (
    '<!doctype html><html lang="{code}"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width,initial-scale=1"><title>Rustad</title>'
    f"<style>{STYLE.replace('{', '{{').replace('}', '}}')}</style></head>"
    "<body><main><h1>Rustad</h1><p>{told}</p></main></body></html>"
)


def shut_door(scope: Scope, why: str) -> Response:
    """`why` is a sentence of ours in English; it is told in the language that is asked for."""
    spoken = language(asked_language(scope))
    if "text/html" not in Headers(scope=scope).get("accept", ""):
        return PlainTextResponse(spoken.text(why), status_code=403)
    told = PAGE.format(code=spoken.code, told=spoken.text(why))
    return HTMLResponse(told, status_code=403, headers={"content-security-policy": POLICY})
