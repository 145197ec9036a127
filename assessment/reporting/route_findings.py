"""What a route says: how much takes one how far, as a heading, and the lines below it."""

from collections.abc import Iterator
from math import floor

from assessment.domain.cheapest_path import CheapestPath, Outcome
from assessment.domain.checklist import Checklist
from assessment.domain.planning_goal import MOST_HALF_YEARS, BudgetGoal, IndexGoal
from assessment.domain.report import AssessmentReport
from assessment.domain.route import Route, Stage
from assessment.domain.scoring import score
from assessment.domain.what_if import expected
from assessment.reporting.findings import capital
from assessment.reporting.route_goals import ALREADY, NOTHING, REACHED, goal_sentence, is_partial
from assessment.reporting.route_words import half_year_words, in_the_way, points_words
from assessment.texts.language import Language


def route_finding(route: Route, checklist: Checklist, language: Language) -> str:
    """The heading. What it says of a goal holds for the questions that have a level."""
    path = route.path
    match path.outcome:
        case Outcome.NOTHING_RATED:
            return goal_sentence(path, NOTHING, checklist, language)
        case Outcome.ALREADY_THERE:
            return goal_sentence(path, ALREADY, checklist, language)
        case Outcome.PINS_TOO_DEAR:
            return language.text("What you have chosen costs more than the points allow")
        case Outcome.OUT_OF_REACH:
            return _out_of_reach(path, language)
    if not path.lifts:
        return _nothing_lifted(path, language)
    cost = points_words(path.points, language)
    if not isinstance(path.goal, BudgetGoal) or path.gain == sum(one.gap for one in path.results):
        return goal_sentence(path, REACHED, checklist, language, cost=cost)
    if not path.gain:
        return language.text("With {cost}, only what you have chosen is lifted", cost=cost)
    levels = language.plural("{word} level", "{word} levels", path.gain)
    return language.text("With {cost}, you come {levels} closer to the targets", cost=cost, levels=levels)


def _nothing_lifted(path: CheapestPath, language: Language) -> str:
    if len(in_the_way(path)) == len(path.left_out):
        return language.text("Nothing that is missing can be lifted")
    return language.text("The points do not suffice for a single level")


def _out_of_reach(path: CheapestPath, language: Language) -> str:
    if isinstance(path.goal, IndexGoal):
        index = score(expected(path.results, path.levels)).index
        assert index is not None and index.point is not None, "something is rated"
        most = floor(10 * index.point) / 10  # never rounded up to what is not reached
        shown = language.number(most, decimals=0 if most == int(most) else 1)
        return language.text("The index reaches {most} at most, not {index}", most=shown, index=path.goal.index)
    return language.plural(
        "The goal is not reached: one question does not get there",
        "The goal is not reached: {word} questions do not get there",
        len(path.unreached),
    )


def route_lede(route: Route, language: Language) -> str:
    """What the heading leaves out: what it takes, how sure that is, and what is not part of it."""
    return " ".join(capital(said) for said in _lines(route, language))


def _lines(route: Route, language: Language) -> Iterator[str]:
    path = route.path
    if path.outcome is Outcome.NOTHING_RATED:
        if path.open:
            yield language.text("Find out the levels of the open questions first.")
        if is_partial(path):
            yield language.text("Choose another goal to plan for other questions.")
    elif path.outcome is Outcome.PINS_TOO_DEAR and isinstance(path.goal, BudgetGoal):
        yield language.text(
            "It costs {points}, and the budget is {budget}. "
            "Plan with more points, more half-years, or less of what you have chosen.",
            points=points_words(path.points, language),
            budget=points_words(path.goal.budget, language),
        )
    if path.outcome is Outcome.ALREADY_THERE:
        yield (
            language.text("The path holds only what you have chosen.")
            if path.lifts
            else language.text("Choose another goal if you want to go further.")
        )
    if path.lifts:
        yield _how_much(route, language)
    if path.outcome is Outcome.OUT_OF_REACH:
        yield _what_stops(path, language)
    elif path.outcome is Outcome.REACHED and path.lifts:
        yield _how_sure(path, language)
    if path.open and path.outcome is not Outcome.NOTHING_RATED:
        yield language.plural(
            "One question is open and not part of it: nobody knows yet what it takes.",
            "{word} questions are open and not part of it: nobody knows yet what they take.",
            len(path.open),
        )


def _how_much(route: Route, language: Language) -> str:
    path, stages = route.path, route.stages
    lifted = language.plural("{word} question is lifted", "{word} questions are lifted", len(path.lifts))
    if route.roadmap.later:
        return language.text(
            "{lifted}, but at this pace it is not done in {years} years.", lifted=lifted, years=MOST_HALF_YEARS // 2
        )
    if isinstance(path.goal, BudgetGoal):
        left = path.points_left or 0
        if left > 0:
            said = language.plural("{word} point is left", "{word} points are left", left)
            return language.text("{lifted}, and {left} of the budget.", lifted=lifted, left=said)
        return f"{lifted}."
    time = language.plural("{word} half-year", "{word} half-years", len(stages))
    return language.text(
        "{lifted}. At this pace it takes {time}, until {day}.",
        lifted=lifted,
        time=time,
        day=language.date(stages[-1].half_year.last_day),
    )


def _what_stops(path: CheapestPath, language: Language) -> str:
    if not isinstance(path.goal, IndexGoal):
        return language.text("Undo a choice below to get there. The rest is in the path.")
    missing = language.plural("{word} level is missing", "{word} levels are missing", path.missing)
    if in_the_way(path):
        return language.text("{missing}. Undo a choice below to get further.", missing=missing)
    if path.goal.beyond_target:
        return language.text("{missing}. Everything that can be lifted is in the path.", missing=missing)
    return language.text("{missing}. No question is lifted beyond its target.", missing=missing)


def _how_sure(path: CheapestPath, language: Language) -> str:
    if not path.proven:
        return language.text("It is a good path, but there may be a cheaper one: the search took too long.")
    chosen = bool(path.wishes.pinned or path.wishes.excluded)
    if isinstance(path.goal, BudgetGoal):
        if chosen:
            return language.text("With what you have chosen, nothing else takes you further for the points.")
        return language.text("Nothing else takes you further for the points.")
    if isinstance(path.goal, IndexGoal):
        if not path.goal.beyond_target:
            return language.text("No path costs less, as long as no question is lifted beyond its target.")
        if chosen:
            return language.text("With what you have chosen, no path costs less.")
        return language.text("No path there costs less.")
    if path.wishes.pinned:
        return language.text("What you have chosen is included.")
    return language.text("The goal asks for all of it, so no path costs less.")


def stage_finding(stage: Stage, report: AssessmentReport, language: Language) -> str:
    """How many questions reach their targets if all is done by then. A count of what is expected."""
    if len(stage.score.at_target) == len(report.total.at_target):
        return language.text(
            "After {half_year}, {then} of {applicable} questions are expected to reach the target, as many as now",
            half_year=half_year_words(stage.half_year, language),
            then=len(stage.score.at_target),
            applicable=len(report.total.applicable),
        )
    return language.text(
        "After {half_year}, {then} of {applicable} questions are expected to reach the target, {now} do now",
        half_year=half_year_words(stage.half_year, language),
        then=len(stage.score.at_target),
        now=len(report.total.at_target),
        applicable=len(report.total.applicable),
    )


def profile_then(stage: Stage, language: Language) -> str:
    """The profile after a half-year. No claim: the marks tell."""
    half_year = half_year_words(stage.half_year, language)
    return language.text("The profile after {half_year}, if it goes to plan", half_year=half_year)
