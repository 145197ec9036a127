"""What the decision records can count as evidence for questions of the checklist. Only signed ones in force count."""

from collections.abc import Callable, Mapping
from typing import Final

from assessment.domain.place import Share
from assessment.domain.way import Office, Security, WayFacts
from assessment.domain.way_board import WayBoard

PREPARED_BY: Final = frozenset({Office.PROCUREMENT, Office.NEED_OWNER, Office.PREPAREDNESS})


def _signed(board: WayBoard) -> Share:
    """Of the activities, those with a signed record."""
    active = [board.row(one) for one in board.register.active]
    return Share(sum(one.in_force is not None for one in active), len(active))


def _of_records(holds: Callable[[WayFacts], bool]) -> Callable[[WayBoard], Share]:
    """Of the signed records in force, those of which it holds."""

    def counted(board: WayBoard) -> Share:
        signed = [record.facts for row in board.rows if (record := row.in_force) is not None]
        return Share(sum(map(holds, signed)), len(signed))

    return counted


def _effects(facts: WayFacts) -> bool:
    return bool(facts.options) and all(facts.effects.get(one) for one in facts.options)


def _security_checked(facts: WayFacts) -> bool:
    """Whatever the outcome is. Signing has seen to that its day is not after the decision's."""
    return facts.security not in (None, Security.UNKNOWN) and facts.security_on is not None


MEASURES: Final[Mapping[str, Callable[[WayBoard], Share]]] = {
    "signed": _signed,
    "effects": _of_records(_effects),
    "transition": _of_records(lambda facts: bool(facts.transition)),
    "exit_plan": _of_records(lambda facts: bool(facts.exit_plan)),
    "security": _of_records(_security_checked),
    "prepared_by": _of_records(lambda facts: facts.offices >= PREPARED_BY),
    "responsibility": _of_records(lambda facts: bool(facts.responsibility)),
}
