"""Alembic's door: migrates over the connection that `database.upgrade` opened."""

from typing import Any, Literal

from alembic import context

from storage.tables import base, metadata


def render_item(kind: str, item: object, autogen: Any) -> str | Literal[False]:
    """Our own column types by short names, everything else as Alembic does."""
    if kind == "type" and type(item).__module__ == base.__name__:
        return f"base.{type(item).__name__}()"
    return "base.Id" if item is base.Id else False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    compare_type=True,
    render_item=render_item,
    # Both databases can undo a half-done change: the engine begins transactions.
    transactional_ddl=True,
)
context.run_migrations()
