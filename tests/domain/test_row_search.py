"""Long lists: what a search finds, and which rows of a grouped list come first."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.domain.row_search import dealt, matches

groups_of_rows = st.dictionaries(st.integers(0, 4), st.lists(st.just("row"), max_size=4), max_size=4)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("", True),
        ("  ", True),
        ("vatten", True),
        ("ÄLDRE", True),
        ("vatten reserv", True),
        ("va-chefen dricks", True),
        ("vatten el", False),
        ("drickså", False),
    ],
)
def test_every_word_that_is_asked_for_must_occur_somewhere(asked, found):
    assert matches(asked, ["Dricksvatten", "Reservplan för äldre", "VA-chefen"]) is found


def test_words_do_not_run_from_one_text_into_the_next():
    assert not matches("ab", ["a", "b"])


def test_each_group_gets_one_row_before_any_gets_two():
    assert dealt({"a": [1, 2, 3], "b": [4], "c": [5, 6]}, 5) == {"a": (1, 2), "b": (4,), "c": (5, 6)}
    assert dealt({"a": [1, 2], "b": [3]}, 1) == {"a": (1,)}


@settings(max_examples=40)
@given(groups=groups_of_rows, most=st.integers(0, 20))
def test_as_many_rows_are_dealt_as_there_are_up_to_the_most(groups, most):
    chosen = dealt(groups, most)
    assert sum(map(len, chosen.values())) == min(most, sum(map(len, groups.values())))
    assert all(tuple(groups[name][: len(rows)]) == rows and rows for name, rows in chosen.items())
    assert list(chosen) == [name for name in groups if name in chosen]
