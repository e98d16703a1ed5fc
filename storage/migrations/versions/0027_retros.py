"""retros"""

import sqlalchemy as sa
from alembic import op
from storage.tables import base

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('retros',
    sa.Column('id', base.Id, nullable=False),
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('place', base.Place(), nullable=False),
    sa.Column('opened_at', base.Instant(), nullable=False),
    sa.Column('opened_by', base.Id, nullable=False),
    sa.Column('people', sa.Integer(), nullable=False),
    sa.CheckConstraint('number > 0', name=op.f('ck_retros_number')),
    sa.CheckConstraint('people > 0', name=op.f('ck_retros_people')),
    sa.ForeignKeyConstraint(['opened_by'], ['people.id'], name=op.f('fk_retros_opened_by_people')),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_retros_organization_id_organizations')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_retros')),
    sa.UniqueConstraint('organization_id', 'number', name=op.f('uq_retros_organization_id_number')),
    )
    op.create_table('retro_notes',
    sa.Column('id', base.Id, nullable=False),
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('author_id', base.Id, nullable=True),
    sa.Column('place', base.Place(), nullable=False),
    sa.Column('kind', base.Text(), nullable=False),
    sa.Column('text', base.Text(), nullable=False),
    sa.Column('written_at', base.Instant(), nullable=False),
    sa.Column('permalink', base.Text(), server_default='', nullable=False),
    sa.Column('retro_id', base.Id, nullable=True),
    sa.CheckConstraint("kind IN ('good', 'bad', 'idea')", name=op.f('ck_retro_notes_kind')),
    sa.CheckConstraint("text <> ''", name=op.f('ck_retro_notes_text')),
    sa.CheckConstraint('(author_id IS NULL) = (retro_id IS NOT NULL)', name=op.f('ck_retro_notes_opened')),
    sa.CheckConstraint('number > 0', name=op.f('ck_retro_notes_number')),
    sa.ForeignKeyConstraint(['author_id'], ['people.id'], name=op.f('fk_retro_notes_author_id_people')),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_retro_notes_organization_id_organizations')),
    sa.ForeignKeyConstraint(['retro_id'], ['retros.id'], name=op.f('fk_retro_notes_retro_id_retros')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_retro_notes')),
    sa.UniqueConstraint('organization_id', 'number', name=op.f('uq_retro_notes_organization_id_number')),
    )
    op.create_index(op.f('ix_retro_notes_author_id'), 'retro_notes', ['author_id'], unique=False)
    op.create_index(op.f('ix_retro_notes_retro_id'), 'retro_notes', ['retro_id'], unique=False)
    op.create_table('retro_actions',
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('retro_id', base.Id, nullable=False),
    sa.Column('task_id', base.Id, nullable=False),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_retro_actions_organization_id_organizations')),
    sa.ForeignKeyConstraint(['retro_id'], ['retros.id'], name=op.f('fk_retro_actions_retro_id_retros')),
    sa.ForeignKeyConstraint(['task_id'], ['tasks.id'], name=op.f('fk_retro_actions_task_id_tasks')),
    sa.PrimaryKeyConstraint('organization_id', 'retro_id', 'task_id', name=op.f('pk_retro_actions')),
    )
    op.create_index(op.f('ix_retro_actions_retro_id'), 'retro_actions', ['retro_id'], unique=False)
    op.create_index(op.f('ix_retro_actions_task_id'), 'retro_actions', ['task_id'], unique=False)


def downgrade() -> None:
    raise NotImplementedError("go back by restoring a backup")
