"""rituals people keep"""

import sqlalchemy as sa
from alembic import op
from storage.tables import base

revision = '0003'
down_revision = '0002'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('blockers',
    sa.Column('id', base.Id, nullable=False),
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('reporter_id', base.Id, nullable=False),
    sa.Column('standup_id', base.Id, nullable=True),
    sa.Column('occurrence_id', base.Id, nullable=True),
    sa.Column('place', base.Place(), nullable=True),
    sa.Column('text', base.Text(), nullable=False),
    sa.Column('state', base.Text(), nullable=False),
    sa.Column('opened_at', base.Instant(), nullable=False),
    sa.Column('resolved_at', base.Instant(), nullable=True),
    sa.Column('resolved_by', base.Id, nullable=True),
    sa.Column('outcome', base.Text(), nullable=False),
    sa.Column('asked_on', sa.Date(), nullable=True),
    sa.Column('escalated_at', base.Instant(), nullable=True),
    sa.Column('escalated_to', base.Id, nullable=True),
    sa.Column('task_id', base.Id, nullable=True),
    sa.CheckConstraint("(state = 'resolved') = (resolved_at IS NOT NULL)", name=op.f('ck_blockers_resolved')),
    sa.CheckConstraint("state IN ('open', 'resolved')", name=op.f('ck_blockers_state')),
    sa.CheckConstraint('(escalated_to IS NULL) = (escalated_at IS NULL)', name=op.f('ck_blockers_escalated')),
    sa.CheckConstraint('number > 0', name=op.f('ck_blockers_number')),
    sa.ForeignKeyConstraint(['escalated_to'], ['people.id'], name=op.f('fk_blockers_escalated_to_people')),
    sa.ForeignKeyConstraint(['occurrence_id'], ['standup_occurrences.id'], name=op.f('fk_blockers_occurrence_id_standup_occurrences')),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_blockers_organization_id_organizations')),
    sa.ForeignKeyConstraint(['reporter_id'], ['people.id'], name=op.f('fk_blockers_reporter_id_people')),
    sa.ForeignKeyConstraint(['resolved_by'], ['people.id'], name=op.f('fk_blockers_resolved_by_people')),
    sa.ForeignKeyConstraint(['standup_id'], ['standups.id'], name=op.f('fk_blockers_standup_id_standups')),
    sa.ForeignKeyConstraint(['task_id'], ['tasks.id'], name=op.f('fk_blockers_task_id_tasks')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_blockers')),
    sa.UniqueConstraint('organization_id', 'number', name=op.f('uq_blockers_organization_id_number'))
    )
    with op.batch_alter_table('blockers', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_blockers_organization_id_state'), ['organization_id', 'state'], unique=False)
        batch_op.create_index(batch_op.f('ix_blockers_reporter_id_state'), ['reporter_id', 'state'], unique=False)
        batch_op.create_index(batch_op.f('ix_blockers_standup_id_state'), ['standup_id', 'state'], unique=False)
        batch_op.create_index('uq_blockers_task', ['task_id'], unique=True, sqlite_where=sa.text('task_id IS NOT NULL'), postgresql_where=sa.text('task_id IS NOT NULL'))

    op.create_table('standup_sealed_answers',
    sa.Column('id', base.Id, autoincrement=False, nullable=False),
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('occurrence_id', base.Id, nullable=False),
    sa.Column('question', sa.Integer(), nullable=False),
    sa.Column('text', base.Text(), nullable=False),
    sa.ForeignKeyConstraint(['occurrence_id'], ['standup_occurrences.id'], name=op.f('fk_standup_sealed_answers_occurrence_id_standup_occurrences')),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_standup_sealed_answers_organization_id_organizations')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_standup_sealed_answers'))
    )
    with op.batch_alter_table('standup_sealed_answers', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_standup_sealed_answers_occurrence_id'), ['occurrence_id'], unique=False)

    op.create_table('blocker_tags',
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('blocker_id', base.Id, nullable=False),
    sa.Column('person_id', base.Id, nullable=False),
    sa.Column('tagged_at', base.Instant(), nullable=False),
    sa.Column('acknowledged_at', base.Instant(), nullable=True),
    sa.Column('nudged_on', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['blocker_id'], ['blockers.id'], name=op.f('fk_blocker_tags_blocker_id_blockers')),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_blocker_tags_organization_id_organizations')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_blocker_tags_person_id_people')),
    sa.PrimaryKeyConstraint('blocker_id', 'person_id', name=op.f('pk_blocker_tags'))
    )
    with op.batch_alter_table('blocker_tags', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_blocker_tags_person_id'), ['person_id'], unique=False)

    op.create_table('blocker_updates',
    sa.Column('id', base.Id, nullable=False),
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('blocker_id', base.Id, nullable=False),
    sa.Column('person_id', base.Id, nullable=True),
    sa.Column('kind', base.Text(), nullable=False),
    sa.Column('text', base.Text(), nullable=False),
    sa.Column('at', base.Instant(), nullable=False),
    sa.CheckConstraint("kind IN ('opened', 'tagged', 'acknowledged', 'said', 'escalated', 'task', 'resolved', 'reopened')", name=op.f('ck_blocker_updates_kind')),
    sa.ForeignKeyConstraint(['blocker_id'], ['blockers.id'], name=op.f('fk_blocker_updates_blocker_id_blockers')),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_blocker_updates_organization_id_organizations')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_blocker_updates_person_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_blocker_updates'))
    )
    with op.batch_alter_table('blocker_updates', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_blocker_updates_blocker_id_id'), ['blocker_id', 'id'], unique=False)

    op.create_table('delivery_attempts',
    sa.Column('id', base.Id, nullable=False),
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('delivery_id', base.Id, nullable=False),
    sa.Column('at', base.Instant(), nullable=False),
    sa.Column('platform', base.Text(), nullable=False),
    sa.Column('tenant', base.Text(), nullable=False),
    sa.Column('direct', sa.Boolean(), nullable=False),
    sa.Column('outcome', base.Text(), nullable=False),
    sa.Column('error', base.Text(), nullable=False),
    sa.CheckConstraint("outcome IN ('sent', 'found', 'absent', 'rerouted', 'rate_limited', 'unreachable', 'in_doubt', 'failed')", name=op.f('ck_delivery_attempts_outcome')),
    sa.ForeignKeyConstraint(['delivery_id'], ['deliveries.id'], name=op.f('fk_delivery_attempts_delivery_id_deliveries')),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_delivery_attempts_organization_id_organizations')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_delivery_attempts'))
    )
    with op.batch_alter_table('delivery_attempts', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_delivery_attempts_delivery_id_id'), ['delivery_id', 'id'], unique=False)

    with op.batch_alter_table('absences', schema=None) as batch_op:
        batch_op.add_column(sa.Column('kind', base.Text(), nullable=False, server_default=sa.text("'other'")))
        batch_op.add_column(sa.Column('by_id', base.Id, nullable=True))
        batch_op.add_column(sa.Column('standup_id', base.Id, nullable=True))
        batch_op.create_foreign_key(batch_op.f('fk_absences_standup_id_standups'), 'standups', ['standup_id'], ['id'])
        batch_op.create_foreign_key(batch_op.f('fk_absences_by_id_people'), 'people', ['by_id'], ['id'])

    with op.batch_alter_table('accounts', schema=None) as batch_op:
        batch_op.add_column(sa.Column('usual', sa.Boolean(), nullable=False, server_default=sa.false()))

    with op.batch_alter_table('standup_participants', schema=None) as batch_op:
        batch_op.add_column(sa.Column('optional', sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.add_column(sa.Column('followed_at', base.Instant(), nullable=True))
        batch_op.add_column(sa.Column('sealed', sa.Boolean(), nullable=False, server_default=sa.false()))

    with op.batch_alter_table('standups', schema=None) as batch_op:
        batch_op.add_column(sa.Column('eve', sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.add_column(sa.Column('closes_next', sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.add_column(sa.Column('country', base.Text(), nullable=True))
        batch_op.add_column(sa.Column('pool', base.Json(), nullable=False, server_default=sa.text("'[]'")))
        batch_op.add_column(sa.Column('pool_turn', sa.Integer(), nullable=False, server_default=sa.text('0')))
        batch_op.add_column(sa.Column('paused_until', sa.Date(), nullable=True))
        batch_op.add_column(sa.Column('remind_after', sa.Integer(), nullable=False, server_default=sa.text('0')))
        batch_op.add_column(sa.Column('missing', base.Text(), nullable=False, server_default=sa.text("'names'")))
        batch_op.add_column(sa.Column('readers', base.Text(), nullable=False, server_default=sa.text("'all'")))
        batch_op.add_column(sa.Column('away_news', base.Text(), nullable=False, server_default=sa.text("'none'")))
        batch_op.add_column(sa.Column('escalate_to', base.Id, nullable=True))
        batch_op.add_column(sa.Column('alarm_place', base.Place(), nullable=True))
        batch_op.add_column(sa.Column('alarm_task', sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.create_foreign_key(batch_op.f('fk_standups_escalate_to_people'), 'people', ['escalate_to'], ['id'])

    op.execute(
        "UPDATE accounts SET usual = true WHERE workspace_id IN "
        "(SELECT id FROM workspaces WHERE platform = 'dingtalk')"
    )

    with op.batch_alter_table('standup_people', schema=None) as batch_op:
        batch_op.drop_constraint(op.f('ck_standup_people_part'), type_='check')
        batch_op.create_check_constraint(op.f('ck_standup_people_part'), "part IN ('asked', 'observer', 'optional', 'admin', 'left')")

    with op.batch_alter_table('absences', schema=None) as batch_op:
        batch_op.create_check_constraint(op.f('ck_absences_kind'), "kind IN ('other', 'vacation', 'sick', 'travel', 'family', 'training', 'team')")
        batch_op.alter_column('kind', server_default=None)

    with op.batch_alter_table('accounts', schema=None) as batch_op:
        batch_op.alter_column('usual', server_default=None)

    with op.batch_alter_table('standup_participants', schema=None) as batch_op:
        batch_op.alter_column('optional', server_default=None)
        batch_op.alter_column('sealed', server_default=None)

    with op.batch_alter_table('standups', schema=None) as batch_op:
        batch_op.create_check_constraint(op.f('ck_standups_remind_after'), "remind_after BETWEEN 0 AND 1440")
        batch_op.create_check_constraint(op.f('ck_standups_missing'), "missing IN ('mention', 'names', 'count', 'off')")
        batch_op.create_check_constraint(op.f('ck_standups_readers'), "readers IN ('all', 'members', 'managers', 'admins')")
        batch_op.create_check_constraint(op.f('ck_standups_away_news'), "away_news IN ('none', 'long', 'all')")
        batch_op.create_check_constraint(op.f('ck_standups_pool_turn'), "pool_turn >= 0")
        batch_op.create_check_constraint(op.f('ck_standups_paused_until'), "paused_until IS NULL OR state = 'paused'")
        batch_op.alter_column('eve', server_default=None)
        batch_op.alter_column('closes_next', server_default=None)
        batch_op.alter_column('pool', server_default=None)
        batch_op.alter_column('pool_turn', server_default=None)
        batch_op.alter_column('remind_after', server_default=None)
        batch_op.alter_column('missing', server_default=None)
        batch_op.alter_column('readers', server_default=None)
        batch_op.alter_column('away_news', server_default=None)
        batch_op.alter_column('alarm_task', server_default=None)


def downgrade() -> None:
    raise NotImplementedError("go back by restoring a backup")
