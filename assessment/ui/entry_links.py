"""Addresses that open one entry of the four steps, an action or a question, wherever one comes from."""

from pathlib import Path
from typing import Final
from urllib.parse import urlencode

from assessment.domain.kind import Kind
from assessment.domain.organisation import Organisation
from assessment.domain.year_wheel import Occasion, WheelDay
from assessment.ui import entry_names, navigation
from assessment.ui.organisation_choice import ORGANISATION
from assessment.ui.page import ASSESSMENT, Page
from assessment.ui.position import ITEM

DIALOGUES: Final = {  # the screen, and the kind's name in its address
    Kind.ACTIVITY: (navigation.ANALYSE, entry_names.ACTIVITY),
    Kind.DELIVERY: (navigation.ANALYSE, entry_names.DELIVERY),
    Kind.DOCUMENT: (navigation.PREPARE, entry_names.DOCUMENT),
    Kind.MESSAGE: (navigation.COMMUNICATE, entry_names.MESSAGE),
}
KIND_OF: Final = {
    Occasion.ACTIVITY_REVIEW: Kind.ACTIVITY,
    Occasion.DECIDE_BY: Kind.DELIVERY,
    Occasion.CONTRACT_END: Kind.DELIVERY,
    Occasion.RECORD_REVIEW: Kind.RECORD,
    Occasion.ADOPTION: Kind.DOCUMENT,
    Occasion.DOCUMENT_REVIEW: Kind.DOCUMENT,
    Occasion.MESSAGE: Kind.MESSAGE,
}


def entry_place(kind: Kind, entry_id: str) -> tuple[Path, dict[str, str]]:
    """The screen of the entry, and the parameters that open it there."""
    if kind is Kind.RECORD:
        return navigation.WAY, {entry_names.RECORD: entry_id}
    script, name = DIALOGUES[kind]
    return script, {entry_names.OPEN: f"{name}.{entry_id}"}


def day_address(here: Page, organisation: Organisation, day: WheelDay) -> str:
    """Where the day of the yearly wheel leads: the entry itself, the action in its plan, the first question."""
    if day.occasion is Occasion.ACTION_DUE:
        script, opened = navigation.ACTIONS, {ASSESSMENT: day.assessment_id, entry_names.ACTION: day.id}
    elif day.occasion is Occasion.ASK_AGAIN:
        script, opened = navigation.RESPOND, {ASSESSMENT: day.assessment_id, ITEM: day.item_id}
    else:
        script, opened = entry_place(KIND_OF[day.occasion], day.id)
        opened[ORGANISATION] = organisation.id
    return f"/{navigation.ADDRESSES[script]}?{urlencode(here.link(p=None) | opened)}"
