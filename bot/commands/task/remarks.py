"""What people type behind a task's number: a comment, told to everybody it concerns."""

import re

from bot.arguments import Arguments
from bot.commands.task.at_hand import text_of, work
from bot.context import Context
from bot.model.task import DETAILS_LIMIT, Task
from bot.model.task.log import Comment

# What only rounds a sentence off: "done 3 please", 完成 3 了.
POLITE = re.compile(
    r"(?:please|pls|plz|now|already|thanks?|thank you|thx|ty|too|ok|okay|done"
    r"|了|啦|吧|呢|哦|哈|谢谢|謝謝|辛苦了|已经|👍|✅|✔️?|[\s,，.。、!！~～:：;；)）-])*",
    re.IGNORECASE,
)


def remark(args: Arguments) -> str:
    """The comment in what is left of the words; empty where they only round off.

    Raises UsageError when it is too long.
    """
    typed = args.rest()
    return "" if POLITE.fullmatch(typed) else text_of(typed, DETAILS_LIMIT)


async def keep(ctx: Context, task: Task, text: str) -> Comment:
    """Writes the comment down, for who tells it in other words."""
    return await ctx.db.tasks.log.comment(
        Comment(task.id, ctx.person.id, ctx.now, text)
    )


async def say(ctx: Context, task: Task, text: str) -> None:
    """Writes the comment down and tells the owner, who made it and its followers."""
    said = await keep(ctx, task, text)
    people = (task.owner_id, task.creator_id, *task.followers)
    await work(ctx).tell(
        task, "comment", people, by=ctx.person.id, once=str(said.id), comment=said.id
    )
