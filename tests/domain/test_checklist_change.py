"""What a new version changes, and which of it can still be compared."""

from dataclasses import replace

import pytest

from assessment.domain.checklist import Effort, Wording
from assessment.domain.checklist_change import ItemChangeKind, checklist_changes
from assessment.domain.checklist_version import looks_older, next_own_version
from assessment.domain.own_item import own_id
from assessment.storage.checklist_schema import ChecklistPart
from tests.storage.test_checklist_file import small_checklist


@pytest.fixture
def before():
    return ChecklistPart.model_validate(small_checklist()).checklist()


def after(before, **changed):
    """Version 2, with its first question changed."""
    first, *others = before.items
    return replace(before, version="2", items=(replace(first, **changed), *others))


NEW_WORDS = Wording("Ny fråga?", "New question?")


@pytest.mark.parametrize(
    ("changed", "kind"),
    [
        ({"question": NEW_WORDS}, ItemChangeKind.MEANING),
        ({"question": NEW_WORDS, "same_as": ("1",)}, ItemChangeKind.WORDING),
        ({"question": Wording("Fråga?", "Asked?")}, ItemChangeKind.WORDING),
        ({"effort": Effort.LARGE}, ItemChangeKind.DETAILS),
        ({"core": False}, ItemChangeKind.DETAILS),
    ],
)
def test_a_changed_question_is_told_by_what_the_change_means(before, changed, kind):
    found = checklist_changes(before, after(before, **changed))
    assert [(one.kind, one.item.id, one.before) for one in found.items] == [(kind, "POL-01", before.items[0])]
    assert (found.unchanged, found.around) == (2, False)


def test_saying_only_that_it_is_the_same_changes_nothing(before):
    assert checklist_changes(before, after(before, same_as=("1",))).items == ()


def test_new_questions_stand_in_their_place_and_removed_ones_last(before):
    first, second, third = before.items
    found = checklist_changes(before, replace(before, items=(replace(first, id="POL-09"), second, third)))
    assert [(one.kind, one.item.id) for one in found.items] == [
        (ItemChangeKind.NEW, "POL-09"),
        (ItemChangeKind.REMOVED, "POL-01"),
    ]


def test_a_change_beside_the_questions_is_told(before):
    found = checklist_changes(before, replace(before, version="2", default_target=4))
    assert (found.items, found.unchanged, found.around) == ((), 3, True)


@pytest.mark.parametrize(
    ("one", "than", "older"),
    [
        ("2026.1", "2026.2", True),
        ("2026.10", "2026.9", False),
        ("2026.1", "2026.1-E1", True),
        ("2026.1-E2", "2026.1-E10", True),
        ("2027.1", "2026.1-E1", False),
        ("1", "1", False),
    ],
)
def test_versions_are_told_apart_as_people_read_them(one, than, older):
    assert looks_older(one, than) is older


def test_numbers_of_own_questions_and_versions_are_never_used_twice():
    assert next_own_version("2026.1-E1", frozenset({"2026.1", "2026.1-E1", "2026.1-E2"})) == "2026.1-E3"
    assert own_id("POL", {"POL-09", "POL-E1", "POL-E4", "TID-E7"}) == "POL-E5"
    assert len(next_own_version("x" * 20, frozenset())) <= 20
