"""growth"""

import sqlalchemy as sa
from alembic import op

revision = '0008'
down_revision = '0007'
branch_labels = None
depends_on = None

# Only rows that have the last of them: among all the others it looks useless.
GIVEN = (
    ('deliveries', 'organization_id', 'subject'),
    ('deliveries', 'organization_id', 'origin'),
    ('deliveries', 'organization_id', 'message'),
    ('deliveries', 'organization_id', 'tried_at'),
    ('tasks', 'organization_id', 'project_id'),
    ('tasks', 'parent_id'),
)


def upgrade() -> None:
    for table, *columns in GIVEN:
        op.drop_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table_name=table)
        given(table, *columns)
    given('tasks', 'organization_id', 'closed_at')
    is_open = sa.text('closed_at IS NULL')
    op.create_index(
        op.f('ix_tasks_open'), 'tasks', ['organization_id', 'deadline_at'],
        sqlite_where=is_open, postgresql_where=is_open,
    )


def given(table: str, *columns: str) -> None:
    has_one = sa.text(f'{columns[-1]} IS NOT NULL')
    op.create_index(
        op.f(f"ix_{table}_{'_'.join(columns)}"), table, list(columns),
        sqlite_where=has_one, postgresql_where=has_one,
    )


def downgrade() -> None:
    raise NotImplementedError("go back by restoring a backup")
