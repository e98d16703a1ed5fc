"""What people answer under the bot's messages, for the other places of the room."""

from bot.context import Context
from bot.events import Commanded, Replied
from bot.model.crossing import Crossing
from bot.model.delivery import Delivery
from bot.model.refs import MessageRef
from bot.model.text import shows, tidy_lines
from bot.registry import Commands
from bot.rituals.crossing import answered_to, change, take_back, tell

commands = Commands()


@commands.on(Replied)
async def replied(ctx: Context) -> None:
    """Tells an answer, that it changed, or that it was taken back."""
    event = ctx.event
    if not isinstance(event, Replied) or not ctx.person.active:
        return  # who is no person of ours: another bot
    known = await ctx.db.crossings.of(event.message)
    thread = event.message.answers
    answered = await answered_to(ctx.db, thread) if thread else None
    if known and event.gone:
        await take_back(ctx.db, known)
    elif known and answered:
        await change(ctx.db, known, await _words(ctx, event.text))
    elif answered and event.gone:  # its words may still be on their way to us
        await ctx.db.crossings.add(_crossing(ctx, event.message, "", gone=True))
    elif answered and not event.changed:
        await _tell(ctx, event.message, event.text, answered)


async def crossed(ctx: Context) -> bool:
    """Whether these words, which are no command, are an answer to one of our messages
    for the other places; then they are told.
    """
    event = ctx.event
    if not isinstance(event, Commanded) or not (event.answers and event.where):
        return False
    answered = await answered_to(ctx.db, event.answers)
    if answered is None:
        return False
    said_in = MessageRef(event.where, event.id)
    return await _tell(ctx, said_in, event.text, answered)


async def _tell(
    ctx: Context, message: MessageRef, text: str, answered: Delivery
) -> bool:
    """Tells the words, if there are any; says whether there are."""
    words = await _words(ctx, text)
    if words:
        await tell(ctx.db, _crossing(ctx, message, words), answered)
    return bool(words)


async def _words(ctx: Context, text: str) -> str:
    """The text as it is read, names for mentions; "" where nothing can be seen."""
    words = tidy_lines(await ctx.readable(text))
    return words if shows(words) else ""


def _crossing(
    ctx: Context, message: MessageRef, words: str, *, gone: bool = False
) -> Crossing:
    return Crossing(
        source=message.unthreaded(),
        person_id=ctx.person.id,
        text=words,
        at=ctx.event.at,
        gone=gone,
    )
