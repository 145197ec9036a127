"""The first schema: checklists, assessments, participants, responses, targets, agreed levels."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "checklist",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("file_digest", sa.String(), nullable=False),
        sa.Column("stored_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_checklist"),
        sa.UniqueConstraint("key", "version", name="uq_checklist_key_version"),
    )
    op.create_index("ix_checklist_file_digest", "checklist", ["file_digest"])
    op.create_table(
        "assessment",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("organisation", sa.String(), nullable=False),
        sa.Column("organisation_type", sa.String(), nullable=False),
        sa.Column("scope", sa.String(), nullable=False),
        sa.Column("checklist_id", sa.Integer(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("changed_at", MOMENT, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("example", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_assessment"),
        sa.ForeignKeyConstraint(["checklist_id"], ["checklist.id"], name="fk_assessment_checklist_id_checklist"),
    )
    op.create_table(
        "target",
        sa.Column("assessment_id", sa.String(), nullable=False),
        sa.Column("part", sa.String(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("changed_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("assessment_id", "part", name="pk_target"),
        _to_assessment("target"),
    )
    op.create_table(
        "participant",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("assessment_id", sa.String(), nullable=False),
        sa.Column("roles", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_participant"),
        _to_assessment("participant"),
    )
    op.create_index("ix_participant_assessment_id", "participant", ["assessment_id"])
    op.create_table(
        "response",
        sa.Column("participant_id", sa.String(), nullable=False),
        sa.Column("item_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=True),
        sa.Column("level", sa.Integer(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("answered_at", MOMENT, nullable=True),
        sa.Column("evidence_at", MOMENT, nullable=True),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("participant_id", "item_id", name="pk_response"),
        sa.ForeignKeyConstraint(
            ["participant_id"], ["participant.id"], name="fk_response_participant_id_participant", ondelete="CASCADE"
        ),
    )
    op.create_table(
        "agreed_level",
        sa.Column("assessment_id", sa.String(), nullable=False),
        sa.Column("item_id", sa.String(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("settled_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("assessment_id", "item_id", name="pk_agreed_level"),
        _to_assessment("agreed_level"),
    )


def _to_assessment(table: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_assessment_id_assessment"
    return sa.ForeignKeyConstraint(["assessment_id"], ["assessment.id"], name=name, ondelete="CASCADE")


def downgrade() -> None:
    for table in ("agreed_level", "response", "participant", "target", "assessment", "checklist"):
        op.drop_table(table)
