"""reviews"""

import sqlalchemy as sa
from alembic import op
from storage.tables import base

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("form_drafts") as drafts:
        drafts.add_column(sa.Column("sealed", base.Text(), nullable=True))
    with op.batch_alter_table("interviews") as interviews:
        interviews.add_column(sa.Column("sealed", base.Text(), nullable=True))
    op.create_table('review_cycles',
    sa.Column('id', base.Id, nullable=False),
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('name', base.Text(), nullable=False),
    sa.Column('folded', base.Text(), nullable=False),
    sa.Column('cadence', base.Text(), nullable=False),
    sa.Column('weeks', sa.Integer(), server_default=sa.text('0'), nullable=False),
    sa.Column('due', sa.Date(), nullable=True),
    sa.Column('self_first', sa.Boolean(), server_default=sa.false(), nullable=False),
    sa.Column('made_by', base.Id, nullable=False),
    sa.Column('made_at', base.Instant(), nullable=False),
    sa.Column('stopped_at', base.Instant(), nullable=True),
    sa.CheckConstraint("(cadence = 'once') = (due IS NOT NULL)", name=op.f('ck_review_cycles_due')),
    sa.CheckConstraint("(cadence = 'weeks') = (weeks > 0)", name=op.f('ck_review_cycles_weeks')),
    sa.CheckConstraint("cadence IN ('once', 'weeks', 'monthly', 'quarterly', 'half-yearly', 'yearly')", name=op.f('ck_review_cycles_cadence')),
    sa.CheckConstraint("name <> ''", name=op.f('ck_review_cycles_name')),
    sa.ForeignKeyConstraint(['made_by'], ['people.id'], name=op.f('fk_review_cycles_made_by_people')),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_review_cycles_organization_id_organizations')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_review_cycles')),
    sa.UniqueConstraint('organization_id', 'folded', name=op.f('uq_review_cycles_organization_id_folded')),
    sqlite_autoincrement=False
    )
    op.create_index(op.f('ix_review_cycles_made_by'), 'review_cycles', ['made_by'], unique=False)
    op.create_table('review_rounds',
    sa.Column('id', base.Id, nullable=False),
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('cycle_id', base.Id, nullable=False),
    sa.Column('since', sa.Date(), nullable=False),
    sa.Column('opens', sa.Date(), nullable=False),
    sa.Column('due', sa.Date(), nullable=False),
    sa.Column('made_at', base.Instant(), nullable=False),
    sa.Column('closed_at', base.Instant(), nullable=True),
    sa.CheckConstraint('opens <= due', name=op.f('ck_review_rounds_opens')),
    sa.ForeignKeyConstraint(['cycle_id'], ['review_cycles.id'], name=op.f('fk_review_rounds_cycle_id_review_cycles')),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_review_rounds_organization_id_organizations')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_review_rounds')),
    sa.UniqueConstraint('organization_id', 'cycle_id', 'due', name=op.f('uq_review_rounds_organization_id_cycle_id_due')),
    sqlite_autoincrement=False
    )
    op.create_index(op.f('ix_review_rounds_organization_id_closed_at'), 'review_rounds', ['organization_id', 'closed_at'], unique=False)
    op.create_table('reviews',
    sa.Column('id', base.Id, nullable=False),
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('round_id', base.Id, nullable=False),
    sa.Column('person_id', base.Id, nullable=False),
    sa.Column('reviewer_id', base.Id, nullable=True),
    sa.Column('delegated', sa.Boolean(), server_default=sa.false(), nullable=False),
    sa.Column('state', base.Text(), nullable=False),
    sa.Column('asked_on', sa.Date(), nullable=True),
    sa.Column('self_asked_on', sa.Date(), nullable=True),
    sa.Column('self_sent_at', base.Instant(), nullable=True),
    sa.Column('sent_at', base.Instant(), nullable=True),
    sa.Column('told_at', base.Instant(), nullable=True),
    sa.Column('acknowledged_at', base.Instant(), nullable=True),
    sa.Column('version', sa.Integer(), server_default=sa.text('0'), nullable=False),
    sa.CheckConstraint("(state = 'acknowledged') = (acknowledged_at IS NOT NULL)", name=op.f('ck_reviews_acknowledged')),
    sa.CheckConstraint("state IN ('waiting', 'sent', 'acknowledged', 'dropped')", name=op.f('ck_reviews_state')),
    sa.CheckConstraint("state NOT IN ('sent', 'acknowledged') OR (sent_at IS NOT NULL AND reviewer_id IS NOT NULL)", name=op.f('ck_reviews_sent')),
    sa.CheckConstraint('reviewer_id <> person_id', name=op.f('ck_reviews_reviewer_id')),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_reviews_organization_id_organizations')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_reviews_person_id_people')),
    sa.ForeignKeyConstraint(['reviewer_id'], ['people.id'], name=op.f('fk_reviews_reviewer_id_people')),
    sa.ForeignKeyConstraint(['round_id'], ['review_rounds.id'], name=op.f('fk_reviews_round_id_review_rounds')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_reviews')),
    sa.UniqueConstraint('round_id', 'person_id', name=op.f('uq_reviews_round_id_person_id')),
    sqlite_autoincrement=False
    )
    op.create_index(op.f('ix_reviews_person_id'), 'reviews', ['person_id'], unique=False)
    op.create_index(op.f('ix_reviews_reviewer_id'), 'reviews', ['reviewer_id'], unique=False)
    op.create_table('review_words',
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('review_id', base.Id, nullable=False),
    sa.Column('part', base.Text(), nullable=False),
    sa.Column('by_id', base.Id, nullable=False),
    sa.Column('value', base.Text(), nullable=False),
    sa.Column('at', base.Instant(), nullable=False),
    sa.CheckConstraint("part IN ('review', 'note', 'self', 'comment', 'draft', 'self-draft')", name=op.f('ck_review_words_part')),
    sa.ForeignKeyConstraint(['by_id'], ['people.id'], name=op.f('fk_review_words_by_id_people')),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_review_words_organization_id_organizations')),
    sa.ForeignKeyConstraint(['review_id'], ['reviews.id'], name=op.f('fk_review_words_review_id_reviews')),
    sa.PrimaryKeyConstraint('review_id', 'part', name=op.f('pk_review_words'))
    )
    op.create_index(op.f('ix_review_words_by_id'), 'review_words', ['by_id'], unique=False)
    op.create_table('review_log',
    sa.Column('id', base.Id, nullable=False),
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('review_id', base.Id, nullable=False),
    sa.Column('what', base.Text(), nullable=False),
    sa.Column('person_id', base.Id, nullable=True),
    sa.Column('to_id', base.Id, nullable=True),
    sa.Column('at', base.Instant(), nullable=False),
    sa.CheckConstraint("what IN ('read', 'self-read', 'comment-read', 'self-sent', 'sent', 'changed', 'acknowledged', 'delegated', 'moved')", name=op.f('ck_review_log_what')),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_review_log_organization_id_organizations')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_review_log_person_id_people')),
    sa.ForeignKeyConstraint(['review_id'], ['reviews.id'], name=op.f('fk_review_log_review_id_reviews')),
    sa.ForeignKeyConstraint(['to_id'], ['people.id'], name=op.f('fk_review_log_to_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_review_log')),
    sqlite_autoincrement=False
    )
    op.create_index(op.f('ix_review_log_person_id'), 'review_log', ['person_id'], unique=False)
    op.create_index(op.f('ix_review_log_review_id'), 'review_log', ['review_id'], unique=False)
    op.create_index(op.f('ix_review_log_to_id'), 'review_log', ['to_id'], unique=False)
    op.create_table('review_evidence',
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('person_id', base.Id, nullable=False),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_review_evidence_organization_id_organizations')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_review_evidence_person_id_people')),
    sa.PrimaryKeyConstraint('person_id', name=op.f('pk_review_evidence'))
    )


def downgrade() -> None:
    raise NotImplementedError("go back by restoring a backup")
