"""Which roles may be shown by themselves, so that nothing points at fewer than three people.

A role of three or more may still give away the one or two people who are left beside it. Whether it could is decided
from what everybody sees, the levels of all and the sizes of the roles, and never from the medians themselves:
otherwise a missing median would tell as much as the median.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations_with_replacement, product

from assessment.domain.agreement import FEWEST_RATERS
from assessment.domain.checklist import LEVELS
from assessment.domain.scoring import lower_median

Counts = tuple[int, ...]  # how many are at each level


@dataclass(frozen=True, slots=True)
class Voice:
    """One person's level and roles. `named` when the room knows who said so."""

    roles: tuple[str, ...]
    level: int
    named: bool = False


def role_medians(voices: Sequence[Voice]) -> dict[str, int]:
    """The lower median of each role that may be shown.

    A role of fewer than three is shown only by what its members said with open names.
    """
    groups = _by_role(voices)
    open_ = _by_role([voice for voice in voices if voice.named])
    large = {role: group for role, group in groups.items() if len(group) >= FEWEST_RATERS}
    if large and _gives_rest_away(voices, large):
        del large[max(large, key=lambda role: (-len(large[role]), role))]
    shown = {role: large.get(role) or open_.get(role) for role in groups}
    return {role: lower_median([voice.level for voice in group]) for role, group in shown.items() if group}


def shown_groups(people: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """The roles whose counts may be shown beside the count of all. `people` holds the ids of each role's members.

    Those who hold the same of the shown roles, and those who hold none of them, are three or more: however counts are
    added and subtracted, what remains is no smaller. The smallest role gives way first.
    """
    members = {role: set(ids) for role, ids in people.items()}
    everybody: set[str] = set().union(*members.values())
    shown = [role for role in members if len(members[role]) >= FEWEST_RATERS]
    shown.sort(key=lambda role: (-len(members[role]), role))
    while shown:
        alike = Counter(tuple(id_ in members[role] for role in shown) for id_ in everybody)
        if min(alike.values()) >= FEWEST_RATERS:
            break
        shown.pop()
    return tuple(role for role in members if role in shown)


def _by_role(voices: Iterable[Voice]) -> dict[str, list[Voice]]:
    found: dict[str, list[Voice]] = {}
    for voice in voices:
        for role in voice.roles:
            found.setdefault(role, []).append(voice)
    return found


def _gives_rest_away(voices: Sequence[Voice], large: Mapping[str, Sequence[Voice]]) -> bool:
    """Whether the medians of the large roles could tell what one or two people beside them said."""
    inside = [voice for voice in voices if any(role in large for role in voice.roles)]
    rest = [voice for voice in voices if not any(role in large for role in voice.roles) and not voice.named]
    if not 0 < len(rest) < FEWEST_RATERS:
        return False
    overlapping = sum(map(len, large.values())) > len(inside)
    if overlapping or any(voice.named for voice in inside):
        return True  # more is known than the sizes: not worth the risk
    levels = [voice.level for voice in (*inside, *rest)]
    counts = tuple(map(levels.count, LEVELS))
    return _tells(counts, tuple(sorted(map(len, large.values()))), len(rest))


@lru_cache(maxsize=4096)
def _tells(counts: Counts, sizes: tuple[int, ...], rest: int) -> bool:
    """Whether some outcome of the medians would leave one possibility for the rest, where the levels alone leave more.

    `counts` are those of everybody, `sizes` those of the roles that have a median.
    """
    possible = [taken for taken in _taken(counts, rest) if all(left >= 0 for left in _minus(counts, taken))]
    if len(possible) == 1:
        return False
    left = [_minus(counts, taken) for taken in possible]
    used = [level for level in LEVELS if counts[level]]
    alike = [combinations_with_replacement(used, count) for count in Counter(sizes).values()]  # of roles of one size
    return any(
        sum(_fits(one, sizes, [median for part in medians for median in part]) for one in left) == 1
        for medians in product(*alike)
    )


def _taken(counts: Counts, rest: int) -> Iterator[Counts]:
    used = [level for level in LEVELS if counts[level]]
    for levels in combinations_with_replacement(used, rest):
        yield tuple(map(levels.count, LEVELS))


def _minus(counts: Counts, taken: Counts) -> Counts:
    return tuple(one - other for one, other in zip(counts, taken, strict=True))


def _fits(counts: Counts, sizes: Sequence[int], medians: Sequence[int]) -> bool:
    """Whether the levels can be dealt out so that each role gets its lower median.

    A role of n has a place at its median, (n-1)//2 places at or below it and the others at or above it. Filling the
    places from the lowest level, those first that close soonest, finds a way whenever there is one.
    """
    opens = [[0] * len(LEVELS) for _ in LEVELS]  # places, by the level from which and the one up to which they take
    for size, median in zip(sizes, medians, strict=True):
        below = (size - 1) // 2
        opens[0][median] += below
        opens[median][median] += 1
        opens[median][LEVELS[-1]] += size - 1 - below
    free = [0] * len(LEVELS)  # open places, by the level up to which they take
    for level in LEVELS:
        free = [one + more for one, more in zip(free, opens[level], strict=True)]
        left = counts[level]
        for last in range(level, len(LEVELS)):
            filled = min(left, free[last])
            free[last] -= filled
            left -= filled
        if left or free[level]:
            return False
    return True
