"""doors"""

import sqlalchemy as sa
from alembic import op
from storage.tables import base

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "feedback_doors",
        sa.Column("id", base.Id, nullable=False),
        sa.Column("organization_id", base.Id, nullable=False),
        sa.Column("key", base.Text(), nullable=False),
        sa.Column("name", base.Text(), nullable=False),
        sa.Column("owner_id", base.Id, nullable=False),
        sa.Column("made_at", base.Instant(), nullable=False),
        sa.CheckConstraint("name <> ''", name=op.f("ck_feedback_doors_name")),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organizations.id"],
            name=op.f("fk_feedback_doors_organization_id_organizations"),
        ),
        sa.ForeignKeyConstraint(
            ["owner_id"], ["people.id"], name=op.f("fk_feedback_doors_owner_id_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feedback_doors")),
        sa.UniqueConstraint("key", name=op.f("uq_feedback_doors_key")),
        sa.UniqueConstraint(
            "organization_id",
            "name",
            name=op.f("uq_feedback_doors_organization_id_name"),
        ),
    )
    op.create_index(op.f("ix_feedback_doors_owner_id"), "feedback_doors", ["owner_id"])
    op.create_table(
        "feedback_door_secrets",
        sa.Column("id", base.Id, nullable=False),
        sa.Column("organization_id", base.Id, nullable=False),
        sa.Column("door_id", base.Id, nullable=False),
        sa.Column("value", base.Text(), nullable=False),
        sa.Column("until", base.Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["door_id"],
            ["feedback_doors.id"],
            name=op.f("fk_feedback_door_secrets_door_id_feedback_doors"),
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organizations.id"],
            name=op.f("fk_feedback_door_secrets_organization_id_organizations"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feedback_door_secrets")),
    )
    op.create_index(
        op.f("ix_feedback_door_secrets_door_id"), "feedback_door_secrets", ["door_id"]
    )
    op.create_table(
        "feedback_mailboxes",
        sa.Column("organization_id", base.Id, nullable=False),
        sa.Column("name", base.Text(), nullable=False),
        sa.Column("validity", sa.BigInteger(), nullable=False),
        sa.Column("last", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organizations.id"],
            name=op.f("fk_feedback_mailboxes_organization_id_organizations"),
        ),
        sa.PrimaryKeyConstraint(
            "organization_id", "name", name=op.f("pk_feedback_mailboxes")
        ),
    )


def downgrade() -> None:
    raise NotImplementedError("go back by restoring a backup")
