"""How tasks hang together: sub-tasks, and what needs what."""

from dataclasses import replace

from bot.arguments import Arguments
from bot.cards.task.words import short
from bot.commands.task import make
from bot.commands.task.at_hand import (
    asked,
    changeable,
    living,
    number,
    shown,
    told,
    visible,
    work,
)
from bot.commands.task.make import Plan
from bot.commands.task.ways import ways
from bot.commands.task.wish import read_wish
from bot.context import Context
from bot.errors import UsageError
from bot.messages import Reply
from bot.model.people import Person
from bot.model.task import Task
from bot.model.task.log import ChangeKind
from bot.registry import Commands

commands = Commands()
AT_ONCE = 30
ON = ("on", "needs", "after", "waits for", "依赖于", "依赖", "于", "需要", "在")


@commands.command(*ways("split", "subtask", "sub", zh=("拆分", "子任务", "分解")))
async def split(ctx: Context, args: Arguments) -> Reply:
    """Adds sub-tasks: task split 12 Photos; Texts @Bo; Prices friday."""
    task = await living(ctx, number(ctx, args, "task-try-split"))
    args.keyword("into", "成", "为")
    lines = args.pieces()
    if not lines:
        example = ctx.t("task-try-split")
        raise UsageError("task-split-missing", try_this=example)
    if len(lines) > AT_ONCE:
        raise UsageError("task-many-limit", count=len(lines), limit=AT_ONCE)
    owner = await ctx.db.people.get(task.owner_id)
    plans = [await _part(ctx, task, owner, line) for line in lines]
    made = [(await make.store(ctx, plan)).task for plan in plans]
    await make.tell(ctx, made)
    return await shown(ctx, task)


@commands.command(*ways("depends", "needs", "after", zh=("依赖", "需要", "前置")))
async def depends(ctx: Context, args: Arguments) -> Reply:
    """Says what must be done first: task depends T-3 on T-2."""
    task, first = await _pair(ctx, args, "task-try-depends")
    if task.id == first.id:
        raise UsageError("task-needs-itself", id=short(task))
    if task.id in await ctx.db.tasks.links.chain(first.id):
        raise UsageError("task-needs-circle", id=short(task), needs=short(first))
    if not await ctx.db.tasks.links.need(task.id, first.id):
        return asked(ctx, "task-needs-known", id=short(task), needs=short(first))
    doing = work(ctx)
    await doing.record(task, ctx.person.id, ChangeKind.NEEDS, after=short(first))
    await doing.show(task)
    key = "task-needs-met" if first.closed else "task-needs"
    return told(ctx, key, task, needs=short(first), other=first.title)


@commands.command(*ways("undepend", "independent", zh=("取消依赖", "解除依赖")))
async def undepend(ctx: Context, args: Arguments) -> Reply:
    """Takes that back: task undepend T-3 on T-2."""
    task, first = await _pair(ctx, args, "task-try-undepend")
    if not await ctx.db.tasks.links.unneed(task.id, first.id):
        return asked(ctx, "task-needs-not", id=short(task), needs=short(first))
    doing = work(ctx)
    await doing.record(task, ctx.person.id, ChangeKind.NEEDS, before=short(first))
    await doing.show(task)
    return told(ctx, "task-needs-no-more", task, needs=short(first))


async def _pair(ctx: Context, args: Arguments, example: str) -> tuple[Task, Task]:
    task = await changeable(ctx, number(ctx, args, example))
    args.keyword(*ON)
    return task, await visible(ctx, number(ctx, args, example))


async def _part(ctx: Context, parent: Task, owner: Person, line: str) -> Plan:
    """A sub-task: like its parent wherever its line says nothing else."""
    wish = read_wish(Arguments(line, ctx.local))
    made = await make.plan(ctx, wish, None, owner=owner)
    task = replace(
        made.task,
        parent_id=parent.id,
        project_id=parent.project_id,
        department=made.task.department or parent.department,
        place=parent.place,
        private=parent.private,
    )
    return replace(made, task=task)
