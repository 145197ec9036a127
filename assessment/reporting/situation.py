"""The situation in at most five sentences, for a paper that is read without the screen.

Each sentence counts, or says what holds whatever the open questions turn out to be; otherwise it says *so far*. Where
too little is known for a sentence, it is left out rather than filled with words.
"""

from collections.abc import Sequence
from datetime import date

from assessment.domain.asked_decisions import asked_decisions
from assessment.domain.checklist import term
from assessment.domain.report import AssessmentReport
from assessment.domain.scoring import ItemState, Score
from assessment.reporting import findings
from assessment.reporting.findings import capital
from assessment.reporting.marks.profile import interval, point
from assessment.texts import labels
from assessment.texts.language import Language


def situation(report: AssessmentReport, language: Language, *, today: date) -> tuple[str, ...]:
    """How many reach the target, where it is furthest, the index, the lowest level, and how far the plan reaches."""
    said = (
        _reach(report, language),
        _areas(report, language),
        _index(report.total, language),
        _lowest(report.total, language),
        _plan(report, language, today=today),
    )
    return tuple(capital(sentence) for sentence in said if sentence)


def _reach(report: AssessmentReport, language: Language) -> str:
    total = report.total
    all_, reached, below, open_ = map(len, (total.applicable, total.at_target, total.below_target, total.open))
    if not all_:
        return _nothing_applies(report, language)
    if all(result.state is ItemState.UNANSWERED for result in total.applicable):
        return language.text("Nothing is answered yet, so the situation is not known.")
    if open_ == all_:
        return language.plural(
            "The only question is open: it has no level.",
            "All {word} questions are open: none of them has a level.",
            all_,
        )
    if reached == all_:
        return language.plural("The only question reaches the target.", "All {word} questions reach the target.", all_)
    rest = [
        *([language.plural("one lies below it", "{word} lie below it", below)] if below else ()),
        *([language.plural("one is open", "{word} are open", open_)] if open_ else ()),
    ]
    if below == all_:
        return language.plural(
            "The only question does not reach the target.", "None of the {word} questions reaches the target.", all_
        )
    if not reached:
        listed = language.listed(rest)
        return language.text(
            "None of the {all} questions reaches the target: {rest}.", all=language.word(all_), rest=listed
        )
    head = language.plural(
        "one of {all} questions reaches the target",
        "{word} of {all} questions reach the target",
        reached,
        all=language.word(all_),
    )
    return f"{language.listed([head, *rest])}."


def _nothing_applies(report: AssessmentReport, language: Language) -> str:
    if not report.results:
        return language.text("The assessment has no questions.")
    return language.plural(
        "The only question was found not to be applicable, so there is no level and no index.",
        "All {word} questions were found not to be applicable, so there is no level and no index.",
        len(report.results),
    )


def _areas(report: AssessmentReport, language: Language) -> str:
    """Which dimensions are furthest from the target, or how many reach it; nothing about a single one."""
    scores = {name: score for name, score in report.dimensions.items() if score.index is not None}
    if not report.total.rated:
        return ""
    if len(scores) == 1:
        name = language.of(term(report.checklist.dimensions, next(iter(scores))).name)
        return language.text("Only one dimension applies: {name}.", name=name)
    if findings.is_too_little(report):
        return language.text("Fewer than half of the questions have a level: too little to compare the dimensions.")
    if report.gaps and _all_reach(list(scores.values())):
        return _only_questions(len(report.gaps), language, certain=not report.total.open)
    finding = findings.page_finding(report, language)
    if finding == findings.at_target_finding(report, language):  # has been said
        finding = findings.profile_finding(report, language)
    return f"{finding}."


def _only_questions(gaps: int, language: Language, *, certain: bool) -> str:
    if certain:
        return language.plural(
            "No dimension's index lies below its target, but one question lies below its own.",
            "No dimension's index lies below its target, but {word} questions lie below theirs.",
            gaps,
        )
    return language.plural(
        "So far no dimension's index lies below its target, but one question lies below its own.",
        "So far no dimension's index lies below its target, but {word} questions lie below theirs.",
        gaps,
    )


def _all_reach(scores: Sequence[Score]) -> bool:
    """Whether every index, as it is shown, is no lower than its target."""
    shown = [(point(score), round(score.target_index)) for score in scores]
    return all(index is None or index >= target for index, target in shown)


def _index(total: Score, language: Language) -> str:
    index = point(total)
    if index is None:
        return ""
    low, high = interval(total)
    told = {"index": index, "target": round(total.target_index), "low": low, "high": high}
    if not total.open:
        return language.text("The index is {index} of 100, and the target corresponds to {target}.", **told)
    return language.text(
        "The index is {index} of 100 for the questions with a level and ends between {low} and {high} once the open "
        "ones are answered; the target corresponds to {target}.",
        **told,
    )


def _lowest(total: Score, language: Language) -> str:
    floor = total.floor
    if floor is None or floor.level is None:
        return ""
    there = sum(result.level == floor.level for result in total.rated)
    told = {"level": floor.level, "name": language.text(labels.SHORT_LEVEL[floor.level]).lower()}
    if there == len(total.rated):
        return language.plural(
            "The only question with a level stands at level {level} ({name}).",
            "All {word} questions with a level stand at level {level} ({name}).",
            there,
            **told,
        )
    if floor.may_be_lower:
        return language.plural(
            "So far one question is lowest, at level {level} ({name}).",
            "So far {word} questions are lowest, at level {level} ({name}).",
            there,
            **told,
        )
    return language.plural(
        "One question is lowest, at level {level} ({name}).",
        "{word} questions are lowest, at level {level} ({name}).",
        there,
        **told,
    )


def _plan(report: AssessmentReport, language: Language, *, today: date) -> str:
    covered = sum(bool(report.actions_on(gap.result.item.id)) for gap in report.gaps)
    reach = _covered(covered, len(report.gaps), language)
    if not report.actions:
        return f"{reach}." if reach else language.text("No action is planned.")
    asked = asked_decisions(report, today=today)
    done = sum(action.done for action in report.actions)
    lacking = len(asked.lacking) + sum(action.unowned for action in asked.late)
    state = (
        language.plural("one action is done", "{word} actions are done", done) if done else "",
        language.plural("one action is late", "{word} actions are late", len(asked.late)) if asked.late else "",
        language.plural("one action lacks an owner or a date", "{word} actions lack an owner or a date", lacking)
        if lacking
        else "",
    )
    told = language.listed([part for part in state if part])
    if not reach:
        reach = language.plural("The plan holds one action", "The plan holds {word} actions", len(report.actions))
    return f"{reach}: {told}." if told else f"{reach}."


def _covered(covered: int, gaps: int, language: Language) -> str:
    """Without its full stop; empty when nothing lies below the target."""
    if not gaps:
        return ""
    told = {"gaps": language.word(gaps)}
    if not covered:
        return language.plural(
            "The question below the target has no action in the plan",
            "None of the {gaps} questions below the target has an action in the plan",
            gaps,
            **told,
        )
    if covered == gaps:
        return language.plural(
            "The question below the target has an action in the plan",
            "All {word} questions below the target have an action in the plan",
            gaps,
        )
    return language.plural(
        "One of the {gaps} questions below the target has an action in the plan",
        "{word} of the {gaps} questions below the target have an action in the plan",
        covered,
        **told,
    )
