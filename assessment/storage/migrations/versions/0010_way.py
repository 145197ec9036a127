"""Decision records, and the trigger that keeps signed ones as they are."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

MOMENT = sa.DateTime(timezone=True)
LINES = (
    *("operation", "identified", "adopted", "outage", "situations", "handover", "security", "options", "act"),
    *("offices", "chosen", "risk_owner", "supersedes", "signed_by", "signed_role"),
)
TEXTS = (
    *("why", "need", "ground", "effects", "marks", "notes", "secrecy", "conditions", "money", "transition"),
    *("exit_plan", "follow_up", "dissent", "motive", "risk", "triggers", "communication", "responsibility"),
    "signed_despite",
)
KEPT = "a signed decision record is never changed"


def upgrade() -> None:
    op.create_table(
        "decision_record",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("organisation_id", sa.String(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("changed_at", MOMENT, nullable=False),
        sa.Column("changed_by", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("archived", sa.Boolean(), nullable=False),
        sa.Column("activity_id", sa.String(), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in LINES),
        *(sa.Column(name, sa.Text(), nullable=False) for name in TEXTS),
        *(sa.Column(name, sa.Date(), nullable=True) for name in ("security_on", "review_on", "signed_on")),
        sa.PrimaryKeyConstraint("id", name="pk_decision_record"),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name="fk_decision_record_organisation_id_organisation",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["activity_id"], ["activity.id"], name="fk_decision_record_activity_id_activity"),
    )
    op.create_index("ix_decision_record_organisation_id", "decision_record", ["organisation_id"])
    op.create_index("ix_decision_record_activity_id", "decision_record", ["activity_id"])
    if op.get_bind().dialect.name == "sqlite":
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER decision_record_kept_{verb.lower()} BEFORE {verb} ON decision_record "
                f"WHEN OLD.signed_on IS NOT NULL BEGIN SELECT RAISE(ABORT, '{KEPT}'); END"
            )


def downgrade() -> None:
    op.drop_table("decision_record")
