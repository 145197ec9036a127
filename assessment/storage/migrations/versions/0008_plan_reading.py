"""What has been read in of a returned plan: to know the same copy again."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.create_table(
        "plan_reading",
        sa.Column("batch", sa.String(), nullable=False),
        sa.Column("assessment_id", sa.String(), nullable=False),
        sa.Column("export_id", sa.String(), nullable=False),
        sa.Column("copy_id", sa.String(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("batch", name="pk_plan_reading"),
        sa.ForeignKeyConstraint(
            ["assessment_id"],
            ["assessment.id"],
            name="fk_plan_reading_assessment_id_assessment",
            ondelete="CASCADE",
        ),
    )
    op.create_index("ix_plan_reading_assessment_id", "plan_reading", ["assessment_id"])


def downgrade() -> None:
    op.drop_table("plan_reading")
