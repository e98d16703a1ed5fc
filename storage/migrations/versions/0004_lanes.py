"""lanes"""

import sqlalchemy as sa
from alembic import op
from storage.tables import base

revision = '0004'
down_revision = '0003'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('lanes',
    sa.Column('id', base.Id, nullable=False),
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('platform', base.Text(), nullable=False),
    sa.Column('tenant', base.Text(), nullable=False),
    sa.Column('name', base.Text(), nullable=False),
    sa.Column('kind', base.Text(), nullable=False),
    sa.Column('at', base.Instant(), nullable=False),
    sa.Column('since', base.Instant(), nullable=False),
    sa.CheckConstraint("kind IN ('plan', 'law', 'block')", name=op.f('ck_lanes_kind')),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_lanes_organization_id_organizations')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_lanes')),
    sa.UniqueConstraint('organization_id', 'platform', 'tenant', 'name', 'kind', name=op.f('uq_lanes_organization_id_platform_tenant_name_kind'))
    )
    with op.batch_alter_table('lanes', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_lanes_organization_id_at'), ['organization_id', 'at'], unique=False)

    with op.batch_alter_table('deliveries', schema=None) as batch_op:
        batch_op.add_column(sa.Column('turn', base.Instant(), nullable=True))


def downgrade() -> None:
    raise NotImplementedError("go back by restoring a backup")
