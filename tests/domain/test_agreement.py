"""Agreement: the published formulas, the words, and camps."""

from fractions import Fraction
from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.domain.agreement import AgreementWord, agreement, mean_deviation, van_der_eijk
from tests.domain import strategies as some

CONSENSUS, SPREAD, CAMPS, FEW = (
    AgreementWord.CONSENSUS,
    AgreementWord.SPREAD,
    AgreementWord.CAMPS,
    AgreementWord.FEW,
)


def as_levels(counts):
    return [level for level, count in enumerate(counts) for _ in range(count)]


@pytest.mark.parametrize(
    ("counts", "index", "deviation"),
    [
        ((0, 0, 6, 0, 0), 1, 0),
        ((0, 3, 3, 0, 0), 0.750, 0.50),
        ((0, 2, 3, 1, 0), 0.667, 0.56),
        ((2, 2, 2, 0, 0), 0.500, 0.67),
        ((1, 1, 1, 1, 1), 0, 1.20),
        ((3, 0, 0, 0, 3), -1, 2.00),
        ((1, 1, 2, 1, 1), 0.167, None),
        ((0, 3, 0, 3, 0), 0.167, None),
    ],
)
def test_published_vectors(counts, index, deviation):
    assert van_der_eijk(counts) == pytest.approx(index, abs=0.0005)
    if deviation is not None:
        assert mean_deviation(as_levels(counts)) == pytest.approx(deviation, abs=0.005)


@pytest.mark.parametrize(
    ("counts", "word"),
    [
        ((0, 0, 0, 1, 0), FEW),
        ((0, 1, 0, 1, 0), FEW),
        ((0, 0, 3, 0, 0), CONSENSUS),
        ((0, 0, 2, 1, 0), CONSENSUS),  # A = 0.83
        ((0, 3, 2, 0, 0), CONSENSUS),  # one level apart, five raters
        ((0, 1, 1, 1, 0), SPREAD),  # A = 0.5
        ((2, 2, 2, 0, 0), SPREAD),
        ((1, 1, 1, 1, 1), CAMPS),  # all over the place: A = 0
        ((3, 0, 0, 0, 3), CAMPS),
        ((0, 3, 0, 3, 0), CAMPS),  # near camps
        ((0, 2, 0, 6, 0), CAMPS),  # an empty level between two crowded ones, though A is not low
        ((0, 1, 0, 3, 0), SPREAD),  # one dissenter is no camp
        ((0, 1, 0, 7, 0), CONSENSUS),  # A = 0.79
        ((7, 3, 0, 4, 0), CAMPS),
    ],
)
def test_the_words(counts, word):
    assert agreement(as_levels(counts)).word is word


def test_nobody_agrees_or_disagrees_when_nobody_gave_a_level():
    assert agreement([]) is None


@given(st.lists(some.levels, min_size=1, max_size=12), st.randoms())
def test_order_does_not_matter_and_nobody_is_lost(levels, random):
    shuffled = list(levels)
    random.shuffle(shuffled)
    assert agreement(shuffled).counts == agreement(levels).counts
    assert agreement(shuffled).word is agreement(levels).word
    assert as_levels(agreement(levels).counts) == sorted(levels)


@given(st.lists(some.levels, min_size=1, max_size=12))
def test_the_scale_may_be_turned_round(levels):
    turned = [4 - level for level in levels]
    assert agreement(turned).word is agreement(levels).word
    assert agreement(turned).deviation == pytest.approx(agreement(levels).deviation)


@given(st.lists(some.levels, min_size=1, max_size=12))
def test_the_index_is_one_exactly_when_all_are_alike(levels):
    index = van_der_eijk(agreement(levels).counts)
    assert -1 <= index <= 1 + 1e-12
    assert (abs(index - 1) < 1e-12) == (len(set(levels)) == 1)


def test_rounding_never_changes_a_word():
    """Every distribution of up to nine raters, once with fractions: no word depends on the last binary digit."""
    for counts in product(range(10), repeat=5):
        if 3 <= sum(counts) <= 9:
            assert agreement(as_levels(counts)).word is exact_word(counts), counts


def exact_word(counts):
    raters = sum(counts)
    index = exact_index(counts)
    used = [level for level in range(5) if counts[level]]
    if index >= Fraction(3, 4) or (used[-1] - used[0] <= 1 and raters >= 5):
        return CONSENSUS
    apart = any(
        counts[low] >= 2 and counts[high] >= 2 and 0 in counts[low + 1 : high]
        for low, high in combinations(range(5), 2)
    )
    return CAMPS if index < Fraction(3, 10) or apart else SPREAD


def exact_index(counts):
    """A, straight from its definition, in fractions."""
    left, raters, total = list(counts), sum(counts), Fraction(0)
    while any(left):
        lowest = min(count for count in left if count)
        used = [count > 0 for count in left]
        up = sum(t in [(1, 1, 0), (0, 1, 1)] for t in combinations(used, 3))
        down = sum(t == (1, 0, 1) for t in combinations(used, 3))
        unimodal = Fraction(3 * up - 4 * down, 3 * (up + down)) if up + down else Fraction(1)
        layer = Fraction(1) if sum(used) == 1 else unimodal * (1 - Fraction(sum(used) - 1, 4))
        total += layer * Fraction(sum(used) * lowest, raters)
        left = [count - lowest if count else 0 for count in left]
    return total
