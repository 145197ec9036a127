"""Workshop records → one DataFrame: a row for each item in each workshop."""

from collections.abc import Sequence
from typing import Final

import pandas as pd

from assessment.domain.checklist import Item
from assessment.domain.errors import sentence
from assessment.domain.response import ANSWERS
from assessment.domain.workshop_record import ItemRecord, RoundRecord, WorkshopRecord
from assessment.reporting import record_words, vote_findings
from assessment.reporting.columns import frame_of
from assessment.reporting.headings import OWN
from assessment.texts import labels
from assessment.texts.language import STOCKHOLM, Language

KEYS: Final = (
    *("workshop", "item_id", "question", "outcome", "agreed_level", "dissent", "settled_note"),
    *("settled_by", "settled_at"),
)
AGREED: Final = sentence("Agreed")
PUT_OFF: Final = sentence("Put off for later")
NOT_AGREED: Final = sentence("Not agreed on")
NOT_TAKEN_UP: Final = sentence("Not taken up")


def record_frame(records: Sequence[WorkshopRecord], language: Language) -> pd.DataFrame:
    """The items in the order in which they were taken up, and then those that were not.

    Each round has columns of its own after the others: `vote:1:kind`, `vote:1:agreement`, and `votes:1:<answer code>`
    for each count. Who voted what is in no column.
    """
    rows = []
    for record in records:
        rows += [_row(record, one, language) for one in record.items]
        rows += [_untouched(record, item, language) for item in record.left]
    most = max((len(one.rounds) for record in records for one in record.items), default=0)
    keys = [key for place in range(1, most + 1) for key in _round_keys(place)]
    unsaid = {key: "" if key.startswith("vote:") else None for key in (*KEYS, *keys)}
    whole = [unsaid | row for row in rows]
    frame = frame_of(whole, (*KEYS, *keys))
    frame.attrs[OWN] = {key: _heading(key, language) for key in keys}
    return frame


def _round_keys(place: int) -> list[str]:
    return [f"vote:{place}:kind", *(f"votes:{place}:{answer.code}" for answer in ANSWERS), f"vote:{place}:agreement"]


def _heading(key: str, language: Language) -> str:
    _, place, what = key.split(":")
    names = {"kind": language.text("how"), "agreement": language.text("Agreement").lower()}
    names |= {answer.code: language.text(labels.answer_label(answer)).lower() for answer in ANSWERS}
    return language.text("Vote {place}: {what}", place=place, what=names[what])


def _row(record: WorkshopRecord, one: ItemRecord, language: Language) -> dict[str, object]:
    rounds = [_round(vote, place, language) for place, vote in enumerate(one.rounds, start=1)]
    known = _begun(record, one.item, language)
    if one.settled is not None:
        known |= {
            "outcome": language.text(AGREED),
            "agreed_level": one.settled.level,
            "settled_note": one.settled.note,
            "dissent": one.dissent,
            "settled_by": one.settled.by,
            "settled_at": one.settled.at,
        }
    elif one.skipped is not None:
        known |= {"outcome": language.text(PUT_OFF), "settled_note": one.skipped.note}
    else:
        known |= {"outcome": language.text(NOT_AGREED)}
    return known | {key: value for cells in rounds for key, value in cells.items()}


def _untouched(record: WorkshopRecord, item: Item, language: Language) -> dict[str, object]:
    return _begun(record, item, language) | {"outcome": language.text(NOT_TAKEN_UP)}


def _begun(record: WorkshopRecord, item: Item, language: Language) -> dict[str, object]:
    begun = record.begun_at or record.workshop.created_at
    return {
        "workshop": begun.astimezone(STOCKHOLM).date().isoformat(),
        "item_id": item.id,
        "question": language.of(item.question),
        "settled_note": "",
        "settled_by": "",
    }


def _round(one: RoundRecord, place: int, language: Language) -> dict[str, object]:
    counts = {f"votes:{place}:{answer.code}": count for answer, count in zip(ANSWERS, one.tally.counts, strict=True)}
    return counts | {
        f"vote:{place}:kind": record_words.round_kind(one, place, language),
        f"vote:{place}:agreement": vote_findings.agreement_word(one.tally, language),
    }
