"""Workshops: their record, who attends, and the ballots."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "workshop",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("assessment_id", sa.String(), nullable=False),
        sa.Column("names", sa.String(), nullable=False),
        sa.Column("agenda", sa.String(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("facilitator", sa.String(), nullable=False),
        sa.Column("code_number", sa.Integer(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("open_round", sa.Integer(), nullable=True),
        sa.Column("open_item", sa.String(), nullable=True),
        sa.Column("closed", sa.Boolean(), nullable=False),
        sa.Column("phones", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_workshop"),
        _part_of("workshop", "assessment"),
    )
    op.create_index("ix_workshop_assessment_id", "workshop", ["assessment_id"])
    op.create_index("ix_workshop_closed", "workshop", ["closed"])
    op.create_table(
        "workshop_entry",
        sa.Column("workshop_id", sa.String(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("item_id", sa.String(), nullable=True),
        sa.Column("level", sa.Integer(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("counts", sa.String(), nullable=False),
        sa.Column("level_before", sa.Integer(), nullable=True),
        sa.Column("note_before", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("workshop_id", "seq", name="pk_workshop_entry"),
        _part_of("workshop_entry", "workshop"),
    )
    _attendance_and_ballots()


def _attendance_and_ballots() -> None:
    op.create_table(
        "attendance",
        sa.Column("token_digest", sa.String(), nullable=False),
        sa.Column("workshop_id", sa.String(), nullable=False),
        sa.Column("participant_id", sa.String(), nullable=False),
        sa.Column("joined_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("token_digest", name="pk_attendance"),
        _part_of("attendance", "workshop"),
        _part_of("attendance", "participant"),
    )
    op.create_index("ix_attendance_workshop_id", "attendance", ["workshop_id"])
    op.create_index("ix_attendance_participant_id", "attendance", ["participant_id"])
    op.create_table(
        "ballot",
        sa.Column("workshop_id", sa.String(), nullable=False),
        sa.Column("round_id", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("participant_id", sa.String(), nullable=False),
        sa.Column("item_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=True),
        sa.Column("cast_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("workshop_id", "round_id", "participant_id", name="pk_ballot"),
        _part_of("ballot", "workshop"),
        _part_of("ballot", "participant"),
    )
    op.create_index("ix_ballot_participant_id", "ballot", ["participant_id"])


def _part_of(table: str, whole: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_{whole}_id_{whole}"
    return sa.ForeignKeyConstraint([f"{whole}_id"], [f"{whole}.id"], name=name, ondelete="CASCADE")


def downgrade() -> None:
    for table in ("ballot", "attendance", "workshop_entry", "workshop"):
        op.drop_table(table)
