"""The fixed cast and the states that tests begin from. Real SQLite files, real services, nothing pretended.

The facilitator Ada runs the assessment; Ben (procurement) and Chi (need owner) take part; Dan belongs elsewhere.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy.engine import Engine

from assessment.domain.assessment import Assessment, Participant
from assessment.domain.checklist import Item, Scope
from assessment.domain.response import Answer, rated
from assessment.domain.viewer import Viewer, ViewerKind
from assessment.services import assessments, participants, responses
from assessment.services.house import open_house

ADA = Viewer(ViewerKind.FACILITATOR)
BEN, CHI, DAN = "Ben", "Chi", "Dan"
ROLES_OF = {BEN: ("inkop",), CHI: ("behovsagare",), DAN: ("beslutsfattare",)}


def url(path: Path) -> str:
    """The address of an SQLite file."""
    return f"sqlite:///{path}"


def house(tmp_path: Path) -> Engine:
    """A fresh database file `rustad.db` with the schema and the shipped checklist."""
    fresh_file(tmp_path / "rustad.db")
    return open_house(url(tmp_path / "rustad.db"))


def fresh_file(path: Path) -> None:
    """A database file with the schema and the shipped checklist, in no time."""
    path.write_bytes(_fresh_database())


@cache
def _fresh_database() -> bytes:
    """What an opened house looks like on disk. Made once, because reading the checklist takes a while."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "rustad.db"
        open_house(url(path)).dispose()
        return path.read_bytes()


def start(
    engine: Engine,
    *,
    name: str = "Hela kommunen",
    organisation: str = "Ekviks kommun",
    organisation_type: str = "kommun",
    scope: Scope = Scope.QUICK,
) -> Assessment:
    """An assessment that Ada has just started."""
    return assessments.start(
        engine, ADA, name=name, organisation=organisation, organisation_type=organisation_type, scope=scope
    )


def join(engine: Engine, assessment: Assessment, name: str, *, roles: Sequence[str] | None = None) -> Participant:
    """One of the cast, or anybody, takes part."""
    chosen = roles or ROLES_OF.get(name, ("inkop",))
    return participants.join(engine, ADA, assessment.id, roles=chosen, name=name)


def viewer_of(participant: Participant) -> Viewer:
    """What this participant may see and do."""
    return Viewer(ViewerKind.PARTICIPANT, participant.id)


def asked(engine: Engine, assessment: Assessment) -> tuple[Item, ...]:
    """The assessment's items, in the checklist's order."""
    return assessment.asked(assessments.opened(engine, ADA, assessment.id).checklist)


def answer(engine: Engine, participant: Participant, item_id: str, level: int | Answer) -> None:
    """One answer; a number is a level."""
    given = rated(level) if isinstance(level, int) else level
    responses.answer(engine, viewer_of(participant), participant_id=participant.id, item_id=item_id, answer=given)


def answer_all(
    engine: Engine, participant: Participant, levels: Sequence[int | Answer] | Mapping[str, int | Answer] = (2,)
) -> None:
    """Answer every asked item: by item id (only those named), or going round and round through `levels`."""
    items = asked(engine, assessments.opened(engine, ADA, participant.assessment_id).assessment)
    chosen = (
        levels if isinstance(levels, Mapping) else dict(zip((item.id for item in items), cycle(levels), strict=False))
    )
    for item_id, level in chosen.items():
        answer(engine, participant, item_id, level)
