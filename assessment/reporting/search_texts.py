"""What the rows of the long lists are found by: what people wrote in them, and how they stand, in words."""

from collections.abc import Iterator

from assessment.domain.activity import Activity
from assessment.domain.delivery import Delivery
from assessment.domain.document import Document
from assessment.domain.document_overview import DocumentOverview
from assessment.domain.message import Message
from assessment.domain.message_overview import MessageOverview
from assessment.domain.register import ContractEnd, Register
from assessment.domain.way_board import WayRow
from assessment.reporting import document_words, message_words
from assessment.reporting.register_words import cover_words, missing_words, operation_words, reserve_line, turn_words
from assessment.reporting.way_words import row_state
from assessment.texts.language import Language


def activity_texts(activity: Activity, register: Register, language: Language) -> Iterator[str]:
    facts = activity.facts
    yield from (facts.name, facts.why, facts.function, facts.volume, facts.note)
    yield from (facts.need_owner, facts.risk_owner, facts.procurement, facts.preparedness)
    yield from (operation_words(activity, language), missing_words(activity, language))
    for one in register.meetings_of(activity):
        yield one.delivery.facts.name
        yield cover_words(one, one.delivery.facts.ended(register.today), language)


def delivery_texts(
    delivery: Delivery, end: ContractEnd | None, register: Register, language: Language
) -> Iterator[str]:
    """`end` is the end of its contract, if that has one."""
    facts = delivery.facts
    yield from (facts.name, facts.note, operation_words(delivery, language), reserve_line(delivery, language))
    yield turn_words(end, language) if end else language.text("No end date given")
    for one in register.leaning_on(delivery):
        yield one.activity.facts.name
        yield cover_words(one, facts.ended(register.today), language)


def way_texts(row: WayRow, language: Language) -> Iterator[str]:
    yield from (row.activity.facts.name, row_state(row, language))


def document_texts(document: Document, overview: DocumentOverview, language: Language) -> Iterator[str]:
    facts, today = document.facts, overview.today
    yield from (facts.title, document_words.kind(facts.level, language), facts.owner, facts.link, facts.note)
    yield from (document_words.adoption(facts, today, language), document_words.review(facts, today, language))
    yield from (language.of(one.name) for one in overview.checklist.dimensions if one.id in facts.dimensions)
    yield from facts.items


def message_texts(message: Message, overview: MessageOverview, language: Language) -> Iterator[str]:
    facts = message.facts
    yield from (facts.group, facts.change, facts.text, facts.sender, facts.channel, facts.contact)
    yield message_words.state(facts, overview, language)
    yield message_words.missing(facts, overview, language)
    yield from message_words.basis_names(facts, overview, language)
