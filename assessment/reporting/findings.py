"""What the figures say, as headings.

A heading that compares or ranks may only claim what holds over the whole interval; otherwise it begins with *So far*.
Counts are facts. A heading names at most two things.
"""

from collections.abc import Mapping, Sequence

from assessment.domain.checklist import term
from assessment.domain.errors import sentence
from assessment.domain.report import AssessmentReport
from assessment.domain.scoring import ItemState, Score
from assessment.reporting.divided import by_worth, most_divided
from assessment.texts import labels
from assessment.texts.language import Language

ROLE_GROUPS = {
    "beslutsfattare": sentence("the decision-makers"),
    "inkop": sentence("the procurement function"),
    "behovsagare": sentence("the need owners"),
    "beredskap": sentence("the preparedness officers"),
    "jurist_sakerhet": sentence("the lawyers and security officers"),
}


def is_too_little(report: AssessmentReport) -> bool:
    """Whether less than half of the applicable items have a level: too little for a conclusion."""
    return 2 * len(report.total.rated) < len(report.total.applicable)


def page_finding(report: AssessmentReport, language: Language) -> str:
    """The heading of the result: which dimensions are furthest from the target, if that can be said."""
    if not report.total.applicable:
        return language.text("No question applies")
    if is_too_little(report):
        return too_little(report, language)
    shortfalls = _shortfalls(report.dimensions)
    if len(shortfalls) < 2:
        return at_target_finding(report, language)
    if max(shortfalls.values()) <= 0:
        return _all_reach(report.dimensions, language)
    if len(set(shortfalls.values())) == 1:
        text = language.text("The dimensions are equally far from the target")
        return text if not report.total.open else so_far(text, language)
    named = _furthest(shortfalls)
    if not named:
        return at_target_finding(report, language)
    names = language.listed([language.text(labels.SHORT_DIMENSION.get(one, one)) for one in named])
    if _certainly_furthest(report.dimensions, named):
        return language.plural(
            "{names} is furthest from the target", "{names} are furthest from the target", len(named), names=names
        )
    return language.plural(
        "So far, {names} is furthest from the target",
        "So far, {names} are furthest from the target",
        len(named),
        names=names,
    )


def too_little(report: AssessmentReport, language: Language) -> str:
    """*Tre av 50 frågor är besvarade. Det är för lite för en slutsats.* An answer without a level concludes nothing."""
    answered = sum(result.state is not ItemState.UNANSWERED for result in report.results)
    rated = len(report.total.rated)
    if not answered:
        return language.text("Nothing is answered yet")
    if not rated:
        return language.text("No question has a level yet. That is too little for a conclusion.")
    if rated < answered:
        said = language.text(
            "{rated} of {asked} questions have a level. That is too little for a conclusion.",
            rated=language.word(rated),
            asked=len(report.results),
        )
    else:
        said = language.text(
            "{answered} of {asked} questions answered. That is too little for a conclusion.",
            answered=language.word(answered),
            asked=len(report.results),
        )
    return capital(said)


def so_far(text: str, language: Language) -> str:
    """The same as a statement that open questions may still change."""
    return language.text("So far: {text}", text=text[0].lower() + text[1:])


def _shortfalls(scores: Mapping[str, Score]) -> dict[str, float]:
    """How far each index lies below its target; only where there is an index. Rounded as shown."""
    return {
        name: round(score.target_index) - round(score.index.point)
        for name, score in scores.items()
        if score.index is not None and score.index.point is not None
    }


def _furthest(shortfalls: Mapping[str, float]) -> list[str]:
    """One or two names that stand clear of the rest; none when more than two share the place."""
    ordered = sorted(shortfalls, key=lambda name: -shortfalls[name])
    for many in (2, 1):
        clear = len(ordered) == many or shortfalls[ordered[many - 1]] > shortfalls[ordered[many]]
        if clear and many < len(ordered) and shortfalls[ordered[many - 1]] > 0:
            return ordered[:many]
    return []


def _certainly_furthest(scores: Mapping[str, Score], named: Sequence[str]) -> bool:
    """Whether every named one stays further from its target than every other, however the open items turn out."""
    least = min(_distance(scores[name])[0] for name in named)
    return all(_distance(score)[1] < least for name, score in scores.items() if name not in named and score.index)


def _distance(score: Score) -> tuple[float, float]:
    """Least and greatest possible distance below the target."""
    assert score.index is not None, "asked only where something applies"
    return score.target_index - score.index.high, score.target_index - score.index.low


