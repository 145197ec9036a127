"""Organisations."""

from sqlmodel import Session, col, delete, select

from assessment.domain.entry_errors import OrganisationUnknown
from assessment.domain.organisation import Organisation, name_key
from assessment.storage.tables import OrganisationRow


def organisation(session: Session, organisation_id: str) -> Organisation:
    """Raises OrganisationUnknown."""
    row = session.get(OrganisationRow, organisation_id)
    if row is None:
        raise OrganisationUnknown
    return _organisation(row)


def organisation_called(session: Session, name: str) -> Organisation | None:
    """The organisation of this name, however it is spelt; None when there is none yet."""
    row = session.exec(select(OrganisationRow).where(OrganisationRow.name_key == name_key(name))).first()
    return None if row is None else _organisation(row)


def organisations(session: Session) -> tuple[Organisation, ...]:
    """All of them, by name."""
    return tuple(
        map(_organisation, session.exec(select(OrganisationRow).order_by(col(OrganisationRow.name_key))).all())
    )


def save_organisation(session: Session, organisation: Organisation) -> None:
    session.merge(
        OrganisationRow(
            id=organisation.id,
            name=organisation.name,
            name_key=organisation.key,
            kind=organisation.kind,
            example=organisation.example,
            created_at=organisation.created_at,
        )
    )
    session.flush()


def remove_organisation(session: Session, organisation_id: str) -> None:
    """One that nothing points to."""
    session.exec(delete(OrganisationRow).where(col(OrganisationRow.id) == organisation_id))


def _organisation(row: OrganisationRow) -> Organisation:
    return Organisation(row.id, row.name, row.kind, row.example, row.created_at)
