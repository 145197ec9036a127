"""The paper for the meeting, *beslutsunderlag*: its words and figures, the same in Word and in print."""

from dataclasses import dataclass
from typing import Final

from assessment.domain.asked_decisions import AskedDecisions, asked_decisions
from assessment.domain.checklist import term
from assessment.domain.errors import sentence
from assessment.domain.report import AssessmentReport
from assessment.domain.scoring import Score
from assessment.reporting import findings
from assessment.reporting.decision_lines import DecisionGroup, asked_groups, plan_groups
from assessment.reporting.decision_method import method
from assessment.reporting.decision_open import OpenPart, open_parts
from assessment.reporting.decision_points import decision_points
from assessment.reporting.freshness_words import aged_in
from assessment.reporting.marks.profile import interval, point, track_label
from assessment.reporting.profile_picture import Mark
from assessment.reporting.situation import situation
from assessment.texts.language import STOCKHOLM, Language

KIND: Final = sentence("Basis for decision")
COLUMNS: Final = (
    sentence("Action"),
    sentence("Level"),
    sentence("Owner"),
    sentence("Done by"),
)


@dataclass(frozen=True, slots=True)
class ProfileRow:
    """One dimension. `figure` is *40 av 100 (25–62)*, `label` says all that its marks show."""

    name: str
    score: Score
    figure: str
    label: str


@dataclass(frozen=True, slots=True)
class DecisionPaper:
    """`head` holds labels and values, of which an empty one is for people to fill in. `day` is 22 november 2026."""

    title: str
    head: tuple[tuple[str, str], ...]
    situation: tuple[str, ...]
    profile_finding: str
    profile: tuple[ProfileRow, ...]
    points: tuple[str, ...]
    asked: tuple[DecisionGroup, ...]
    plan: tuple[DecisionGroup, ...]
    plan_note: str  # what the plan does not show, or why there is none
    open: tuple[OpenPart, ...]
    method: tuple[str, ...]


def decision_paper(report: AssessmentReport, language: Language) -> DecisionPaper:
    """The paper as of the day on which the report was read, in Swedish time."""
    today = report.at.astimezone(STOCKHOLM).date()
    asked = asked_decisions(report, today=today)
    plan = plan_groups(report, asked, language)
    profile = _profile(report, language) if report.total.applicable else ()
    return DecisionPaper(
        title=language.of(report.checklist.title),
        head=_head(report, language),
        situation=situation(report, language, today=today),
        profile_finding=_profile_finding(report, language) if profile else "",
        profile=profile,
        points=decision_points(report, asked, language, aged=len(aged_in(report))),
        asked=asked_groups(report, asked, language),
        plan=plan,
        plan_note=_plan_note(bool(plan), bool(report.actions), asked, language),
        open=open_parts(report, language),
        method=method(report, language),
    )


def _head(report: AssessmentReport, language: Language) -> tuple[tuple[str, str], ...]:
    assessment = report.assessment
    return (
        (language.text("Concerns"), assessment.name),
        (language.text("Date"), language.date(report.at)),
        (language.text("To"), ""),
        (language.text("Reference no."), ""),
    )


def _plan_note(shown: bool, planned: bool, asked: AskedDecisions, language: Language) -> str:
    if not planned:
        return language.text("Nothing is planned yet.")
    if not shown:
        return language.text(
            "Everything planned is late, or lacks an owner or a date, and stands under Proposed decisions."
        )
    if asked.late or asked.lacking:
        return language.text("What is late, or lacks an owner or a date, stands under Proposed decisions.")
    return ""


def _profile_finding(report: AssessmentReport, language: Language) -> str:
    """How many dimensions reach the target; of a single one, how many questions."""
    if sum(score.index is not None for score in report.dimensions.values()) == 1:
        return findings.at_target_finding(report, language)
    return findings.profile_finding(report, language)


def _profile(report: AssessmentReport, language: Language) -> tuple[ProfileRow, ...]:
    """Furthest below the target first, as on the screen."""

    def distance(pair: tuple[str, Score]) -> float:
        index = pair[1].index
        return float("-inf") if index is None or index.point is None else pair[1].target_index - index.point

    return tuple(
        ProfileRow(
            name=language.of(term(report.checklist.dimensions, dimension).name),
            score=score,
            figure=_figure(score, language),
            label=track_label(score, language) if score.index else "",
        )
        for dimension, score in sorted(report.dimensions.items(), key=lambda pair: -distance(pair))
    )


def _figure(score: Score, language: Language) -> str:
    if score.index is None:
        return language.text("no question applies")
    low, high = interval(score)
    if point(score) is None:
        return f"{language.text('no level yet')} ({low}–{high})"
    around = f" ({low}–{high})" if (low, high) != (point(score),) * 2 else ""
    return f"{point(score)} {language.text('of 100')}{around}"


def profile_legend(paper: DecisionPaper, language: Language) -> list[tuple[Mark, str]]:
    """What the marks of the profile are; only those that occur."""
    scores = [row.score for row in paper.profile if row.score.index is not None]
    floors = [score.floor for score in scores if score.floor is not None and score.floor.level is not None]
    marks = (
        (Mark.POINT, language.text("Index of answered questions"), any(point(score) is not None for score in scores)),
        (Mark.BAND, language.text("As far as open questions can move it"), any(score.open for score in scores)),
        (Mark.FLOOR, language.text("Lowest level"), bool(floors)),
        (Mark.OPEN_FLOOR, language.text("may be lower"), any(floor.may_be_lower for floor in floors)),
        (Mark.TARGET, language.text("Target"), True),
    )
    return [(mark, text) for mark, text, occurs in marks if occurs]
