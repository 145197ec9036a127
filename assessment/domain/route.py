"""The way to a goal as it is shown and adopted: the cheapest path, laid out over half-years, lift by lift."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Final

from assessment.domain.action import Action
from assessment.domain.cheapest_path import CheapestPath, Lift
from assessment.domain.checklist import Checklist
from assessment.domain.half_year import HalfYear, first_half_year
from assessment.domain.path_finder import cheapest_path
from assessment.domain.planning_costs import Costs
from assessment.domain.planning_goal import BudgetGoal, Goal, TargetGoal, Wishes
from assessment.domain.roadmap import Phase, Roadmap, roadmap
from assessment.domain.scoring import ItemResult, Score, score

USUAL_PACE: Final = 30  # points for a half-year: a guess that people put their own in place of


@dataclass(frozen=True, slots=True)
class Brief:
    """What the person has asked for. `pace` is points for each half-year; a budget goal has its own."""

    first: HalfYear
    goal: Goal = field(default_factory=TargetGoal)
    pace: int = USUAL_PACE
    costs: Costs = field(default_factory=Costs)
    wishes: Wishes = field(default_factory=Wishes)

    @property
    def points(self) -> int:
        """For each half-year."""
        return self.goal.points if isinstance(self.goal, BudgetGoal) else self.pace


@dataclass(frozen=True, slots=True)
class Leg:
    """What is done with one item within one half-year, for `points`; `after` is where it stands at the end.

    `before` equals `after` when the item is only begun. `goes_on` when points are spent on a level that is not done.
    """

    item_id: str
    before: int
    after: int
    points: int
    begun_before: bool
    goes_on: bool


@dataclass(frozen=True, slots=True)
class Stage:
    """One half-year of the route. `results` are those expected after it, to be scored like any others."""

    phase: Phase
    half_year: HalfYear
    legs: tuple[Leg, ...]
    results: tuple[ItemResult, ...]

    @property
    def score(self) -> Score:
        return score(self.results)


@dataclass(frozen=True, slots=True)
class Due:
    """The level that an action is to lift an item to, and by when."""

    item_id: str
    level: int
    day: date


@dataclass(frozen=True)
class Route:
    path: CheapestPath
    roadmap: Roadmap
    brief: Brief

    @cached_property
    def stages(self) -> tuple[Stage, ...]:
        return tuple(
            Stage(phase, phase.half_year, _legs(phase), self.roadmap.after(phase))
            for phase in self.roadmap.phases
            if phase.half_year is not None
        )

    @cached_property
    def lifts(self) -> dict[str, Lift]:
        """By item id."""
        return {lift.item_id: lift for lift in self.path.lifts}

    def stage(self, half_year: HalfYear) -> Stage | None:
        return next((one for one in self.stages if one.half_year == half_year), None)

    @cached_property
    def dues(self) -> tuple[Due, ...]:
        """One for each item that is lifted: to its last level, by the end of the half-year in which that is done."""
        last: dict[str, Due] = {}
        for stage in self.stages:
            last |= {due.item_id: due for due in dues_of(stage)}
        return tuple(last.values())


def route(results: Iterable[ItemResult], checklist: Checklist, brief: Brief) -> Route:
    """Raises PointsUnlikely."""
    path = cheapest_path(results, checklist, brief.goal, costs=brief.costs, wishes=brief.wishes)
    return Route(path, roadmap(path, start=brief.first.first_day, budget=brief.points), brief)


def usual_route(results: Iterable[ItemResult], checklist: Checklist, today: date) -> Route:
    """To every target at the usual pace and costs: what paper and workbook show when nobody has asked for another."""
    return route(results, checklist, Brief(first_half_year(today)))


def dues_of(stage: Stage) -> tuple[Due, ...]:
    """What is done within the half-year; an item that is only begun is due later."""
    return tuple(Due(leg.item_id, leg.after, stage.half_year.last_day) for leg in stage.legs if leg.after > leg.before)


def in_plan(actions: Sequence[Action], item_id: str, level: int) -> Action | None:
    """The first action that already aims at lifting the item to the level, or higher."""
    return next((one for one in actions if one.plan.aims.get(item_id, 0) >= level), None)


def _legs(phase: Phase) -> tuple[Leg, ...]:
    """One for each item, in the order in which they begin."""
    found: dict[str, Leg] = {}
    for piece in phase.pieces:
        step, known = piece.step, found.get(piece.step.item_id)
        found[step.item_id] = Leg(
            item_id=step.item_id,
            before=known.before if known else step.before,
            after=step.after if piece.done else step.before,
            points=(known.points if known else 0) + piece.points,
            begun_before=known.begun_before if known else piece.begun_before,
            goes_on=not piece.done,
        )
    return tuple(found.values())
