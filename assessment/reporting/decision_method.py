"""How the assessment behind a decision paper was made, and what its figures mean: a few sentences of facts."""

from collections.abc import Iterator
from datetime import date

from assessment.domain.checklist import term
from assessment.domain.report import AssessmentReport
from assessment.domain.scoring import ItemState
from assessment.reporting import people_findings
from assessment.reporting.findings import capital
from assessment.texts import labels
from assessment.texts.language import STOCKHOLM, Language


def method(report: AssessmentReport, language: Language) -> tuple[str, ...]:
    """Paragraphs: who answered and when, what was asked, how figures come about, what they are not."""
    return (
        " ".join(_people(report, language)),
        " ".join(_asked(report, language)),
        language.text(
            "The level of a question is the one that the group has agreed on, and otherwise the median of the "
            "participants' levels, the lower of the two middle ones when their number is even. The index is the levels "
            "as a share of the highest possible, from 0 to 100, and its interval shows where it can end once the open "
            "questions are answered. Unanswered, don't know and not applicable never count as level 0."
        ),
        language.text(
            "This is a self-assessment. It does not say whether you follow the law. The text is generated from the "
            "figures and can be changed. Check for confidentiality before it is disclosed."
        ),
    )


def _people(report: AssessmentReport, language: Language) -> Iterator[str]:
    speakers, days = len(report.speakers), _days(report)
    if speakers:
        yield capital(_answered(speakers, days, language))
        roles = [
            f"{language.of(term(report.checklist.roles, role).name)} {language.number(size)}"
            for role, size in report.role_sizes.items()
        ]
        if roles:
            yield language.text("By role: {roles}.", roles=", ".join(roles))
        if sum(report.role_sizes.values()) > speakers:
            yield language.text("A person may hold several roles.")
    elif report.untouched:
        yield language.text("Nobody has answered yet.")
    else:
        yield language.text("Nobody has answered in person.")
    if report.statements.hands:
        yield language.text("Some questions were answered by a show of hands.")
    if report.settled:
        yield f"{people_findings.settled_finding(report, language)}."


def _days(report: AssessmentReport) -> list[date]:
    """The days on which somebody answered or voted, in Swedish time, in order."""
    who = {one.id for one in report.speakers}
    given = [
        response.answered_at
        for person, responses in report.responses.items()
        if person in who
        for response in responses
        if response.answer is not None and response.answered_at is not None
    ]
    moments = [*given, *(one.round.begun_at for one in report.rounds)]
    return sorted({moment.astimezone(STOCKHOLM).date() for moment in moments})


def _answered(people: int, days: list[date], language: Language) -> str:
    if not days:
        return language.plural("One person answered.", "{word} people answered.", people)
    first, last = language.date(days[0]), language.date(days[-1])
    if first == last:
        return language.plural("One person answered on {day}.", "{word} people answered on {day}.", people, day=first)
    return language.plural(
        "One person answered between {first} and {last}.",
        "{word} people answered between {first} and {last}.",
        people,
        first=first,
        last=last,
    )


def _asked(report: AssessmentReport, language: Language) -> Iterator[str]:
    out = sum(result.state is ItemState.NOT_APPLICABLE for result in report.results)
    yield language.plural(
        "The checklist is {title}, version {version} ({scope}), with one question.",
        "The checklist is {title}, version {version} ({scope}), with {number} questions.",
        len(report.results),
        title=language.of(report.checklist.title),
        version=report.checklist.version,
        scope=language.text(labels.SCOPE[report.assessment.scope]).lower(),
    )
    if report.left_out:
        yield capital(
            language.plural(
                "One question is left out because it does not concern your type of organisation.",
                "{word} questions are left out because they do not concern your type of organisation.",
                report.left_out,
            )
        )
    if out:
        yield capital(
            language.plural(
                "One question was found not to be applicable and is not counted.",
                "{word} questions were found not to be applicable and are not counted.",
                out,
            )
        )
