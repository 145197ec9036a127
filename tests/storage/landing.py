"""Keeps the present schema with data in it for `test_landed`: `python -m tests.storage.landing`.

Run it when you have added a migration, and commit the file with it. From then on every later version has to bring that
file along, on both databases.
"""

import json
import lzma
import sqlite3
import sys
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from assessment.domain.action import Plan
from assessment.services import actions, assessments, demo, responses
from assessment.services.house import open_house
from assessment.storage.migrate import VERSION_TABLE
from tests import builders
from tests.builders import ADA
from tests.workshop_builders import Facilitator, attend, prepare, vote

LANDED = Path(__file__).parent / "landed"
SCHEMA = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type = 'trigger', type = 'index', rowid"
TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid"


def main():
    with TemporaryDirectory() as folder:
        fill(builders.url(Path(folder) / "rustad.db"))
        with closing(sqlite3.connect(Path(folder) / "rustad.db")) as connection:
            kept = dump(connection)
    path = LANDED / f"{kept['revision']}.json.xz"
    path.write_bytes(lzma.compress(json.dumps(kept, ensure_ascii=False, indent=0).encode(), preset=9))
    sys.stdout.write(f"{path}\n")


def fill(address):
    """The example municipality, and an assessment with a workshop in the middle of a vote."""
    engine = open_house(address)
    demo.load(engine, ADA)
    assessment = builders.start(engine, name="Räddningstjänsten i Åmål", organisation="Åmåls kommun")
    ben, chi = (builders.join(engine, assessment, name) for name in (builders.BEN, builders.CHI))
    builders.answer_all(engine, ben, (0, 1, 2, 3, 4))
    builders.answer_all(engine, chi, (2,))
    text, which = "KS 2026/214, ”beslut” – 100 % 😀\nrad två", responses.ResponseText.EVIDENCE
    responses.write(engine, ADA, participant_id=ben.id, item_id="POL-01", which=which, text=text)
    assessments.set_target(engine, ADA, assessment.id, part="POL", level=4)
    workshop = prepare(engine, assessment)
    tokens = [attend(engine, workshop, role=role) for role in ("inkop", "inkop", "inkop", "behovsagare")]
    facilitator = Facilitator(engine, workshop)
    round_id = facilitator.open_vote("POL-01")
    for level, token in enumerate(tokens):
        vote(engine, token, round_id, level)
    facilitator.reveal()
    facilitator.settle("POL-01", 2)
    vote(engine, tokens[0], facilitator.open_vote("POL-02"), 1)
    plan = Plan(title="Skriv rutin för jour", owner="Åsa Öberg", due=date(2027, 3, 31), aims={"POL-01": 3, "RUT-01": 4})
    action = actions.add(engine, ADA, assessment.id, plan)
    actions.change(engine, ADA, action.id, version=1, plan=replace(plan, owner="Örjan", note="Efter mötet"))
    engine.dispose()


def dump(connection):
    """Schema and rows as SQLite holds them."""
    connection.row_factory = sqlite3.Row
    tables = [name for (name,) in connection.execute(TABLES)]
    rows = {name: [dict(row) for row in connection.execute(f'SELECT * FROM "{name}"')] for name in tables}
    [version] = rows.pop(VERSION_TABLE)
    schema = [sql for (sql,) in connection.execute(SCHEMA)]
    return {"revision": version["version_num"], "ddl": schema, "rows": rows}


if __name__ == "__main__":
    main()
