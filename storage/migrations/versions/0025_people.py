"""people"""

import sqlalchemy as sa
from alembic import op
from storage.tables import base

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _person("awards", "approver_id")
    _person("award_rounds", "proposed_id", "nudged_by")


def _person(table: str, *names: str) -> None:
    """Somebody of the company, or nobody."""
    with op.batch_alter_table(table) as batch:
        for name in names:
            batch.add_column(sa.Column(name, base.Id, nullable=True))
            batch.create_foreign_key(
                op.f(f"fk_{table}_{name}_people"), "people", [name], ["id"]
            )


def downgrade() -> None:
    raise NotImplementedError("go back by restoring a backup")
