"""people"""

import sqlalchemy as sa
from alembic import op
from storage.tables import base

revision = '0021'
down_revision = '0020'
branch_labels = None
depends_on = None


KINDS = "kind IN ('start', 'leave', 'change')"


def upgrade() -> None:
    op.add_column("people", sa.Column("own_country", base.Text()))
    with op.batch_alter_table('passages') as passages:
        passages.add_column(sa.Column('was', base.Json(), nullable=True))
        passages.drop_constraint(op.f('ck_passages_kind'), type_='check')
        passages.create_check_constraint(op.f('ck_passages_kind'), KINDS)
    with op.batch_alter_table('onboardings') as onboardings:
        onboardings.drop_constraint(op.f('ck_onboardings_kind'), type_='check')
        onboardings.create_check_constraint(op.f('ck_onboardings_kind'), KINDS)
    op.create_table('expected_people',
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('email', base.Text(), nullable=False),
    sa.Column('name', base.Text(), nullable=False),
    sa.Column('departments', base.Json(), nullable=True),
    sa.Column('manager_id', base.Id, nullable=True),
    sa.Column('title', base.Text(), nullable=True),
    sa.Column('kind', base.Text(), nullable=True),
    sa.CheckConstraint("email <> ''", name=op.f('ck_expected_people_email')),
    sa.CheckConstraint("kind IN ('office', 'remote', 'outside')", name=op.f('ck_expected_people_kind')),
    sa.ForeignKeyConstraint(['manager_id'], ['people.id'], name=op.f('fk_expected_people_manager_id_people')),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_expected_people_organization_id_organizations')),
    sa.PrimaryKeyConstraint('organization_id', 'email', name=op.f('pk_expected_people'))
    )
    op.create_index(op.f('ix_expected_people_manager_id'), 'expected_people', ['manager_id'])


def downgrade() -> None:
    raise NotImplementedError("go back by restoring a backup")
