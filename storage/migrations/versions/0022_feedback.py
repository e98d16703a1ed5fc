"""feedback"""

import sqlalchemy as sa
from alembic import op
from storage.tables import base

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Both databases name a key beside its column, and SQLite adds none otherwise.
    kind = {"sqlite": "INTEGER", "postgresql": "BIGINT"}[op.get_bind().dialect.name]
    op.execute(
        f"ALTER TABLE feedback ADD COLUMN follows_id {kind}"
        " CONSTRAINT fk_feedback_follows_id_feedback REFERENCES feedback (id)"
    )
    op.create_index(op.f("ix_feedback_follows_id"), "feedback", ["follows_id"])
    op.add_column("feedback_updates", sa.Column("external", base.Text()))
    op.create_index(
        op.f("ix_feedback_updates_organization_id_external"),
        "feedback_updates",
        ["organization_id", "external"],
        unique=True,
    )
    _scores()
    _manners()


def _scores() -> None:
    op.create_table(
        "feedback_scores",
        sa.Column("organization_id", base.Id, nullable=False),
        sa.Column("feedback_id", base.Id, nullable=False),
        sa.Column("person_id", base.Id, nullable=False),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("at", base.Instant(), nullable=False),
        sa.CheckConstraint(
            "score BETWEEN 1 AND 5", name=op.f("ck_feedback_scores_score")
        ),
        sa.ForeignKeyConstraint(
            ["feedback_id"],
            ["feedback.id"],
            name=op.f("fk_feedback_scores_feedback_id_feedback"),
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organizations.id"],
            name=op.f("fk_feedback_scores_organization_id_organizations"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["people.id"],
            name=op.f("fk_feedback_scores_person_id_people"),
        ),
        sa.PrimaryKeyConstraint(
            "organization_id",
            "feedback_id",
            "person_id",
            name=op.f("pk_feedback_scores"),
        ),
    )
    for columns in (["feedback_id"], ["person_id"], ["organization_id", "at"]):
        name = op.f(f"ix_feedback_scores_{'_'.join(columns)}")
        op.create_index(name, "feedback_scores", columns)


def _manners() -> None:
    op.create_table(
        "feedback_manners",
        sa.Column("organization_id", base.Id, nullable=False),
        sa.Column("reopens", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "reopens BETWEEN 0 AND 365", name=op.f("ck_feedback_manners_reopens")
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organizations.id"],
            name=op.f("fk_feedback_manners_organization_id_organizations"),
        ),
        sa.PrimaryKeyConstraint("organization_id", name=op.f("pk_feedback_manners")),
    )


def downgrade() -> None:
    raise NotImplementedError("go back by restoring a backup")
