"""Who brought a version of a checklist in, and whether new assessments may still begin with it."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.add_column("checklist", sa.Column("stored_by", sa.String(), nullable=True))
    op.add_column("checklist", sa.Column("retired_at", MOMENT, nullable=True))
    op.add_column("checklist", sa.Column("retired_by", sa.String(), nullable=True))


def downgrade() -> None:
    for column in ("retired_by", "retired_at", "stored_by"):
        op.drop_column("checklist", column)
