"""Codes that one reads aloud across a room and types on a phone."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.domain.join_code import LETTERS, SPACE, join_code, join_key, spoken_code, typed_code

SECRET = b"s" * 32
CODE = re.compile(rf"[{LETTERS}]{{3}}[0-9]{{3}}")
secrets = st.binary(min_size=32, max_size=32)
numbers = st.integers(0, 10_000)


@given(secrets, st.text(), numbers)
def test_a_code_is_three_letters_and_three_digits(secret, workshop_id, number):
    assert CODE.fullmatch(join_code(secret, workshop_id, number))
    assert re.fullmatch(r"[0-9a-f]{12}", join_key(secret, workshop_id, number))


def test_no_letter_is_a_vowel_or_taken_for_another_or_for_a_digit():
    assert not set(LETTERS) & set("AEIOUYÅÄÖQW")
    assert len(set(LETTERS)) == len(LETTERS)
    assert len(LETTERS) ** 3 * 1000 == SPACE


def test_a_code_follows_from_secret_workshop_and_number_alone():
    assert join_code(SECRET, "w", 0) == join_code(SECRET, "w", 0)
    others = {join_code(b"t" * 32, "w", 0), join_code(SECRET, "v", 0), join_code(SECRET, "w", 1)}
    assert join_code(SECRET, "w", 0) not in others
    assert len(others) == 3


def test_codes_spread_over_all_that_there_are():
    codes = [join_code(SECRET, "w", number) for number in range(3000)]
    assert len(set(codes)) > 2990  # by chance about one pair is expected
    for place in range(3):
        assert {code[place] for code in codes} == set(LETTERS)


def test_the_key_is_not_to_be_had_from_the_code():
    assert join_key(SECRET, "w", 0) != join_key(SECRET, "w", 1)
    assert join_key(SECRET, "w", 0) != join_key(SECRET, "w/key", 0)


@pytest.mark.parametrize("typed", ["ktm482", "KTM 482", " ktm-482 ", "K.T.M.4.8.2", "ktm\u00a0482\n"])
def test_a_code_may_be_typed_in_many_ways(typed):
    assert typed_code(typed) == "KTM482"


@given(secrets, st.text(), numbers)
def test_what_is_read_aloud_can_be_typed(secret, workshop_id, number):
    code = join_code(secret, workshop_id, number)
    assert typed_code(spoken_code(code)) == typed_code(spoken_code(code).lower()) == code


@given(st.text())
def test_whatever_is_typed_stays_short_and_can_be_compared(text):
    typed = typed_code(text)
    assert len(typed.encode()) <= 80
    assert typed == "" or typed.isalnum()
