"""Each kind of goal as a sentence: reached with the route, reached already, or with nothing to judge it by.

Where questions are open the sentence speaks of those that have a level only.
"""

from collections.abc import Mapping
from typing import Final

from assessment.domain.cheapest_path import CheapestPath
from assessment.domain.checklist import Checklist, term
from assessment.domain.errors import sentence
from assessment.domain.planning_goal import CoreGoal, FloorGoal, IndexGoal
from assessment.texts import labels
from assessment.texts.language import Language

ALL, SOME = False, True  # whether some questions of the goal are open
REACHED: Final = {
    ("target", ALL): sentence("With {cost}, every question reaches its target"),
    ("target", SOME): sentence("With {cost}, every question that has a level reaches its target"),
    ("core", ALL): sentence("With {cost}, every question in the quick check reaches its target"),
    ("core", SOME): sentence("With {cost}, every question in the quick check that has a level reaches its target"),
    ("floor", ALL): sentence("With {cost}, no question is below level {level}"),
    ("floor", SOME): sentence("With {cost}, no question that has a level is below {level}"),
    ("part", ALL): sentence("With {cost}, no question in {dimension} is below level {level}"),
    ("part", SOME): sentence("With {cost}, no question in {dimension} that has a level is below {level}"),
    ("index", ALL): sentence("With {cost}, the index reaches {index} of 100"),
    ("index", SOME): sentence("With {cost}, the index of the answered questions reaches {index} of 100"),
}
ALREADY: Final = {
    ("target", ALL): sentence("Every question reaches its target already"),
    ("target", SOME): sentence("Every question that has a level reaches its target already"),
    ("core", ALL): sentence("Every question in the quick check reaches its target already"),
    ("core", SOME): sentence("Every question in the quick check that has a level reaches its target already"),
    ("floor", ALL): sentence("No question is below level {level}"),
    ("floor", SOME): sentence("No question that has a level is below {level}"),
    ("part", ALL): sentence("No question in {dimension} is below level {level}"),
    ("part", SOME): sentence("No question in {dimension} that has a level is below {level}"),
    ("index", ALL): sentence("The index is {index} of 100 or more already"),
    ("index", SOME): sentence("The index of the answered questions is {index} of 100 or more already"),
}
NOTHING: Final = {
    ("core", ALL): sentence("No question in the quick check applies"),
    ("core", SOME): sentence("No question in the quick check has a level yet"),
    ("part", ALL): sentence("No question in {dimension} applies"),
    ("part", SOME): sentence("No question in {dimension} has a level yet"),
    ("", ALL): sentence("No question applies"),
    ("", SOME): sentence("No question has a level yet"),
}
Sentences = Mapping[tuple[str, bool], str]


def goal_sentence(
    path: CheapestPath, sentences: Sentences, checklist: Checklist, language: Language, *, cost: str = ""
) -> str:
    """The sentence of the path's goal, filled in. A budget aims at all targets."""
    goal = path.goal
    key = (_kind(path), bool(path.open))
    return language.text(
        sentences[key] if key in sentences else sentences["", key[1]],
        cost=cost,
        level=goal.level if isinstance(goal, FloorGoal) else "",
        index=goal.index if isinstance(goal, IndexGoal) else "",
        dimension=dimension_words(goal.dimension, checklist, language)
        if isinstance(goal, FloorGoal) and goal.dimension
        else "",
    )


def is_partial(path: CheapestPath) -> bool:
    """Whether the goal asks for the quick check or for one dimension only."""
    return _kind(path) in ("core", "part")


def _kind(path: CheapestPath) -> str:
    goal = path.goal
    if isinstance(goal, FloorGoal):
        return "part" if goal.dimension else "floor"
    if isinstance(goal, IndexGoal):
        return "index"
    return "core" if isinstance(goal, CoreGoal) else "target"


def dimension_words(dimension: str, checklist: Checklist, language: Language) -> str:
    """Its short name."""
    if dimension in labels.SHORT_DIMENSION:
        return language.text(labels.SHORT_DIMENSION[dimension])
    return language.of(term(checklist.dimensions, dimension).name)
