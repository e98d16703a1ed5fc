"""alike"""

import sqlalchemy as sa
from alembic import op
from storage.tables import base

revision = '0010'
down_revision = '0009'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('feedback_grams',
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('gram', sa.Integer(), nullable=False),
    sa.Column('feedback_id', base.Id, nullable=False),
    sa.ForeignKeyConstraint(['feedback_id'], ['feedback.id'], name=op.f('fk_feedback_grams_feedback_id_feedback')),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_feedback_grams_organization_id_organizations')),
    sa.PrimaryKeyConstraint('organization_id', 'gram', 'feedback_id', name=op.f('pk_feedback_grams')),
    sqlite_with_rowid=False
    )
    op.create_table('feedback_gram_counts',
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('gram', sa.Integer(), nullable=False),
    sa.Column('count', sa.Integer(), nullable=False),
    sa.CheckConstraint('count > 0', name=op.f('ck_feedback_gram_counts_count')),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_feedback_gram_counts_organization_id_organizations')),
    sa.PrimaryKeyConstraint('organization_id', 'gram', name=op.f('pk_feedback_gram_counts')),
    sqlite_with_rowid=False
    )
    op.create_table('feedback_likely',
    sa.Column('organization_id', base.Id, nullable=False),
    sa.Column('feedback_id', base.Id, nullable=False),
    sa.Column('like_id', base.Id, nullable=False),
    sa.CheckConstraint('feedback_id <> like_id', name=op.f('ck_feedback_likely_other')),
    sa.ForeignKeyConstraint(['feedback_id'], ['feedback.id'], name=op.f('fk_feedback_likely_feedback_id_feedback')),
    sa.ForeignKeyConstraint(['like_id'], ['feedback.id'], name=op.f('fk_feedback_likely_like_id_feedback')),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_feedback_likely_organization_id_organizations')),
    sa.PrimaryKeyConstraint('feedback_id', name=op.f('pk_feedback_likely'))
    )
    op.create_index(op.f('ix_feedback_likely_like_id'), 'feedback_likely', ['like_id'])


def downgrade() -> None:
    raise NotImplementedError("go back by restoring a backup")
