"""onboarding"""

import sqlalchemy as sa
from alembic import op
from storage.tables import base

revision = '0014'
down_revision = '0013'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('onboardings',
    sa.Column('id', base.Id, nullable=False),
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('kind', base.Text(), nullable=False),
    sa.Column('person_id', base.Id, nullable=False),
    sa.Column('track', base.Text(), nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('made_by', base.Id, nullable=False),
    sa.Column('made_at', base.Instant(), nullable=False),
    sa.Column('manager_id', base.Id, nullable=True),
    sa.Column('buddy_id', base.Id, nullable=True),
    sa.Column('it_id', base.Id, nullable=True),
    sa.Column('told_on', sa.Date(), nullable=True),
    sa.Column('ended_at', base.Instant(), nullable=True),
    sa.CheckConstraint("kind IN ('start', 'leave')", name=op.f('ck_onboardings_kind')),
    sa.CheckConstraint("track <> ''", name=op.f('ck_onboardings_track')),
    sa.ForeignKeyConstraint(['buddy_id'], ['people.id'], name=op.f('fk_onboardings_buddy_id_people')),
    sa.ForeignKeyConstraint(['it_id'], ['people.id'], name=op.f('fk_onboardings_it_id_people')),
    sa.ForeignKeyConstraint(['made_by'], ['people.id'], name=op.f('fk_onboardings_made_by_people')),
    sa.ForeignKeyConstraint(['manager_id'], ['people.id'], name=op.f('fk_onboardings_manager_id_people')),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_onboardings_organization_id_organizations')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_onboardings_person_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_onboardings'))
    )
    op.create_index(op.f('ix_onboardings_organization_id_ended_at'), 'onboardings', ['organization_id', 'ended_at'])
    for name in ('made_by', 'manager_id', 'buddy_id', 'it_id'):
        op.create_index(op.f(f'ix_onboardings_{name}'), 'onboardings', [name])
    op.create_index('uq_onboardings_running', 'onboardings', ['person_id', 'kind'], unique=True,
        sqlite_where=sa.text('ended_at IS NULL'), postgresql_where=sa.text('ended_at IS NULL'))
    op.create_table('onboarding_steps',
    sa.Column('id', base.Id, nullable=False),
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('onboarding_id', base.Id, nullable=False),
    sa.Column('part', base.Text(), nullable=False),
    sa.Column('after', sa.Integer(), nullable=False),
    sa.Column('text', base.Text(), nullable=False),
    sa.Column('ready', base.Text(), nullable=False),
    sa.Column('link', base.Text(), nullable=False),
    sa.Column('check_days', sa.Integer(), nullable=True),
    sa.Column('state', base.Text(), nullable=False),
    sa.Column('asked_on', sa.Date(), nullable=True),
    sa.Column('nudged_on', sa.Date(), nullable=True),
    sa.Column('closed_at', base.Instant(), nullable=True),
    sa.Column('closed_by', base.Id, nullable=True),
    sa.Column('mood', base.Text(), nullable=True),
    sa.Column('answer', base.Text(), nullable=False),
    sa.Column('shared', sa.Boolean(), server_default=sa.false(), nullable=False),
    sa.CheckConstraint("(state = 'open') = (closed_at IS NULL)", name=op.f('ck_onboarding_steps_closed')),
    sa.CheckConstraint("mood IN ('good', 'mixed', 'hard')", name=op.f('ck_onboarding_steps_mood')),
    sa.CheckConstraint("nudged_on IS NULL OR asked_on IS NOT NULL", name=op.f('ck_onboarding_steps_nudged')),
    sa.CheckConstraint("part IN ('newcomer', 'manager', 'buddy', 'it')", name=op.f('ck_onboarding_steps_part')),
    sa.CheckConstraint("state IN ('open', 'done', 'skipped')", name=op.f('ck_onboarding_steps_state')),
    sa.CheckConstraint("text <> '' OR ready <> ''", name=op.f('ck_onboarding_steps_words')),
    sa.CheckConstraint("check_days > 0", name=op.f('ck_onboarding_steps_check_days')),
    sa.ForeignKeyConstraint(['closed_by'], ['people.id'], name=op.f('fk_onboarding_steps_closed_by_people')),
    sa.ForeignKeyConstraint(['onboarding_id'], ['onboardings.id'], name=op.f('fk_onboarding_steps_onboarding_id_onboardings')),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_onboarding_steps_organization_id_organizations')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_onboarding_steps'))
    )
    op.create_index(op.f('ix_onboarding_steps_onboarding_id'), 'onboarding_steps', ['onboarding_id'])
    op.create_index(op.f('ix_onboarding_steps_closed_by'), 'onboarding_steps', ['closed_by'])
    op.create_table('onboarding_tracks',
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('name', base.Text(), nullable=False),
    sa.Column('lines', base.Json(), nullable=False),
    sa.CheckConstraint("name <> ''", name=op.f('ck_onboarding_tracks_name')),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_onboarding_tracks_organization_id_organizations')),
    sa.PrimaryKeyConstraint('organization_id', 'name', name=op.f('pk_onboarding_tracks'))
    )


def downgrade() -> None:
    raise NotImplementedError("go back by restoring a backup")
