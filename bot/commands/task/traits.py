"""What a task is called and how much it matters, changed in one line."""

from dataclasses import replace

from bot.arguments import Arguments
from bot.commands.task.at_hand import changeable, living, number, shown, work
from bot.commands.task.ways import ways
from bot.commands.task.wish import check_title, read_priority
from bot.context import Context
from bot.errors import UsageError
from bot.messages import Reply
from bot.model.task import Task
from bot.model.text import tidy
from bot.registry import Commands

commands = Commands()
TO = ("to", "as", "into", "为", "為", "成", "叫", "到")


@commands.command(
    *ways("rename", "retitle", zh=("改名", "重命名", "改标题")), "改名", "重命名"
)
async def rename(ctx: Context, args: Arguments) -> Reply:
    """Gives a task another title: task rename 12 to Check all prices."""
    example = ctx.t("task-try-rename")
    task = await changeable(ctx, number(ctx, args, "task-try-rename"))
    args.keyword(*TO)
    try:
        title = check_title(tidy(args.rest()))
    except UsageError as wrong:
        wrong.try_this = example
        raise
    return await _changed(ctx, task, replace(task, title=title))


@commands.command(*ways("priority", "prio", zh=("优先级",)), "优先级")
async def priority(ctx: Context, args: Arguments) -> Reply:
    """Says how much a task matters: task priority 12 high."""
    task = await living(ctx, number(ctx, args, "task-try-priority"))
    args.keyword(*TO)
    meant = read_priority(args.rest())
    if meant is None:
        example = ctx.t("task-try-priority")
        raise UsageError(
            "task-priority-unknown", try_this=example, typed=args.rest() or args.typed
        )
    return await _changed(ctx, task, replace(task, priority=meant))


async def _changed(ctx: Context, task: Task, after: Task) -> Reply:
    """Saves it; the owner hears of it when somebody else did it."""
    doing = work(ctx)
    saved = await doing.change(task, after, ctx.person.id)
    if after != task:
        once = doing.stamp
        await doing.tell(
            saved, "changed", (task.owner_id,), by=ctx.person.id, once=once
        )
    return await shown(ctx, saved)
