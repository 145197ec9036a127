"""Examples to begin a register from. People choose among them; nothing is registered by itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from assessment.domain.checklist import Term, Wording


@dataclass(frozen=True, slots=True)
class StepExamples:
    """Examples of vital activities by organisation type."""

    activities: Mapping[str, tuple[Term, ...]] = field(default_factory=dict)

    def for_kind(self, kind: str) -> tuple[Term, ...]:
        """Those of an organisation type; none for an unknown one."""
        return self.activities.get(kind, ())

    def activity(self, example_id: str) -> Wording | None:
        """The name of the example with this id, whichever type it stands under."""
        found = (one.name for terms in self.activities.values() for one in terms if one.id == example_id)
        return next(found, None)
