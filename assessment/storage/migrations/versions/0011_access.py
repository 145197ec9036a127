"""Who a participant is at the sign-in, and the personal links that let somebody in without one."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "participant_person",
        sa.Column("participant_id", sa.String(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("participant_id", name="pk_participant_person"),
        _part_of("participant_person"),
    )
    op.create_index("ix_participant_person_person", "participant_person", ["person"])
    op.create_table(
        "personal_link",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("participant_id", sa.String(), nullable=False),
        sa.Column("token_digest", sa.String(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.Column("used_at", MOMENT, nullable=True),
        sa.Column("revoked", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_personal_link"),
        _part_of("personal_link"),
    )
    op.create_index("ix_personal_link_participant_id", "personal_link", ["participant_id"])
    op.create_index("ix_personal_link_token_digest", "personal_link", ["token_digest"], unique=True)


def _part_of(table: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_participant_id_participant"
    return sa.ForeignKeyConstraint(["participant_id"], ["participant.id"], name=name, ondelete="CASCADE")


def downgrade() -> None:
    for table in ("personal_link", "participant_person"):
        op.drop_table(table)
