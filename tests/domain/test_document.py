"""A governing document: what is kept, what is refused, and where it stands on a given day."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.domain.document import (
    DOCUMENT_FIELD,
    DocumentFacts,
    DocumentLevel,
    DocumentState,
    LevelMissing,
    LinkRefused,
    checked_document,
    checked_link,
)
from assessment.domain.entry import ARCHIVED, written_facts
from assessment.domain.entry_errors import DatesReversed, DateUnlikely, FieldTooLong, NameMissing
from assessment.domain.errors import AssessmentError

TODAY = date(2026, 11, 22)
POLICY = DocumentFacts("Inköpspolicy", DocumentLevel.POLICY, adopted_on=date(2024, 1, 15))


def reviewed(day):
    return replace(POLICY, review_on=day)


@pytest.mark.parametrize(
    ("facts", "error"),
    [
        (replace(POLICY, title=" \x00\n "), NameMissing),
        (replace(POLICY, title="å" * 100_000), FieldTooLong),
        (replace(POLICY, note="å" * 100_000), FieldTooLong),
        (replace(POLICY, owner="å" * 201), FieldTooLong),
        (replace(POLICY, level=None), LevelMissing),
        (reviewed(date(2024, 1, 14)), DatesReversed),
        (replace(POLICY, adopted_on=date(1026, 1, 1)), DateUnlikely),
    ],
)
def test_what_can_not_be_meant_is_refused(facts, error):
    with pytest.raises(error):
        checked_document(facts)


@pytest.mark.parametrize(
    "link",
    [
        *(
            "javascript:alert(1)",
            "JavaScript:alert(1)",
            " java\x00script:alert(1)",
            "data:text/html,x",
            "file:///etc/passwd",
        ),
        *("ftp://kommun.example/policy", "https://", "http://[", "https://kommun.example/en policy", "vbscript:x"),
    ],
)
def test_an_address_that_is_not_of_the_web_is_refused(link):
    with pytest.raises(LinkRefused):
        checked_link(link)


@pytest.mark.parametrize(
    "link",
    [
        "",
        "https://kommun.example/policy?x=1#a",
        "HTTP://kommun.example",
        "Dnr KS 2024/17",
        "dnr: KS 2024/17",
        "KS:2024",
    ],
)
def test_web_addresses_and_plain_references_are_kept_as_they_are(link):
    assert checked_link(link) == link


@given(st.text(max_size=60))
def test_a_link_is_kept_on_one_line_or_refused_and_only_the_web_is_a_web_address(text):
    try:
        kept = checked_link(text)
    except AssessmentError:
        return
    assert "\n" not in kept
    address = replace(POLICY, link=kept).web_address
    assert address == "" or address.lower().startswith(("http://", "https://"))


def test_control_characters_go_and_line_breaks_of_the_note_stay():
    clean = checked_document(replace(POLICY, title=" Inköps\x07policy \n för alla ", note=" rad ett\r\nrad två\x00 "))
    assert (clean.title, clean.note) == ("Inköpspolicy för alla", "rad ett\nrad två")


@pytest.mark.parametrize(
    ("adopted", "state"),
    [
        (None, DocumentState.UNDATED),
        (TODAY, DocumentState.IN_FORCE),
        (date(2026, 11, 23), DocumentState.PLANNED),
    ],
)
def test_a_document_is_in_force_from_the_day_it_was_adopted(adopted, state):
    assert replace(POLICY, adopted_on=adopted).state(TODAY) is state


@pytest.mark.parametrize(
    ("review", "overdue", "soon"),
    [
        (None, False, False),
        (date(2026, 11, 21), True, False),
        (TODAY, False, True),
        (date(2027, 3, 22), False, True),
        (date(2027, 3, 23), False, False),
    ],
)
def test_a_review_is_overdue_from_the_day_after(review, overdue, soon):
    assert (reviewed(review).overdue(TODAY), reviewed(review).due_soon(TODAY)) == (overdue, soon)


def test_what_is_not_in_force_has_nothing_to_review():
    planned = replace(POLICY, adopted_on=date(2026, 12, 1), review_on=date(2026, 12, 2))
    undated = replace(POLICY, adopted_on=None, review_on=date(2020, 1, 1))
    assert not planned.due_soon(TODAY)
    assert not undated.overdue(TODAY)


def test_everything_that_the_history_can_tell_of_has_a_name():
    assert set(DOCUMENT_FIELD) == {*written_facts(POLICY), ARCHIVED}
