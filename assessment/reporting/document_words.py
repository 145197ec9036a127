"""What the governing documents say, as headings and lines. Only what is registered can be told."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from assessment.domain.checklist import term
from assessment.domain.document import Document, DocumentFacts, DocumentLevel, DocumentState
from assessment.domain.document_overview import DocumentOverview, DocumentQuestion, Doubt
from assessment.reporting.findings import capital
from assessment.texts import document_labels
from assessment.texts.language import Language

MOST_NAMED: Final = 2
DAYS, MONTHS = 45, 24  # so long a time is told in days, and in months; after that in years


def documents_finding(overview: DocumentOverview, language: Language) -> str:
    """Which kinds are missing; when none is, whether the documents are up to date."""
    if not overview.documents:
        return language.text("No governing document is registered yet")
    present = overview.levels_in_force
    missing = [kind(level, language).lower() for level in DocumentLevel if level not in present]
    if not present:
        return language.text("No registered document is known to be in force")
    if len(missing) > MOST_NAMED:
        told = language.word(len(present)), language.word(len(DocumentLevel))
        return language.text(
            "You have governing documents of {present} kinds out of {all}", present=told[0], all=told[1]
        )
    if missing:
        return language.text("No {kinds} in force is registered", kinds=either(missing, language))
    if overview.overdue:
        return capital(_overdue(overview, language))
    if overview.uncovered:
        return uncovered_finding(overview, language)
    return language.text("Documents of all kinds are in force, and none is overdue for review")


def documents_lede(overview: DocumentOverview, language: Language) -> str:
    """What the heading does not say: overdue reviews and uncovered dimensions; at most two sentences."""
    said = documents_finding(overview, language)
    lines = []
    if overview.overdue:
        lines.append(capital(_overdue(overview, language)))
    if overview.uncovered and overview.documents:
        lines.append(uncovered_finding(overview, language))
    return " ".join(f"{line}." for line in lines if line != said)


def _overdue(overview: DocumentOverview, language: Language) -> str:
    return language.plural(
        "one document should have been reviewed by now",
        "{word} documents should have been reviewed by now",
        len(overview.overdue),
    )


def uncovered_finding(overview: DocumentOverview, language: Language) -> str:
    """*Inget gällande dokument täcker Tid eller Kunskap*; with more than two only how many."""
    missing = overview.uncovered
    if not missing:
        return language.text("Every dimension is covered by a document in force")
    if len(missing) == len(overview.checklist.dimensions):
        return language.text("No dimension is covered by a document in force")
    if len(missing) <= MOST_NAMED:
        names = [language.of(term(overview.checklist.dimensions, one).name) for one in missing]
        return language.text("No document in force covers {names}", names=either(names, language))
    return capital(
        language.plural(
            "{word} of {all} dimensions is covered by no document in force",
            "{word} of {all} dimensions are covered by no document in force",
            len(missing),
            all=language.word(len(overview.checklist.dimensions)),
        )
    )


def kinds_finding(overview: DocumentOverview, language: Language) -> str:
    """*Sju dokument gäller, ett är inte beslutat*; how many, because the page's heading tells what is missing."""
    force, other = len(overview.in_force), len(overview.documents) - len(overview.in_force)
    if not overview.documents:
        return language.text("Six kinds of governing document")
    told = capital(language.plural("one document is in force", "{word} documents are in force", force))
    if not other:
        return told
    return f"{told}, " + language.plural(
        "one is planned or has no date of adoption", "{word} are planned or have no date of adoption", other
    )


def review_finding(overview: DocumentOverview, language: Language) -> str:
    """What the timeline shows. There is at least one day to show."""
    if overview.overdue:
        return capital(_overdue(overview, language))
    if overview.due_soon:
        return capital(
            language.plural(
                "one document is due for review within four months",
                "{word} documents are due for review within four months",
                len(overview.due_soon),
            )
        )
    return language.text("No review is due within four months")


def either(words: Sequence[str], language: Language) -> str:
    """a, b eller c."""
    *most, last = words
    return f"{', '.join(most)} {language.text('or')} {last}" if most else last


