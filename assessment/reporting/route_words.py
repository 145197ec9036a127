"""A route in words: half-years, lifts, why an item is in it and why another is not."""

from collections.abc import Sequence
from datetime import date

from assessment.domain.cheapest_path import CheapestPath, Lift, Outcome
from assessment.domain.half_year import HalfYear
from assessment.domain.lift_reason import LeftOut, Reason, Why, WhyNot
from assessment.domain.planning_goal import BudgetGoal
from assessment.domain.route import Leg
from assessment.domain.scoring import ItemResult, ItemState
from assessment.reporting.findings import capital
from assessment.texts.language import Language


def half_year_words(half_year: HalfYear, language: Language) -> str:
    """*första halvåret 2027*, as it stands in a sentence."""
    if half_year.half == 1:
        return language.text("the first half of {year}", year=half_year.year)
    return language.text("the second half of {year}", year=half_year.year)


def month_words(half_year: HalfYear, language: Language) -> str:
    """*juni 2027*, the month in which it ends, where there is little room."""
    if half_year.half == 1:
        return language.text("June {year}", year=half_year.year)
    return language.text("Dec {year}", year=half_year.year)


def points_words(points: int, language: Language) -> str:
    """*24 poäng*, in words up to twelve."""
    return language.plural("{word} point", "{word} points", points)


def points_figure(points: int, language: Language) -> str:
    """*2 poäng*, in digits, as figures have it."""
    return language.plural("{number} point", "{number} points", points)


def day_words(day: date, language: Language) -> str:
    return language.text("done by {day}", day=language.date(day))


def leg_words(leg: Leg, language: Language) -> str:
    """*Från nivå 0 till 2*, and what is begun or goes on."""
    if leg.after == leg.before:
        if leg.begun_before:
            return language.text("Goes on, and is done later")
        return language.text("Begun here, and done later")
    said = language.text("From level {before} to {after}", before=leg.before, after=leg.after)
    if leg.goes_on:
        return language.text("{said}, and the next level is begun", said=said)
    return said


def reason_words(lift: Lift, path: CheapestPath, language: Language) -> str:
    """Why the item is in the path, in the order in which the reasons count."""
    questions = {one.item.id: language.of(one.item.question) for one in path.results}
    needed = [reason for reason in lift.reasons if reason.why is Why.NEEDED_BY]
    said = [_reason(one, path, language) for one in lift.reasons if one.why is not Why.NEEDED_BY]
    if len(needed) == 1:
        question = questions[needed[0].item or ""]
        said.append(language.text("“{question}” waits for it to reach level 2", question=question))
    elif needed:
        said.append(
            language.plural(
                "{word} question waits for it to reach level 2",
                "{word} questions wait for it to reach level 2",
                len(needed),
            )
        )
    return capital(", ".join(said)) + "." if said else ""


def _reason(reason: Reason, path: CheapestPath, language: Language) -> str:
    if reason.why is Why.PINNED:
        return language.text("you have chosen it, to level {level}", level=reason.level)
    if reason.why is Why.NEEDED_FOR_GOAL:
        return language.text("the goal asks for level {level}", level=reason.level)
    each = points_words(reason.points or 0, language)
    if not path.proven:
        return language.text("{points} for each level", points=each)
    if isinstance(path.goal, BudgetGoal):
        return language.text("part of what takes you furthest for the points, {points} for each level", points=each)
    return language.text("part of the cheapest path, {points} for each level", points=each)


def why_not_words(left: LeftOut, path: CheapestPath, language: Language) -> str:
    """Why an item below its target, or one that was asked for, is not in the path."""
    results = {one.item.id: one for one in path.results}
    match left.why:
        case WhyNot.EXCLUDED:
            return language.text("You have chosen: not now.")
        case WhyNot.BLOCKED:
            waits = [f"“{language.of(results[one].item.question)}”" for one in left.items if one in results]
            return language.text("It waits for {questions}, which cannot be lifted.", questions=language.listed(waits))
        case WhyNot.NOT_NEEDED:
            return language.text("The goal does not need it.")
        case WhyNot.NOT_RATED:
            return not_rated_words(results.get(left.item_id), language)
    if path.outcome is Outcome.PINS_TOO_DEAR or not path.lifts:
        return language.text("The points do not suffice for it.")
    return language.text("The points do not suffice for it beside what is in the path.")


def not_rated_words(result: ItemResult | None, language: Language) -> str:
    if result is not None and result.state is ItemState.NOT_APPLICABLE:
        return language.text("It does not apply to you.")
    return language.text("It has no level yet. Find out first where you stand.")


def in_the_way(path: CheapestPath) -> Sequence[LeftOut]:
    """What was decided against, and what waits for it."""
    return [one for one in path.left_out if one.why in (WhyNot.EXCLUDED, WhyNot.BLOCKED)]
