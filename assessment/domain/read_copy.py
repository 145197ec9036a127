"""The same copy of a file, read in again: what it and the plan agreed on last time is what it is compared with.

Two copies of one export can hold the same text and still be different papers: one that a unit has worked on in, or
another unit's. Nothing in a file tells them apart, so a person is asked wherever the answer matters.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from typing import Final

from assessment.domain.action import Action, written
from assessment.domain.errors import AssessmentError, sentence
from assessment.domain.returned_plan import NewRow, Place, ReturnedPlan, aims_of

SAME_TITLE, SAME_AIMS, SHARED_AIM, SAME_PLACE = 8, 4, 2, 1  # what speaks for a row being the one from last time


class CopyUnclear(AssessmentError):
    """`when` is the moment of the earlier reading in words."""

    text = sentence(
        "A file from the same export was read in {when}, and only you know if this is that file. Nothing has changed. "
        "Add --same-file or --other-copy, or read the file in on the screen Actions."
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
    """What a copy said after a reading, by action and field: the value that the plan has too, then what the others are.

    An action may stand in several rows, of which only one was changed; then each says its own. `content` is the same
    for two files that say the same in every row.
    """

    fields: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    rows: tuple[ReadRow, ...] = ()
    content: str = ""

    def followed_by(self, later: "Said") -> "Said":
        fields = {id_: {**self.fields.get(id_, {}), **theirs} for id_, theirs in later.fields.items()}
        again = {row.action_id for row in later.rows}
        kept = tuple(row for row in self.rows if row.action_id not in again)
        return Said({**self.fields, **fields}, (*kept, *later.rows), later.content)

    def without(self, fields: Iterable[tuple[str, str]], actions: Iterable[str]) -> "Said":
        """Without what was taken back: fields by action and name, and whole actions. The content is then open again."""
        gone, taken = set(fields), set(actions)
        left = {
            id_: {name: values for name, values in theirs.items() if (id_, name) not in gone}
            for id_, theirs in self.fields.items()
            if id_ not in taken
        }
        return Said(left, tuple(row for row in self.rows if row.action_id not in taken))


NOTHING_SAID: Final = Said()


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
    return _digest([returned.assessment_id, returned.exported_at, baseline])


def content_id(returned: ReturnedPlan) -> str:
    """The same for files that say the same in every row, in whatever order the rows stand."""
    known = sorted([row.action_id, sorted(row.fields.items())] for row in returned.known)
    new = sorted(
        [row.from_gap, "" if row.from_gap else row.plan.title, sorted(row.said.items())] for row in returned.new
    )
    return _digest([known, new])


def _digest(content: object) -> str:
    return sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()


def known_again(rows: Sequence[NewRow], said: Said) -> dict[int, str]:
    """The action that each row became when this copy was read in before, by the row's number."""
    earlier = [(before, before.title.casefold(), aims_of(before.aims)) for before in said.rows]
    pairs = [(likeness, -number, place) for number, row in enumerate(rows) for place, likeness in _alike(row, earlier)]
    found: dict[int, str] = {}
    taken: set[int] = set()
    for _, negative, place in sorted(pairs, reverse=True):
        if -negative not in found and place not in taken:
            found[-negative] = said.rows[place].action_id
            taken.add(place)
    return found


def _alike(row: NewRow, earlier: Sequence[tuple[ReadRow, str, Mapping[str, int]]]) -> Iterator[tuple[int, int]]:
    """The earlier rows that it may be, by their number, and how much speaks for it. `earlier` with title and aims."""
    aims, titles = row.plan.aims, {title.casefold() for title in row.titles}
    for place, (before, title, before_aims) in enumerate(earlier):
        shared = not aims.keys().isdisjoint(before_aims)
        if before.from_gap is row.from_gap and (shared or (title in titles and not row.from_gap)):
            likeness = SAME_TITLE * (title in titles) + SAME_AIMS * (aims == before_aims) + SHARED_AIM * shared
            yield place, likeness + SAME_PLACE * (row.place == before.place)


