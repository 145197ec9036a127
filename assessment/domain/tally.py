"""What a revealed round amounts to. Made only once a round is revealed: nothing here may be read before."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from assessment.domain.agreement import FEWEST_RATERS, Agreement, agreement
from assessment.domain.assessment import Participant
from assessment.domain.checklist import LEVELS
from assessment.domain.response import ANSWER_CODES, ANSWERS, NOT_APPLICABLE, UNKNOWN, Answer
from assessment.domain.role_protection import Voice, role_medians
from assessment.domain.scoring import lower_median

MAY_BE_CHANCE: Final = 4  # with three or four raters a tenth or more of random votes look like agreement: methods §4.2


@dataclass(frozen=True, slots=True)
class Ballot:
    """One participant's vote in one round."""

    participant_id: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class RoleTally:
    """One role's votes. `raters` gave a level. `counts` by level is empty where it would point at somebody."""

    role: str
    raters: int
    median: int
    counts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Tally:
    """`counts` holds a number for each of ANSWER_CODES. `names`, by answer code, is filled only with open names."""

    counts: tuple[int, ...]
    roles: tuple[RoleTally, ...] = ()
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def total(self) -> int:
        return sum(self.counts)

    @property
    def level_counts(self) -> tuple[int, ...]:
        return self.counts[: len(LEVELS)]

    @property
    def unknown(self) -> int:
        return self.counts[ANSWERS.index(UNKNOWN)]

    @property
    def not_applicable(self) -> int:
        return self.counts[ANSWERS.index(NOT_APPLICABLE)]

    @property
    def levels(self) -> list[int]:
        """Every level that was given, lowest first."""
        return [level for level in LEVELS for _ in range(self.counts[level])]

    @property
    def raters(self) -> int:
        """How many gave a level."""
        return sum(self.level_counts)

    @property
    def agreement(self) -> Agreement | None:
        """None when nobody gave a level."""
        return agreement(self.levels)

    @property
    def may_be_chance(self) -> bool:
        """Whether so few gave a level that chance alone could look like agreement."""
        return FEWEST_RATERS <= self.raters <= MAY_BE_CHANCE

    @property
    def extremes(self) -> tuple[int, int] | None:
        """The lowest and the highest level given; None when they are the same or there are none."""
        used = [level for level in LEVELS if self.counts[level]]
        return (used[0], used[-1]) if len(used) > 1 else None

    @property
    def median(self) -> int | None:
        """The lower median of the levels."""
        return lower_median(self.levels) if self.raters else None


def tally(ballots: Sequence[Ballot], participants: Iterable[Participant], *, names_open: bool) -> Tally:
    """Count a revealed round.

    With hidden names a role appears only where its median gives nobody away (see `role_protection`), and the roles'
    counts only when every combination of roles that somebody has is held by three.
    """
    people = {one.id: one for one in participants}
    counts = _count(ballot.answer for ballot in ballots)
    by_role: dict[str, list[int]] = {}
    alike: Counter[tuple[str, ...]] = Counter()
    for ballot in ballots:
        if ballot.answer.level is not None and ballot.participant_id in people:
            alike[people[ballot.participant_id].roles] += 1
            for role in people[ballot.participant_id].roles:
                by_role.setdefault(role, []).append(ballot.answer.level)
    whole = names_open or all(raters >= FEWEST_RATERS for raters in alike.values())
    medians = role_medians(_voices(ballots, people, named=names_open))
    roles = tuple(
        RoleTally(role, len(levels), medians[role], tuple(map(levels.count, LEVELS)) if whole else ())
        for role, levels in by_role.items()
        if role in medians
    )
    return Tally(counts, roles, _named(ballots, people) if names_open else {})


def _voices(ballots: Sequence[Ballot], people: Mapping[str, Participant], *, named: bool) -> list[Voice]:
    return [
        Voice(people[ballot.participant_id].roles, ballot.answer.level, named)
        for ballot in ballots
        if ballot.answer.level is not None and ballot.participant_id in people
    ]


def _count(answers: Iterable[Answer]) -> tuple[int, ...]:
    codes = [answer.code for answer in answers]
    return tuple(map(codes.count, ANSWER_CODES))


def _named(ballots: Sequence[Ballot], people: Mapping[str, Participant]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for ballot in ballots:
        name = people[ballot.participant_id].name if ballot.participant_id in people else ""
        if name:
            found.setdefault(ballot.answer.code, []).append(name)
    return {code: tuple(sorted(names)) for code, names in found.items()}
