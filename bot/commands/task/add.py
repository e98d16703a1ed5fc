"""Adding tasks: one from one sentence, many from many lines."""

import re

from bot.arguments import Arguments, as_read
from bot.cards import task as cards
from bot.cards import task_list as list_cards
from bot.commands.task import make
from bot.commands.task.at_hand import own_chat, shown, voice
from bot.commands.task.ways import ways
from bot.commands.task.wish import read_wish
from bot.context import Context
from bot.errors import UsageError, UserError
from bot.messages import Code, Line, Reply
from bot.model.task import Task
from bot.registry import Commands

commands = Commands()
AT_ONCE = 30
# What lists put before their lines: "- ", "* ", "1. ", "[ ] ", "• ".
MARK = re.compile(
    r"^\s*(?:(?:[•·]|[-–—](?!\d)|\*(?=\s)|\d{1,3}[.)、](?!\d))\s*)?(?:\[[ xX]?\]\s*)?"
)


@commands.command(
    *ways("add", "new", "create", zh=("新增", "新建", "添加", "创建", "加")),
    "add task", "new task", "create task",
    "task:", "todo:", "任务:", "待办:",
    "add a task", "add a task to", "create a task", "create a task to", "add todo",
    "new todo", "remind me", "remind me to", "提醒我",
    *(
        verb + noun
        for noun in ("任务", "待办")
        for verb in (
            "新增", "新建", "添加", "创建", "建立", "加", "新", "加个", "建个",
            "加一个", "新建一个", "创建一个", "添加一个", "帮我建个", "帮我加个",
        )
    ),
)  # fmt: skip
async def add(ctx: Context, args: Arguments) -> Reply:
    """Adds a task from one sentence; several lines are several tasks."""
    lines = [line for line in args.typed.splitlines() if MARK.sub("", line).strip()]
    if len(lines) > 1:
        return await _many(ctx, lines)
    args = Arguments(MARK.sub("", args.typed, count=1), ctx.local)
    example = ctx.t("task-try-add", command=ctx.command)
    if not args:
        return cards.needs_title(ctx.t, (Code(example),))
    try:
        made = await make.plan(ctx, read_wish(args), ctx.place)
    except UserError as wrong:
        wrong.try_this = wrong.try_this or example
        raise
    task, project = await make.store(ctx, made)
    await make.tell(ctx, [task])
    notes = await make.notes(ctx, voice(ctx)[0], task, made.owner, project)
    return await shown(ctx, task, notes=notes)


async def _many(ctx: Context, lines: list[str]) -> Reply:
    """Makes a task of every good line; says of each other one what is wrong with it."""
    if len(lines) > AT_ONCE:
        raise UsageError("task-many-limit", count=len(lines), limit=AT_ONCE)
    tasks: list[Task] = []
    notes: list[Line] = []
    wrong: list[tuple[int, str, Line]] = []
    t, _ = voice(ctx)
    for index, line in enumerate(lines, 1):
        try:
            wish = read_wish(Arguments(MARK.sub("", line, count=1), ctx.local))
            made = await make.plan(ctx, wish, ctx.place)
        except UserError as problem:
            wrong.append(
                (index, as_read(line).strip(), t.line(problem.key, **problem.values))
            )
            continue
        task, project = await make.store(ctx, made)
        tasks.append(task)
        notes += await make.notes(ctx, t, task, made.owner, project)
    await make.tell(ctx, tasks)
    views = await ctx.db.tasks.views(tasks)
    return list_cards.made(views, wrong, notes, t if tasks or own_chat(ctx) else ctx.t)
