"""What the messages can count as evidence for questions of the checklist."""

from collections.abc import Callable, Mapping
from typing import Final

from assessment.domain.message_overview import MessageOverview
from assessment.domain.place import Share

MEASURES: Final[Mapping[str, Callable[[MessageOverview], Share]]] = {
    "groups_reached": lambda overview: Share(len(overview.reached), len(overview.by_group)),
    "contact": lambda overview: Share(
        sum(bool(one.facts.contact) for one in overview.messages), len(overview.messages)
    ),
}
