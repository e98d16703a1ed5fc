"""Ways in of two persons who are one: they are asked by one checklist."""

from typing import Any

from sqlalchemy import Column, select, update

from storage.merge import Merge, move
from storage.tables.onboardings import onboardings as table


async def journey(merge: Merge, column: Column[Any]) -> None:
    """Where both have one that runs, that of who stays goes on."""
    other = table.alias()
    both = select(other.c.id).where(
        merge.ours(other),
        other.c.person_id == merge.kept,
        other.c.kind == table.c.kind,
        other.c.ended_at.is_(None),
    )
    await merge.run(
        update(table)
        .where(merge.theirs(column), table.c.ended_at.is_(None), both.exists())
        .values(ended_at=table.c.made_at)
    )
    await move(merge, column)