def kind(level: DocumentLevel | None, language: Language) -> str:
    return language.text(document_labels.KIND[level]) if level else "–"


def adoption(facts: DocumentFacts, today: date, language: Language) -> str:
    """*Beslutat av kommunfullmäktige 15 januari 2024*, *Ska beslutas 1 mars 2027*, or that the day is not stated."""
    by = facts.adopted_by
    if facts.adopted_on is None:
        undated = language.text(document_labels.STATE[DocumentState.UNDATED])
        return language.text("Adopted by {who}, day not stated", who=by) if by else undated
    day = language.date(facts.adopted_on)
    if not facts.in_force(today):
        if by:
            return language.text("To be adopted by {who} on {day}", who=by, day=day)
        return language.text("To be adopted on {day}", day=day)
    return (
        language.text("Adopted by {who} on {day}", who=by, day=day)
        if by
        else language.text("Adopted on {day}", day=day)
    )


def review(facts: DocumentFacts, today: date, language: Language) -> str:
    """When the document is to be reviewed, and whether that day has passed; empty for what is not in force."""
    if not facts.in_force(today):
        return ""
    if facts.review_on is None:
        return language.text("No review is planned")
    day, distance = language.date(facts.review_on), away(facts.review_on, today, language)
    if facts.overdue(today):
        return language.text("Should have been reviewed on {day}, {distance}", day=day, distance=distance)
    return language.text("To be reviewed on {day}, {distance}", day=day, distance=distance)


def review_state(facts: DocumentFacts, today: date, language: Language) -> str:
    """How the review stands, in a word or two for a table; empty for what is not in force."""
    if not facts.in_force(today):
        return ""
    if facts.review_on is None:
        return language.text("No review is planned")
    if facts.overdue(today):
        return language.text("Overdue")
    return language.text("Due soon") if facts.due_soon(today) else language.text("Ahead")


def away(day: date, today: date, language: Language) -> str:
    """*om tre månader*, *för sju månader sedan*, *i dag*."""
    days = abs((day - today).days)
    if days == 0:
        return language.text("today")
    ahead = day > today
    if days <= DAYS:
        if ahead:
            return language.plural("in one day", "in {word} days", days)
        return language.plural("one day ago", "{word} days ago", days)
    months = round(days / 30.44)
    if months <= MONTHS:
        if ahead:
            return language.plural("in one month", "in {word} months", months)
        return language.plural("one month ago", "{word} months ago", months)
    years = round(days / 365.25)
    if ahead:
        return language.plural("in one year", "in {word} years", years)
    return language.plural("one year ago", "{word} years ago", years)


def evidence_words(document: Document, today: date, language: Language) -> str:
    """*”Inköpspolicy”. Beslutat 27 februari 2023. Ska ses över 22 februari 2027, om tre månader.*"""
    title = language.text("“{title}”", title=document.facts.title)
    said = (title, adoption(document.facts, today, language), review(document.facts, today, language))
    return " ".join(f"{part}." for part in said if part)


def question_words(one: DocumentQuestion, language: Language) -> str:
    """The question that an answer and the documents raise together."""
    level = one.result.level
    names = language.listed([language.text("“{title}”", title=document.facts.title) for document in one.documents])
    if one.doubt is Doubt.STILL_ZERO:
        return language.text(
            "The question is at level {level}, yet {names} covers it. Are both right?", level=level, names=names
        )
    if one.doubt is Doubt.NOT_REVIEWED:
        return language.text(
            "The question is at level {level}, yet the review of {names} is overdue. Does the level hold?",
            level=level,
            names=names,
        )
    kinds = either([kind(each, language).lower() for each in one.levels], language)
    return language.text(
        "The question is at level {level}, but no {kinds} in force that covers it is registered. Is that right?",
        level=level,
        kinds=kinds,
    )


def questions_finding(number: int, language: Language) -> str:
    """`number` is at least one."""
    return language.plural(
        "The documents and the answers raise one question",
        "The documents and the answers raise {word} questions",
        number,
    )
