"""What is said about age holds at the extremes too, and the table says the same as the heading."""

from datetime import date, timedelta

import pytest

from assessment.domain.freshness import ItemAge
from assessment.reporting.freshness_words import age_words, freshness_finding, freshness_reading, limit_words
from assessment.texts.language import language
from tests.domain.strategies import make_item

SV, EN = language("sv"), language("en")
TODAY = date(2026, 11, 22)
AGED, SOON, FRESH = (TODAY - timedelta(days=days) for days in (400, 350, 10))


def ages(*days, evidence=None, settled=False):
    return [ItemAge(make_item(), day, evidence, settled, TODAY) for day in days]


@pytest.mark.parametrize(
    ("found", "finding", "reading"),
    [
        ((), "Inget svar har åldrats", ""),
        ((FRESH,), "Inget svar har åldrats", ""),
        ((SOON,), "Svaret på en fråga åldras snart", ""),
        ((SOON, SOON, FRESH), "Svaren på två frågor åldras snart", ""),
        ((AGED,), "En fråga bör prövas igen", "Nivån gäller ändå tills ni ändrar den."),
        ((AGED, AGED, SOON), "Två frågor bör prövas igen", "En till åldras snart."),
        ((AGED,) * 50, "50 frågor bör prövas igen", "Nivån gäller ändå tills ni ändrar den."),
    ],
)
def test_the_heading_counts_what_has_aged_then_what_soon_will(found, finding, reading):
    assert freshness_finding(ages(*found), SV) == finding
    assert freshness_reading(ages(*found), SV).endswith(reading)


def test_english_counts_alike():
    assert freshness_finding(ages(AGED), EN) == "One question should be looked at again"
    assert freshness_finding(ages(SOON, SOON), EN) == "Two questions age soon"
    assert freshness_reading(ages(AGED, SOON, SOON), EN).endswith("Two more age soon.")


def test_only_what_has_aged_is_told_with_its_day():
    assert age_words(*ages(AGED), SV) == "Senast besvarad 18 oktober 2025."
    assert age_words(*ages(AGED, settled=True), SV) == "Ni enades om nivån 18 oktober 2025."
    assert age_words(*ages(FRESH, evidence=AGED), SV) == "Underlaget är från 18 oktober 2025."
    assert age_words(*ages(AGED, evidence=AGED), SV) == (
        "Senast besvarad 18 oktober 2025. Underlaget är från samma dag."
    )
    earlier = AGED - timedelta(days=17)
    assert age_words(*ages(AGED, evidence=earlier), SV).endswith("Underlaget är från 1 oktober 2025.")
    assert age_words(*ages(SOON, evidence=FRESH), SV) == "Senast besvarad 7 december 2025."


def test_the_limit_is_told_in_years():
    assert limit_words(*ages(AGED), SV) == "Gränsen är ett år."
