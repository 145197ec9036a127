"""The dialogue of a message: its fields, and how its values are read."""

from collections.abc import Mapping
from dataclasses import replace

from assessment.domain.errors import sentence
from assessment.domain.message import MESSAGE_FIELD, Landed, MessageFacts
from assessment.domain.message_overview import Basis, MessageOverview
from assessment.reporting.message_words import basis_words
from assessment.services.messages import MESSAGES
from assessment.texts import message_labels
from assessment.ui.entry_dialog import EntryKind
from assessment.ui.entry_names import MESSAGE
from assessment.ui.message_fields import message_fields
from assessment.ui.page import Page


def message_kind(here: Page, overview: MessageOverview, bases: Mapping[str, Basis]) -> EntryKind[MessageFacts]:
    """A new one may begin with a target group that the address names."""

    def begin(hint: str) -> MessageFacts:
        return MessageFacts(here.t(message_labels.GROUPS[hint]) if hint in message_labels.GROUPS else "")

    return EntryKind(
        name=MESSAGE,
        shelf=MESSAGES,
        labels=MESSAGE_FIELD,
        add_title=sentence("Add a message"),
        change_title=sentence("Change the message"),
        begin=begin,
        fields=lambda facts, key: message_fields(here, bases, _there(overview, facts), key=key),
        shown=lambda name, text: _shown(here, overview, name, text),
    )


def _shown(here: Page, overview: MessageOverview, name: str, text: str) -> str:
    if name == "basis":
        known = [overview.bases.get(one) for one in text.split(", ") if one]
        return here.language.listed([basis_words(one, here.language) if one else "–" for one in known])
    if name == "landed" and text:
        return here.t(message_labels.LANDED[Landed(text)])
    return text


def _there(overview: MessageOverview, facts: MessageFacts) -> MessageFacts:
    """The facts without what the message was built on and that is gone, such as an action that was removed."""
    return replace(facts, basis=facts.basis & set(overview.bases))
