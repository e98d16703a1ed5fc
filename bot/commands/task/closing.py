"""Done, dropped, and back again."""

import re

from bot.arguments import Arguments
from bot.cards import task as cards
from bot.cards.task import list as list_cards
from bot.cards.task.words import deadline, short
from bot.commands.task import reasons
from bot.commands.task.at_hand import (
    already_closed,
    changeable,
    living,
    number,
    pressed,
    shown,
    view,
    visible,
    voice,
    work,
)
from bot.commands.task.remarks import keep, remark, say
from bot.commands.task.ways import ways
from bot.context import Context
from bot.errors import UsageError, UserError
from bot.messages import Audience, Card, Line, Reply
from bot.model.expression import expression
from bot.model.task import Task
from bot.phrases import may_count
from bot.registry import Commands
from bot.rituals.task import close as task_close

commands = Commands()
AT_ONCE = 30
# Numbers that were not read as tasks': "to 5", "-5", "F-5".
ONLY_NUMBERS = expression(
    r"(?:(?:to|through|thru|till|until|到|至|[-–—~～])\s*)?"
    r"(?:[#＃A-Za-z]\s?[-－–]?\s?)?\d[\d\s,，、\-–—~～]*",
    re.IGNORECASE,
)


@commands.command(
    *ways(
        "done", "close", "finish", "complete",
        zh=("完成", "关闭", "做完", "搞定", "已完成", "做好"),
    ),
    "done", "完成", "完成任务",
)  # fmt: skip
async def done(ctx: Context, args: Arguments) -> Reply:
    """Closes a task as done: task done 12. Several numbers close several; the words
    behind them are a comment.
    """
    numbers = _numbers(ctx, args)
    text = remark(args)
    if len(numbers) > 1:
        return await _many(ctx, numbers, text)
    return await _finish(ctx, await living(ctx, numbers[0]), text)


@commands.button("task.done")
async def press_done(ctx: Context, value: str) -> Reply:
    """Closes a task from its card."""
    task = await changeable(ctx, pressed(value))
    if task.closed and task.closed_by == ctx.person.id:
        return await shown(ctx, task)  # pressed twice: the card says so already
    if task.closed:
        return await _too_late(ctx, task)
    return await _finish(ctx, task, "")


@commands.button("task.tick")
async def tick(ctx: Context, value: str) -> Reply | None:
    """Closes a task from a list of several, which then shows it by itself."""
    task = await changeable(ctx, pressed(value))
    if task.closed:
        return None if task.closed_by == ctx.person.id else await _too_late(ctx, task)
    if await task_close.open_parts(work(ctx), task, ctx.person):
        return cards.finish_check(await view(ctx, task), ctx.t)
    await task_close.finish(work(ctx), task, ctx.person)
    return None


@commands.button("task.finish")
async def press_finish(ctx: Context, value: str) -> Reply:
    """Closes a task although sub-tasks are open."""
    task = await living(ctx, pressed(value))
    await task_close.finish(work(ctx), task, ctx.person)
    return _replaced(ctx, "task-finished", task)


@commands.button("task.finish-all")
async def press_finish_all(ctx: Context, value: str) -> Reply:
    """Closes a task and every open sub-task."""
    task = await living(ctx, pressed(value))
    await task_close.finish_all(work(ctx), task, ctx.person)
    return _replaced(ctx, "task-finished-all", task)


@commands.button("task.keep")
async def press_keep(ctx: Context, value: str) -> Reply:
    """Leaves a task open after all."""
    return _replaced(ctx, "task-kept", await visible(ctx, pressed(value)))


@commands.command(
    *ways("undo", "reopen", zh=("撤销", "重开", "重新打开", "恢复")), "撤销完成"
)
async def undo(ctx: Context, args: Arguments) -> Reply:
    """Takes a close back: the task is what it was before."""
    task = await changeable(ctx, number(ctx, args, "task-try-undo"))
    if not task.closed:
        raise UsageError("task-not-closed", id=short(task))
    text = remark(args)
    after = await task_close.reopen(work(ctx), task, ctx.person)
    if text:
        await say(ctx, after, text)
    return await shown(ctx, after, remark=text)


@commands.button("task.undo")
async def press_undo(ctx: Context, value: str) -> Reply:
    """Takes a close back, from the card."""
    task = await changeable(ctx, pressed(value))
    if task.closed:
        task = await task_close.reopen(work(ctx), task, ctx.person)
    return await shown(ctx, task)


