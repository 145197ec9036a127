"""The register read as a whole: what is covered, what many lean on, and which decisions the contracts wait for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import TypeVar

from assessment.domain.activity import Activity
from assessment.domain.delivery import Delivery, Known, Outage
from assessment.domain.organisation import Organisation

Registered = TypeVar("Registered", Activity, Delivery)


class Cover(StrEnum):
    """How an activity stands with a delivery that it cannot do without, the worst first.

    UNCOVERED: the contract has ended, or there is no reserve plan and the activity copes three days at the most.
    UNKNOWN: somebody has answered don't know where the answer decides. OPEN: nobody has answered yet.
    TOLERATED: no reserve plan, but the activity copes longer. COVERED: there is a reserve plan; whether it works is
    another matter.
    """

    UNCOVERED = "uncovered"
    UNKNOWN = "unknown"
    OPEN = "open"
    TOLERATED = "tolerated"
    COVERED = "covered"


class Turn(StrEnum):
    """Where a contract stands against the decision that it waits for, the most pressing first."""

    ENDED = "ended"
    LATE = "late"
    WAITING = "waiting"
    DECIDED = "decided"


@dataclass(frozen=True, slots=True)
class Meeting:
    """Where an activity and a delivery that it leans on meet."""

    activity: Activity
    delivery: Delivery
    outage: Outage | None
    cover: Cover


@dataclass(frozen=True, slots=True)
class Concentration:
    """A delivery and the activities that lean on it, in the register's order."""

    delivery: Delivery
    meetings: tuple[Meeting, ...]

    @property
    def single_point(self) -> bool:
        """Several activities stop together: they lean on it, and it is known to have no reserve plan."""
        return len(self.meetings) > 1 and self.delivery.facts.reserve is Known.NO


@dataclass(frozen=True, slots=True)
class Exposure:
    """An activity and all that it leans on, the worst covered first."""

    activity: Activity
    meetings: tuple[Meeting, ...]

    def count(self, *covers: Cover) -> int:
        return sum(one.cover in covers for one in self.meetings)

    @property
    def unclear(self) -> int:
        return self.count(Cover.UNKNOWN, Cover.OPEN)


@dataclass(frozen=True, slots=True)
class ContractEnd:
    """A contract with an end. `decide_by` lies as many months before as the delivery says, or the usual ones."""

    delivery: Delivery
    decide_by: date
    ends: date
    turn: Turn


@dataclass(frozen=True)
class Register:
    """Everything that is registered, archived entries too. What follows from it leaves the archived ones out."""

    organisation: Organisation
    activities: tuple[Activity, ...]
    deliveries: tuple[Delivery, ...]
    today: date

    @property
    def empty(self) -> bool:
        """Nothing has ever been registered."""
        return not self.activities and not self.deliveries

    @cached_property
    def active(self) -> tuple[Activity, ...]:
        """The activities, by name."""
        return _by_name(one for one in self.activities if not one.archived)

    @cached_property
    def delivered(self) -> tuple[Delivery, ...]:
        """The deliveries, by name."""
        return _by_name(one for one in self.deliveries if not one.archived)

    @cached_property
    def archived(self) -> tuple[Activity | Delivery, ...]:
        """What has been laid aside, activities first."""
        activities = [one for one in self.activities if one.archived]
        return (*activities, *(one for one in self.deliveries if one.archived))

    @cached_property
    def meetings(self) -> tuple[Meeting, ...]:
        """Every activity with every delivery that it leans on, activity by activity."""
        return tuple(
            Meeting(activity, delivery, outage := delivery.facts.reliance[activity.id], self._cover(delivery, outage))
            for activity in self.active
            for delivery in self.delivered
            if activity.id in delivery.facts.reliance
        )

    def _cover(self, delivery: Delivery, outage: Outage | None) -> Cover:
        facts = delivery.facts
        if facts.ended(self.today):
            return Cover.UNCOVERED
        match facts.reserve:
            case Known.YES:
                return Cover.COVERED
            case Known.UNKNOWN:
                return Cover.UNKNOWN
            case None:
                return Cover.OPEN
        if outage is None:
            return Cover.OPEN
        if not outage.known:
            return Cover.UNKNOWN
        return Cover.UNCOVERED if outage.short else Cover.TOLERATED

    def meetings_of(self, activity: Activity) -> tuple[Meeting, ...]:
        return tuple(one for one in self.meetings if one.activity.id == activity.id)

    def leaning_on(self, delivery: Delivery) -> tuple[Meeting, ...]:
        return tuple(one for one in self.meetings if one.delivery.id == delivery.id)

    def covered_as(self, cover: Cover) -> tuple[Meeting, ...]:
        return tuple(one for one in self.meetings if one.cover is cover)

    @cached_property
    def concentrations(self) -> tuple[Concentration, ...]:
        """Deliveries that more than one activity leans on; those that most lean on first."""
        found = [Concentration(one, self.leaning_on(one)) for one in self.delivered]
        shared = [one for one in found if len(one.meetings) > 1]
        return tuple(sorted(shared, key=lambda one: (-len(one.meetings), not one.single_point)))

    @cached_property
    def exposures(self) -> tuple["Exposure", ...]:
        """What each activity leans on; the one with most gaps first, then the one with most to find out."""
        met: dict[str, list[Meeting]] = {one.id: [] for one in self.active}
        for one in self.meetings:
            met[one.activity.id].append(one)
        found = [Exposure(one, tuple(sorted(met[one.id], key=_badness))) for one in self.active if met[one.id]]
        return tuple(sorted(found, key=lambda one: (-one.count(Cover.UNCOVERED), -one.unclear)))

    @cached_property
    def contract_ends(self) -> tuple[ContractEnd, ...]:
        """Contracts with an end, by the day on which a decision is needed."""
        found = [
            ContractEnd(one, decide_by, one.facts.contract_end, self._turn(one, decide_by))
            for one in self.delivered
            if one.facts.contract_end is not None and (decide_by := one.facts.decide_by) is not None
        ]
        return tuple(sorted(found, key=lambda one: (one.decide_by, one.ends)))

    def _turn(self, delivery: Delivery, decide_by: date) -> Turn:
        if delivery.facts.ended(self.today):
            return Turn.ENDED
        if delivery.facts.next_decided is Known.YES:
            return Turn.DECIDED
        return Turn.LATE if decide_by < self.today else Turn.WAITING

    def turned(self, *turns: Turn) -> tuple[ContractEnd, ...]:
        return tuple(one for one in self.contract_ends if one.turn in turns)


def _by_name(entries: Iterable[Registered]) -> tuple[Registered, ...]:
    return tuple(sorted(entries, key=lambda one: (one.facts.name.casefold(), one.id)))


def _badness(meeting: Meeting) -> int:
    return list(Cover).index(meeting.cover)


def worst(meetings: Sequence[Meeting]) -> Cover | None:
    """The worst cover among the meetings; None without any."""
    return min((one.cover for one in meetings), key=list(Cover).index, default=None)
