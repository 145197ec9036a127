"""Organisations, the register of their vital activities and critical deliveries, and its history."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "organisation",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_key", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("example", sa.Boolean(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_organisation"),
        sa.UniqueConstraint("name_key", name="uq_organisation_name_key"),
    )
    _activities()
    _deliveries()
    op.create_table(
        "entry_change",
        sa.Column("entry_id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("organisation_id", sa.String(), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("after", sa.Text(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("entry_id", "version", "field", name="pk_entry_change"),
        _part_of("entry_change", "organisation"),
    )
    op.create_index("ix_entry_change_organisation_id", "entry_change", ["organisation_id"])


def _activities() -> None:
    op.create_table(
        "activity",
        *_entry_columns("activity"),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("function", sa.Text(), nullable=False),
        sa.Column("volume", sa.String(), nullable=False),
        sa.Column("situations", sa.String(), nullable=False),
        sa.Column("operation", sa.String(), nullable=False),
        sa.Column("need_owner", sa.String(), nullable=False),
        sa.Column("risk_owner", sa.String(), nullable=False),
        sa.Column("procurement", sa.String(), nullable=False),
        sa.Column("preparedness", sa.String(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("review_on", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
    )
    op.create_index("ix_activity_organisation_id", "activity", ["organisation_id"])


def _deliveries() -> None:
    op.create_table(
        "delivery",
        *_entry_columns("delivery"),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("reserve", sa.String(), nullable=False),
        sa.Column("operation", sa.String(), nullable=False),
        sa.Column("contract_start", sa.Date(), nullable=True),
        sa.Column("contract_end", sa.Date(), nullable=True),
        sa.Column("lead_months", sa.Integer(), nullable=True),
        sa.Column("next_decided", sa.String(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
    )
    op.create_index("ix_delivery_organisation_id", "delivery", ["organisation_id"])
    op.create_table(
        "reliance",
        sa.Column("delivery_id", sa.String(), nullable=False),
        sa.Column("activity_id", sa.String(), nullable=False),
        sa.Column("outage", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("delivery_id", "activity_id", name="pk_reliance"),
        _part_of("reliance", "delivery"),
        _part_of("reliance", "activity"),
    )
    op.create_index("ix_reliance_activity_id", "reliance", ["activity_id"])


def _entry_columns(table: str) -> tuple[sa.Column[object] | sa.Constraint, ...]:
    return (
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("organisation_id", sa.String(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("changed_at", MOMENT, nullable=False),
        sa.Column("changed_by", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("archived", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
        _part_of(table, "organisation"),
    )


def _part_of(table: str, whole: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_{whole}_id_{whole}"
    return sa.ForeignKeyConstraint([f"{whole}_id"], [f"{whole}.id"], name=name, ondelete="CASCADE")


def downgrade() -> None:
    for table in ("reliance", "entry_change", "delivery", "activity", "organisation"):
        op.drop_table(table)
