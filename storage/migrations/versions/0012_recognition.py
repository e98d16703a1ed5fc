"""recognition"""

import sqlalchemy as sa
from alembic import op
from storage.tables import base

revision = '0012'
down_revision = '0011'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('kudos',
    sa.Column('id', base.Id, nullable=False),
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('giver_id', base.Id, nullable=False),
    sa.Column('reason', base.Text(), nullable=False),
    sa.Column('values', base.Json(), nullable=False),
    sa.Column('given_at', base.Instant(), nullable=False),
    sa.Column('place', base.Place(), nullable=True),
    sa.Column('wall', sa.Boolean(), nullable=False),
    sa.Column('permalink', base.Text(), nullable=False),
    sa.Column('taken_at', base.Instant(), nullable=True),
    sa.CheckConstraint('number > 0', name=op.f('ck_kudos_number')),
    sa.CheckConstraint("reason <> ''", name=op.f('ck_kudos_reason')),
    sa.ForeignKeyConstraint(['giver_id'], ['people.id'], name=op.f('fk_kudos_giver_id_people')),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_kudos_organization_id_organizations')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_kudos')),
    sa.UniqueConstraint('organization_id', 'number', name=op.f('uq_kudos_organization_id_number'))
    )
    op.create_index(op.f('ix_kudos_organization_id_given_at'), 'kudos', ['organization_id', 'given_at'])
    op.create_index(op.f('ix_kudos_giver_id_given_at'), 'kudos', ['giver_id', 'given_at'])
    op.create_table('kudos_receivers',
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('kudos_id', base.Id, nullable=False),
    sa.Column('person_id', base.Id, nullable=False),
    sa.ForeignKeyConstraint(['kudos_id'], ['kudos.id'], name=op.f('fk_kudos_receivers_kudos_id_kudos')),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_kudos_receivers_organization_id_organizations')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_kudos_receivers_person_id_people')),
    sa.PrimaryKeyConstraint('kudos_id', 'person_id', name=op.f('pk_kudos_receivers'))
    )
    op.create_index(op.f('ix_kudos_receivers_person_id'), 'kudos_receivers', ['person_id'])
    op.create_table('kudos_rules',
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('wall', base.Place(), nullable=True),
    sa.Column('allowance', sa.Integer(), nullable=True),
    sa.Column('ranking', sa.Boolean(), server_default=sa.false(), nullable=False),
    sa.CheckConstraint('allowance > 0', name=op.f('ck_kudos_rules_allowance')),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_kudos_rules_organization_id_organizations')),
    sa.PrimaryKeyConstraint('organization_id', name=op.f('pk_kudos_rules'))
    )
    op.create_table('kudos_values',
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('word', base.Text(), nullable=False),
    sa.Column('chinese', base.Text(), nullable=False),
    sa.Column('emoji', base.Text(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=True),
    sa.CheckConstraint("word <> '' AND chinese <> '' AND emoji <> ''", name=op.f('ck_kudos_values_words')),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_kudos_values_organization_id_organizations')),
    sa.PrimaryKeyConstraint('organization_id', 'word', name=op.f('pk_kudos_values'))
    )
    op.create_table('awards',
    sa.Column('id', base.Id, nullable=False),
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('name', base.Text(), nullable=False),
    sa.Column('cadence', base.Text(), nullable=False),
    sa.Column('made_by', base.Id, nullable=False),
    sa.CheckConstraint("cadence IN ('once', 'monthly', 'quarterly')", name=op.f('ck_awards_cadence')),
    sa.CheckConstraint("name <> ''", name=op.f('ck_awards_name')),
    sa.ForeignKeyConstraint(['made_by'], ['people.id'], name=op.f('fk_awards_made_by_people')),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_awards_organization_id_organizations')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_awards')),
    sa.UniqueConstraint('organization_id', 'name', name=op.f('uq_awards_organization_id_name'))
    )
    op.create_index(op.f('ix_awards_made_by'), 'awards', ['made_by'])
    op.create_table('award_jury',
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('award_id', base.Id, nullable=False),
    sa.Column('person_id', base.Id, nullable=False),
    sa.ForeignKeyConstraint(['award_id'], ['awards.id'], name=op.f('fk_award_jury_award_id_awards')),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_award_jury_organization_id_organizations')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_award_jury_person_id_people')),
    sa.PrimaryKeyConstraint('award_id', 'person_id', name=op.f('pk_award_jury'))
    )
    op.create_index(op.f('ix_award_jury_person_id'), 'award_jury', ['person_id'])
    op.create_table('award_rounds',
    sa.Column('id', base.Id, nullable=False),
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('award_id', base.Id, nullable=False),
    sa.Column('period', base.Text(), nullable=False),
    sa.Column('stage', base.Text(), nullable=False),
    sa.Column('opened_at', base.Instant(), nullable=False),
    sa.Column('due_at', base.Instant(), nullable=False),
    sa.Column('ended_at', base.Instant(), nullable=True),
    sa.Column('decided_by', base.Id, nullable=True),
    sa.CheckConstraint("(stage IN ('ended', 'dropped')) = (ended_at IS NOT NULL)", name=op.f('ck_award_rounds_ended')),
    sa.CheckConstraint("stage IN ('nominating', 'choosing', 'voting', 'tied', 'ended', 'dropped')", name=op.f('ck_award_rounds_stage')),
    sa.ForeignKeyConstraint(['award_id'], ['awards.id'], name=op.f('fk_award_rounds_award_id_awards')),
    sa.ForeignKeyConstraint(['decided_by'], ['people.id'], name=op.f('fk_award_rounds_decided_by_people')),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_award_rounds_organization_id_organizations')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_award_rounds')),
    sa.UniqueConstraint('award_id', 'period', name=op.f('uq_award_rounds_award_id_period'))
    )
    op.create_index(op.f('ix_award_rounds_organization_id_stage'), 'award_rounds', ['organization_id', 'stage'])
    op.create_table('award_nominations',
    sa.Column('id', base.Id, nullable=False),
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('round_id', base.Id, nullable=False),
    sa.Column('nominator_id', base.Id, nullable=False),
    sa.Column('person_id', base.Id, nullable=False),
    sa.Column('reason', base.Text(), nullable=False),
    sa.Column('at', base.Instant(), nullable=False),
    sa.CheckConstraint("reason <> ''", name=op.f('ck_award_nominations_reason')),
    sa.ForeignKeyConstraint(['nominator_id'], ['people.id'], name=op.f('fk_award_nominations_nominator_id_people')),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_award_nominations_organization_id_organizations')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_award_nominations_person_id_people')),
    sa.ForeignKeyConstraint(['round_id'], ['award_rounds.id'], name=op.f('fk_award_nominations_round_id_award_rounds')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_award_nominations')),
    sa.UniqueConstraint('round_id', 'nominator_id', 'person_id', name=op.f('uq_award_nominations_round_id_nominator_id_person_id'))
    )
    op.create_index(op.f('ix_award_nominations_nominator_id'), 'award_nominations', ['nominator_id'])
    op.create_index(op.f('ix_award_nominations_person_id'), 'award_nominations', ['person_id'])
    op.create_table('award_finalists',
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('round_id', base.Id, nullable=False),
    sa.Column('person_id', base.Id, nullable=False),
    sa.Column('votes', sa.Integer(), nullable=True),
    sa.Column('won', sa.Boolean(), server_default=sa.false(), nullable=False),
    sa.CheckConstraint('votes >= 0', name=op.f('ck_award_finalists_votes')),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_award_finalists_organization_id_organizations')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_award_finalists_person_id_people')),
    sa.ForeignKeyConstraint(['round_id'], ['award_rounds.id'], name=op.f('fk_award_finalists_round_id_award_rounds')),
    sa.PrimaryKeyConstraint('round_id', 'person_id', name=op.f('pk_award_finalists'))
    )
    op.create_index(op.f('ix_award_finalists_person_id'), 'award_finalists', ['person_id'])
    op.create_table('award_votes',
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('round_id', base.Id, nullable=False),
    sa.Column('person_id', base.Id, nullable=False),
    sa.Column('choice_id', base.Id, nullable=False),
    sa.ForeignKeyConstraint(['choice_id'], ['people.id'], name=op.f('fk_award_votes_choice_id_people')),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_award_votes_organization_id_organizations')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_award_votes_person_id_people')),
    sa.ForeignKeyConstraint(['round_id'], ['award_rounds.id'], name=op.f('fk_award_votes_round_id_award_rounds')),
    sa.PrimaryKeyConstraint('round_id', 'person_id', name=op.f('pk_award_votes'))
    )
    op.create_index(op.f('ix_award_votes_person_id'), 'award_votes', ['person_id'])
    op.create_index(op.f('ix_award_votes_choice_id'), 'award_votes', ['choice_id'])
    op.create_table('celebrations',
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('person_id', base.Id, nullable=False),
    sa.Column('birthday', base.Text(), server_default='', nullable=False),
    sa.Column('started', sa.Date(), nullable=True),
    sa.CheckConstraint("birthday <> '' OR started IS NOT NULL", name=op.f('ck_celebrations_told')),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_celebrations_organization_id_organizations')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_celebrations_person_id_people')),
    sa.PrimaryKeyConstraint('person_id', name=op.f('pk_celebrations'))
    )


def downgrade() -> None:
    raise NotImplementedError("go back by restoring a backup")
