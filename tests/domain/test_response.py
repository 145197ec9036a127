"""Answers and the texts that go with them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.domain.assessment import NAME_LIMIT, checked_name
from assessment.domain.errors import FieldMissing, LevelOffScale, TextTooLong
from assessment.domain.response import (
    ANSWER_CODES,
    ANSWERS,
    NOT_APPLICABLE,
    TEXT_LIMIT,
    UNKNOWN,
    Answer,
    AnswerKind,
    answer_from_code,
    checked_text,
    rated,
)

any_text = st.text(st.characters() | st.sampled_from("\x00\x0b\r\n\t\ud800\ufffe\U0010ffff=😀"))


def test_there_are_seven_answers_and_each_has_a_code_of_its_own():
    assert ANSWER_CODES == ("0", "1", "2", "3", "4", "unknown", "not_applicable")
    assert [answer_from_code(code) for code in ANSWER_CODES] == list(ANSWERS)
    assert len({rated(0), UNKNOWN, NOT_APPLICABLE}) == 3


@pytest.mark.parametrize("code", ["", "5", "-1", "00", " 1", "None", "level"])
def test_no_other_code_is_an_answer(code):
    with pytest.raises(LevelOffScale):
        answer_from_code(code)


@pytest.mark.parametrize("level", [-1, 5, 2.5])
def test_a_level_off_the_scale_is_refused(level):
    with pytest.raises(LevelOffScale):
        rated(level)


@pytest.mark.parametrize(
    "kind, level", [(AnswerKind.UNKNOWN, 0), (AnswerKind.NOT_APPLICABLE, 3), (AnswerKind.LEVEL, None)]
)
def test_only_a_rating_has_a_level(kind, level):
    with pytest.raises(ValueError, match="exactly when"):
        Answer(kind, level)


@given(any_text)
def test_a_checked_text_is_fit_for_every_file_format_and_checking_again_changes_nothing(text):
    clean = checked_text(text)
    assert checked_text(clean) == clean
    assert "\r" not in clean
    clean.encode("utf-8")
    assert not any(char < " " and char not in "\t\n" for char in clean)


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff")))
def test_an_ordinary_text_is_kept_to_the_letter(text):
    assert checked_text(text) == text


def test_line_breaks_of_every_system_become_one():
    assert checked_text("a\r\nb\rc\nd") == "a\nb\nc\nd"


def test_a_text_has_room_for_what_an_excel_cell_holds_and_no_more():
    assert len(checked_text("å" * TEXT_LIMIT)) == TEXT_LIMIT
    with pytest.raises(TextTooLong) as refused:
        checked_text("å" * (TEXT_LIMIT + 1))
    assert refused.value.parameters == {"length": TEXT_LIMIT + 1, "limit": TEXT_LIMIT}


def test_a_text_is_measured_as_excel_measures_it():
    """Excel counts UTF-16 units, so an emoji takes two."""
    with pytest.raises(TextTooLong):
        checked_text("😀" * (TEXT_LIMIT // 2 + 1))


@given(any_text)
def test_a_name_is_one_short_line_that_can_be_stored_or_is_refused(text):
    try:
        name = checked_name(text)
    except FieldMissing:
        return
    name.encode("utf-8")
    assert name == " ".join(name.split()) != ""
    assert len(name) <= NAME_LIMIT
    assert checked_name(name) == name
    assert not any(char < " " for char in name)


@pytest.mark.parametrize("name", ["", "   ", "\n\t", "\x00", "\ud800"])
def test_a_name_without_content_is_refused(name):
    with pytest.raises(FieldMissing):
        checked_name(name)
