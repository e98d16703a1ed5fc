"""Events of the inbox, and answers to them, that this process has in hand.

It says so again and again, and takes up those that nobody says so of any more: whose
process died, or could not write down that they were done.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.clock import Steady
from bot.model.delivery import SETTLED
from bot.ports import Store
from bot.ports.custody import LEFT, Left
from bot.ports.owed import Owed

Key = tuple[str, str, str, bool]
OURS = (LEFT - SETTLED).total_seconds()


@dataclass(slots=True)
class Held:
    """What is in hand, and the second, of those that nobody sets, at which the inbox
    last heard so. It has `lapsed` once that was too long ago: from then on somebody
    else may have it in hand, too, whatever we say.
    """

    left: Left
    said: float
    lapsed: bool = False

    def heard(self, steady: float) -> None:
        """It is said again."""
        self.lapsed = self.lapsed or steady - self.said >= OURS
        self.said = steady


class Custody:
    """Begins the work on events that were left behind, once for each."""

    def __init__(
        self, store: Store, steady: Steady, begin: Callable[[Left], None]
    ) -> None:
        self._store = store
        self._steady = steady
        self._begin = begin
        self._in_hand: dict[Key, Held] = {}

    def hold(self, event: Left) -> None:
        """It was claimed, and is worked on from now on. The answer to an event that is
        in hand was last heard of as that was.
        """
        held = Held(event, self._steady())
        worked = isinstance(event, Owed) and self._in_hand.get(_key(event.event))
        if worked:
            held = replace(worked, left=event)
        self._in_hand[_key(event)] = held

    def is_ours(self, event: Left) -> bool:
        """Whether nobody else can have taken it up since it was held: not after this
        process stood still for long.
        """
        held = self._in_hand.get(_key(event))
        if held is None or held.left is not event or held.lapsed:
            return False
        return self._steady() - held.said < OURS

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
            await db.custody.hand_back([held.left for held in self._in_hand.values()])
            await db.commit()

    async def _take_up(self, *, all_left: bool) -> None:
        held, steady = tuple(self._in_hand.values()), self._steady()
        mine = [each.left for each in held]
        async with self._store() as db:
            await db.custody.renew(mine)
            left = await db.custody.take_up(mine, all_left=all_left)
            await db.commit()
        for each in held:
            each.heard(steady)
        for event in left:
            self._begin(event)


def _key(event: Left) -> Key:
    return event.who.platform, event.who.tenant, event.id, isinstance(event, Owed)
