"""What is owed to people who wait: written down, and looked for before it is said once
more (DESIGN §5).
"""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.cards.again import keepable, maybe_again
from bot.context import Context
from bot.errors import ChatError
from bot.events import Filled, HomeOpened, Inbound, Said
from bot.messages import Audience, Card, Form, Reply
from bot.model.delivery import Delivery
from bot.model.refs import PlaceRef
from bot.ports import Chat, Directory, Translate
from bot.ports.owed import Owed, key_of

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
        self, event: Inbound, t: Translate, reply: Reply, since: datetime
    ) -> Reply | None:
        """What is to be said once more; None where it stands in the chat. Where nobody
        can look, it says of itself that it may have been said before.
        """
        if not isinstance(reply.body, Card) or reply.audience is Audience.REPLACE:
            return reply  # shown twice in the same place it is there once; or a form
        try:
            where = await self._where(event, reply.audience)
            if where is None:
                return maybe_again(t, reply)
            found = await self.chat.find(where, key_of(event), since)
        except ChatError:
            return maybe_again(t, reply)
        return None if found else reply

    async def _where(self, event: Inbound, audience: Audience) -> PlaceRef | None:
        """Where it stands; None for what one person saw among others, which is in no
        history.
        """
        here = event.where
        if here is None or audience is Audience.DIRECT:
            return await self.directory.direct(event.who)
        if audience in LASTING:
            return here
        if not self.chat.can(here).whispers:
            return await self.directory.direct(event.who)
        return here if event.direct and isinstance(event, Said) else None
