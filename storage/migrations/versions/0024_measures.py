"""measures"""

from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Both databases take a check beside its column, and SQLite adds none otherwise.
    op.execute(
        "ALTER TABLE measures ADD COLUMN holder TEXT DEFAULT 'person' NOT NULL"
        " CONSTRAINT ck_measures_holder CHECK (holder IN ('person', 'head', 'area'))"
        " CONSTRAINT ck_measures_held CHECK ("
        "(holder <> 'head' OR department IS NOT NULL)"
        " AND (holder <> 'area' OR area_id IS NOT NULL))"
    )


def downgrade() -> None:
    raise NotImplementedError("go back by restoring a backup")
