"""A house with something of everything in it, and the viewers who try to get at it."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace

from assessment.domain.action import Plan
from assessment.domain.activity import ActivityFacts
from assessment.domain.document import DocumentFacts, DocumentLevel
from assessment.domain.response import rated
from assessment.domain.viewer import SERVER, Viewer, ViewerKind
from assessment.domain.way import UNSIGNED
from assessment.services import actions, entries, organisations, participants, plan_files, responses, route_plans, ways
from assessment.services.documents import DOCUMENTS
from assessment.services.registers import ACTIVITIES
from assessment.services.ways import RECORDS
from tests import builders, workshop_builders
from tests.builders import ADA
from tests.domain.way_facts import COMPLETE
from tests.services.test_plan_files import POLICY, TIME, edited, exported

MIA = Viewer(ViewerKind.MEMBER, name="Mia", person="mia's digest")
DAY = date(2026, 9, 2)


class World(SimpleNamespace):
    """What is there. `database` is the file that a call is made on, `scratch` a folder of the call's own."""


def built(folder: Path) -> World:
    """The house in `rustad.db` of the folder, closed again."""
    engine = builders.house(folder)
    assessment, elsewhere = builders.start(engine), builders.start(engine, name="Vattenverket")
    ben, dan = builders.join(engine, assessment, "Ben"), builders.join(engine, elsewhere, "Dan")
    mia = participants.join(engine, MIA, assessment.id, roles=["inkop"], name="Mia")
    for one in (ben, mia):
        viewer = MIA if one is mia else builders.viewer_of(one)
        responses.answer(engine, viewer, participant_id=one.id, item_id="POL-01", answer=rated(1))
    organisation = organisations.of_assessment(engine, ADA, assessment.id)
    nothing = organisations.start(engine, ADA, name="Tom", kind="kommun")
    activity = entries.add(engine, ADA, ACTIVITIES, organisation.id, ActivityFacts("Dricksvatten"))
    free = entries.add(engine, ADA, ACTIVITIES, organisation.id, ActivityFacts("Hemtjänst"))
    document = entries.add(engine, ADA, DOCUMENTS, organisation.id, DocumentFacts("Policy", DocumentLevel.POLICY))
    gone = entries.add(engine, ADA, DOCUMENTS, organisation.id, DocumentFacts("Gammal plan", DocumentLevel.PLAN))
    gone = entries.archive(engine, ADA, DOCUMENTS, gone.id, version=gone.version)
    facts = replace(COMPLETE, activity_id=activity.id, **UNSIGNED)
    record = ways.begin(engine, ADA, activity.id)
    record = entries.change(engine, ADA, RECORDS, record.id, version=record.version, facts=facts)
    signed = ways.begin(engine, ADA, free.id)
    facts = replace(COMPLETE, activity_id=free.id, **UNSIGNED)
    signed = entries.change(engine, ADA, RECORDS, signed.id, version=signed.version, facts=facts)
    signed = ways.sign(engine, ADA, signed.id, version=signed.version, name="Eva", role="Chef", on=DAY)
    planned = [actions.add(engine, ADA, assessment.id, plan) for plan in (POLICY, replace(TIME, aims={"POL-02": 2}))]
    two = actions.add(engine, ADA, assessment.id, Plan("Två", aims={"POL-01": 3, "POL-02": 3}))
    removed = actions.add(engine, ADA, assessment.id, Plan("Bort", aims={"POL-01": 2}))
    removed = actions.remove(engine, ADA, removed.id, version=removed.version)
    file = edited(exported(assessment, planned), {"owner": "Bo"})
    batch = route_plans.adopt(engine, ADA, assessment.id, [Plan("Väg", aims={"POL-01": 4})])
    voted = workshop_builders.prepare(engine, assessment)
    floor = workshop_builders.Facilitator(engine, voted)
    token = workshop_builders.attend(engine, voted)
    round_id = floor.open_vote("POL-01")
    workshop_builders.vote(engine, token, round_id, 2)
    lobby = workshop_builders.prepare(engine, assessment)
    proposal = plan_files.propose(engine, ADA, assessment.id, file)
    engine.dispose()
    return World(
        **{
            name: value
            for name, value in locals().items()
            if name not in ("engine", "viewer", "one", "facts", "folder")
        }
        | {"voted": floor.seen, "folder": folder, "database": folder / "rustad.db"}
    )


def viewers(world: World) -> dict[str, Viewer]:
    """One of each kind, and a participant of another assessment."""
    return {
        "administrator": Viewer(ViewerKind.ADMINISTRATOR, name="Ada", person="ada's digest"),
        "facilitator": Viewer(ViewerKind.FACILITATOR, name="Fia", person="fia's digest"),
        "member": MIA,
        "participant": builders.viewer_of(world.ben),
        "stranger": builders.viewer_of(world.dan),
        "server": SERVER,
    }
