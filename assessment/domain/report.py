"""Everything that is known about one assessment at one moment, worked out once for screen, paper and Excel."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import TypeVar

from assessment.domain.action import Action
from assessment.domain.agreement import FEWEST_RATERS, Agreement, agreement
from assessment.domain.assessment import Assessment, Participant
from assessment.domain.checklist import Checklist
from assessment.domain.dont_knows import DontKnows, dont_knows
from assessment.domain.gaps import AS_SUGGESTED, Gap, ranked_gaps, to_find_out
from assessment.domain.leave_one_out import LeaveOneOut, leave_one_out
from assessment.domain.response import Answer, Response
from assessment.domain.revealed import RevealedRound
from assessment.domain.role_protection import Voice, role_medians
from assessment.domain.row_order import RowOrder
from assessment.domain.scoring import ItemResult, Score, item_results, score
from assessment.domain.settled import SettledItem, settled_items
from assessment.domain.statements import Statements, statements

T = TypeVar("T")


@dataclass(frozen=True)
class AssessmentReport:
    """`responses` holds each participant's responses by participant id; only asked items, texts without answer too.

    `rounds` are the revealed ones of all workshops that count, oldest first. What is said in an open vote is nowhere.
    `tells_answers` says whether each participant's own answers may be shown beside the sums.
    `attending` are the ids of those who have joined a workshop. `order` says which gaps people have moved.
    """

    assessment: Assessment
    checklist: Checklist
    participants: tuple[Participant, ...]
    responses: Mapping[str, Sequence[Response]]
    agreed: Mapping[str, int]  # settled levels by item id
    at: datetime  # UTC, when the report was read
    rounds: tuple[RevealedRound, ...] = ()
    actions: tuple[Action, ...] = ()  # planned, not removed, oldest first
    attending: frozenset[str] = frozenset()
    tells_answers: bool = True
    agreed_at: Mapping[str, datetime] = field(default_factory=dict)  # when the levels were settled, UTC
    order: RowOrder = AS_SUGGESTED

    @cached_property
    def statements(self) -> Statements:
        return statements(self.responses, self.rounds)

    @cached_property
    def answers(self) -> Mapping[str, Sequence[Answer]]:
        """What everybody says now, by item id: the latest own answer or ballot, in the order of the participants.

        Where a show of hands came last, it stands for everybody.
        """
        said = {item: self._ordered(theirs) for item, theirs in self.statements.latest.items()}
        return {**said, **self.statements.hands}

    @cached_property
    def first_answers(self) -> Mapping[str, Sequence[Answer]]:
        """What everybody said first, before the group talked, by item id. How people differ is told from these."""
        said = {item: [one.answer for one in self._ordered(theirs)] for item, theirs in self.statements.first.items()}
        return {**said, **self.statements.first_hands}

    def _ordered(self, theirs: Mapping[str, T]) -> list[T]:
        return [theirs[participant.id] for participant in self.participants if participant.id in theirs]

    @property
    def untouched(self) -> bool:
        """Whether nobody has answered and nothing is settled."""
        return not self.answers and not self.agreed

    @cached_property
    def results(self) -> tuple[ItemResult, ...]:
        """One result for each asked item, in the checklist's order."""
        asked = self.assessment.asked(self.checklist)
        return item_results(asked, self.answers, targets=self.assessment.targets, agreed=self.agreed)

    @cached_property
    def total(self) -> Score:
        return score(self.results)

    @cached_property
    def dimensions(self) -> Mapping[str, Score]:
        """Scores by dimension id, in the checklist's order; only dimensions with asked items."""
        return self._scores([dimension.id for dimension in self.checklist.dimensions], "dimension")

    @cached_property
    def steps(self) -> Mapping[str, Score]:
        """Scores by step id, in the checklist's order; only steps with asked items."""
        return self._scores([step.id for step in self.checklist.steps], "step")

    def _scores(self, ids: Sequence[str], part: str) -> Mapping[str, Score]:
        grouped = {id_: [result for result in self.results if getattr(result.item, part) == id_] for id_ in ids}
        return {id_: score(results) for id_, results in grouped.items() if results}

    def cell(self, dimension: str, step: str) -> tuple[ItemResult, ...]:
        """The items where a dimension meets a step."""
        return tuple(
            result for result in self.results if result.item.dimension == dimension and result.item.step == step
        )

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        return ranked_gaps(self.results, self.checklist, self.order)

    @cached_property
    def _plans(self) -> Mapping[str, tuple[Action, ...]]:
        found: dict[str, tuple[Action, ...]] = {}
        for action in self.actions:
            for item_id in action.plan.aims:
                found[item_id] = (*found.get(item_id, ()), action)
        return found

    def actions_on(self, item_id: str) -> tuple[Action, ...]:
        """The actions that are to lift an item."""
        return self._plans.get(item_id, ())

    @cached_property
    def to_find_out(self) -> tuple[ItemResult, ...]:
        return to_find_out(self.results)

    @cached_property
    def left_out(self) -> int:
        """How many items do not concern this type of organisation and were never asked."""
        return len(self.assessment.left_out(self.checklist))

    @cached_property
    def _agreements(self) -> Mapping[str, Agreement | None]:
        return {
            item: agreement([answer.level for answer in answers if answer.level is not None])
            for item, answers in self.first_answers.items()
        }

    def agreement_on(self, item_id: str) -> Agreement | None:
        """How alike the first answers are; None when none of them is a level."""
        return self._agreements.get(item_id)

    @cached_property
    def speakers(self) -> tuple[Participant, ...]:
        """Those who have answered or voted on anything."""
        spoken = {who for theirs in self.statements.latest.values() for who in theirs}
        return tuple(one for one in self.participants if one.id in spoken)

    @cached_property
    def role_sizes(self) -> Mapping[str, int]:
        """How many participants hold each role and have answered or voted, in the checklist's order."""
        sizes = {role.id: sum(role.id in one.roles for one in self.speakers) for role in self.checklist.roles}
        return {role: size for role, size in sizes.items() if size}

    @cached_property
    def _role_medians(self) -> Mapping[str, Mapping[str, int]]:
        roles = {one.id: one.roles for one in self.participants}
        return {
            item: role_medians(
                [
                    Voice(roles[who], one.answer.level, one.named)
                    for who, one in theirs.items()
                    if one.answer.level is not None and who in roles
                ]
            )
            for item, theirs in self.statements.first.items()
        }

    def role_median(self, item_id: str, role: str) -> int | None:
        """The lower median of the role's first levels.

        None when fewer than three of the role gave a level, unless with open names, and when the median could give away
        the one or two people outside the roles that are shown.
        """
        return self._role_medians.get(item_id, {}).get(role)

    @cached_property
    def shown_roles(self) -> tuple[str, ...]:
        """The roles that may be shown by themselves, in the checklist's order."""
        shown = {role for medians in self._role_medians.values() for role in medians}
        return tuple(role for role, size in self.role_sizes.items() if size >= FEWEST_RATERS or role in shown)

    @cached_property
    def leave_one_out(self) -> LeaveOneOut | None:
        """What rests on one person; None when no item has been answered by three people."""
        by_person: dict[str, dict[str, Answer]] = {one.id: {} for one in self.speakers}
        for item, theirs in self.statements.latest.items():
            if item not in self.statements.hands:
                for who, answer in theirs.items():
                    by_person.get(who, {})[item] = answer
        return leave_one_out(self.results, self.answers, by_person.values())

    @cached_property
    def dont_knows(self) -> DontKnows:
        """Who did not know what, from the first answers."""
        first = {
            item: {who: one.answer for who, one in theirs.items()} for item, theirs in self.statements.first.items()
        }
        return dont_knows(self.speakers, self.first_answers, first)

    @cached_property
    def settled(self) -> tuple[SettledItem, ...]:
        """The items with an agreed level, in the checklist's order."""
        return settled_items(self.results, self.rounds)
