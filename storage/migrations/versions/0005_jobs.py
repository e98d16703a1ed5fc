"""jobs"""

import sqlalchemy as sa
from alembic import op
from storage.tables import base

revision = '0005'
down_revision = '0004'
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass


def downgrade() -> None:
    raise NotImplementedError("go back by restoring a backup")