def _all_reach(scores: Mapping[str, Score], language: Language) -> str:
    text = language.text("Every dimension reaches the target")
    certain = all(score.index is None or _distance(score)[1] <= 0 for score in scores.values())
    return text if certain else so_far(text, language)


def profile_finding(report: AssessmentReport, language: Language) -> str:
    """How many dimensions reach the target."""
    scores = [score for score in report.dimensions.values() if score.index is not None]
    sure = sum(_distance(score)[1] <= 0 for score in scores)
    never = sum(_distance(score)[0] > 0 for score in scores)
    if not scores:
        return language.text("No question applies")
    if never == len(scores):
        if report.total.open:
            return language.text("No dimension reaches the target, however the open questions are answered")
        return language.text("No dimension reaches the target")
    if sure + never == len(scores):
        return language.text("{sure} of {all} dimensions reach the target", sure=sure, all=len(scores))
    if not report.total.rated:
        return language.text("No dimension has an index yet")
    reached = sum(shortfall <= 0 for shortfall in _shortfalls(report.dimensions).values())
    return language.text("So far, {sure} of {all} dimensions reach the target", sure=reached, all=len(scores))


def at_target_finding(report: AssessmentReport, language: Language) -> str:
    """*16 av 49 frågor når målet.* A count, and so a fact."""
    total = report.total
    return language.text(
        "{reached} of {applicable} questions reach the target",
        reached=len(total.at_target),
        applicable=len(total.applicable),
    )


def map_finding(report: AssessmentReport, language: Language) -> str:
    """In which step most items lie below the target."""
    gaps = {step: len(score.below_target) for step, score in report.steps.items()}
    if not any(gaps.values()):
        return language.text("No question with a level lies below the target")
    most = max(gaps, key=lambda step: gaps[step])
    step = report.steps[most]
    parameters = {
        "step": language.text(labels.SHORT_STEP.get(most, most)),
        "gaps": gaps[most],
        "applicable": len(step.applicable),
    }
    others = [score for name, score in report.steps.items() if name != most]
    if any(len(score.below_target) == gaps[most] for score in others):
        said = language.plural(
            "One question lies below the target", "{word} questions lie below the target", sum(gaps.values())
        )
        return capital(said)
    if all(len(score.below_target) + len(score.open) < gaps[most] for score in others):
        return language.text("Most gaps are in the step {step}: {gaps} of {applicable} questions", **parameters)
    return language.text("So far, most gaps are in the step {step}: {gaps} of {applicable} questions", **parameters)


def disagreement_finding(report: AssessmentReport, language: Language) -> str:
    """Which role answers lower than which in most of all items that both can be shown in; else how many items differ.

    Never only of those that are shown: they are chosen because people differ on them.
    """
    told = _comparisons(report, [result.item.id for result, _ in by_worth(report)])
    mostly = [one for one in told if one[0] >= 2 and 2 * one[0] > one[1]]
    if mostly:
        lower_in, compared, lower, higher = max(mostly)
        return language.text(
            "{lower} gave lower answers than {higher} in {count} of {compared} questions",
            lower=capital(role_group(report, lower, language)),
            higher=role_group(report, higher, language),
            count=language.word(lower_in),
            compared=language.word(compared),
        )
    number = len(most_divided(report, most=len(report.results)))
    return language.plural("The answers to one question differ", "The answers to {word} questions differ", number)


def _comparisons(report: AssessmentReport, items: Sequence[str]) -> list[tuple[int, int, str, str]]:
    """For each ordered pair of roles: in how many items the first is lower, and in how many both can be shown."""
    found = []
    for lower in report.shown_roles:
        for higher in report.shown_roles:
            pairs = [(report.role_median(item, lower), report.role_median(item, higher)) for item in items]
            both = [(low, high) for low, high in pairs if low is not None and high is not None]
            if lower != higher and both:
                found.append((sum(low < high for low, high in both), len(both), lower, higher))
    return found


def capital(text: str) -> str:
    """With a capital first letter; the rest as it is."""
    return text[0].upper() + text[1:]


def role_group(report: AssessmentReport, role: str, language: Language) -> str:
    """The people of a role, as in a sentence: *beslutsfattarna*."""
    if role in ROLE_GROUPS:
        return language.text(ROLE_GROUPS[role])
    return language.of(term(report.checklist.roles, role).name).lower()
