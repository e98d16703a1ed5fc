"""Messages to two persons who are one: none twice, and those people see live on.

The id of a person stands in a key or a subject behind `:person:` or `:answer:`, and in
`bundle:7`; messages are looked up by it, so it changes with the person.
"""

import re
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Column, ColumnElement, Row, bindparam, or_, select, update

from bot.model.delivery import DeliveryState
from storage.merging.people import Merge
from storage.tables.deliveries import deliveries

TEXTS = ("key", "subject", "parent", "origin")
MANY = 500  # keys in one question
PENDING, EXPIRED = DeliveryState.PENDING.value, DeliveryState.EXPIRED.value


async def delivery(merge: Merge, column: Column[Any]) -> None:
    """A message that would say the same again expires; one that was said follows the
    other, whose mirror it is from now on.
    """
    rows = (await merge.run(select(deliveries).where(_named(merge, column)))).all()
    renamed = {row.id: _renamed(row, merge) for row in rows}
    taken = await _taken(merge, [texts["key"] for texts in renamed.values()])
    values = [_values(row, renamed[row.id], taken, merge) for row in rows]
    if values:
        same = deliveries.c.id == bindparam("which")
        change = update(deliveries).where(merge.ours(deliveries), same)
        await merge.connection.execute(change, values)


def _values(
    row: Row[Any], texts: dict[str, str | None], taken: set[str], merge: Merge
) -> dict[str, Any]:
    mine = row.person_id == merge.lost
    values = texts | {
        "which": row.id,
        "person_id": merge.kept if mine else row.person_id,
        "state": row.state,
    }
    if texts["key"] != row.key and texts["key"] in taken:
        waits = row.state == PENDING and not row.shown
        values |= {"key": row.key, "origin": texts["key"]}
        values |= {"state": EXPIRED} if waits else {}
    return values


def _named(merge: Merge, column: Column[Any]) -> ColumnElement[bool]:
    """Every message to who goes, and every one whose key names them."""
    id = str(merge.lost)
    texts = [deliveries.c[name] for name in TEXTS]
    named = [
        text.contains(f"{mark}{id}")
        for text in texts
        for mark in (":person:", ":answer:")
    ]
    bundles = deliveries.c.subject == f"bundle:{id}"
    return merge.ours(deliveries) & or_(column == merge.lost, bundles, *named)


def _renamed(row: Row[Any], merge: Merge) -> dict[str, str | None]:
    names = re.compile(
        rf"(?<=:person:){merge.lost}(?=[:@]|$)|(?<=:answer:){merge.lost}(?=[:@]|$)"
        rf"|(?<=^bundle:){merge.lost}$"
    )
    texts = {name: getattr(row, name) for name in TEXTS}
    return {
        name: names.sub(str(merge.kept), text) if text else text
        for name, text in texts.items()
    }


async def _taken(merge: Merge, keys: Sequence[str | None]) -> set[str]:
    """Which of these keys there are."""
    found: set[str] = set()
    for start in range(0, len(keys), MANY):
        wanted = select(deliveries.c.key).where(
            merge.ours(deliveries), deliveries.c.key.in_(keys[start : start + MANY])
        )
        found |= set((await merge.run(wanted)).scalars())
    return found
