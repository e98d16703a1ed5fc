"""A button that says who was meant, pressed when nobody knows any more in what."""

from bot.cards.meant import PICK
from bot.context import Context
from bot.errors import NotFound
from bot.messages import Reply
from bot.registry import Commands

commands = Commands()


@commands.button(PICK)
async def pick(ctx: Context, value: str) -> Reply:
    """Only of an old question: an open one is carried on with (`bot.meant`)."""
    raise NotFound("who-gone")
