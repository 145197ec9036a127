"""What the meeting is proposed to decide, point by point. A proposal: every point can be changed or struck out."""

from typing import Final

from assessment.domain.asked_decisions import AskedDecisions
from assessment.domain.report import AssessmentReport
from assessment.texts.language import Language

MOST_PROPOSED: Final = 5  # actions that are proposed for gaps without one; more would not be decided in one meeting
BLANK: Final = "……………………"  # to be filled in at the meeting


def decision_points(
    report: AssessmentReport, asked: AskedDecisions, language: Language, *, aged: int = 0
) -> tuple[str, ...]:
    """Each goes on from *The meeting is proposed to decide to*, and so begins with a small letter.

    `aged` is how many questions have an answer or evidence that is too old.
    """
    if report.untouched and not report.actions:
        return (language.text("carry out the self-assessment: nothing is answered yet"),)
    points = [
        point
        for point in (*_about_the_plan(asked, language), *_about_gaps(asked, language), *_about_age(aged, language))
        if point
    ]
    if not points:
        return (language.text("make the self-assessment again on {blank}", blank=BLANK),)
    return (*points, language.text("follow up these decisions on {blank}", blank=BLANK))


def _about_the_plan(asked: AskedDecisions, language: Language) -> tuple[str, ...]:
    ready, late, unowned, undated = map(len, (asked.ready, asked.late, asked.unowned, asked.undated))
    return (
        language.plural(
            "adopt the plan: one action that has an owner and a date",
            "adopt the plan: {word} actions that have an owner and a date",
            ready,
        )
        if ready
        else "",
        language.plural("set a new date for one late action", "set a new date for {word} late actions", late)
        if late
        else "",
        language.plural(
            "appoint who is responsible for one planned action",
            "appoint who is responsible for {word} planned actions",
            unowned,
        )
        if unowned
        else "",
        language.plural("set a date for one planned action", "set a date for {word} planned actions", undated)
        if undated
        else "",
    )


def _about_gaps(asked: AskedDecisions, language: Language) -> tuple[str, ...]:
    outlived, unknown = len(asked.outlived), len(asked.unknown)
    return (
        _proposed(len(asked.unplanned), language),
        language.plural(
            "assess one question again: its action is done but its level is below the target",
            "assess {word} questions again: their actions are done but their levels are below the target",
            outlived,
        )
        if outlived
        else "",
        language.plural(
            "appoint who finds out the answer to one open question, and by when",
            "appoint who finds out the answers to {word} open questions, and by when",
            unknown,
        )
        if unknown
        else "",
    )


def _about_age(aged: int, language: Language) -> tuple[str, ...]:
    said = language.plural(
        "look at one question again, because its answer or evidence is too old",
        "look at {word} questions again, because their answers or evidence are too old",
        aged,
    )
    return (said,) if aged else ()


def _proposed(unplanned: int, language: Language) -> str:
    if not unplanned:
        return ""
    if unplanned <= MOST_PROPOSED:
        return language.plural(
            "carry out the action proposed below for the question that has none, and appoint who does it by when",
            "carry out the {word} actions proposed below for the questions that have none, and appoint who does them "
            "by when",
            unplanned,
        )
    return language.text(
        "begin with the {proposed} actions proposed below ({unplanned} questions below the target have none), and "
        "appoint who does them by when",
        proposed=language.word(MOST_PROPOSED),
        unplanned=language.word(unplanned),
    )
