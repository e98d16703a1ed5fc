"""Looking at tasks: lists of all kinds, and one with everything about it."""

from bot.arguments import Arguments
from bot.cards.task import list as cards
from bot.commands.task.at_hand import number, pressed, visible
from bot.commands.task.closing import tick
from bot.commands.task.query import Query, read_query, words_of
from bot.commands.task.story import story_of
from bot.commands.task.ways import ways
from bot.context import Context
from bot.errors import UnknownWord, UsageError
from bot.messages import Audience, Reply
from bot.model.task.list import in_buckets
from bot.registry import Commands

commands = Commands()
MANY = 300


@commands.command("task", "tasks", "todo", "todos", "任务", "待办")
async def bare(ctx: Context, args: Arguments) -> Reply:
    """Lists what is mine; with a number, shows that task."""
    found = args.number("T")
    if found is not None and not args:
        return await story_of(ctx, await visible(ctx, found))
    query = await read_query(ctx, args) if found is None else None
    if query is None:
        typed = " ".join(ctx.as_typed(args.typed).split())
        example = f"task add {typed}"
        raise UnknownWord("task-word-unknown", try_this=example[:200])
    return await _listed(ctx, query, Audience.ONLY_YOU)


@commands.command(
    *ways("list", "ls", zh=("列表", "清单", "列出")),
    "list", "my tasks", "list tasks", "我的任务", "我的待办", "任务列表", "待办列表",
)  # fmt: skip
async def list_(ctx: Context, args: Arguments) -> Reply:
    """Lists tasks: mine, all, @who, #project, dept:x, overdue, blocked, done, made."""
    query = await read_query(ctx, args)
    if query is None:
        raise UsageError("task-list-unknown", try_this=ctx.t("task-try-list"))
    return await _listed(ctx, query, Audience.ONLY_YOU)


@commands.button("task.list")
async def press_list(ctx: Context, value: str) -> Reply:
    """Shows another list in place of this one."""
    return await _listed(ctx, Query.of(value), Audience.REPLACE)


@commands.button("task.list-done")
async def press_list_done(ctx: Context, value: str) -> Reply:
    """Closes a task from a list, which is then shown again."""
    question = await tick(ctx, value)
    query = Query.of(value.partition(" ")[2])
    return question or await _listed(ctx, query, Audience.REPLACE)


@commands.command(
    *ways("show", "view", "info", "open", zh=("查看", "详情", "显示", "打开"))
)
async def show(ctx: Context, args: Arguments) -> Reply:
    """Shows everything about a task: parts, needs, comments, history."""
    wanted = number(ctx, args, "task-try-show")
    return await story_of(ctx, await visible(ctx, wanted))


@commands.button("task.show")
async def press_show(ctx: Context, value: str) -> Reply:
    """Shows everything about a task, from a button."""
    return await story_of(ctx, await visible(ctx, pressed(value)))


async def _listed(ctx: Context, query: Query, audience: Audience) -> Reply:
    found = await ctx.db.tasks.find(query.filter(ctx), MANY)
    views = await ctx.db.tasks.views(found)
    heading = ctx.t.line("task-list-title", what=await words_of(query, ctx))
    buckets = in_buckets(views, ctx.now, ctx.person.tz)
    return cards.listing(
        buckets, ctx.t, query=query.value, heading=heading, audience=audience
    )
