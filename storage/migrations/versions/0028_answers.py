"""answers"""

import sqlalchemy as sa
from alembic import op
from storage.tables import base

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None

WAITING = sa.text("(payload IS NOT NULL OR reply IS NOT NULL)")


def upgrade() -> None:
    op.drop_index("ix_inbox_waiting", "inbox")
    op.add_column("inbox", sa.Column("reply", base.Text(), nullable=True))
    op.create_index(
        "ix_inbox_waiting",
        "inbox",
        ["organization_id", "id"],
        sqlite_where=WAITING,
        postgresql_where=WAITING,
    )


def downgrade() -> None:
    raise NotImplementedError("go back by restoring a backup")
