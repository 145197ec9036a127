"""A list's own order: rows that people have moved, among those that stand where their worth puts them.

A moved row stands straight below a certain worth: that of the row it was put under, as it was then. The order of any
two rows therefore depends on nothing but themselves: others come and go, and a moved row keeps its place among those
that remain. A row that leaves the list and returns stands where it was moved to.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TypeAlias

from assessment.domain.row_order_errors import RowGone

Worth: TypeAlias = tuple[int | str, ...]  # the less, the higher in the list
TOP: Worth = ()


@dataclass(frozen=True, slots=True)
class MovedRow:
    """`turn`, from 1, tells apart the rows that stand below the same worth."""

    item_id: str
    below: Worth
    turn: int
    at: datetime  # UTC
    by: str


@dataclass(frozen=True, slots=True)
class RowOrder:
    """`version` grows with every change; 0 when nothing has ever been moved. `rows` holds the moved ones by item id."""

    version: int = 0
    rows: Mapping[str, MovedRow] = field(default_factory=dict)
    changed_by: str = ""

    def arranged(self, worths: Mapping[str, Worth]) -> list[str]:
        """The ids of `worths` in the order of the list."""
        return sorted(worths, key=lambda item_id: (*self._place(item_id, worths), item_id))

    def _place(self, item_id: str, worths: Mapping[str, Worth]) -> tuple[Worth, int]:
        row = self.rows.get(item_id)
        return (worths[item_id], 0) if row is None else (row.below, row.turn)

    def with_row(
        self, worths: Mapping[str, Worth], item_id: str, *, below: str | None, at: datetime, by: str
    ) -> "RowOrder":
        """The order with a row put straight below another; None puts it first. `worths` are those of the list now.

        A row that lands where it is suggested is no longer moved. Raises RowGone when either is not in the list.
        """
        if item_id not in worths or (below is not None and below not in worths):
            raise RowGone
        if item_id == below:
            return self
        worth, turn = (TOP, 0) if below is None else self._place(below, worths)
        rows = {
            one.item_id: replace(one, turn=one.turn + 1) if one.below == worth and one.turn > turn else one
            for one in self.rows.values()
        }
        moved = replace(self, rows=rows | {item_id: MovedRow(item_id, worth, turn + 1, at, by)})
        back = moved.without(item_id)
        return back if back.arranged(worths) == moved.arranged(worths) else moved

    def without(self, item_id: str) -> "RowOrder":
        """The order with a row back where it is suggested."""
        return replace(self, rows={id_: one for id_, one in self.rows.items() if id_ != item_id})
