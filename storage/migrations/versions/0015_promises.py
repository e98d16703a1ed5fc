"""promises"""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op
from storage.tables import base

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

DIGEST = "feedback.digest"


def upgrade() -> None:
    with op.batch_alter_table("feedback_levels") as levels:
        levels.add_column(
            sa.Column("hours", base.Text(), nullable=False, server_default="work")
        )
        levels.create_check_constraint(
            op.f("ck_feedback_levels_hours"), "hours IN ('work', 'always')"
        )
    op.create_index(
        op.f("ix_feedback_voices_organization_id_said_at"),
        "feedback_voices",
        ["organization_id", "said_at"],
    )
    op.create_index(
        op.f("ix_feedback_updates_organization_id_kind"),
        "feedback_updates",
        ["organization_id", "kind"],
    )
    _plan_digests()


def _plan_digests() -> None:
    """Who chose a room for feedback before there were digests gets them, too."""
    organization = sa.column("organization_id", base.Id)
    desks = sa.table("feedback_desks", organization)
    jobs = sa.table(
        "jobs",
        sa.column("organization_id", base.Id),
        sa.column("name", base.Text),
        sa.column("subject_id", base.Id),
        sa.column("run_at", base.Instant),
        sa.column("state", base.Text),
        sa.column("attempts", sa.Integer),
        sa.column("error", base.Text),
    )
    planned = sa.exists().where(
        jobs.c.organization_id == desks.c.organization_id,
        jobs.c.name == DIGEST,
        jobs.c.state == "waiting",
    )
    now = sa.literal(datetime.now(UTC), base.Instant)
    rows = sa.select(
        desks.c.organization_id,
        sa.literal(DIGEST, base.Text),
        desks.c.organization_id,
        now,
        sa.literal("waiting", base.Text),
        sa.literal(0),
        sa.literal("", base.Text),
    ).where(~planned)
    op.execute(jobs.insert().from_select(list(jobs.c), rows))


def downgrade() -> None:
    raise NotImplementedError("go back by restoring a backup")
