"""Ways in of two persons who are one: they are asked by one checklist."""

from typing import Any

from sqlalchemy import Column, select, update

from storage.merging.people import Merge, move
from storage.tables.onboardings import onboardings as table
from storage.tables.onboardings import passages


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


async def passage(merge: Merge, column: Column[Any]) -> None:
    """Who came twice came once: that of who stays is asked about."""
    other = passages.alias()
    both = select(other.c.id).where(
        merge.ours(other),
        other.c.person_id == merge.kept,
        other.c.kind == passages.c.kind,
        other.c.closed_at.is_(None),
    )
    await merge.run(
        update(passages)
        .where(merge.theirs(column), passages.c.closed_at.is_(None), both.exists())
        .values(closed_at=passages.c.at)
    )
    await move(merge, column)
