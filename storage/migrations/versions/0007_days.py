"""days"""

import sqlalchemy as sa
from alembic import op
from storage.tables import base

revision = '0007'
down_revision = '0006'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('absences', schema=None) as batch_op:
        batch_op.add_column(sa.Column('half', base.Text(), nullable=False, server_default=sa.text("''")))
        batch_op.create_check_constraint(
            op.f('ck_absences_half'),
            "half = '' OR (half IN ('morning', 'afternoon') AND first = last)",
        )
    # Why somebody is away stands in their own words only.
    op.execute("UPDATE absences SET kind = 'other' WHERE kind != 'team'")


def downgrade() -> None:
    raise NotImplementedError("go back by restoring a backup")
