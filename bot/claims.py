"""Events that were told to us, kept before anybody hears "got it".

Keeping one costs a transaction, and most of it is the same for many: those that come
while others are being kept wait for each other and share the next one.
"""

import asyncio
from collections.abc import Sequence

from bot.errors import StoreAway
from bot.events import Inbound
from bot.hands import Hands
from bot.ports import Store

MOST = 64  # events of one transaction
Heard = asyncio.Future[bool]


class Claims:
    """Claims events, in the order in which they came; `hands` make room for it."""

    def __init__(self, store: Store, hands: Hands) -> None:
        self._store = store
        self._hands = hands
        self._waiting: list[tuple[Inbound, Heard]] = []
        self._keeping: asyncio.Task[None] | None = None

    async def claim(self, event: Inbound) -> bool:
        """Returns when the event is stored; False where it was seen before."""
        heard: Heard = asyncio.get_running_loop().create_future()
        self._waiting.append((event, heard))
        if self._keeping is None:
            self._keeping = asyncio.create_task(self._keep())
        return await heard

    async def _keep(self) -> None:
        """A task of its own: who goes away must not take the others with them."""
        some: Sequence[tuple[Inbound, Heard]] = ()
        try:
            while self._waiting:
                some, self._waiting = self._waiting[:MOST], self._waiting[MOST:]
                with self._hands.acknowledging(len(some)):
                    await self._store_some(some)
        finally:
            self._keeping = None
            for _, heard in (*some, *self._waiting):
                heard.cancel()  # where it was cut off in the midst

    async def _store_some(self, some: Sequence[tuple[Inbound, Heard]]) -> None:
        """One that cannot be stored fails alone; without a database all fail."""
        try:
            fresh = await self._stored([event for event, _ in some])
        except Exception as wrong:  # noqa: BLE001 - who asked hears of it
            if len(some) > 1 and not isinstance(wrong, StoreAway):
                for each in some:
                    await self._store_some([each])
                return
            for _, heard in some:
                _fail(heard, wrong)
            return
        for (_, heard), new in zip(some, fresh, strict=True):
            if not heard.done():
                heard.set_result(new)

    async def _stored(self, events: Sequence[Inbound]) -> Sequence[bool]:
        async with self._store(hurried=True) as db:
            fresh = await db.inbox.claim_all(events)
            await db.commit()
        return fresh


def _fail(heard: Heard, wrong: Exception) -> None:
    """An exception of their own for each: a traceback is not to be shared."""
    if not heard.done():
        own = StoreAway(str(wrong)) if isinstance(wrong, StoreAway) else wrong
        heard.set_exception(own)
