"""What the stable core says: how much of a path does not hang on guessed points."""

from collections.abc import Iterator

from assessment.domain.cheapest_path import CheapestPath
from assessment.domain.planning_goal import BudgetGoal, IndexGoal
from assessment.domain.stable_core import CASES, StableCore, Steadiness
from assessment.reporting.findings import capital
from assessment.texts.language import Language


def core_finding(path: CheapestPath, core: StableCore, language: Language) -> str:
    """*Fem åtgärder är med hur poängen än slår*, counted over the cases that were tried."""
    if not isinstance(path.goal, BudgetGoal | IndexGoal):
        return language.text("The path holds the same whatever the points are")
    lifted = {lift.item_id for lift in path.lifts}
    always = sum(one.item_id in lifted for one in core.always)
    if not lifted:
        return language.text("The path is empty")
    if always == len(lifted):
        return language.text("Everything in the path stays when the points are halved or doubled")
    if not always:
        return language.text("Nothing in the path is sure to stay when the points are halved or doubled")
    said = language.text(
        "{always} of {lifted} actions stay when the points are halved or doubled",
        always=language.word(always),
        lifted=language.word(len(lifted)),
    )
    return capital(said)


def core_lede(path: CheapestPath, core: StableCore, language: Language) -> str:
    return " ".join(_lines(path, core, language))


def _lines(path: CheapestPath, core: StableCore, language: Language) -> Iterator[str]:
    if not isinstance(path.goal, BudgetGoal | IndexGoal):
        yield language.text("The goal decides which questions are lifted. The points decide only how long it takes.")
        return
    yield language.text(
        "Points are guesses. The path is worked out anew with the points of each effort halved, kept and doubled: "
        "{cases} cases in all.",
        cases=core.cases,
    )
    if core.capped:
        yield language.text("All {cases} would have taken too long.", cases=len(CASES))
    if not core.proven:
        yield language.text("In some of them there may be a cheaper path than the one that was found.")


def steadiness_words(one: Steadiness, core: StableCore, language: Language) -> str:
    """*i 19 av 27 fall, till nivå 2–3*"""
    level = str(one.lowest) if one.lowest == one.highest else f"{one.lowest}–{one.highest}"
    if one.cases == core.cases:
        return language.text("In every case, to level {level}", level=level)
    return language.text("In {cases} of {all} cases, to level {level}", cases=one.cases, all=core.cases, level=level)
