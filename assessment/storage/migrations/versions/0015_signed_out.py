"""Sign-ins that somebody has ended, and who added a participant in that person's place."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "ended_sign_in",
        sa.Column("mark", sa.String(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("mark", name="pk_ended_sign_in"),
    )
    op.create_index("ix_ended_sign_in_at", "ended_sign_in", ["at"])
    op.create_table(
        "participant_added",
        sa.Column("participant_id", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("participant_id", name="pk_participant_added"),
        sa.ForeignKeyConstraint(
            ["participant_id"],
            ["participant.id"],
            name="fk_participant_added_participant_id_participant",
            ondelete="CASCADE",
        ),
    )


def downgrade() -> None:
    op.drop_table("participant_added")
    op.drop_table("ended_sign_in")