def said_now(returned: ReturnedPlan, became: Mapping[int, str], actions: Sequence[Action], before: Said) -> Said:
    """What the copy says after a reading wherever the plan says the same. `became` holds the actions of its new rows.

    Where file and plan still differ nothing is settled, and the next reading compares as this one did.
    """
    plans = {one.id: one.plan for one in actions}
    fields: dict[str, dict[str, tuple[str, ...]]] = {}
    for (action_id, name), values in _spoken(returned, became).items():
        now = written(plans[action_id], name) if action_id in plans else None
        baseline = returned.baseline.get(action_id)
        as_exported = baseline is not None and set(values) == {baseline.fields[name]}
        if now in values and not (as_exported and name not in before.fields.get(action_id, {})):
            fields.setdefault(action_id, {})[name] = tuple(sorted(values, key=lambda one: one != now))
    rows = [
        ReadRow(action_id, row.place, row.plan.title, written(row.plan, "aims"), row.from_gap)
        for number, action_id in became.items()
        for row in [returned.new[number]]
    ]
    return Said(fields, tuple(rows), content_id(returned))


def _spoken(returned: ReturnedPlan, became: Mapping[int, str]) -> dict[tuple[str, str], list[str]]:
    """What each row says about each field, by action and name."""
    rows = [(row.action_id, row.fields) for row in returned.known]
    rows += [(action_id, returned.new[number].entered) for number, action_id in became.items()]
    found: dict[tuple[str, str], list[str]] = {}
    for action_id, fields in rows:
        for name, text in fields.items():
            found.setdefault((action_id, name), []).append(text)
    return found


def edited(values: Sequence[str], before: Sequence[str]) -> set[str]:
    """The values that somebody has written since: new ones, and old ones in more rows than before.

    The first of `before` is what the plan had; a row that says it is no change.
    """
    return {one for one in values if one not in before or (one != before[0] and values.count(one) > before.count(one))}


def says_the_same(returned: ReturnedPlan, copy: ReadCopy) -> bool:
    """Whether the file says in every row what the copy said last. An unedited export is nobody's in particular."""
    unedited = not returned.new and all(
        text == returned.baseline[row.action_id].fields[name]
        for row in returned.known
        for name, text in row.fields.items()
    )
    return not unedited and copy.said.content == content_id(returned)


def shares(returned: ReturnedPlan, copy: ReadCopy) -> bool:
    """Whether anything that the copy brought in stands in the file and was not in the export."""
    again = known_again(returned.new, copy.said)
    titles = {row.action_id: row.title for row in copy.said.rows}
    rows = any(titles[action_id] in returned.new[number].titles for number, action_id in again.items())
    spoken = _spoken(returned, again)
    return rows or any(
        value != returned.baseline[id_].fields[name] and value in spoken.get((id_, name), ())
        for id_, theirs in copy.said.fields.items()
        if id_ in returned.baseline
        for name, values in theirs.items()
        for value in values
    )


def keeps(returned: ReturnedPlan, copy: ReadCopy) -> bool:
    """Whether all that the copy brought in still stands in the file: then it is that copy, or one made of it."""
    again = known_again(returned.new, copy.said)
    rows = {action_id: returned.new[number] for number, action_id in again.items()}
    alike = all(
        (rows[one.action_id].plan.title, written(rows[one.action_id].plan, "aims")) == (one.title, one.aims)
        for one in copy.said.rows
        if one.action_id in rows and not one.from_gap
    )
    spoken = _spoken(returned, again)
    changed = any(
        edited(spoken.get((id_, name), ()), values)
        for id_, theirs in copy.said.fields.items()
        for name, values in theirs.items()
    )
    return alike and not changed and shares(returned, copy)


def said_text(said: Said) -> str:
    """For the database."""
    rows = [[one.action_id, one.place.sheet, one.place.row, one.title, one.aims, one.from_gap] for one in said.rows]
    return json.dumps(
        {"fields": {id_: dict(one) for id_, one in said.fields.items()}, "rows": rows, "content": said.content}
    )


def said_from(text: str) -> Said:
    """What `said_text` wrote."""
    content = json.loads(text)
    fields = {id_: {name: tuple(one) for name, one in theirs.items()} for id_, theirs in content["fields"].items()}
    rows = [ReadRow(id_, Place(sheet, row), *rest) for id_, sheet, row, *rest in content["rows"]]
    return Said(fields, tuple(rows), content["content"])
