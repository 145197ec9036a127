"""The same copy of a file, read in again: what it and the plan agreed on last time is what it is compared with.

Two copies of one export can hold the same text and still be different papers: one that a unit has worked on in, or
another unit's. Nothing in a file tells them apart, so a person is asked wherever the answer matters.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from hashlib import sha256

from assessment.domain.errors import AssessmentError, sentence
from assessment.domain.returned_plan import NewRow, Place, ReturnedPlan, aims_of

SAME_TITLE, SAME_AIMS, SHARED_AIM, SAME_PLACE = 8, 4, 2, 1  # what speaks for a row being the one from last time


class CopyUnclear(AssessmentError):
    """`when` is the moment of the earlier reading in words."""

    text = sentence(
        "A file from the same export was read in {when}, and only you know if this is that file. Nothing has changed. "
        "Read the file in on the screen Actions, where you are asked."
    )


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A row that became an action, as it stood when it was read in. `aims` is as `written` writes it."""

    action_id: str
    place: Place
    title: str
    aims: str
    from_gap: bool


@dataclass(frozen=True, slots=True)
class Said:
    """What a copy said after a reading, by action and field: the value that the plan got or had, then its others.

    A copy says more than one thing about a field where one of its sheets was changed and the other was not.
    """

    fields: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    rows: tuple[ReadRow, ...] = ()

    def followed_by(self, later: "Said") -> "Said":
        fields = {id_: {**self.fields.get(id_, {}), **theirs} for id_, theirs in later.fields.items()}
        again = {row.action_id for row in later.rows}
        kept = tuple(row for row in self.rows if row.action_id not in again)
        return Said({**self.fields, **fields}, (*kept, *later.rows))

    def without(self, fields: Iterable[tuple[str, str]], actions: Iterable[str]) -> "Said":
        """Without what was taken back: fields by action and name, and whole actions."""
        gone, taken = set(fields), set(actions)
        left = {
            id_: {name: values for name, values in theirs.items() if (id_, name) not in gone}
            for id_, theirs in self.fields.items()
            if id_ not in taken
        }
        return Said(left, tuple(row for row in self.rows if row.action_id not in taken))


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of one copy. The first reading's batch is the copy's id from then on."""

    batch: str
    assessment_id: str
    export_id: str
    copy_id: str
    file_name: str
    at: datetime  # UTC
    by: str
    said: Said


@dataclass(frozen=True, slots=True)
class ReadCopy:
    """A copy that has been read in, as of its latest reading."""

    id: str
    file_name: str
    at: datetime  # UTC
    by: str
    said: Said


def copies(readings: Sequence[Reading], export_id: str) -> tuple[ReadCopy, ...]:
    """The copies of one export, the latest read first. `readings` oldest first."""
    found: dict[str, ReadCopy] = {}
    for one in readings:
        if one.export_id == export_id:
            before = found.pop(one.copy_id, None)
            said = one.said if before is None else before.said.followed_by(one.said)
            found[one.copy_id] = ReadCopy(one.copy_id, one.file_name, one.at, one.by, said)
    return tuple(reversed(found.values()))


def export_id(returned: ReturnedPlan) -> str:
    """The same for all copies of one export, and for no other."""
    baseline = {id_: [one.version, dict(one.fields)] for id_, one in returned.baseline.items()}
    content = json.dumps([returned.assessment_id, returned.exported_at, baseline], sort_keys=True)
    return sha256(content.encode()).hexdigest()


def known_again(rows: Sequence[NewRow], copy: ReadCopy) -> dict[int, str]:
    """The action that each row became when this copy was read in before, by the row's number."""
    pairs = sorted(
        ((likeness, -number, place) for number, row in enumerate(rows) for place, likeness in _alike(row, copy)),
        reverse=True,
    )
    found: dict[int, str] = {}
    taken: set[int] = set()
    for _, negative, place in pairs:
        if -negative not in found and place not in taken:
            found[-negative] = copy.said.rows[place].action_id
            taken.add(place)
    return found


def _alike(row: NewRow, copy: ReadCopy) -> Iterable[tuple[int, int]]:
    """The copy's earlier rows that it may be, by their number, and how much speaks for it."""
    aims = row.plan.aims
    for place, before in enumerate(copy.said.rows):
        if before.from_gap is not row.from_gap:
            continue
        same = before.title.casefold() in {title.casefold() for title in row.titles}
        earlier = aims_of(before.aims)
        shared = bool(aims.keys() & earlier.keys())
        if shared if row.from_gap else same or shared:
            likeness = SAME_TITLE * same + SAME_AIMS * (aims == earlier) + SHARED_AIM * shared
            yield place, likeness + SAME_PLACE * (row.place == before.place)


def said_text(said: Said) -> str:
    """For the database."""
    rows = [[one.action_id, one.place.sheet, one.place.row, one.title, one.aims, one.from_gap] for one in said.rows]
    return json.dumps({"fields": {id_: dict(one) for id_, one in said.fields.items()}, "rows": rows})


def said_from(text: str) -> Said:
    """What `said_text` wrote."""
    content = json.loads(text)
    fields = {id_: {name: tuple(one) for name, one in theirs.items()} for id_, theirs in content["fields"].items()}
    rows = [ReadRow(id_, Place(sheet, row), *rest) for id_, sheet, row, *rest in content["rows"]]
    return Said(fields, tuple(rows))


def taken_back(reading: Reading, fields: Iterable[tuple[str, str]], actions: Iterable[str]) -> Reading:
    return replace(reading, said=reading.said.without(fields, actions))
