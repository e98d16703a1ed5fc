"""jobs"""

import sqlalchemy as sa
from alembic import op
from storage.tables import base

revision = '0005'
down_revision = '0004'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('chores',
    sa.Column('id', base.Id, nullable=False),
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('name', base.Text(), nullable=False),
    sa.Column('at', base.Instant(), nullable=False),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_chores_organization_id_organizations')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_chores')),
    sa.UniqueConstraint('organization_id', 'name', name=op.f('uq_chores_organization_id_name'))
    )

    with op.batch_alter_table('jobs', schema=None) as batch_op:
        batch_op.add_column(sa.Column('worker', base.Text(), nullable=True))

    # SQLite adds no column whose first value it would have to compute.
    with op.batch_alter_table('inbox', schema=None, recreate='auto') as batch_op:
        batch_op.add_column(sa.Column('taken_at', base.Instant(), nullable=True, server_default=sa.func.now()))
        batch_op.add_column(sa.Column('attempts', sa.Integer(), nullable=False, server_default=sa.text('0')))

    # Whoever had them in hand ended for the upgrade.
    op.execute("UPDATE inbox SET taken_at = NULL")
    op.execute("UPDATE jobs SET claimed_at = NULL WHERE state = 'running'")


def downgrade() -> None:
    raise NotImplementedError("go back by restoring a backup")
