"""What an assessment is about, told from its name until somebody says."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.domain.errors import FieldMissing
from assessment.domain.subject import checked_subject, guessed_subject, histories, occasions, same_subject
from tests.domain import strategies

FIRST = datetime(2024, 10, 7, tzinfo=UTC)


def make(name, *, subject=None, organisation="Ekviks kommun", days=0):
    about = guessed_subject(name) if subject is None else subject
    blank = strategies.make_report((), (), {}).assessment
    return replace(
        blank, id=name, name=name, subject=about, organisation=organisation, created_at=FIRST + timedelta(days=days)
    )


@pytest.mark.parametrize(
    ("name", "subject"),
    [
        ("Hela kommunen, hösten 2024", "Hela kommunen"),
        ("Hela kommunen 2024", "Hela kommunen"),
        ("Hela kommunen – ht 2025", "Hela kommunen"),
        ("Hela kommunen (2026)", "Hela kommunen"),
        ("Hemtjänsten, oktober 2026", "Hemtjänsten"),
        ("Hemtjänsten 22 november 2026", "Hemtjänsten"),
        ("Hemtjänsten 2026-11-22", "Hemtjänsten"),
        ("Vård och omsorg 2024/25", "Vård och omsorg"),
        ("The whole municipality, autumn 2026", "The whole municipality"),
        ("Skola 7", "Skola 7"),
        ("Område 2026 norr", "Område 2026 norr"),
        ("Lokalvård", "Lokalvård"),
        ("2026", "2026"),
        ("hösten 2026", "hösten"),
    ],
)
def test_the_occasion_at_the_end_of_a_name_is_no_part_of_the_subject(name, subject):
    assert guessed_subject(name) == subject


@given(st.text(min_size=1))
def test_there_is_always_a_subject(name):
    assert guessed_subject(name)


def test_a_blank_subject_is_refused_and_the_others_are_tidied():
    assert checked_subject("  Hela \n kommunen ") == "Hela kommunen"
    with pytest.raises(FieldMissing):
        checked_subject(" \n ")


def test_assessments_of_the_same_subject_belong_together_the_oldest_first():
    second, other, first = make("Vatten 2025", days=9), make("Vatten och avlopp"), make("vatten, 2024")
    found = histories([second, other, first])
    assert [[one.name for one in history.assessments] for history in found] == [
        ["vatten, 2024", "Vatten 2025"],
        ["Vatten och avlopp"],
    ]
    assert found[0].subject == "Vatten"


@given(st.permutations(["A 2024", "B 2025", "A 2026", "b 2024"]))
def test_the_order_of_the_assessments_makes_no_difference_to_the_histories(names):
    days = {"A 2024": 0, "B 2025": 400, "A 2026": 800, "b 2024": 3}
    found = histories([make(name, days=days[name]) for name in names])
    assert [[one.name for one in history.assessments] for history in found] == [
        ["A 2024", "A 2026"],
        ["b 2024", "B 2025"],
    ]


def test_the_same_words_in_another_organisation_are_another_subject():
    assert not same_subject(make("Hela kommunen"), make("Hela kommunen", organisation="Sjöviks kommun"))


def test_the_latest_of_a_year_is_found():
    history = histories([make("A, vår", subject="A"), make("A, höst", subject="A", days=20)])[0]
    assert (history.in_year(2024).name, history.in_year(2023)) == ("A, höst", None)


def test_what_the_name_adds_to_the_subject_is_the_occasion_when_it_tells_them_apart():
    assert occasions([make("Vatten, hösten 2024"), make("Vatten 2025")]) == ("hösten 2024", "2025")
    assert occasions([make("Vatten 2024"), make("vatten 2024", days=1), make("Vattnet", subject="Vatten")]) == ("",) * 3
