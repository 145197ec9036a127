"""What is said about the age of levels and evidence. Counts are facts; nothing here judges a level."""

from collections.abc import Sequence
from typing import Final

from assessment.domain.errors import sentence
from assessment.domain.freshness import Freshness, ItemAge, oldest_first
from assessment.domain.report import AssessmentReport
from assessment.domain.report_ages import report_ages
from assessment.reporting.findings import capital
from assessment.texts.language import STOCKHOLM, Language

FRESHNESS: Final = {
    Freshness.FRESH: sentence("Up to date"),
    Freshness.AGING: sentence("Ages soon"),
    Freshness.AGED: sentence("Look again"),
}


def ages_of(report: AssessmentReport) -> tuple[ItemAge, ...]:
    """In the days of Stockholm, so that screen, paper and Excel say the same."""
    return report_ages(report, STOCKHOLM)


def aged_in(report: AssessmentReport) -> tuple[ItemAge, ...]:
    """What has aged, the oldest in front."""
    return oldest_first(ages_of(report))


def freshness_finding(ages: Sequence[ItemAge], language: Language) -> str:
    """*Fem frågor bör prövas igen*"""
    aged, soon = _count(ages, Freshness.AGED), _count(ages, Freshness.AGING)
    if aged:
        return capital(
            language.plural(
                "One question should be looked at again", "{word} questions should be looked at again", aged
            )
        )
    if soon:
        return capital(language.plural("One question ages soon", "{word} questions age soon", soon))
    return language.text("No answer has aged")


def freshness_reading(ages: Sequence[ItemAge], language: Language) -> str:
    """What that means, and what comes next."""
    aged, soon = _count(ages, Freshness.AGED), _count(ages, Freshness.AGING)
    if not aged:
        return ""
    said = [
        language.text("The answer or its evidence is older than the question allows. The level stands all the same."),
        language.plural("One more ages soon.", "{word} more age soon.", soon) if soon else "",
    ]
    return " ".join(capital(one) for one in said if one)


def age_words(age: ItemAge, language: Language) -> str:
    """*Senast besvarad 3 mars 2025.* What has not aged is left out, unless nothing has."""
    told = [_level_words(age, language)] if age.level is Freshness.AGED or not age.aged else []
    if age.evidence is Freshness.AGED and age.evidence_day is not None:
        same = bool(told) and age.evidence_day == age.day
        day = language.date(age.evidence_day)
        words = language.text("The evidence is from the same day.")
        told.append(words if same else language.text("The evidence is from {day}.", day=day))
    return " ".join(told)


def _level_words(age: ItemAge, language: Language) -> str:
    if age.settled:
        return language.text("You agreed on the level {day}.", day=language.date(age.day))
    return language.text("Last answered {day}.", day=language.date(age.day))


def limit_words(age: ItemAge, language: Language) -> str:
    """For how long an answer counts as up to date."""
    years, months = divmod(age.item.fresh_months, 12)
    if not months:
        return language.plural("The limit is one year.", "The limit is {word} years.", years)
    return language.plural("The limit is one month.", "The limit is {word} months.", age.item.fresh_months)


def _count(ages: Sequence[ItemAge], wanted: Freshness) -> int:
    return sum(age.worst is wanted for age in ages)
