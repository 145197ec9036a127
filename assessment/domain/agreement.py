"""How alike the levels are that different people give one item.

Formulas and sources: van der Eijk 2001, Quality & Quantity 35:325–341 (A); Burke & Dunlap 2002 (AD).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations, pairwise

from assessment.domain.checklist import LEVELS

FEWEST_RATERS = 3  # below this no word of agreement, and no median of a role
ENOUGH_FOR_CONSENSUS = 5
STRONG_AGREEMENT = 0.75
WEAK_AGREEMENT = 0.3


class AgreementWord(StrEnum):
    CONSENSUS = "consensus"  # samsyn
    SPREAD = "spread"  # spridning
    CAMPS = "camps"  # delad bild
    FEW = "few"  # få svarande


@dataclass(frozen=True, slots=True)
class Agreement:
    """`counts` holds the number of raters at each level, `deviation` their mean distance from the mean, in levels."""

    word: AgreementWord
    counts: tuple[int, ...]
    deviation: float


def agreement(levels: Sequence[int]) -> Agreement | None:
    """Describe how alike the levels are; None when there are none."""
    if not levels:
        return None
    counts = tuple(levels.count(level) for level in LEVELS)
    return Agreement(_word(counts), counts, mean_deviation(levels))


def _word(counts: Sequence[int]) -> AgreementWord:
    raters = sum(counts)
    if raters < FEWEST_RATERS:
        return AgreementWord.FEW
    index = van_der_eijk(counts)
    used = [level for level, count in enumerate(counts) if count]
    if index >= STRONG_AGREEMENT or (used[-1] - used[0] <= 1 and raters >= ENOUGH_FOR_CONSENSUS):
        return AgreementWord.CONSENSUS
    if index < WEAK_AGREEMENT or _camps(counts):
        return AgreementWord.CAMPS
    return AgreementWord.SPREAD


def _camps(counts: Sequence[int]) -> bool:
    """Two levels with at least two raters each and an empty level between them."""
    crowded = [level for level, count in enumerate(counts) if count >= 2]
    return any(0 in counts[low + 1 : high] for low, high in pairwise(crowded))


def mean_deviation(levels: Sequence[int]) -> float:
    """AD: the mean absolute distance from the mean, in levels. 0 when all agree."""
    mean = sum(levels) / len(levels)
    return sum(abs(level - mean) for level in levels) / len(levels)


def van_der_eijk(counts: Sequence[int]) -> float:
    """A, from -1 (two camps at the ends) by 0 (flat) to 1 (all alike). `counts` must not be all zero.

    The counts are peeled into layers, each with the same weight at every level it uses.
    """
    left, raters, total = list(counts), sum(counts), 0.0
    while any(left):
        height = min(count for count in left if count)
        pattern = [count > 0 for count in left]
        total += _layer(pattern) * sum(pattern) * height / raters
        left = [max(0, count - height) for count in left]
    return total


def _layer(pattern: Sequence[bool]) -> float:
    used, size = sum(pattern), len(pattern)
    if used == 1:
        return 1.0
    triples = list(combinations(pattern, 3))
    unimodal = sum(triple in ((True, True, False), (False, True, True)) for triple in triples)
    bimodal = triples.count((True, False, True))
    unimodality = 1.0
    if unimodal + bimodal:
        unimodality = ((size - 2) * unimodal - (size - 1) * bimodal) / ((size - 2) * (unimodal + bimodal))
    return unimodality * (1 - (used - 1) / (size - 1))
