"""approvals"""

import sqlalchemy as sa
from alembic import op
from storage.tables import base, measures

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None

KINDS = (
    "kind IN ('opened', 'corrected', 'owned', 'state', 'note', 'reply', 'said',"
    " 'joined', 'parted', 'task', 'warned', 'breached', 'escalated', 'asked',"
    " 'solved', 'approval')"
)
WAITS = sa.text("outcome IS NULL")


def upgrade() -> None:
    with op.batch_alter_table("feedback_updates") as updates:
        updates.drop_constraint(op.f("ck_feedback_updates_kind"), type_="check")
        updates.create_check_constraint(op.f("ck_feedback_updates_kind"), KINDS)
    _approvals()
    _rules()


def _approvals() -> None:
    name = "feedback_approvals"
    op.create_table(
        name,
        sa.Column("id", base.Id, nullable=False),
        sa.Column("organization_id", base.Id, nullable=False),
        sa.Column("feedback_id", base.Id, nullable=False),
        sa.Column("word", base.Text(), nullable=False),
        sa.Column("what", base.Text(), server_default="", nullable=False),
        sa.Column("amount", measures.Exact(), nullable=True),
        sa.Column("currency", base.Text(), server_default="", nullable=False),
        sa.Column("reason", base.Text(), server_default="", nullable=False),
        sa.Column("asker_id", base.Id, nullable=False),
        sa.Column("asked_id", base.Id, nullable=False),
        sa.Column("asked_at", base.Instant(), nullable=False),
        sa.Column("reminded_at", base.Instant(), nullable=True),
        sa.Column("outcome", base.Text(), nullable=True),
        sa.Column("answered_by", base.Id, nullable=True),
        sa.Column("answered_at", base.Instant(), nullable=True),
        sa.Column("comment", base.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
        *(_key(name, *key) for key in KEYS),
        *(_check(name, *check) for check in CHECKS),
    )
    op.create_index(
        op.f(f"ix_{name}_organization_id_feedback_id_word"),
        name,
        ["organization_id", "feedback_id", "word"],
        unique=True,
        sqlite_where=WAITS,
        postgresql_where=WAITS,
    )
    for columns in (
        ["feedback_id", "id"],
        ["asked_id", "outcome"],
        ["asker_id"],
        ["answered_by"],
    ):
        op.create_index(op.f(f"ix_{name}_{'_'.join(columns)}"), name, columns)


KEYS = (
    ("organization_id", "organizations"),
    ("feedback_id", "feedback"),
    ("asker_id", "people"),
    ("asked_id", "people"),
    ("answered_by", "people"),
)
CHECKS = (
    ("outcome", "outcome IN ('approved', 'rejected', 'withdrawn')"),
    ("word", "word <> ''"),
    ("amount", "CAST(amount AS NUMERIC) > 0"),
    ("currency", "currency = '' OR amount IS NOT NULL"),
    ("answered", "(outcome IS NULL) = (answered_at IS NULL)"),
    ("answered_by", "outcome IS NOT NULL OR answered_by IS NULL"),
    ("rejected", "outcome <> 'rejected' OR comment <> ''"),
)


def _rules() -> None:
    name = "feedback_approval_rules"
    op.create_table(
        name,
        sa.Column("organization_id", base.Id, nullable=False),
        sa.Column("word", base.Text(), nullable=False),
        sa.Column("what", base.Text(), server_default="", nullable=False),
        sa.Column("amount", measures.Exact(), nullable=False),
        sa.Column("currency", base.Text(), nullable=False),
        sa.Column("person_id", base.Id, nullable=True),
        sa.PrimaryKeyConstraint("organization_id", "word", name=op.f(f"pk_{name}")),
        _key(name, "organization_id", "organizations"),
        _key(name, "person_id", "people"),
        _check(name, "word", "word <> ''"),
        _check(name, "amount", "CAST(amount AS NUMERIC) >= 0"),
        _check(name, "currency", "currency <> ''"),
    )


def _key(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{other}")
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=name)


def _check(table: str, name: str, says: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(says, name=op.f(f"ck_{table}_{name}"))


def downgrade() -> None:
    raise NotImplementedError("go back by restoring a backup")
