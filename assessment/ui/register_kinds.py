"""The two kinds of entry in the register, as their dialogues need them."""

from assessment.domain.activity import ACTIVITY_FIELD, ActivityFacts, Operation
from assessment.domain.delivery import DELIVERY_FIELD, DeliveryFacts, Known, Outage
from assessment.domain.errors import sentence
from assessment.domain.register import Register
from assessment.domain.step_examples import StepExamples
from assessment.services.registers import ACTIVITIES, DELIVERIES
from assessment.texts.register_labels import KNOWN, NO_OUTAGE, OPERATION, SHORT_OUTAGE, SITUATION
from assessment.ui.activity_fields import activity_fields
from assessment.ui.delivery_fields import delivery_fields
from assessment.ui.entry_dialog import EntryKind
from assessment.ui.entry_names import ACTIVITY, DELIVERY
from assessment.ui.page import Page


def activity_kind(here: Page, examples: StepExamples) -> EntryKind[ActivityFacts]:
    """A new one may begin from one of the examples, which people then make their own."""

    def begin(hint: str) -> ActivityFacts:
        example = examples.activity(hint)
        return ActivityFacts(name=here.language.of(example) if example else "")

    return EntryKind(
        name=ACTIVITY,
        shelf=ACTIVITIES,
        labels=ACTIVITY_FIELD,
        add_title=sentence("Add an activity"),
        change_title=sentence("Change the activity"),
        begin=begin,
        fields=lambda facts, key: activity_fields(here, facts, key=key),
        shown=lambda name, text: _shown_activity(here, name, text),
    )


def delivery_kind(here: Page, register: Register) -> EntryKind[DeliveryFacts]:
    """A new one may begin from the activity that leans on it."""
    known = {one.id for one in register.active}

    def begin(hint: str) -> DeliveryFacts:
        return DeliveryFacts(name="", reliance={hint: None} if hint in known else {})

    return EntryKind(
        name=DELIVERY,
        shelf=DELIVERIES,
        labels=DELIVERY_FIELD,
        add_title=sentence("Add a critical delivery"),
        change_title=sentence("Change the delivery"),
        begin=begin,
        fields=lambda facts, key: delivery_fields(here, register, facts, key=key),
        shown=lambda name, text: _shown_delivery(here, register, name, text),
    )


def _shown_activity(here: Page, name: str, text: str) -> str:
    if name == "situations":
        return here.language.listed([here.t(label) for one, label in SITUATION.items() if one in text.split(", ")])
    if name == "operation" and text:
        return here.t(OPERATION[Operation(text)])
    return text


def _shown_delivery(here: Page, register: Register, name: str, text: str) -> str:
    if name == "reliance":
        return here.language.listed([_reliance(here, register, pair) for pair in text.split(", ") if pair])
    if name in ("reserve", "next_decided") and text:
        return here.t(KNOWN[Known(text)])
    if name == "operation" and text:
        return here.t(OPERATION[Operation(text)])
    return text


def _reliance(here: Page, register: Register, pair: str) -> str:
    """*Dricksvatten (3 dygn)*, from an activity's id and an outage's code."""
    id_, _, code = pair.partition(" ")
    name = next((one.facts.name for one in register.activities if one.id == id_), "–")
    return f"{name} ({here.t(SHORT_OUTAGE[Outage(code)] if code else NO_OUTAGE)})"
