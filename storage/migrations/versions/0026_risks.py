"""risks"""

import sqlalchemy as sa
from alembic import op
from storage.tables import base

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('risks',
    sa.Column('id', base.Id, nullable=False),
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('scenario', base.Text(), nullable=False),
    sa.Column('category', base.Text(), nullable=False),
    sa.Column('owner_id', base.Id, nullable=False),
    sa.Column('reporter_id', base.Id, nullable=False),
    sa.Column('likelihood', sa.Integer(), nullable=False),
    sa.Column('impact', sa.Integer(), nullable=False),
    sa.Column('mitigation', base.Text(), server_default='', nullable=False),
    sa.Column('due', sa.Date(), nullable=True),
    sa.Column('opened_at', base.Instant(), nullable=False),
    sa.Column('private', sa.Boolean(), nullable=False),
    sa.Column('feedback_id', base.Id, nullable=True),
    sa.Column('blocker_id', base.Id, nullable=True),
    sa.Column('task_id', base.Id, nullable=True),
    sa.Column('closed_at', base.Instant(), nullable=True),
    sa.Column('closed_by', base.Id, nullable=True),
    sa.Column('evidence', base.Text(), server_default='', nullable=False),
    sa.CheckConstraint("(closed_at IS NULL) = (evidence = '')", name=op.f('ck_risks_evidence')),
    sa.CheckConstraint("category IN ('fulfilment', 'supplier', 'payment', 'it', 'legal', 'people', 'reputation', 'finance', 'other')", name=op.f('ck_risks_category')),
    sa.CheckConstraint("scenario <> ''", name=op.f('ck_risks_scenario')),
    sa.CheckConstraint('(closed_at IS NULL) = (closed_by IS NULL)', name=op.f('ck_risks_closed')),
    sa.CheckConstraint('(feedback_id IS NULL OR blocker_id IS NULL) AND (feedback_id IS NULL OR task_id IS NULL) AND (blocker_id IS NULL OR task_id IS NULL)', name=op.f('ck_risks_origin')),
    sa.CheckConstraint('impact BETWEEN 1 AND 5', name=op.f('ck_risks_impact')),
    sa.CheckConstraint('likelihood BETWEEN 1 AND 5', name=op.f('ck_risks_likelihood')),
    sa.CheckConstraint('number > 0', name=op.f('ck_risks_number')),
    sa.ForeignKeyConstraint(['blocker_id'], ['blockers.id'], name=op.f('fk_risks_blocker_id_blockers')),
    sa.ForeignKeyConstraint(['closed_by'], ['people.id'], name=op.f('fk_risks_closed_by_people')),
    sa.ForeignKeyConstraint(['feedback_id'], ['feedback.id'], name=op.f('fk_risks_feedback_id_feedback')),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_risks_organization_id_organizations')),
    sa.ForeignKeyConstraint(['owner_id'], ['people.id'], name=op.f('fk_risks_owner_id_people')),
    sa.ForeignKeyConstraint(['reporter_id'], ['people.id'], name=op.f('fk_risks_reporter_id_people')),
    sa.ForeignKeyConstraint(['task_id'], ['tasks.id'], name=op.f('fk_risks_task_id_tasks')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_risks')),
    sa.UniqueConstraint('blocker_id', name=op.f('uq_risks_blocker_id')),
    sa.UniqueConstraint('feedback_id', name=op.f('uq_risks_feedback_id')),
    sa.UniqueConstraint('organization_id', 'number', name=op.f('uq_risks_organization_id_number')),
    sa.UniqueConstraint('task_id', name=op.f('uq_risks_task_id')),
    )
    op.create_index(op.f('ix_risks_organization_id_closed_at'), 'risks', ['organization_id', 'closed_at'], unique=False)
    op.create_index(op.f('ix_risks_owner_id_closed_at'), 'risks', ['owner_id', 'closed_at'], unique=False)
    op.create_table('risk_updates',
    sa.Column('id', base.Id, nullable=False),
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('risk_id', base.Id, nullable=False),
    sa.Column('person_id', base.Id, nullable=False),
    sa.Column('kind', base.Text(), nullable=False),
    sa.Column('text', base.Text(), server_default='', nullable=False),
    sa.Column('at', base.Instant(), nullable=False),
    sa.CheckConstraint("kind IN ('opened', 'scenario', 'category', 'score', 'owner', 'mitigation', 'due', 'shared', 'reminded', 'closed', 'reopened')", name=op.f('ck_risk_updates_kind')),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_risk_updates_organization_id_organizations')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_risk_updates_person_id_people')),
    sa.ForeignKeyConstraint(['risk_id'], ['risks.id'], name=op.f('fk_risk_updates_risk_id_risks')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_risk_updates')),
    )
    op.create_index(op.f('ix_risk_updates_person_id'), 'risk_updates', ['person_id'], unique=False)
    op.create_index(op.f('ix_risk_updates_risk_id'), 'risk_updates', ['risk_id'], unique=False)


def downgrade() -> None:
    raise NotImplementedError("go back by restoring a backup")
