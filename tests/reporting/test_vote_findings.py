"""What is said about a revealed round."""

import pytest

from assessment.domain.tally import Tally
from assessment.reporting import vote_findings
from assessment.texts.language import language

SV, EN = language("sv"), language("en")


def votes(*counts):
    """Votes on level 0, 1, …; then don't know and not applicable."""
    return Tally((*counts, *(0,) * (7 - len(counts))))


@pytest.mark.parametrize(
    ("counts", "word", "said"),
    [
        ((1, 3, 0, 4, 1), "Delad bild", "Tre svarar nivå 1 och fyra svarar nivå 3."),
        ((0, 0, 6, 0, 0), "Samsyn", "Alla sex svarar nivå 2."),
        ((0, 2, 6, 1, 0), "Samsyn", "Sex av nio svarar nivå 2."),
        ((1, 1, 1, 1, 1), "Delad bild", "Svaren går från nivå 0 till nivå 4."),
        ((0, 2, 2, 2, 0), "Spridning", "Svaren går från nivå 1 till nivå 3."),
        ((3, 0, 0, 0, 3), "Delad bild", "Tre svarar nivå 0 och tre svarar nivå 4."),
        ((0, 1, 1, 0, 0), "", "En svarar nivå 1 och en svarar nivå 2."),
        ((0, 0, 0, 1, 0), "", "En svarar nivå 3."),
        ((0, 0, 0, 0, 0, 2), "", "Ingen angav en nivå."),
    ],
)
def test_agreement_comes_first_in_words_and_then_what_was_chosen(counts, word, said):
    assert vote_findings.agreement_word(votes(*counts), SV) == word
    assert vote_findings.vote_finding(votes(*counts), SV) == said


def test_what_is_no_level_is_told_apart():
    assert vote_findings.beside_levels(votes(0, 0, 3, 0, 0, 2, 1), SV) == "Två vet inte. En svarar ej tillämpligt."
    assert vote_findings.beside_levels(votes(0, 0, 3), SV) == ""


@pytest.mark.parametrize(
    ("raters", "said"),
    [
        (1, "För få röster för att tala om samstämmighet."),
        (3, "Med tre röster kan det vara en slump."),
        (4, "Med fyra röster kan det vara en slump."),
        (5, ""),
    ],
)
def test_few_votes_carry_a_caveat(raters, said):
    assert vote_findings.caveat(votes(0, raters), SV) == said


def test_the_extremes_are_invited_without_pointing_at_anybody():
    assert vote_findings.invitation(votes(1, 3, 0, 4, 1), SV) == "Vill någon som valde 0 eller 4 börja?"
    assert vote_findings.invitation(votes(0, 5), SV) == ""


def test_the_second_vote_is_compared_by_its_middle():
    first, second = votes(1, 3, 0, 3, 1), votes(0, 1, 6, 1)
    assert vote_findings.shift(first, second, EN) == "The middle moved from level 1 to level 2."
    assert vote_findings.shift(second, second, EN) == "The middle stays at level 2."
    assert vote_findings.shift(votes(0, 0, 0, 0, 0, 3), second, EN) == ""
