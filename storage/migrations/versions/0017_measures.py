"""measures"""

import sqlalchemy as sa
from alembic import op
from storage.tables import base

revision = '0017'
down_revision = '0016'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('feedback_doors', sa.Column('brings', base.Text(), server_default='feedback', nullable=False))
    op.create_table('measures',
    sa.Column('id', base.Id, nullable=False),
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('name', base.Text(), nullable=False),
    sa.Column('unit', base.Text(), nullable=False),
    sa.Column('currency', base.Text(), server_default='', nullable=False),
    sa.Column('direction', base.Text(), nullable=True),
    sa.Column('low', sa.Text(), nullable=True),
    sa.Column('high', sa.Text(), nullable=True),
    sa.Column('owner_id', base.Id, nullable=False),
    sa.Column('department', base.Text(), nullable=True),
    sa.Column('role', base.Text(), server_default='', nullable=False),
    sa.Column('area_id', base.Id, nullable=True),
    sa.Column('cadence', base.Text(), nullable=False),
    sa.Column('weekday', sa.Integer(), server_default='0', nullable=False),
    sa.Column('key', base.Text(), server_default='', nullable=False),
    sa.Column('formula', base.Text(), server_default='', nullable=False),
    sa.Column('numerator', base.Text(), server_default='', nullable=False),
    sa.Column('denominator', base.Text(), server_default='', nullable=False),
    sa.Column('source', base.Text(), server_default='', nullable=False),
    sa.Column('basis', base.Text(), server_default='', nullable=False),
    sa.Column('zone', base.Text(), nullable=False),
    sa.Column('private', sa.Boolean(), nullable=False),
    sa.Column('made_at', base.Instant(), nullable=False),
    sa.Column('retired_at', base.Instant(), nullable=True),
    sa.CheckConstraint("(unit = 'money') = (currency <> '')", name=op.f('ck_measures_currency')),
    sa.CheckConstraint("cadence IN ('daily', 'weekly', 'monthly', 'quarterly')", name=op.f('ck_measures_cadence')),
    sa.CheckConstraint("direction IN ('up', 'down', 'band')", name=op.f('ck_measures_direction')),
    sa.CheckConstraint('direction IS NOT NULL OR (low IS NULL AND high IS NULL)', name=op.f('ck_measures_target')),
    sa.CheckConstraint("name <> ''", name=op.f('ck_measures_name')),
    sa.CheckConstraint("unit IN ('count', 'percent', 'money', 'days', 'hours', 'minutes', 'score')", name=op.f('ck_measures_unit')),
    sa.CheckConstraint('weekday BETWEEN 0 AND 6', name=op.f('ck_measures_weekday')),
    sa.ForeignKeyConstraint(['area_id'], ['areas.id'], name=op.f('fk_measures_area_id_areas')),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_measures_organization_id_organizations')),
    sa.ForeignKeyConstraint(['owner_id'], ['people.id'], name=op.f('fk_measures_owner_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_measures'))
    )
    op.create_index(op.f('ix_measures_area_id'), 'measures', ['area_id'])
    op.create_index(op.f('ix_measures_organization_id'), 'measures', ['organization_id'])
    op.create_index(op.f('ix_measures_owner_id'), 'measures', ['owner_id'])
    op.create_table('measure_imports',
    sa.Column('id', base.Id, nullable=False),
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('person_id', base.Id, nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('text', base.Text(), nullable=False),
    sa.Column('at', base.Instant(), nullable=False),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_measure_imports_organization_id_organizations')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_measure_imports_person_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_measure_imports')),
    sa.UniqueConstraint('organization_id', 'person_id', name=op.f('uq_measure_imports_organization_id_person_id'))
    )
    op.create_table('measure_deputies',
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('measure_id', base.Id, nullable=False),
    sa.Column('person_id', base.Id, nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['measure_id'], ['measures.id'], name=op.f('fk_measure_deputies_measure_id_measures')),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_measure_deputies_organization_id_organizations')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_measure_deputies_person_id_people')),
    sa.PrimaryKeyConstraint('measure_id', 'person_id', name=op.f('pk_measure_deputies'))
    )
    op.create_index(op.f('ix_measure_deputies_person_id'), 'measure_deputies', ['person_id'])
    op.create_table('measure_names',
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('measure_id', base.Id, nullable=False),
    sa.Column('name', base.Text(), nullable=False),
    sa.Column('folded', base.Text(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['measure_id'], ['measures.id'], name=op.f('fk_measure_names_measure_id_measures')),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_measure_names_organization_id_organizations')),
    sa.PrimaryKeyConstraint('organization_id', 'folded', name=op.f('pk_measure_names'))
    )
    op.create_index(op.f('ix_measure_names_measure_id'), 'measure_names', ['measure_id'])
    op.create_table('measure_values',
    sa.Column('id', base.Id, nullable=False),
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('measure_id', base.Id, nullable=False),
    sa.Column('first', sa.Date(), nullable=False),
    sa.Column('value', sa.Text(), nullable=True),
    sa.Column('numerator', sa.Text(), nullable=True),
    sa.Column('denominator', sa.Text(), nullable=True),
    sa.Column('confidence', base.Text(), nullable=True),
    sa.Column('note', base.Text(), server_default='', nullable=False),
    sa.Column('person_id', base.Id, nullable=True),
    sa.Column('origin', base.Text(), nullable=False),
    sa.Column('external', base.Text(), server_default='', nullable=False),
    sa.Column('at', base.Instant(), nullable=False),
    sa.Column('replaced_at', base.Instant(), nullable=True),
    sa.CheckConstraint("confidence IN ('green', 'yellow', 'red')", name=op.f('ck_measure_values_confidence')),
    sa.CheckConstraint("origin IN ('person', 'import', 'door')", name=op.f('ck_measure_values_origin')),
    sa.ForeignKeyConstraint(['measure_id'], ['measures.id'], name=op.f('fk_measure_values_measure_id_measures')),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_measure_values_organization_id_organizations')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_measure_values_person_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_measure_values'))
    )
    op.create_index(op.f('ix_measure_values_measure_id_first'), 'measure_values', ['measure_id', 'first'])
    op.create_index(op.f('ix_measure_values_person_id'), 'measure_values', ['person_id'])
    op.create_index('uq_measure_values_external', 'measure_values', ['organization_id', 'external', 'measure_id', 'first'], unique=True, sqlite_where=sa.text("external <> ''"), postgresql_where=sa.text("external <> ''"))
    op.create_index('uq_measure_values_standing', 'measure_values', ['measure_id', 'first'], unique=True, sqlite_where=sa.text('replaced_at IS NULL'), postgresql_where=sa.text('replaced_at IS NULL'))


def downgrade() -> None:
    raise NotImplementedError("go back by restoring a backup")
