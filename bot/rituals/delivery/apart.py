"""Messages that one replica makes ready, and the others leave to it meanwhile."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from bot.model.delivery import Delivery
from bot.ports import Store

AHEAD = 3  # times as many as one replica takes are looked at, where there are others


@asynccontextmanager
async def apart(
    store: Store, due: Sequence[Delivery], most: int
) -> AsyncIterator[Sequence[Delivery]]:
    """Those to people and places that no other replica writes to at this moment, so
    that it does not write the same beside us. That nothing goes twice is promised by
    marking it: this only saves work.
    """
    lines = list(dict.fromkeys(map(line, due)))
    async with store.apart(lines, most) as ours:
        yield [each for each in due if line(each) in ours][:most]


def line(delivery: Delivery) -> str:
    """For whom it is, or where: what has the same line is looked at in order."""
    place, person = delivery.draft.place, delivery.draft.person_id
    if place is None:
        return f"message:person:{person}"
    parts = place.platform, place.tenant, place.id, place.thread or ""
    return ":".join(("message", *parts))
