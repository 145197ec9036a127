"""The decision records as a sheet: a row for each version of each record."""

from collections.abc import Iterator
from typing import Any, Final

import pandas as pd

from assessment.domain.errors import sentence
from assessment.domain.way import WAY_FIELD, DecisionRecord
from assessment.domain.way_board import WayBoard, WayRow
from assessment.domain.way_gates import missing
from assessment.reporting.columns import frame_of
from assessment.reporting.headings import OWN
from assessment.reporting.listed_sheet import listed_sheet
from assessment.reporting.way_words import board_finding, outcome_words, value
from assessment.reporting.workbook_keys import SheetKeys
from assessment.reporting.workbook_sheet import Bound
from assessment.texts.language import Language

WIDTHS: Final = {
    **{"activity": 26, "record_version": 10, "record_state": 14, "outcome": 30, "chosen": 22, "motive": 40},
    **{"risk": 34, "risk_owner": 22, "conditions": 34, "review_on": 14, "triggers": 30, "signed_by": 20},
    **{"signed_role": 20, "signed_on": 14, "signed_despite": 30, "parts_missing": 12},
}
STATED: Final = ("motive", "risk", "risk_owner", "conditions", "review_on", "triggers")
SIGNED: Final = ("signed_by", "signed_role", "signed_on", "signed_despite")
OTHER: Final = {
    "activity": sentence("Activity"),
    "record_version": sentence("Version"),
    "record_state": sentence("State"),
    "outcome": sentence("Enough to decide on?"),
    "parts_missing": sentence("Parts of 15 that lack something"),
}
DRAFT: Final = sentence("Draft")
IN_FORCE: Final = sentence("Signed")
SUPERSEDED: Final = sentence("Superseded")


def way_sheets(book: Bound, board: WayBoard) -> Iterator[SheetKeys]:
    """None while no record is begun."""
    frame = way_frame(board, book.language)
    if len(frame):
        heading, title = board_finding(board, book.language), book.language.text("Ways forward")
        yield listed_sheet(book, title, frame, WIDTHS, table="Way", heading=heading)


def way_frame(board: WayBoard, language: Language) -> pd.DataFrame:
    """A row for each version of each record that is not archived: by activity, the first version first."""
    rows = [row for one in board.rows for row in _versions(one, language)]
    frame = frame_of(rows, tuple(WIDTHS))
    frame.attrs[OWN] = {key: language.text(OTHER.get(key) or WAY_FIELD[key]) for key in WIDTHS}
    return frame


def _versions(row: WayRow, language: Language) -> Iterator[dict[str, Any]]:
    drafts = (row.draft,) if row.draft else ()
    for number, record in enumerate((*reversed(row.signed), *drafts), start=1):
        state = DRAFT if not record.facts.signed else IN_FORCE if record is row.in_force else SUPERSEDED
        head = {"activity": row.activity.facts.name, "record_version": number, "record_state": language.text(state)}
        yield head | _said(record, language)


def _said(record: DecisionRecord, language: Language) -> dict[str, Any]:
    facts = record.facts
    return {
        "outcome": outcome_words(facts, language),
        "chosen": value(facts, "chosen", language),
        **{name: getattr(facts, name) for name in (*STATED, *SIGNED)},
        "parts_missing": len({one.part for one in missing(facts)}),
    }
