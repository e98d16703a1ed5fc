"""one team"""

import sqlalchemy as sa
from alembic import op
from storage.tables import base

revision = '0002'
down_revision = '0001'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('budgets',
    sa.Column('id', base.Id, nullable=False),
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('platform', base.Text(), nullable=False),
    sa.Column('tenant', base.Text(), nullable=False),
    sa.Column('calls', sa.Integer(), nullable=False),
    sa.Column('pushes', sa.Integer(), nullable=False),
    sa.Column('mode', base.Text(), nullable=False),
    sa.Column('since', base.Instant(), nullable=True),
    sa.Column('dry', base.Text(), nullable=False),
    sa.CheckConstraint("mode IN ('auto', 'on', 'off')", name=op.f('ck_budgets_mode')),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_budgets_organization_id_organizations')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_budgets')),
    sa.UniqueConstraint('organization_id', 'platform', 'tenant', name=op.f('uq_budgets_organization_id_platform_tenant'))
    )
    op.create_table('rooms',
    sa.Column('id', base.Id, nullable=False),
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('name', base.Text(), nullable=False),
    sa.Column('folded', base.Text(), nullable=False),
    sa.Column('threads', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_rooms_organization_id_organizations')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_rooms')),
    sa.UniqueConstraint('organization_id', 'folded', name=op.f('uq_rooms_organization_id_folded'))
    )
    op.create_table('secrets',
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('name', base.Text(), nullable=False),
    sa.Column('value', base.Text(), nullable=False),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_secrets_organization_id_organizations')),
    sa.PrimaryKeyConstraint('organization_id', 'name', name=op.f('pk_secrets'))
    )
    op.create_table('usage',
    sa.Column('id', base.Id, nullable=False),
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('platform', base.Text(), nullable=False),
    sa.Column('tenant', base.Text(), nullable=False),
    sa.Column('month', base.Text(), nullable=False),
    sa.Column('kind', base.Text(), nullable=False),
    sa.Column('count', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_usage_organization_id_organizations')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_usage')),
    sa.UniqueConstraint('organization_id', 'platform', 'tenant', 'month', 'kind', name=op.f('uq_usage_organization_id_platform_tenant_month_kind'))
    )
    op.create_table('crossings',
    sa.Column('id', base.Id, nullable=False),
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('source', base.Message(), nullable=False),
    sa.Column('person_id', base.Id, nullable=False),
    sa.Column('text', base.Text(), nullable=False),
    sa.Column('at', base.Instant(), nullable=False),
    sa.Column('gone', sa.Boolean(), nullable=False),
    sa.CheckConstraint("NOT gone OR text = ''", name=op.f('ck_crossings_gone_without_words')),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_crossings_organization_id_organizations')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_crossings_person_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_crossings')),
    sa.UniqueConstraint('organization_id', 'source', name=op.f('uq_crossings_organization_id_source'))
    )
    with op.batch_alter_table('crossings', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_crossings_organization_id_at'), ['organization_id', 'at'], unique=False)
        batch_op.create_index(batch_op.f('ix_crossings_person_id'), ['person_id'], unique=False)

    op.create_table('form_drafts',
    sa.Column('id', base.Id, nullable=False),
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('person_id', base.Id, nullable=False),
    sa.Column('action', base.Text(), nullable=False),
    sa.Column('value', base.Text(), nullable=False),
    sa.Column('values', base.Json(), nullable=False),
    sa.Column('at', base.Instant(), nullable=False),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_form_drafts_organization_id_organizations')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_form_drafts_person_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_form_drafts')),
    sa.UniqueConstraint('organization_id', 'person_id', 'action', 'value', name=op.f('uq_form_drafts_organization_id_person_id_action_value'))
    )
    with op.batch_alter_table('form_drafts', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_form_drafts_organization_id_at'), ['organization_id', 'at'], unique=False)

    op.create_table('form_links',
    sa.Column('id', base.Id, nullable=False),
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('key', base.Text(), nullable=False),
    sa.Column('person_id', base.Id, nullable=False),
    sa.Column('who', base.User(), nullable=False),
    sa.Column('action', base.Text(), nullable=False),
    sa.Column('value', base.Text(), nullable=False),
    sa.Column('place', base.Place(), nullable=True),
    sa.Column('expires', base.Instant(), nullable=False),
    sa.Column('browser', base.Text(), nullable=True),
    sa.Column('used_at', base.Instant(), nullable=True),
    sa.Column('taken', base.Json(), nullable=True),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_form_links_organization_id_organizations')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_form_links_person_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_form_links')),
    sa.UniqueConstraint('organization_id', 'key', name=op.f('uq_form_links_organization_id_key'))
    )
    with op.batch_alter_table('form_links', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_form_links_organization_id_expires'), ['organization_id', 'expires'], unique=False)
        batch_op.create_index(batch_op.f('ix_form_links_person_id'), ['person_id'], unique=False)

    op.create_table('link_tries',
    sa.Column('id', base.Id, nullable=False),
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('person_id', base.Id, nullable=False),
    sa.Column('at', base.Instant(), nullable=False),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_link_tries_organization_id_organizations')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_link_tries_person_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_link_tries'))
    )
    with op.batch_alter_table('link_tries', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_link_tries_person_id_at'), ['person_id', 'at'], unique=False)

    op.create_table('person_platforms',
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('person_id', base.Id, nullable=False),
    sa.Column('kind', base.Text(), nullable=False),
    sa.Column('platform', base.Text(), nullable=False),
    sa.CheckConstraint("kind IN ('any', 'task', 'standup')", name=op.f('ck_person_platforms_kind')),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_person_platforms_organization_id_organizations')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_person_platforms_person_id_people')),
    sa.PrimaryKeyConstraint('person_id', 'kind', name=op.f('pk_person_platforms'))
    )
    op.create_table('place_people',
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('place', base.Place(), nullable=False),
    sa.Column('person_id', base.Id, nullable=False),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_place_people_organization_id_organizations')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_place_people_person_id_people')),
    sa.PrimaryKeyConstraint('organization_id', 'place', 'person_id', name=op.f('pk_place_people'))
    )
    with op.batch_alter_table('place_people', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_place_people_person_id'), ['person_id'], unique=False)

    op.create_table('room_places',
    sa.Column('id', base.Id, nullable=False),
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('room_id', base.Id, nullable=False),
    sa.Column('place', base.Place(), nullable=False),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_room_places_organization_id_organizations')),
    sa.ForeignKeyConstraint(['room_id'], ['rooms.id'], name=op.f('fk_room_places_room_id_rooms')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_room_places')),
    sa.UniqueConstraint('organization_id', 'place', name=op.f('uq_room_places_organization_id_place'))
    )
    with op.batch_alter_table('room_places', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_room_places_room_id'), ['room_id'], unique=False)

    op.create_table('task_batches',
    sa.Column('id', base.Id, nullable=False),
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('person_id', base.Id, nullable=False),
    sa.Column('at', base.Instant(), nullable=False),
    sa.Column('text', base.Text(), nullable=False),
    sa.Column('origin', base.Text(), nullable=False),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_task_batches_organization_id_organizations')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_task_batches_person_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_task_batches'))
    )
    with op.batch_alter_table('task_batches', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_task_batches_organization_id_at'), ['organization_id', 'at'], unique=False)

    op.create_table('leaves',
    sa.Column('id', base.Id, nullable=False),
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('account_id', base.Id, nullable=False),
    sa.Column('first', sa.Date(), nullable=False),
    sa.Column('last', sa.Date(), nullable=False),
    sa.Column('overruled', sa.Boolean(), nullable=False),
    sa.CheckConstraint('first <= last', name=op.f('ck_leaves_order')),
    sa.ForeignKeyConstraint(['account_id'], ['accounts.id'], name=op.f('fk_leaves_account_id_accounts')),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_leaves_organization_id_organizations')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_leaves')),
    sa.UniqueConstraint('account_id', 'first', name=op.f('uq_leaves_account_id_first'))
    )
    op.create_table('link_codes',
    sa.Column('id', base.Id, nullable=False),
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('person_id', base.Id, nullable=False),
    sa.Column('account_id', base.Id, nullable=False),
    sa.Column('digest', base.Text(), nullable=False),
    sa.Column('expires_at', base.Instant(), nullable=False),
    sa.Column('used_at', base.Instant(), nullable=True),
    sa.ForeignKeyConstraint(['account_id'], ['accounts.id'], name=op.f('fk_link_codes_account_id_accounts')),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_link_codes_organization_id_organizations')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_link_codes_person_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_link_codes')),
    sa.UniqueConstraint('organization_id', 'digest', name=op.f('uq_link_codes_organization_id_digest'))
    )
    with op.batch_alter_table('link_codes', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_link_codes_account_id'), ['account_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_link_codes_person_id'), ['person_id'], unique=False)

    op.create_table('separate_accounts',
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('account_id', base.Id, nullable=False),
    sa.Column('other_id', base.Id, nullable=False),
    sa.CheckConstraint('account_id < other_id', name=op.f('ck_separate_accounts_order')),
    sa.ForeignKeyConstraint(['account_id'], ['accounts.id'], name=op.f('fk_separate_accounts_account_id_accounts')),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_separate_accounts_organization_id_organizations')),
    sa.ForeignKeyConstraint(['other_id'], ['accounts.id'], name=op.f('fk_separate_accounts_other_id_accounts')),
    sa.PrimaryKeyConstraint('account_id', 'other_id', name=op.f('pk_separate_accounts'))
    )
    with op.batch_alter_table('separate_accounts', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_separate_accounts_other_id'), ['other_id'], unique=False)

    op.create_table('task_files',
    sa.Column('id', base.Id, nullable=False),
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('task_id', base.Id, nullable=False),
    sa.Column('name', base.Text(), nullable=False),
    sa.Column('url', base.Text(), nullable=False),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_task_files_organization_id_organizations')),
    sa.ForeignKeyConstraint(['task_id'], ['tasks.id'], name=op.f('fk_task_files_task_id_tasks')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_task_files'))
    )
    with op.batch_alter_table('task_files', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_task_files_task_id'), ['task_id'], unique=False)

    op.create_table('todo_mirrors',
    sa.Column('id', base.Id, nullable=False),
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('task_id', base.Id, nullable=False),
    sa.Column('account_id', base.Id, nullable=False),
    sa.Column('key', base.Text(), nullable=False),
    sa.Column('todo_id', base.Text(), nullable=False),
    sa.Column('shown', base.Text(), nullable=False),
    sa.Column('state', base.Text(), nullable=False),
    sa.Column('looked_at', base.Instant(), nullable=True),
    sa.CheckConstraint("state IN ('open', 'done', 'removed', 'left')", name=op.f('ck_todo_mirrors_state')),
    sa.ForeignKeyConstraint(['account_id'], ['accounts.id'], name=op.f('fk_todo_mirrors_account_id_accounts')),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_todo_mirrors_organization_id_organizations')),
    sa.ForeignKeyConstraint(['task_id'], ['tasks.id'], name=op.f('fk_todo_mirrors_task_id_tasks')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_todo_mirrors')),
    sa.UniqueConstraint('key', name=op.f('uq_todo_mirrors_key'))
    )
    with op.batch_alter_table('todo_mirrors', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_todo_mirrors_account_id_state'), ['account_id', 'state'], unique=False)
        batch_op.create_index(batch_op.f('ix_todo_mirrors_task_id'), ['task_id'], unique=False)
        batch_op.create_index('uq_todo_mirrors_there', ['task_id', 'account_id'], unique=True, sqlite_where=sa.text("state <> 'removed'"), postgresql_where=sa.text("state <> 'removed'"))

    with op.batch_alter_table('absences', schema=None) as batch_op:
        batch_op.add_column(sa.Column('leave_id', base.Id, nullable=True))
        batch_op.create_unique_constraint(batch_op.f('uq_absences_leave_id'), ['leave_id'])
        batch_op.create_foreign_key(batch_op.f('fk_absences_leave_id_leaves'), 'leaves', ['leave_id'], ['id'])

    with op.batch_alter_table('accounts', schema=None) as batch_op:
        batch_op.add_column(sa.Column('name', base.Text(), nullable=False, server_default=sa.text("''")))
        batch_op.add_column(sa.Column('email', base.Text(), nullable=True))
        batch_op.add_column(sa.Column('address', base.Text(), nullable=True))
        batch_op.add_column(sa.Column('staff_id', base.Text(), nullable=True))
        batch_op.add_column(sa.Column('zone', base.Text(), nullable=True))
        batch_op.add_column(sa.Column('language', base.Text(), nullable=True))
        batch_op.add_column(sa.Column('role', base.Text(), nullable=False, server_default=sa.text("'member'")))
        batch_op.add_column(sa.Column('manager', base.User(), nullable=True))
        batch_op.add_column(sa.Column('main', sa.Boolean(), nullable=False, server_default=sa.true()))
        batch_op.add_column(sa.Column('last_seen', base.Instant(), nullable=True))
        batch_op.create_index(batch_op.f('ix_accounts_organization_id_address'), ['organization_id', 'address'], unique=False)
        batch_op.create_index(batch_op.f('ix_accounts_organization_id_manager'), ['organization_id', 'manager'], unique=False)
        batch_op.create_index(batch_op.f('ix_accounts_organization_id_staff_id'), ['organization_id', 'staff_id'], unique=False)
        batch_op.create_unique_constraint(batch_op.f('uq_accounts_workspace_id_person_id'), ['workspace_id', 'person_id'])

    with op.batch_alter_table('deliveries', schema=None) as batch_op:
        batch_op.add_column(sa.Column('origin', base.Text(), nullable=True))
        batch_op.add_column(sa.Column('hold', base.Text(), nullable=True))
        batch_op.create_index(batch_op.f('ix_deliveries_organization_id_message'), ['organization_id', 'message'], unique=False)
        batch_op.create_index(batch_op.f('ix_deliveries_organization_id_origin'), ['organization_id', 'origin'], unique=False)

    with op.batch_alter_table('people', schema=None) as batch_op:
        batch_op.add_column(sa.Column('forms', base.Text(), nullable=False, server_default=sa.text("'form'")))
        batch_op.add_column(sa.Column('manager_id', base.Id, nullable=True))
        batch_op.add_column(sa.Column('merged_into', base.Id, nullable=True))
        batch_op.create_index(batch_op.f('ix_people_merged_into'), ['merged_into'], unique=False)
        batch_op.create_foreign_key(batch_op.f('fk_people_merged_into_people'), 'people', ['merged_into'], ['id'])
        batch_op.create_foreign_key(batch_op.f('fk_people_manager_id_people'), 'people', ['manager_id'], ['id'])

    with op.batch_alter_table('person_departments', schema=None) as batch_op:
        batch_op.add_column(sa.Column('own', sa.Boolean(), nullable=False, server_default=sa.true()))

    with op.batch_alter_table('places', schema=None) as batch_op:
        batch_op.add_column(sa.Column('language', base.Text(), nullable=True))
        batch_op.add_column(sa.Column('zone', base.Text(), nullable=True))
        batch_op.add_column(sa.Column('listed', sa.Boolean(), nullable=False, server_default=sa.true()))

    with op.batch_alter_table('workspaces', schema=None) as batch_op:
        batch_op.add_column(sa.Column('todos', sa.Boolean(), nullable=False, server_default=sa.false()))

    op.execute(
        "UPDATE accounts SET (name, email, address, zone, language, role) = "
        "(SELECT name, email, lower(trim(email)), profile_zone, profile_language, role "
        "FROM people WHERE people.id = accounts.person_id)"
    )

    with op.batch_alter_table('accounts', schema=None) as batch_op:
        batch_op.create_check_constraint(op.f('ck_accounts_role'), "role IN ('owner', 'admin', 'member', 'guest')")
        batch_op.alter_column('name', server_default=None)
        batch_op.alter_column('role', server_default=None)
        batch_op.alter_column('main', server_default=None)

    with op.batch_alter_table('people', schema=None) as batch_op:
        batch_op.create_check_constraint(op.f('ck_people_forms'), "forms IN ('form', 'conversation', 'page')")
        batch_op.create_check_constraint(op.f('ck_people_merged'), 'merged_into IS NULL OR NOT active')
        batch_op.alter_column('forms', server_default=None)

    with op.batch_alter_table('person_departments', schema=None) as batch_op:
        batch_op.alter_column('own', server_default=None)

    with op.batch_alter_table('places', schema=None) as batch_op:
        batch_op.alter_column('listed', server_default=None)

    with op.batch_alter_table('workspaces', schema=None) as batch_op:
        batch_op.alter_column('todos', server_default=None)



def downgrade() -> None:
    raise NotImplementedError("go back by restoring a backup")
