"""What is due, made ready: is it too late, is there anything to say, may it be now, and
to where?
"""

import asyncio
import logging
from collections import defaultdict
from collections.abc import Sequence

from bot.errors import ChatError, StoreAway
from bot.messages import Card
from bot.model.delivery import ANSWER, Delivery
from bot.model.lane import Call
from bot.ports import Chat, Clock
from bot.rituals.delivery.address import Address
from bot.rituals.delivery.apart import line as line_of
from bot.rituals.delivery.marks import Marks
from bot.rituals.delivery.pace import Ready
from bot.rituals.delivery.quiet import Quiet
from bot.rituals.delivery.thrift import Thrift
from bot.rituals.delivery.wording import Wording
from bot.rituals.moved import Moved

log = logging.getLogger(__name__)

# Messages looked at side by side: as many as SQLite has readers. More would be no
# sooner, and who waits for an acknowledgement would wait for a step of each.
LOOKS = 4


class Preparing:
    """Writes messages and finds their way; settles or puts off what does not go now."""

    def __init__(
        self,
        clock: Clock,
        chat: Chat,
        moved: Moved,
        wording: Wording,
        address: Address,
        quiet: Quiet,
        thrift: Thrift,
        marks: Marks,
    ) -> None:
        self._clock = clock
        self._chat = chat
        self._moved = moved
        self._wording = wording
        self._address = address
        self._quiet = quiet
        self._thrift = thrift
        self._marks = marks

    async def look(
        self, due: Sequence[Delivery]
    ) -> tuple[Sequence[Ready], StoreAway | None]:
        """What could go now, of what is due. What is for one person or place is looked
        at in order. What the database was away for is left as it is.
        """
        lines: defaultdict[str, list[Delivery]] = defaultdict(list)
        for delivery in due:
            lines[line_of(delivery)].append(delivery)
        ready, gone = dict[int, Ready](), list[StoreAway]()
        gate = asyncio.Semaphore(LOOKS)

        async def look(line: Sequence[Delivery]) -> None:
            async with gate:
                try:
                    for delivery in line:
                        if found := await self._prepare(delivery):
                            ready[delivery.id] = found
                except StoreAway as away:
                    gone.append(away)

        async with asyncio.TaskGroup() as tasks:
            for line in lines.values():
                tasks.create_task(look(line))
        found = [ready[each.id] for each in due if each.id in ready]
        return found, gone[-1] if gone else None

    async def _prepare(self, delivery: Delivery) -> Ready | None:
        """The message with its text and its way; None where it does not go now."""
        if self._too_late(delivery):
            await self._marks.expire(delivery)
            return None
        if delivery.shown and delivery.message is None:
            await self._marks.say_nothing(delivery)  # said where it cannot be edited
            return None
        try:
            card = await self._wording.write(delivery)
        except StoreAway:
            raise
        except Exception:  # a bug in one notice must not hold up the others
            log.exception("notice", extra={"key": delivery.draft.key})
            await self._marks.broken(delivery)
            return None
        if card is None:
            await self._marks.say_nothing(delivery)
            return None
        told = delivery.in_turn(self._clock.now())  # it was asked for before
        if not told and await self._quiet.puts_off(delivery, card):
            return None
        if await self._thrift.puts_off(delivery, card):
            return None
        return await self._addressed(delivery, card)

    async def _addressed(self, delivery: Delivery, card: Card) -> Ready | None:
        try:
            way = await self._address.way(delivery)
            place = self._address.mailbox(way)
        except ChatError as nowhere:
            await self._marks.give_up(delivery, None, nowhere)
            return None
        call = Call.EDIT if delivery.message else Call.POST
        lanes = tuple(self._chat.lanes(place, call))
        card = self._address.card(way, card)
        return Ready(delivery, card, way, lanes, wrote=delivery.wanted)

    def _too_late(self, delivery: Delivery) -> bool:
        """Whether its time has passed; what people have seen already never expires.
        For an answer time passes as for who waits, for all else on the clock.
        """
        expires, key = delivery.draft.expires, delivery.draft.key
        if delivery.shown or expires is None:
            return False
        waited = key.startswith(ANSWER)  # a mirror of it, too
        return expires < (self._moved.lived() if waited else self._clock.now())
