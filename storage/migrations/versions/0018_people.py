"""people"""

import sqlalchemy as sa
from alembic import op
from storage.tables import base

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "passages",
        sa.Column("id", base.Id, nullable=False),
        sa.Column("organization_id", base.Id, nullable=False),
        sa.Column("person_id", base.Id, nullable=False),
        sa.Column("kind", base.Text(), nullable=False),
        sa.Column("at", base.Instant(), nullable=False),
        sa.Column("closed_at", base.Instant(), nullable=True),
        sa.Column("closed_by", base.Id, nullable=True),
        sa.CheckConstraint(
            "closed_by IS NULL OR closed_at IS NOT NULL",
            name=op.f("ck_passages_closed"),
        ),
        sa.CheckConstraint("kind IN ('start', 'leave')", name=op.f("ck_passages_kind")),
        sa.ForeignKeyConstraint(
            ["closed_by"], ["people.id"], name=op.f("fk_passages_closed_by_people")
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organizations.id"],
            name=op.f("fk_passages_organization_id_organizations"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_passages_person_id_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_passages")),
    )
    op.create_index(op.f("ix_passages_closed_by"), "passages", ["closed_by"])
    op.create_index(
        "uq_passages_open",
        "passages",
        ["organization_id", "person_id", "kind"],
        unique=True,
        sqlite_where=sa.text("closed_at IS NULL"),
        postgresql_where=sa.text("closed_at IS NULL"),
    )
    op.create_table(
        "award_ballots",
        sa.Column("organization_id", base.Id, nullable=False),
        sa.Column("round_id", base.Id, nullable=False),
        sa.Column("person_id", base.Id, nullable=False),
        sa.Column("value", base.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organizations.id"],
            name=op.f("fk_award_ballots_organization_id_organizations"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_award_ballots_person_id_people")
        ),
        sa.ForeignKeyConstraint(
            ["round_id"],
            ["award_rounds.id"],
            name=op.f("fk_award_ballots_round_id_award_rounds"),
        ),
        sa.PrimaryKeyConstraint("round_id", "person_id", name=op.f("pk_award_ballots")),
    )
    op.create_index(op.f("ix_award_ballots_person_id"), "award_ballots", ["person_id"])
    # They are encrypted at the next start, as everything is that is sealed. Who voted
    # stands before it, so that equal votes do not become equal secrets.
    op.execute("""
        INSERT INTO award_ballots (organization_id, round_id, person_id, value)
        SELECT organization_id, round_id, person_id,
            CAST(round_id AS TEXT) || ':' || CAST(person_id AS TEXT) || ':'
            || CAST(choice_id AS TEXT)
        FROM award_votes
    """)
    op.drop_table("award_votes")
    op.add_column(
        "kudos_rules", sa.Column("sign", base.Text(), server_default="", nullable=False)
    )


def downgrade() -> None:
    raise NotImplementedError("go back by restoring a backup")
