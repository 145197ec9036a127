"""What a returned file would change: at export, in the file, and in Rustad now, field by field.

Only what the file says otherwise than it was given counts as a change. Nothing is concluded from a row that is missing.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from assessment.domain.action import PLANNED, Action, Plan, written
from assessment.domain.read_copy import NOTHING_SAID, ReadCopy, Said, edited, known_again
from assessment.domain.returned_plan import KnownRow, NewRow, Place, ReturnedPlan, with_fields

NEW: Final = "new:"  # and the number of the row


class RowKind(StrEnum):
    """Changed: only the file. Conflicting: the file and Rustad, or the file twice. Unknown: no longer in the plan."""

    CHANGED = "changed"
    ADDED = "added"
    CONFLICTING = "conflicting"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class ProposedRow:
    """One thing to approve: a field of an action, or a whole new action. Values are as `written` writes them.

    `key` names the row for as long as file and plan stay as they are. `base` is what the file was given, or when
    `read_before` what it said when it was last read in. `in_file` has more than one value when the file contradicts
    itself. `beside` are the titles of actions that lift the same questions as a new one.
    """

    key: str
    kind: RowKind
    places: tuple[Place, ...]
    title: str
    action_id: str = ""
    field: str = ""
    base: str = ""
    read_before: bool = False
    in_file: tuple[str, ...] = ()
    now: str = ""
    plan: Plan | None = None
    beside: tuple[str, ...] = ()

    @property
    def ready(self) -> bool:
        """Can be approved as it stands."""
        return self.kind in (RowKind.CHANGED, RowKind.ADDED)


@dataclass(frozen=True, slots=True)
class PlanProposal:
    """`unchanged` counts the actions of the file that stay as they are. `seen` are the versions that it rests on.

    `copy` is what the file was taken for; None when it has not been read in before. `met` holds the actions that new
    rows have become already, by the row's number.
    """

    returned: ReturnedPlan
    copy: ReadCopy | None
    rows: tuple[ProposedRow, ...]
    unchanged: int
    seen: Mapping[str, int]
    met: Mapping[int, str]

    @property
    def assessment_id(self) -> str:
        return self.returned.assessment_id

    @property
    def empty(self) -> bool:
        return not self.rows

    @property
    def outcome(self) -> list[tuple[str, RowKind, tuple[str, ...]]]:
        """What a person is asked, without where that is read from."""
        return [(row.key, row.kind, row.in_file) for row in self.rows]

    def of(self, kind: RowKind) -> tuple[ProposedRow, ...]:
        return tuple(row for row in self.rows if row.kind is kind)

    @property
    def ready(self) -> Mapping[str, str]:
        """The choice of everything that can be approved as it stands: by key, the value; empty for a new action."""
        return {row.key: row.in_file[0] if row.in_file else "" for row in self.rows if row.ready}


@dataclass(frozen=True, slots=True)
class ApprovedPlan:
    """Plans to store: by the id of the action that gets it, and those that are new by the number of their row."""

    changed: Mapping[str, Plan]
    added: Mapping[int, Plan]


def plan_proposal(returned: ReturnedPlan, actions: Sequence[Action], copy: ReadCopy | None = None) -> PlanProposal:
    """Compare the file with the actions that are in the plan now, and with what the same copy said last time."""
    now = {one.id: one for one in actions}
    said = copy.said if copy else NOTHING_SAID
    again = known_again(returned.new, said)
    met = again | _matched(returned, actions, again)
    compared = [*_known(returned, now, said), *_met(returned, met, now, said)]
    added = [_added(number, row, actions) for number, row in enumerate(returned.new) if number not in met]
    return PlanProposal(
        returned,
        copy,
        (*(row for rows in compared for row in rows), *added),
        sum(not rows for rows in compared),
        {one.id: one.version for one in actions},
        met,
    )


def approved(proposal: PlanProposal, chosen: Mapping[str, str], actions: Sequence[Action]) -> ApprovedPlan:
    """What the chosen rows make of the plan. `chosen` holds the value that each is to get, by key."""
    fields: dict[str, dict[str, str]] = {}
    added: dict[int, Plan] = {}
    for row in proposal.rows:
        if row.key not in chosen or row.kind is RowKind.UNKNOWN:
            continue
        if row.plan is not None:
            added[int(row.key.removeprefix(NEW))] = row.plan
        elif chosen[row.key] in (*row.in_file, row.now):
            fields.setdefault(row.action_id, {})[row.field] = chosen[row.key]
    plans = {one.id: one.plan for one in actions}
    return ApprovedPlan({id_: with_fields(plans[id_], theirs) for id_, theirs in fields.items()}, added)


def _known(returned: ReturnedPlan, now: Mapping[str, Action], said: Said) -> Iterator[list[ProposedRow]]:
    rows: dict[str, list[KnownRow]] = {}
    for row in returned.known:
        rows.setdefault(row.action_id, []).append(row)
    for action_id, theirs in rows.items():
        base = returned.baseline[action_id].fields
        rows_ = [(row.place, row.fields) for row in theirs]
        yield list(_differences(action_id, base, rows_, now.get(action_id), said.fields.get(action_id, {})))


def _met(
    returned: ReturnedPlan, met: Mapping[int, str], now: Mapping[str, Action], said: Said
) -> Iterator[list[ProposedRow]]:
    """New rows whose action has been added meanwhile, by this file or another."""
    titles = {row.action_id: row.title for row in said.rows}
    for number, action_id in met.items():
        row = returned.new[number]
        base = {**row.base, "title": titles.get(action_id, row.base["title"])}
        last = said.fields.get(action_id, {})
        yield list(_differences(action_id, base, [(row.place, row.entered)], now.get(action_id), last))


def _differences(
    action_id: str,
    base: Mapping[str, str],
    rows: Sequence[tuple[Place, Mapping[str, str]]],
    action: Action | None,
    last: Mapping[str, tuple[str, ...]],
) -> Iterator[ProposedRow]:
    for name in PLANNED:
        before = last.get(name, (base[name],))
        stands = [(place, fields[name]) for place, fields in rows if name in fields]
        changed = edited([value for _, value in stands], before)
        said = [(place, value) for place, value in stands if value in changed]
        values = tuple(dict.fromkeys(value for _, value in said))
        now = "" if action is None else written(action.plan, name)
        if not values or (action is not None and values == (now,)):
            continue
        yield ProposedRow(
            key=f"{action_id}:{name}",
            kind=_kind(before[0], values, None if action is None else now),
            places=tuple(dict.fromkeys(place for place, _ in said)),
            title=base["title"] if action is None else action.plan.title,
            action_id=action_id,
            field=name,
            base=before[0],
            read_before=name in last,
            in_file=values,
            now=now,
        )


def _kind(base: str, values: tuple[str, ...], now: str | None) -> RowKind:
    if now is None:
        return RowKind.UNKNOWN
    return RowKind.CHANGED if len(values) == 1 and now == base else RowKind.CONFLICTING


def _added(number: int, row: NewRow, actions: Sequence[Action]) -> ProposedRow:
    beside = tuple(one.plan.title for one in actions if one.plan.aims.keys() & row.plan.aims.keys())
    plan = row.plan
    return ProposedRow(f"{NEW}{number}", RowKind.ADDED, (row.place,), plan.title, plan=plan, beside=beside)


def _matched(returned: ReturnedPlan, actions: Sequence[Action], again: Mapping[int, str]) -> dict[int, str]:
    """The action that each new row has become, by the row's number: the same title for the same questions.

    An action that was there at export, or is a row of this copy known `again`, is none of them. Equal ones are paired
    first, whatever their order.
    """
    taken = {*returned.baseline, *again.values()}
    free = [one for one in actions if one.id not in taken]
    found: dict[int, str] = {}
    for exactly in (True, False):
        for number, row in enumerate(returned.new):
            open_ = number not in found and number not in again
            fitting = [one for one in free if open_ and _fits(row, one, exactly=exactly)]
            if fitting:
                found[number] = fitting[0].id
                free.remove(fitting[0])
    return found


def _fits(row: NewRow, action: Action, *, exactly: bool) -> bool:
    plan = action.plan
    if exactly:
        return plan.title in row.titles and all(written(plan, name) == text for name, text in row.said.items())
    titles = {title.casefold() for title in row.titles}
    return plan.title.casefold() in titles and row.plan.aims.keys() <= plan.aims.keys()
