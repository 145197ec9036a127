"""Who does not know what: a result of its own, told by groups of at least three people."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assessment.domain.agreement import FEWEST_RATERS
from assessment.domain.assessment import Participant
from assessment.domain.response import UNKNOWN, Answer
from assessment.domain.role_protection import shown_groups

OTHERS = ""  # everybody outside the roles that are shown by themselves


@dataclass(frozen=True, slots=True)
class Share:
    """How many of the answers are *don't know*."""

    unknown: int = 0
    answers: int = 0

    @property
    def part(self) -> float:
        """0–1."""
        return self.unknown / self.answers if self.answers else 0.0


def total(shares: Iterable[Share]) -> Share:
    listed = list(shares)
    return Share(sum(one.unknown for one in listed), sum(one.answers for one in listed))


@dataclass(frozen=True)
class DontKnows:
    """By item id. `groups` are by role id and OTHERS; an item that too few of some group have answered is in none."""

    everybody: Mapping[str, Share]
    groups: Mapping[str, Mapping[str, Share]]


def dont_knows(
    people: Sequence[Participant],
    answers: Mapping[str, Sequence[Answer]],
    by_person: Mapping[str, Mapping[str, Answer]],
) -> DontKnows:
    """`people` have said something. `answers` and `by_person` are by item id; `by_person` then by participant id.

    Roles of fewer than three, and those that would leave one or two people over, are told together as OTHERS.
    """
    roles = dict.fromkeys(role for one in people for role in one.roles)
    members = {role: {one.id for one in people if role in one.roles} for role in roles}
    shown = shown_groups(members)
    groups = {role: members[role] for role in shown}
    others = {one.id for one in people}.difference(*groups.values())
    if shown and others:
        groups[OTHERS] = others
    found: dict[str, dict[str, Share]] = {group: {} for group in groups}
    for item, said in by_person.items():
        shares = {group: _share(answer for who, answer in said.items() if who in ids) for group, ids in groups.items()}
        if not any(0 < share.answers < FEWEST_RATERS for share in shares.values()):
            for group, share in shares.items():
                found[group][item] = share
    return DontKnows({item: _share(given) for item, given in answers.items()}, found)


def _share(answers: Iterable[Answer]) -> Share:
    listed = list(answers)
    return Share(listed.count(UNKNOWN), len(listed))
