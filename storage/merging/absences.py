"""Absences of two persons who are one: days away twice are away once."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Column, Row, and_, delete, or_, select, update

from storage.merging.people import Merge
from storage.tables.people import absences


async def absence(merge: Merge, column: Column[Any]) -> None:
    """Those that overlap become one, with both reasons.

    One that a platform told of stays by itself: it ends when that tells so no more.
    """
    told = update(absences).where(
        merge.theirs(column), absences.c.leave_id.is_not(None)
    )
    await merge.run(told.values(person_id=merge.kept))
    whose = and_(
        or_(column == merge.kept, column == merge.lost), absences.c.leave_id.is_(None)
    )
    wanted = (
        select(absences)
        .where(merge.ours(absences), whose)
        .order_by(absences.c.first, absences.c.id)
    )
    for group in _overlapping((await merge.run(wanted)).all()):
        first, *rest = group
        halves = {row.half for row in group}
        joined = {
            "person_id": merge.kept,
            "last": max(row.last for row in group),
            "half": halves.pop() if len(halves) == 1 else "",
            "reason": " / ".join(
                dict.fromkeys(row.reason for row in group if row.reason)
            ),
        }
        same = absences.c.id == first.id
        await merge.run(
            update(absences).where(merge.ours(absences), same).values(joined)
        )
        gone = absences.c.id.in_([row.id for row in rest])
        await merge.run(delete(absences).where(merge.ours(absences), gone))


def _overlapping(rows: Sequence[Row[Any]]) -> list[list[Row[Any]]]:
    """Rows sorted by their first day, in groups that share days."""
    groups: list[list[Row[Any]]] = []
    for row in rows:
        if groups and row.first <= max(each.last for each in groups[-1]):
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups
