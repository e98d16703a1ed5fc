"""Thanks by a sign on a message, where the company chose one (PEERS L01)."""

import re
from dataclasses import replace

from bot.arguments import Arguments, fold
from bot.cards import kudos as cards
from bot.cards.kudos.forms import Filling
from bot.commands.kudos.give import open_form, value_of
from bot.commands.kudos.rules import OFF
from bot.commands.kudos.ways import ways
from bot.commands.task.at_hand import pressed
from bot.context import Context
from bot.errors import NotFound, UsageError
from bot.events import Reacted
from bot.messages import Reply
from bot.model.text import tidy
from bot.registry import Commands
from bot.rituals.kudos.reaction import ask

commands = Commands()
SIGN = re.compile(r":?([a-z0-9_+'-]{1,60}):?")
PLACE_LIMIT = 200


@commands.on(Reacted)
async def reacted(ctx: Context) -> Reply | None:
    """Asks who put it there what for."""
    event = ctx.event
    if isinstance(event, Reacted) and (author := ctx.known.people.get(event.author)):
        await ask(ctx.db, event, ctx.person, author)
    return None


@commands.button("kudos.what-for")
async def press_what_for(ctx: Context, value: str) -> Reply:
    """Opens the form with who is thanked, for the place where the sign is."""
    number, _, place = value.partition(" ")
    known = await ctx.db.people.some([pressed(number)])
    author = next(iter(known.values()), None)
    if author is None or not author.active or author.id == ctx.person.id:
        raise NotFound("person-unknown", name=author.name if author else "")
    people = (await value_of(ctx, author),)
    return await open_form(ctx, Filling(people, place=tidy(place)[:PLACE_LIMIT]))


@commands.command(*ways("sign", "reaction", "emoji", zh=("表情", "符号")), admin=True)
async def sign(ctx: Context, args: Arguments) -> Reply:
    """Says which sign on a message is thanks: kudos sign :tada:, or off."""
    said = fold(args.rest())
    rules = await ctx.db.kudos.rules()
    if said in OFF:
        await ctx.db.kudos.rule(replace(rules, sign=""))
        return cards.done(ctx.t.line("kudos-sign-off"))
    found = SIGN.fullmatch(said)
    if found is None:
        raise UsageError("kudos-sign-what", try_this="kudos sign :tada:")
    await ctx.db.kudos.rule(replace(rules, sign=found[1]))
    return cards.done(ctx.t.line("kudos-sign-on", sign=f":{found[1]}:"))
