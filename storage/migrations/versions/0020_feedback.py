"""feedback"""

import sqlalchemy as sa
from alembic import op

from storage.tables import base

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "feedback_rhythms",
        sa.Column("organization_id", base.Id, nullable=False),
        sa.Column("place", base.Place(), nullable=False),
        sa.Column("rhythm", base.Text(), nullable=False),
        sa.CheckConstraint(
            "rhythm IN ('at-once', 'hourly', 'twice', 'morning')",
            name=op.f("ck_feedback_rhythms_rhythm"),
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organizations.id"],
            name=op.f("fk_feedback_rhythms_organization_id_organizations"),
        ),
        sa.PrimaryKeyConstraint(
            "organization_id", "place", name=op.f("pk_feedback_rhythms")
        ),
    )
    op.create_table(
        "feedback_slots",
        sa.Column("organization_id", base.Id, nullable=False),
        sa.Column("place", base.Place(), nullable=False),
        sa.Column("feedback_id", base.Id, nullable=False),
        sa.Column("at", base.Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["feedback_id"],
            ["feedback.id"],
            name=op.f("fk_feedback_slots_feedback_id_feedback"),
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organizations.id"],
            name=op.f("fk_feedback_slots_organization_id_organizations"),
        ),
        sa.PrimaryKeyConstraint(
            "organization_id",
            "place",
            "feedback_id",
            name=op.f("pk_feedback_slots"),
        ),
    )
    op.create_index(
        op.f("ix_feedback_slots_feedback_id"), "feedback_slots", ["feedback_id"]
    )
    op.create_index(
        op.f("ix_feedback_slots_organization_id_place_at"),
        "feedback_slots",
        ["organization_id", "place", "at"],
    )
    op.add_column("feedback", sa.Column("took", sa.Integer()))
    op.execute(_TOOK[op.get_bind().dialect.name])
    for table, before, columns in (
        ("feedback", "", ["organization_id", "ended_at", "state", "took"]),
        (
            "feedback",
            "organization_id_opened_at",
            ["organization_id", "opened_at", "state", "ended_at"],
        ),
        (
            "feedback_voices",
            "organization_id_said_at",
            ["organization_id", "said_at", "feedback_id"],
        ),
    ):
        if before:
            op.drop_index(op.f(f"ix_{table}_{before}"), table_name=table)
        op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, columns)


_TOOK = {
    "sqlite": (
        "UPDATE feedback SET took = CAST(ROUND("
        "(julianday(ended_at) - julianday(opened_at)) * 86400) AS INTEGER)"
        " WHERE ended_at IS NOT NULL"
    ),
    "postgresql": (
        "UPDATE feedback SET took = ROUND(EXTRACT(EPOCH FROM ended_at - opened_at))"
        " WHERE ended_at IS NOT NULL"
    ),
}


def downgrade() -> None:
    raise NotImplementedError("go back by restoring a backup")
