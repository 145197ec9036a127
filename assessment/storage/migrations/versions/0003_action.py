"""Actions: what is planned, which items it is to lift, and who changed what."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "action",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("assessment_id", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("owner_role", sa.String(), nullable=False),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("effort", sa.String(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("changed_at", MOMENT, nullable=False),
        sa.Column("changed_by", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_action"),
        _part_of("action", "assessment"),
    )
    op.create_index("ix_action_assessment_id", "action", ["assessment_id"])
    op.create_table(
        "action_aim",
        sa.Column("action_id", sa.String(), nullable=False),
        sa.Column("item_id", sa.String(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("action_id", "item_id", name="pk_action_aim"),
        _part_of("action_aim", "action"),
    )
    op.create_table(
        "action_change",
        sa.Column("action_id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("after", sa.Text(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("batch", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("action_id", "version", "field", name="pk_action_change"),
        _part_of("action_change", "action"),
    )
    op.create_index("ix_action_change_batch", "action_change", ["batch"])


def _part_of(table: str, whole: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_{whole}_id_{whole}"
    return sa.ForeignKeyConstraint([f"{whole}_id"], [f"{whole}.id"], name=name, ondelete="CASCADE")


def downgrade() -> None:
    for table in ("action_change", "action_aim", "action"):
        op.drop_table(table)
