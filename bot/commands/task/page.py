"""The web page of a task: a link for one person, from the chat."""

import secrets

from bot.addresses import RANDOM, hashed
from bot.arguments import Arguments
from bot.cards.task.page import entry
from bot.cards.task.words import short
from bot.commands.task.at_hand import number, visible
from bot.commands.task.ways import ways
from bot.context import Context
from bot.errors import UserError
from bot.messages import Reply
from bot.model.draft import Opener
from bot.model.form_link import ENTRY, SOON, FormLink
from bot.registry import Commands

commands = Commands()


@commands.command(*ways("page", "web", "link", zh=("网页", "页面", "链接")))
async def page(ctx: Context, args: Arguments) -> Reply:
    """A link to the task's own web page, where you can do the same as here."""
    task = await visible(ctx, number(ctx, args, "task-try-page"))
    if not ctx.pages:
        raise UserError("page-task-none")
    key = secrets.token_urlsafe(RANDOM)
    opener = Opener(ENTRY, str(task.number))
    ends = ctx.now + SOON
    await ctx.db.form_links.add(
        FormLink(hashed(key), ctx.person.id, ctx.event.who, opener, ends)
    )
    return entry(ctx.t, task, f"{ctx.pages}/tasks/{short(task)}?key={key}")
