"""Messages to target groups."""

from sqlmodel import Session, col, select

from assessment.domain.message import Landed, Message, MessageFacts, MessageUnknown
from assessment.storage.repository.entry_rows import entry_columns, entry_of
from assessment.storage.tables.message import MessageRow


def message(session: Session, message_id: str) -> Message:
    """Raises MessageUnknown. Archived ones are found too."""
    row = session.get(MessageRow, message_id)
    if row is None:
        raise MessageUnknown
    return _message(row)


def messages(session: Session, organisation_id: str) -> tuple[Message, ...]:
    """All messages of an organisation, the archived ones too, oldest first."""
    chosen = select(MessageRow).where(MessageRow.organisation_id == organisation_id)
    rows = session.exec(chosen.order_by(col(MessageRow.created_at), col(MessageRow.id))).all()
    return tuple(map(_message, rows))


def save_message(session: Session, message: Message) -> None:
    """Insert or replace the message."""
    facts = message.facts
    session.merge(
        MessageRow(
            **entry_columns(message),
            target_group=facts.group,
            change=facts.change,
            text=facts.text,
            applies_on=facts.applies_on,
            sender=facts.sender,
            channel=facts.channel,
            contact=facts.contact,
            planned_on=facts.planned_on,
            sent_on=facts.sent_on,
            landed=facts.landed or "",
            seen_on=facts.seen_on,
            seen_how=facts.seen_how,
            restricted_where=facts.restricted_where,
            restricted_who=facts.restricted_who,
            basis=" ".join(sorted(facts.basis)),
        )
    )
    session.flush()


def _message(row: MessageRow) -> Message:
    return entry_of(
        row,
        MessageFacts(
            group=row.target_group,
            change=row.change,
            text=row.text,
            applies_on=row.applies_on,
            sender=row.sender,
            channel=row.channel,
            contact=row.contact,
            planned_on=row.planned_on,
            sent_on=row.sent_on,
            landed=Landed(row.landed) if row.landed else None,
            seen_on=row.seen_on,
            seen_how=row.seen_how,
            restricted_where=row.restricted_where,
            restricted_who=row.restricted_who,
            basis=frozenset(row.basis.split()),
        ),
    )
