"""Pictures of the running demo: the README's by default, every screen in every shape with `--all FOLDER`.

python -m tests.screenshots                               deploy/screenshots/*.png
python -m tests.screenshots --all /tmp/look               sv and en; desktop, phone, projector, dark
python -m tests.screenshots --all /tmp/look --only results --shapes desktop,phone --languages sv
"""

import argparse
import sqlite3
import tempfile
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from PIL import Image

from assessment.services import assessments
from tests import workshop_builders
from tests.browser.chromium import DESKTOP, NARROW, PHONE, PROJECTOR, chromium, screen
from tests.browser.visitor import Visitor
from tests.builders import ADA
from tests.serving import ROOT, Server

README_FOLDER = ROOT / "deploy" / "screenshots"
README_SIZE = (1280, 800)
README_SHOTS = ("start", "respond", "results", "actions", "path", "workshop-screen")
VOTES = {"inkop": (0, 1, 1), "beslutsfattare": (3, 3, 4), "behovsagare": (1, 3, 3)}
HEAVY = 250_000  # bytes, above which a picture for the README gets a palette
SHAPES = {
    "desktop": (DESKTOP, "light"),
    "dark": (DESKTOP, "dark"),
    "phone": (PHONE, "light"),
    "phone-dark": (PHONE, "dark"),
    "narrow": (NARROW, "light"),
    "projector": (PROJECTOR, "light"),
}


@dataclass(frozen=True)
class Shot:
    """A screen of the demo, without an open assessment, with one, or as the first one who takes part in it."""

    name: str
    path: str = ""
    assessment: bool = True
    participant: bool = False
    query: dict = field(default_factory=dict)
    workshop: bool = False  # in the workshop that `revealed_workshop` makes


SHOTS = (
    Shot("start", assessment=False),
    Shot("respond-role", "svara", query={"p": "ny"}),
    Shot("respond", "svara", participant=True, query={"q": "POL-01"}),
    Shot("respond-dimension", "svara", participant=True, query={"q": "TID-01", "vy": "omrade"}),
    Shot("results", "resultat"),
    Shot("actions", "atgarder"),
    Shot("path", "atgarder", query={"vy": "vag"}),
    Shot("compare", "jamfor"),
    Shot("compare-units", "jamfor", query={"vy": "enheter"}),
    Shot("analyse", "analysera"),
    Shot("way", "vagval"),
    Shot("prepare", "forbered"),
    Shot("prepare-document", "forbered", query={"post": "dokument.ekvik-doc-03"}),
    Shot("communicate", "kommunicera"),
    Shot("checklists", "checklistor", assessment=False),
    Shot("checklist", "checklistor", assessment=False, query={"version": "beredskap-i-inkop@2026.1"}),
    Shot("workshop-new", "workshop"),
    Shot("workshop-room", "workshop", workshop=True),
    Shot("workshop-screen", "workshop", workshop=True, query={"vy": "storbild"}),
    Shot("wrong-link", "resultat", assessment=False, query={"a": "finns-inte"}),
    Shot("nothing-open", "atgarder", assessment=False),
)


def demo_query(database):
    """The address parameters of the demo's assessment and of its first participant."""
    with sqlite3.connect(database) as connection:
        chosen = "select a.id, p.id from assessment a left join participant p on p.assessment_id = a.id"
        found = connection.execute(f"{chosen} order by a.example desc, a.created_at desc, p.created_at limit 1")
        return dict(zip(("a", "p"), found.fetchone() or ("", ""), strict=True))


def revealed_workshop(server):
    """A workshop in the demo whose first question has been voted on and revealed. Its id."""
    store = server.open_store()
    known = assessments.opened(store, ADA, demo_query(server.database)["a"]).assessment
    workshop = workshop_builders.prepare(store, known, facilitator="Ada Ek")
    ada = workshop_builders.Facilitator(store, workshop)
    round_id = ada.open_vote("TID-06")
    for role, levels in VOTES.items():
        for level in levels:
            token = workshop_builders.attend(store, workshop, role=role)
            workshop_builders.vote(store, token, round_id, level)
    ada.reveal()
    store.dispose()
    return workshop.id


def take(browser, server, shot, *, size, colours, language, whole=True):
    """The picture as PNG, and the words of what went wrong on the way."""
    known = demo_query(server.database)
    opened = {"a": known["a"]} if shot.assessment else {}
    if shot.participant:
        opened["p"] = known["p"]
    if shot.workshop:
        opened["w"] = server.workshop
    context = screen(browser, size=size, colours=colours)
    visitor = Visitor(context, server)
    visitor.open(shot.path, **opened, **shot.query, lang=language)
    visitor.page.wait_for_load_state("networkidle")
    if whole:
        visitor.grow()
    picture = visitor.page.screenshot(animations="disabled")
    troubles = [*visitor.errors, *visitor.outside]
    if visitor.overflow:
        troubles.append(f"{visitor.overflow} px too wide")
    context.close()
    return picture, troubles


def light(picture):
    """The same picture, with a palette if it would be heavy otherwise."""
    if len(picture) <= HEAVY:
        return picture
    packed = BytesIO()
    Image.open(BytesIO(picture)).convert("RGB").quantize(256).save(packed, "PNG", optimize=True)
    return packed.getvalue()


def for_readme(browser, server):
    README_FOLDER.mkdir(parents=True, exist_ok=True)
    for shot in SHOTS:
        if shot.name in README_SHOTS:
            picture, _ = take(browser, server, shot, size=README_SIZE, colours="light", language="sv", whole=False)
            path = README_FOLDER / f"{shot.name}.png"
            path.write_bytes(light(picture))
            print(path.relative_to(ROOT))


def for_review(browser, server, *, folder, only, shapes, languages):
    folder.mkdir(parents=True, exist_ok=True)
    for shot in SHOTS:
        if only and not any(part in shot.name for part in only):
            continue
        for language in languages:
            for shape in shapes:
                size, colours = SHAPES[shape]
                picture, troubles = take(browser, server, shot, size=size, colours=colours, language=language)
                path = folder / f"{shot.name}-{language}-{shape}.png"
                path.write_bytes(picture)
                print(path, *troubles, sep="\n    ")


def listed(text):
    return [part for part in text.split(",") if part]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--all", type=Path, metavar="FOLDER", help="every screen in every shape, for reviewing")
    parser.add_argument("--only", type=listed, default=[], help="parts of screen names, with commas between")
    parser.add_argument("--shapes", type=listed, default=["desktop", "dark", "phone"], help=", ".join(SHAPES))
    parser.add_argument("--languages", type=listed, default=["sv", "en"])
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as place, chromium() as browser:
        server = Server(place)
        server.run("demo")
        server.workshop = revealed_workshop(server)
        server.start()
        try:
            if chosen.all is None:
                for_readme(browser, server)
            else:
                for_review(
                    browser,
                    server,
                    folder=chosen.all,
                    only=chosen.only,
                    shapes=chosen.shapes,
                    languages=chosen.languages,
                )
        finally:
            server.stop()


if __name__ == "__main__":
    main()
