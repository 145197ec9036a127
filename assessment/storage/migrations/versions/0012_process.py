"""What several processes have to know of each other: who is in the room, and who guesses codes."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "presence",
        sa.Column("process", sa.String(), nullable=False),
        sa.Column("workshop_id", sa.String(), nullable=False),
        sa.Column("participants", sa.Text(), nullable=False),
        sa.Column("told_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("process", "workshop_id", name="pk_presence"),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.id"], name="fk_presence_workshop_id_workshop", ondelete="CASCADE"
        ),
    )
    op.create_table(
        "guess",
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("left", sa.Float(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("origin", name="pk_guess"),
    )
    op.create_index("ix_guess_at", "guess", ["at"])


def downgrade() -> None:
    op.drop_table("guess")
    op.drop_table("presence")
