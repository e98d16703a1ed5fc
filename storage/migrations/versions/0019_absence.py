"""absence"""

import sqlalchemy as sa
import sqlalchemy as sa
from alembic import op
from storage.tables import base
from storage.tables import base

revision = '0019'
down_revision = '0018'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('blocker_hooks',
    sa.Column('id', base.Id, nullable=False),
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('url', base.Text(), nullable=False),
    sa.Column('secret', base.Text(), nullable=False),
    sa.Column('owner_id', base.Id, nullable=False),
    sa.Column('made_at', base.Instant(), nullable=False),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_blocker_hooks_organization_id_organizations')),
    sa.ForeignKeyConstraint(['owner_id'], ['people.id'], name=op.f('fk_blocker_hooks_owner_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_blocker_hooks')),
    sa.UniqueConstraint('organization_id', name=op.f('uq_blocker_hooks_organization_id'))
    )
    with op.batch_alter_table('blocker_hooks', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_blocker_hooks_owner_id'), ['owner_id'], unique=False)

    op.create_table('blocker_calls',
    sa.Column('id', base.Id, nullable=False),
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('message', base.Text(), nullable=False),
    sa.Column('event', base.Text(), nullable=False),
    sa.Column('at', base.Instant(), nullable=False),
    sa.Column('blocker_id', base.Id, nullable=True),
    sa.Column('asker_id', base.Id, nullable=True),
    sa.Column('state', base.Text(), nullable=False),
    sa.Column('tries', sa.Integer(), nullable=False),
    sa.Column('answer', base.Text(), nullable=False),
    sa.CheckConstraint("state IN ('waiting', 'sent', 'failed')", name=op.f('ck_blocker_calls_state')),
    sa.CheckConstraint('tries >= 0', name=op.f('ck_blocker_calls_tries')),
    sa.ForeignKeyConstraint(['asker_id'], ['people.id'], name=op.f('fk_blocker_calls_asker_id_people')),
    sa.ForeignKeyConstraint(['blocker_id'], ['blockers.id'], name=op.f('fk_blocker_calls_blocker_id_blockers')),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_blocker_calls_organization_id_organizations')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_blocker_calls')),
    sa.UniqueConstraint('organization_id', 'message', name=op.f('uq_blocker_calls_organization_id_message')),
    sqlite_autoincrement=True,
    )
    with op.batch_alter_table('blocker_calls', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_blocker_calls_asker_id'), ['asker_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_blocker_calls_blocker_id'), ['blocker_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_blocker_calls_organization_id_at'), ['organization_id', 'at'], unique=False)

    # Messages and buttons name absences and leave by their ids, and rows of both are
    # deleted: no id may come again. PostgreSQL never gives one twice.
    if op.get_bind().dialect.name == 'sqlite':
        for name in ('absences', 'leaves'):
            with op.batch_alter_table(
                name, recreate='always', table_kwargs={'sqlite_autoincrement': True}
            ):
                pass
    _choose('organizations', 'reminders', ('active', 'light', 'muted'))
    _choose('standups', 'weekly', ('place', 'leads', 'off'))
    with op.batch_alter_table('standups') as standups:
        standups.alter_column('weekly', server_default=None)


def _choose(table: str, name: str, choices: tuple[str, ...]) -> None:
    """One of these words; what is there has the first."""
    allowed = ', '.join(f"'{each}'" for each in choices)
    with op.batch_alter_table(table) as batch:
        batch.add_column(
            sa.Column(name, base.Text(), nullable=False, server_default=choices[0])
        )
        batch.create_check_constraint(
            op.f(f'ck_{table}_{name}'), f'{name} IN ({allowed})'
        )


def downgrade() -> None:
    raise NotImplementedError("go back by restoring a backup")
