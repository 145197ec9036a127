"""The triggers that keep signed decision records as they are, on PostgreSQL too. SQLite has had them since 0010."""

from alembic import op

revision = "0013"
down_revision = "0012"

KEPT = "a signed decision record is never changed"


def upgrade() -> None:
    if op.get_bind().dialect.name != "postgresql":
        return
    op.execute(
        "CREATE FUNCTION decision_record_kept() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{KEPT}' USING ERRCODE = 'restrict_violation'; END $$"
    )
    for verb in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER decision_record_kept_{verb.lower()} BEFORE {verb} ON decision_record "
            "FOR EACH ROW WHEN (OLD.signed_on IS NOT NULL) EXECUTE FUNCTION decision_record_kept()"
        )


def downgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        for verb in ("update", "delete"):
            op.execute(f"DROP TRIGGER decision_record_kept_{verb} ON decision_record")
        op.execute("DROP FUNCTION decision_record_kept()")
