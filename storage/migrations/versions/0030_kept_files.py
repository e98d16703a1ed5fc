"""kept files"""

import sqlalchemy as sa
from alembic import op
from storage.tables import base

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None

STATES = "state IN ('linked', 'awaited', 'kept', 'refused', 'too_large')"


def upgrade() -> None:
    with op.batch_alter_table("feedback_files") as files:
        files.add_column(
            sa.Column("key", base.Text(), server_default="", nullable=False)
        )
        files.add_column(
            sa.Column("size", sa.Integer(), server_default="0", nullable=False)
        )
        files.add_column(
            sa.Column("state", base.Text(), server_default="linked", nullable=False)
        )
        files.create_check_constraint(op.f("ck_feedback_files_state"), STATES)
        files.create_check_constraint(op.f("ck_feedback_files_size"), "size >= 0")
    _pieces()


def _pieces() -> None:
    name = "feedback_pieces"
    op.create_table(
        name,
        sa.Column("organization_id", base.Id, nullable=False),
        sa.Column("file_id", base.Id, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organizations.id"],
            name=op.f(f"fk_{name}_organization_id_organizations"),
        ),
        sa.ForeignKeyConstraint(
            ["file_id"],
            ["feedback_files.id"],
            name=op.f(f"fk_{name}_file_id_feedback_files"),
        ),
        sa.PrimaryKeyConstraint("file_id", "number", name=op.f(f"pk_{name}")),
        sa.CheckConstraint("number >= 0", name=op.f(f"ck_{name}_number")),
    )


def downgrade() -> None:
    raise NotImplementedError("go back by restoring a backup")
