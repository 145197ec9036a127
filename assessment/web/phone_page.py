"""The phone pages as HTML. One page carries its style within, so that it is drawn as soon as it has come."""

from hashlib import sha256
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from assessment.domain.checklist import Checklist, term
from assessment.domain.workshop_parts import Names
from assessment.settings import ROOT
from assessment.texts.language import Language

HERE: Final = Path(__file__).parent
SCRIPT: Final = (HERE / "static" / "phone.js").read_bytes()
FONT: Final = (ROOT / "assessment" / "ui" / "static" / "public-sans.woff2").read_bytes()
SCRIPT_ADDRESS: Final = f"/d/phone.js?v={sha256(SCRIPT).hexdigest()[:8]}"
STYLE: Final = Markup((HERE / "templates" / "phone" / "phone.css").read_text(encoding="utf-8").replace("\n", ""))
TEMPLATES: Final = Environment(
    loader=FileSystemLoader(HERE / "templates"), autoescape=True, trim_blocks=True, lstrip_blocks=True
)


def fragment(template: str, spoken: Language, **content: object) -> str:
    """The inside of a page's `main`."""
    filled = TEMPLATES.get_template(f"phone/{template}.html").render(t=spoken.text, code=spoken.code, **content)
    return filled.strip()


def document(
    spoken: Language, main: str, *, title: str, room: str = "", version: int | None = None, waits: bool = False
) -> str:
    """A whole page. `room` is where the room's changes are told; a page that `waits` loads itself without a script."""
    return TEMPLATES.get_template("phone/page.html").render(
        t=spoken.text,
        code=spoken.code,
        css=STYLE,
        script=SCRIPT_ADDRESS,
        title=titled(title),
        room=room,
        version="" if version is None else version,
        waits=waits,
        main=Markup(main),
    )


def titled(title: str) -> str:
    """What the browser's tab says."""
    return f"{title} – Rustad" if title else "Rustad"


def promise(names: Names, spoken: Language) -> str:
    """What the room gets to know about a vote."""
    if names is Names.OPEN:
        return spoken.text("Everyone sees what you have voted when the answers are shown.")
    return spoken.text("Nobody sees who has voted what. You can change your vote until the answers are shown.")


def role_names(roles: tuple[str, ...], checklist: Checklist, spoken: Language) -> str:
    """Beslutsfattare, Behovsägare."""
    return ", ".join(spoken.of(term(checklist.roles, role).name) for role in roles)
