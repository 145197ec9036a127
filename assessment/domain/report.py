"""Everything that is known about one assessment at one moment, worked out once for screen, paper and Excel."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from assessment.domain.agreement import FEWEST_RATERS, Agreement, agreement
from assessment.domain.assessment import Assessment, Participant
from assessment.domain.checklist import Checklist
from assessment.domain.gaps import Gap, ranked_gaps, to_find_out
from assessment.domain.response import Answer, Response
from assessment.domain.scoring import ItemResult, Score, item_results, lower_median, score


@dataclass(frozen=True)
class AssessmentReport:
    """`responses` holds each participant's responses by participant id; only asked items, texts without answer too."""

    assessment: Assessment
    checklist: Checklist
    participants: tuple[Participant, ...]
    responses: Mapping[str, Sequence[Response]]
    agreed: Mapping[str, int]  # settled levels by item id
    at: datetime  # UTC, when the report was read

    @cached_property
    def answers(self) -> Mapping[str, Sequence[Answer]]:
        """All answers by item id, in the order of the participants."""
        found: dict[str, list[Answer]] = {}
        for participant in self.participants:
            for response in self.responses.get(participant.id, ()):
                if response.answer is not None:
                    found.setdefault(response.item_id, []).append(response.answer)
        return found

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
        return ranked_gaps(self.results, self.checklist)

    @cached_property
    def to_find_out(self) -> tuple[ItemResult, ...]:
        return to_find_out(self.results)

    @cached_property
    def left_out(self) -> int:
        """How many items do not concern this type of organisation and were never asked."""
        return len(self.assessment.left_out(self.checklist))

    def agreement_on(self, item_id: str) -> Agreement | None:
        levels = [answer.level for answer in self.answers.get(item_id, ()) if answer.level is not None]
        return agreement(levels)

    @cached_property
    def role_sizes(self) -> Mapping[str, int]:
        """How many participants hold each role and have answered anything, in the checklist's order."""
        active = [one for one in self.participants if any(r.answer for r in self.responses.get(one.id, ()))]
        sizes = {role.id: sum(role.id in one.roles for one in active) for role in self.checklist.roles}
        return {role: size for role, size in sizes.items() if size}

    def role_median(self, item_id: str, role: str) -> int | None:
        """The lower median of the role's levels; None when fewer than three of the role gave the item a level."""
        levels = [
            response.answer.level
            for participant in self.participants
            if role in participant.roles
            for response in self.responses.get(participant.id, ())
            if response.item_id == item_id and response.answer is not None and response.answer.level is not None
        ]
        return lower_median(levels) if len(levels) >= FEWEST_RATERS else None
