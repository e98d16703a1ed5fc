"""What is owed to people who wait: written down, and looked for before it is said once
more (DESIGN §5).
"""

import asyncio
from dataclasses import dataclass, replace
from datetime import datetime

from bot.cards.again import keepable, maybe_again
from bot.context import Context
from bot.errors import ChatError, PutOff, RateLimited, Unreachable
from bot.events import Filled, HomeOpened, Inbound, Said
from bot.messages import Audience, Card, Form, Reply
from bot.model.delivery import Delivery
from bot.model.refs import PlaceRef
from bot.ports import Chat, Directory, Translate
from bot.ports.owed import Owed, key_of

PATIENCE = 60.0  # seconds for which the chat may not tell whether something is there
OFTEN = 3.0  # seconds until it is asked again
LASTING = (Audience.HERE, Audience.THREAD, Audience.DIRECT)


async def owe(
    ctx: Context, reply: Reply | None, promise: Delivery | None
) -> Owed | None:
    """Writes down what the event's answer is; None where nothing can be lost: it is a
    delivery by itself, or the form that follows one that was sent.

    A form is offered by the next start: its click is over by then.
    """
    if reply is None or promise is not None or isinstance(ctx.event, HomeOpened):
        return None
    body = reply.body
    if isinstance(body, Form) and isinstance(ctx.event, Filled):
        return None
    event: Inbound = ctx.event  # type: ignore[assignment]
    kept = keepable(ctx.t, body) if isinstance(body, Card) else body
    owed = Owed(event, replace(reply, body=kept))
    await ctx.db.inbox.owe(owed)
    return owed


@dataclass(frozen=True, slots=True)
class Doubts:
    """Whether an answer was said, of which nobody heard."""

    chat: Chat
    directory: Directory

    async def again(
        self,
        event: Inbound,
        t: Translate,
        reply: Reply,
        since: datetime,
        settles: float,
    ) -> Reply | None:
        """What is to be said once more; None where it stands in the chat. That is asked
        when the last call has settled, if it was cut off: after so many seconds. Where
        nobody can look, it says of itself that it may have been said before.
        """
        if not isinstance(reply.body, Card) or reply.audience is Audience.REPLACE:
            return reply  # shown twice in the same place it is there once; or a form
        if self._is_whispered(event, reply.audience):
            return maybe_again(t, reply)
        try:
            found = await self._is_there(event, reply.audience, since, settles)
        except ChatError:
            return maybe_again(t, reply)
        return None if found else reply

    def _is_whispered(self, event: Inbound, audience: Audience) -> bool:
        """Whether one person saw it among others: that is in no history."""
        here = event.where
        if here is None or audience is Audience.DIRECT or audience in LASTING:
            return False
        direct = event.direct and isinstance(event, Said)
        return self.chat.can(here).whispers and not direct

    async def _is_there(
        self, event: Inbound, audience: Audience, since: datetime, settles: float
    ) -> bool:
        """Whether it stands in the chat, asked as often as that does not tell just now.
        Raises PutOff where it does not for a minute, CannotTell where it never does.
        """
        waited = pause = settles
        while True:
            await asyncio.sleep(pause)
            try:
                where = await self._where(event, audience)
                return bool(await self.chat.find(where, key_of(event), since))
            except (RateLimited, Unreachable) as failed:
                pause = getattr(failed, "retry_after", OFTEN)
                waited += pause
                if waited > PATIENCE:
                    raise PutOff from failed

    async def _where(self, event: Inbound, audience: Audience) -> PlaceRef:
        """Where it stands."""
        here = event.where
        if here is None or audience is Audience.DIRECT:
            return await self.directory.direct(event.who)
        if audience not in LASTING and not self.chat.can(here).whispers:
            return await self.directory.direct(event.who)
        return here
