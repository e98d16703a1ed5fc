"""reviews"""

import sqlalchemy as sa
from alembic import op
from storage.tables import base

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

HAPPENED = (
    "what IN ('read', 'self-read', 'comment-read', 'self-sent', 'sent', 'changed',"
    " 'acknowledged', 'delegated', 'moved', 'erased')"
)


def upgrade() -> None:
    with op.batch_alter_table("review_log") as log:
        log.drop_constraint(op.f("ck_review_log_what"), type_="check")
        log.create_check_constraint(op.f("ck_review_log_what"), HAPPENED)
    op.create_table(
        "review_hours",
        sa.Column("organization_id", base.Id, nullable=False),
        sa.Column("person_id", base.Id, nullable=False),
        sa.Column("minute", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "minute BETWEEN 0 AND 1439", name=op.f("ck_review_hours_minute")
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organizations.id"],
            name=op.f("fk_review_hours_organization_id_organizations"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_review_hours_person_id_people")
        ),
        sa.PrimaryKeyConstraint(
            "organization_id", "person_id", name=op.f("pk_review_hours")
        ),
    )
    op.create_index(op.f("ix_review_hours_person_id"), "review_hours", ["person_id"])
    op.create_table(
        "review_texts",
        sa.Column("organization_id", base.Id, nullable=False),
        sa.Column("cycle_id", base.Id, nullable=False),
        sa.Column("rung", base.Text(), nullable=False),
        sa.Column("language", base.Text(), nullable=False),
        sa.Column("value", base.Text(), nullable=False),
        sa.CheckConstraint("value <> ''", name=op.f("ck_review_texts_value")),
        sa.CheckConstraint(
            "rung IN ('list', 'three', 'one', 'due', 'self')",
            name=op.f("ck_review_texts_rung"),
        ),
        sa.CheckConstraint(
            "language IN ('en', 'zh')", name=op.f("ck_review_texts_language")
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organizations.id"],
            name=op.f("fk_review_texts_organization_id_organizations"),
        ),
        sa.ForeignKeyConstraint(
            ["cycle_id"],
            ["review_cycles.id"],
            name=op.f("fk_review_texts_cycle_id_review_cycles"),
        ),
        sa.PrimaryKeyConstraint(
            "organization_id",
            "cycle_id",
            "rung",
            "language",
            name=op.f("pk_review_texts"),
        ),
    )
    op.create_index(op.f("ix_review_texts_cycle_id"), "review_texts", ["cycle_id"])


def downgrade() -> None:
    raise NotImplementedError("go back by restoring a backup")