@commands.button("task.untick")
async def untick(ctx: Context, value: str) -> Reply | None:
    """Takes a close back, from a list."""
    task = await changeable(ctx, pressed(value))
    if task.closed:
        await task_close.reopen(work(ctx), task, ctx.person)
    return None


@commands.button("task.undo-many")
async def press_undo_many(ctx: Context, value: str) -> Reply:
    """Takes several closes back."""
    tasks = [await changeable(ctx, pressed(word)) for word in value.split()[:AT_ONCE]]
    if not tasks:
        raise UserError("button-gone", try_this="task list done")
    for task in tasks:
        if task.closed:
            await task_close.reopen(work(ctx), task, ctx.person)
    names = ctx.t.items(tuple(short(task) for task in tasks))
    title = ctx.t.line("task-many-reopened", ids=names)
    return Reply(Card(title), Audience.REPLACE)


def _numbers(ctx: Context, args: Arguments) -> tuple[int, ...]:
    """The tasks meant, each once. Raises UsageError where a number may be none."""
    first = number(ctx, args, "task-try-done")
    more = args.numbers("T")
    rest = args.rest()
    head = args.typed.removesuffix(rest).rstrip()
    counted = more and head[-1:].isdigit() and may_count(f"{more[-1]} {rest}")
    if counted or ONLY_NUMBERS.fullmatch(rest):
        example = ctx.t("task-try-done-many")
        unclear = f"{more[-1]} {rest}" if counted else rest
        raise UsageError("task-numbers-unclear", try_this=example, typed=unclear)
    return tuple(dict.fromkeys((first, *more)))


async def _finish(ctx: Context, task: Task, text: str) -> Reply:
    if await task_close.open_parts(work(ctx), task, ctx.person):
        if text:
            await say(ctx, task, text)  # it is said, whatever is pressed then
        return cards.finish_check(await view(ctx, task), ctx.t)
    if text:
        await keep(ctx, task, text)
    after = await task_close.finish(work(ctx), task, ctx.person)
    return await shown(ctx, after, notes=await _what_next(ctx, after))


async def _what_next(ctx: Context, task: Task) -> tuple[Line, ...]:
    """The next of a repetition, if there is one."""
    following = await ctx.db.tasks.next_of(task.id)
    if following is None or following.closed:
        return ()
    t, _ = voice(ctx)
    when = deadline(following, t)
    return (t.line("task-note-next", id=short(following), when=when),)


async def _many(ctx: Context, numbers: tuple[int, ...], text: str) -> Reply:
    if len(numbers) > AT_ONCE:
        raise UsageError("task-many-limit", count=len(numbers), limit=AT_ONCE)
    closed: list[Task] = []
    wrong: list[Line] = []
    for wanted in numbers:
        try:
            task = await living(ctx, wanted)
        except UserError as problem:
            wrong.append(ctx.t.line(problem.key, **problem.values))
            continue
        if text:
            await keep(ctx, task, text)
        closed.append(await task_close.finish(work(ctx), task, ctx.person))
    views = await ctx.db.tasks.views(closed)
    undo = " ".join(str(task.number) for task in closed)
    return list_cards.closed_many(views, wrong, ctx.t, undo, text)


async def _too_late(ctx: Context, task: Task) -> Reply:
    """Somebody was first: says who, and brings the messages up to date."""
    await work(ctx).show(task)
    why = await already_closed(ctx, task)
    return Reply(Card(ctx.t.line(why.key, **why.values)), Audience.ONLY_YOU)


def _replaced(ctx: Context, key: str, task: Task) -> Reply:
    """What became of a question, in its place."""
    line = ctx.t.line(key, id=short(task), title=task.title)
    return Reply(Card(line), Audience.REPLACE)


async def _drop(ctx: Context, task: Task, reason: str) -> Task:
    """It will not be done: who must know hears why."""
    return await task_close.drop(work(ctx), task, reason, ctx.person)


reasons.declare(
    commands,
    "drop",
    "task-dropped",
    _drop,
    *ways(
        "drop", "cancel", "wontdo", "delete", "remove",
        zh=("取消", "放弃", "不做", "删除"),
    ),
)  # fmt: skip
