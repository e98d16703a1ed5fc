"""Events of the inbox, and answers to them, that this process has in hand.

It says so again and again, and takes up those that nobody says so of any more: whose
process died, or could not write down that they were done.
"""

from collections.abc import Callable

from bot.ports import Store
from bot.ports.custody import Left
from bot.ports.owed import Owed

Key = tuple[str, str, str, bool]


class Custody:
    """Begins the work on events that were left behind, once for each."""

    def __init__(self, store: Store, begin: Callable[[Left], None]) -> None:
        self._store = store
        self._begin = begin
        self._in_hand: dict[Key, Left] = {}

    def hold(self, event: Left) -> None:
        """It was claimed, and is worked on from now on."""
        self._in_hand[_key(event)] = event

    def let_go(self, event: Left) -> None:
        """It was worked on, or could not be: then it is taken up again after a while,
        here or elsewhere.
        """
        self._in_hand.pop(_key(event), None)

    async def recover(self) -> None:
        """At the start, takes up what was left; where nobody else can be alive, all."""
        await self._take_up(all_left=not self._store.shared)

    async def look(self) -> None:
        """Says what is in hand, and takes up what was left behind."""
        await self._take_up(all_left=False)

    async def hand_back(self) -> None:
        """At the end: lets others take up at once what was not finished here."""
        if not self._in_hand:
            return
        async with self._store() as db:
            await db.custody.hand_back(self._in_hand.values())
            await db.commit()

    async def _take_up(self, *, all_left: bool) -> None:
        mine = tuple(self._in_hand.values())
        async with self._store() as db:
            await db.custody.renew(mine)
            left = await db.custody.take_up(mine, all_left=all_left)
            await db.commit()
        for event in left:
            self._begin(event)


def _key(event: Left) -> Key:
    return event.who.platform, event.who.tenant, event.id, isinstance(event, Owed)
