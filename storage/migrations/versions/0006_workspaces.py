"""workspaces"""

import sqlalchemy as sa
from alembic import op
from storage.tables import base

revision = '0006'
down_revision = '0005'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('workspaces', schema=None) as batch_op:
        batch_op.add_column(sa.Column('gone_at', base.Instant(), nullable=True))
        batch_op.add_column(sa.Column('gone_why', base.Text(), nullable=True))
        batch_op.create_check_constraint(batch_op.f('ck_workspaces_gone'), '(gone_at IS NULL) = (gone_why IS NULL)')
        batch_op.create_index(batch_op.f('ix_workspaces_organization_id'), ['organization_id'], unique=False)

    with op.batch_alter_table('form_links', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_form_links_key'), ['key'], unique=False)

    op.create_table('installations',
    sa.Column('id', base.Id, nullable=False),
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('workspace_id', base.Id, nullable=False),
    sa.Column('app_id', base.Text(), nullable=False),
    sa.Column('bot_user', base.Text(), nullable=False),
    sa.Column('bot', base.Text(), nullable=False),
    sa.Column('scopes', base.Json(), nullable=False),
    sa.Column('token', base.Text(), nullable=True),
    sa.Column('refresh', base.Text(), nullable=True),
    sa.Column('expires', base.Instant(), nullable=True),
    sa.Column('renewing', base.Instant(), nullable=True),
    sa.Column('installed_at', base.Instant(), nullable=False),
    sa.CheckConstraint('refresh IS NULL OR token IS NOT NULL', name=op.f('ck_installations_tokens')),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_installations_organization_id_organizations')),
    sa.ForeignKeyConstraint(['workspace_id'], ['workspaces.id'], name=op.f('fk_installations_workspace_id_workspaces')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_installations')),
    sa.UniqueConstraint('workspace_id', name=op.f('uq_installations_workspace_id'))
    )
    with op.batch_alter_table('installations', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_installations_organization_id'), ['organization_id'], unique=False)

    op.create_table('install_links',
    sa.Column('id', base.Id, nullable=False),
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('person_id', base.Id, nullable=False),
    sa.Column('key', base.Text(), nullable=False),
    sa.Column('expires', base.Instant(), nullable=False),
    sa.Column('used_at', base.Instant(), nullable=True),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_install_links_organization_id_organizations')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_install_links_person_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_install_links')),
    sa.UniqueConstraint('key', name=op.f('uq_install_links_key'))
    )
    with op.batch_alter_table('install_links', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_install_links_organization_id_expires'), ['organization_id', 'expires'], unique=False)
        batch_op.create_index(batch_op.f('ix_install_links_person_id'), ['person_id'], unique=False)

    op.create_table('install_states',
    sa.Column('id', base.Id, nullable=False),
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('link_id', base.Id, nullable=True),
    sa.Column('key', base.Text(), nullable=False),
    sa.Column('browser', base.Text(), nullable=False),
    sa.Column('expires', base.Instant(), nullable=False),
    sa.ForeignKeyConstraint(['link_id'], ['install_links.id'], name=op.f('fk_install_states_link_id_install_links')),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_install_states_organization_id_organizations')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_install_states')),
    sa.UniqueConstraint('key', name=op.f('uq_install_states_key'))
    )
    with op.batch_alter_table('install_states', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_install_states_link_id'), ['link_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_install_states_organization_id_expires'), ['organization_id', 'expires'], unique=False)


def downgrade() -> None:
    raise NotImplementedError("go back by restoring a backup")
