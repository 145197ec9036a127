"""What assessments are about. Those from before have no row: their subject is guessed from the name."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "subject",
        sa.Column("assessment_id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("changed_at", MOMENT, nullable=False),
        sa.Column("changed_by", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("assessment_id", name="pk_subject"),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessment.id"], name="fk_subject_assessment_id_assessment", ondelete="CASCADE"
        ),
    )


def downgrade() -> None:
    op.drop_table("subject")
