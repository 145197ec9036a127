"""Jämför with 20 units over five years, 50 items and ten participants each: 50,000 responses in 100 assessments."""

import asyncio
from datetime import UTC, datetime
from statistics import median

from sqlalchemy import insert

from assessment.domain.checklist import Scope
from assessment.services import assessments
from assessment.storage.database import unit_of_work
from assessment.storage.tables import AssessmentRow, ParticipantRow, ResponseRow
from tests import builders
from tests.bench.table import Line, p95
from tests.bench.ws_client import StreamlitClient
from tests.builders import ADA
from tests.serving import Server

UNITS, YEARS, PEOPLE = 20, (2022, 2023, 2024, 2025, 2026), 10
BAR = 300  # milliseconds for a rerun of the page
CHUNK = 5_000


def filled(server):
    """The server's database with everything in it, in seconds. Returns an assessment of the first unit."""
    store = server.open_store()
    begun = builders.start(store, name="Mall", scope=Scope.FULL)
    items = [item.id for item in builders.asked(store, begun)]
    rows = {AssessmentRow: [], ParticipantRow: [], ResponseRow: []}
    for unit in range(UNITS):
        for year in YEARS:
            _add(rows, begun, unit, year, items)
    with unit_of_work(store) as session:
        for table, values in rows.items():
            for first in range(0, len(values), CHUNK):
                session.connection().execute(insert(table), values[first : first + CHUNK])
    assessments.remove(store, ADA, begun.id)
    store.dispose()
    return f"u0-{YEARS[-1]}", len(rows[ResponseRow])


def _add(rows, begun, unit, year, items):
    id_, at = f"u{unit}-{year}", datetime(year, 10, 1 + unit, 8, 30, tzinfo=UTC)
    rows[AssessmentRow].append(
        {"id": id_, "name": f"Enheten {unit}, hösten {year}", "organisation": "Ekviks kommun", "scope": "full"}
        | {"organisation_type": begun.organisation_type, "checklist_id": begun.checklist_id, "example": False}
        | {"created_at": at, "changed_at": at, "revision": 1}
    )
    for number in range(PEOPLE):
        who = f"{id_}-{number}"
        rows[ParticipantRow].append({"id": who, "assessment_id": id_, "roles": "inkop", "name": "", "created_at": at})
        for place, item in enumerate(items):
            level = (unit * 3 + year + place * 7 + number * number) % 5
            kind = "unknown" if (unit + place + number) % 17 == 0 else "level"
            rows[ResponseRow].append(
                {"participant_id": who, "item_id": item, "kind": kind, "level": level if kind == "level" else None}
                | {
                    "reason": "",
                    "comment": "",
                    "evidence": "",
                    "answered_at": at,
                    "evidence_at": None,
                    "updated_at": at,
                }
            )


async def _reruns(server, path, query, times, *, mark=""):
    """Seconds of the first run of the page, and of each of the following. `mark` must be on it."""
    async with StreamlitClient(server.port, path=path, query=query) as client:
        first = await client.run()
        taken = [await client.run() for _ in range(times)]
        assert any(mark in text for text in client.html.values())
        return first, taken


def comparing_lines(places, *, quick):
    """From the request until the last part of the page has come, without a browser."""
    server = Server(places[0])
    opened, responses = filled(server)
    assert responses == UNITS * len(YEARS) * PEOPLE * 50
    server.start()
    lines = []
    try:
        asyncio.run(_reruns(server, "resultat", "a=gone", 1))  # what a first visitor imports is measured elsewhere
        for what, query, mark in (("units", "vy=enheter", "ru-units"), ("five years", f"a={opened}", "ru-shift")):
            cold, warm = asyncio.run(_reruns(server, "jamfor", query, 5 if quick else 30, mark=mark))
            lines += [
                Line(f"Compare {what}: first time, nothing kept", cold * 1000),
                Line(f"Compare {what}: rerun, p50", median(warm) * 1000, limit=BAR),
                Line(f"Compare {what}: rerun, p95", p95(warm) * 1000, limit=BAR),
            ]
    finally:
        server.kill()
    return lines
