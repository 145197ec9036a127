"""An organisation: whose registers, decisions, documents and messages the four steps keep.

Assessments name their organisation in free text. That name is how an assessment finds its organisation, whatever
capitals and spaces it is written with, so that one file can hold several organisations.
"""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Organisation:
    """`name` may be empty. `kind` is an organisation type of the checklist, such as "kommun"; empty when not known."""

    id: str
    name: str
    kind: str
    example: bool
    created_at: datetime  # UTC

    @property
    def key(self) -> str:
        return name_key(self.name)


def name_key(name: str) -> str:
    """What two spellings of the same organisation's name have in common."""
    return " ".join(name.split()).casefold()
