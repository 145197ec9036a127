"""Figures then and now: what the drawn mark between them says in words, and what need not be said twice."""

import re

from assessment.reporting.marks.then_now import key_changes, then_now_figure
from assessment.texts.language import language
from tests.reporting.test_compare_findings import POL, TID, of

SV = language("sv")


def read(mark):
    """What a screen reader says of it."""
    return " ".join(re.sub("<[^>]+>", " ", mark).split())


def changes(then, now):
    totals = of(then, now).comparison.totals
    return read(key_changes(totals["then"], totals["now"], SV))


def test_a_change_is_said_in_words_and_drawn_without_an_arrow_that_the_typeface_lacks():
    scores = of({POL: 1, TID: 1}, {POL: 2, TID: 3}).comparison.totals
    mark = then_now_figure(scores["then"], scores["now"], SV)
    assert read(mark).startswith("25 då, nu 62 av 100")
    assert "→" not in mark
    assert 'class="ru-onward" aria-hidden="true"' in mark


def test_what_is_as_it_was_is_said_once():
    said = changes({POL: 0, TID: 2}, {POL: 0, TID: 3})
    assert "Lägsta nivå 0 i någon fråga, då som nu" in said
    assert "Når målet 0 då, nu 1 av 2 frågor" in said


def test_nothing_is_said_to_be_as_it_was_of_what_has_no_level():
    said = changes({}, {})
    assert "Lägsta nivå – i någon fråga" in said
    assert "Öppna frågor 2 av 2, då som nu" in said
