"""Reviews of two persons who are one: one a round, and nobody writes their own."""

from typing import Any

from sqlalchemy import Column, ColumnElement, and_, delete, select, update

from bot.model.review import State
from storage.merging.people import Merge, move
from storage.tables.reviews import review_log, review_words
from storage.tables.reviews import reviews as table

SENT = (State.SENT.value, State.ACKNOWLEDGED.value)


async def about(merge: Merge, column: Column[Any]) -> None:
    """Where both have one in a round, what was sent stays, else that of who stays."""
    other = table.alias()
    twin = select(other.c.id).where(
        merge.ours(other), other.c.round_id == table.c.round_id
    )
    kept_unsent = and_(
        table.c.person_id == merge.kept,
        table.c.state.not_in(SENT),
        twin.where(other.c.person_id == merge.lost, other.c.state.in_(SENT)).exists(),
    )
    await _erase(merge, kept_unsent)
    lost_second = and_(
        table.c.person_id == merge.lost,
        twin.where(other.c.person_id == merge.kept).exists(),
    )
    await _erase(merge, lost_second)
    await _drop_own(merge)
    await move(merge, column)


async def by(merge: Merge, column: Column[Any]) -> None:
    """What somebody wrote about who they turned out to be is no review."""
    await _drop_own(merge)
    await move(merge, column)


async def _drop_own(merge: Merge) -> None:
    both = (merge.kept, merge.lost)
    own = and_(table.c.person_id.in_(both), table.c.reviewer_id.in_(both))
    dropped = {
        "state": State.DROPPED.value,
        "reviewer_id": None,
        "acknowledged_at": None,
    }
    await merge.run(update(table).where(merge.ours(table), own).values(dropped))


async def _erase(merge: Merge, which: ColumnElement[bool]) -> None:
    ids = list(
        (await merge.run(select(table.c.id).where(merge.ours(table), which))).scalars()
    )
    for of in (review_words, review_log):
        await merge.run(delete(of).where(merge.ours(of), of.c.review_id.in_(ids)))
    await merge.run(delete(table).where(merge.ours(table), table.c.id.in_(ids)))
