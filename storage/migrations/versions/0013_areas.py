"""areas"""

import sqlalchemy as sa
from alembic import op
from storage.tables import base

revision = '0013'
down_revision = '0012'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('area_rules',
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('most', sa.Integer(), nullable=False),
    sa.CheckConstraint('most > 0', name=op.f('ck_area_rules_most')),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_area_rules_organization_id_organizations')),
    sa.PrimaryKeyConstraint('organization_id', name=op.f('pk_area_rules'))
    )
    op.create_table('areas',
    sa.Column('id', base.Id, nullable=False),
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('name', base.Text(), nullable=False),
    sa.Column('owner_id', base.Id, nullable=False),
    sa.Column('department', base.Text(), nullable=True),
    sa.Column('made_at', base.Instant(), nullable=False),
    sa.Column('confirmed_at', base.Instant(), nullable=False),
    sa.Column('retired_at', base.Instant(), nullable=True),
    sa.CheckConstraint("name <> ''", name=op.f('ck_areas_name')),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_areas_organization_id_organizations')),
    sa.ForeignKeyConstraint(['owner_id'], ['people.id'], name=op.f('fk_areas_owner_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_areas'))
    )
    op.create_index(op.f('ix_areas_organization_id'), 'areas', ['organization_id'])
    op.create_index(op.f('ix_areas_owner_id'), 'areas', ['owner_id'])
    op.create_table('chosen_managers',
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('person_id', base.Id, nullable=False),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_chosen_managers_organization_id_organizations')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_chosen_managers_person_id_people')),
    sa.PrimaryKeyConstraint('person_id', name=op.f('pk_chosen_managers'))
    )
    op.create_table('department_heads',
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('department', base.Text(), nullable=False),
    sa.Column('person_id', base.Id, nullable=False),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_department_heads_organization_id_organizations')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_department_heads_person_id_people')),
    sa.PrimaryKeyConstraint('organization_id', 'department', name=op.f('pk_department_heads'))
    )
    op.create_index(op.f('ix_department_heads_person_id'), 'department_heads', ['person_id'])
    op.create_table('team_facts',
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('person_id', base.Id, nullable=False),
    sa.Column('title', base.Text(), server_default='', nullable=False),
    sa.Column('kind', base.Text(), server_default='office', nullable=False),
    sa.CheckConstraint("kind IN ('office', 'remote', 'outside')", name=op.f('ck_team_facts_kind')),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_team_facts_organization_id_organizations')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_team_facts_person_id_people')),
    sa.PrimaryKeyConstraint('person_id', name=op.f('pk_team_facts'))
    )
    op.create_table('team_imports',
    sa.Column('id', base.Id, nullable=False),
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('person_id', base.Id, nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('text', base.Text(), nullable=False),
    sa.Column('at', base.Instant(), nullable=False),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_team_imports_organization_id_organizations')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_team_imports_person_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_team_imports')),
    sa.UniqueConstraint('organization_id', 'person_id', name=op.f('uq_team_imports_organization_id_person_id'))
    )
    op.create_table('area_changes',
    sa.Column('id', base.Id, nullable=False),
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('area_id', base.Id, nullable=False),
    sa.Column('person_id', base.Id, nullable=False),
    sa.Column('step', base.Text(), nullable=False),
    sa.Column('at', base.Instant(), nullable=False),
    sa.Column('text', base.Text(), nullable=False),
    sa.CheckConstraint("step IN ('made', 'handed', 'changed', 'confirmed', 'retired')", name=op.f('ck_area_changes_step')),
    sa.ForeignKeyConstraint(['area_id'], ['areas.id'], name=op.f('fk_area_changes_area_id_areas')),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_area_changes_organization_id_organizations')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_area_changes_person_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_area_changes'))
    )
    op.create_index(op.f('ix_area_changes_area_id_at'), 'area_changes', ['area_id', 'at'])
    op.create_index(op.f('ix_area_changes_person_id'), 'area_changes', ['person_id'])
    op.create_table('area_names',
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('area_id', base.Id, nullable=False),
    sa.Column('name', base.Text(), nullable=False),
    sa.Column('folded', base.Text(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['area_id'], ['areas.id'], name=op.f('fk_area_names_area_id_areas')),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_area_names_organization_id_organizations')),
    sa.PrimaryKeyConstraint('organization_id', 'folded', name=op.f('pk_area_names'))
    )
    op.create_index(op.f('ix_area_names_area_id'), 'area_names', ['area_id'])
    op.create_table('area_people',
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('area_id', base.Id, nullable=False),
    sa.Column('person_id', base.Id, nullable=False),
    sa.Column('part', base.Text(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.CheckConstraint("part IN ('deputy', 'informed')", name=op.f('ck_area_people_part')),
    sa.ForeignKeyConstraint(['area_id'], ['areas.id'], name=op.f('fk_area_people_area_id_areas')),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_area_people_organization_id_organizations')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_area_people_person_id_people')),
    sa.PrimaryKeyConstraint('area_id', 'person_id', name=op.f('pk_area_people'))
    )
    op.create_index(op.f('ix_area_people_person_id'), 'area_people', ['person_id'])
    op.create_table('area_questions',
    sa.Column('id', base.Id, nullable=False),
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('area_id', base.Id, nullable=False),
    sa.Column('asker_id', base.Id, nullable=False),
    sa.Column('asked_id', base.Id, nullable=False),
    sa.Column('text', base.Text(), nullable=False),
    sa.Column('at', base.Instant(), nullable=False),
    sa.Column('answer', base.Text(), server_default='', nullable=False),
    sa.Column('answered_at', base.Instant(), nullable=True),
    sa.CheckConstraint("(answer <> '') = (answered_at IS NOT NULL)", name=op.f('ck_area_questions_answered')),
    sa.CheckConstraint("text <> ''", name=op.f('ck_area_questions_text')),
    sa.ForeignKeyConstraint(['area_id'], ['areas.id'], name=op.f('fk_area_questions_area_id_areas')),
    sa.ForeignKeyConstraint(['asked_id'], ['people.id'], name=op.f('fk_area_questions_asked_id_people')),
    sa.ForeignKeyConstraint(['asker_id'], ['people.id'], name=op.f('fk_area_questions_asker_id_people')),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_area_questions_organization_id_organizations')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_area_questions'))
    )
    op.create_index(op.f('ix_area_questions_area_id'), 'area_questions', ['area_id'])
    op.create_index(op.f('ix_area_questions_asked_id'), 'area_questions', ['asked_id'])
    op.create_index(op.f('ix_area_questions_asker_id'), 'area_questions', ['asker_id'])


def downgrade() -> None:
    raise NotImplementedError("go back by restoring a backup")
