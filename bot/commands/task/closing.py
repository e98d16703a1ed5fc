"""Done, dropped, and back again."""

from bot.arguments import Arguments
from bot.cards import task as cards
from bot.cards import task_forms as forms
from bot.cards import task_list as list_cards
from bot.cards.task_words import deadline, short
from bot.commands.task.at_hand import (
    already_closed,
    changeable,
    field_of,
    living,
    number,
    pressed,
    shown,
    text_of,
    told,
    view,
    visible,
    voice,
    work,
)
from bot.commands.task.ways import ways
from bot.context import Context
from bot.errors import UsageError, UserError
from bot.events import Values
from bot.messages import Audience, Card, Line, Reply
from bot.model.task import REASON_LIMIT, Task
from bot.registry import Commands
from bot.rituals import task_close

commands = Commands()
AT_ONCE = 30


@commands.command(
    *ways(
        "done", "close", "finish", "complete",
        zh=("完成", "关闭", "做完", "搞定", "已完成", "做好"),
    ),
    "done", "完成", "完成任务",
)  # fmt: skip
async def done(ctx: Context, args: Arguments) -> Reply:
    """Closes a task as done: task done 12. Several numbers close several."""
    first = number(ctx, args, "task-try-done")
    more = args.numbers("T")
    if any(letter.isdigit() for letter in args.rest()):
        example = ctx.t("task-try-done-many", command=ctx.command)
        raise UsageError("task-numbers-unclear", try_this=example, typed=args.rest())
    if more:
        return await _many(ctx, tuple(dict.fromkeys((first, *more))))
    return await _finish(ctx, await living(ctx, first))


@commands.button("task.done")
async def press_done(ctx: Context, value: str) -> Reply:
    """Closes a task from its card."""
    task = await changeable(ctx, pressed(value))
    if task.closed and task.closed_by == ctx.person.id:
        return await shown(ctx, task)  # pressed twice: the card says so already
    if task.closed:
        return await _too_late(ctx, task)
    return await _finish(ctx, task)


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
    *ways(
        "drop", "cancel", "wontdo", "delete", "remove",
        zh=("取消", "放弃", "不做", "删除"),
    )
)  # fmt: skip
async def drop(ctx: Context, args: Arguments) -> Reply:
    """Closes a task that will not be done, with the reason: task drop 12 no budget."""
    task = await living(ctx, number(ctx, args, "task-try-drop"))
    reason = text_of(args.rest(), REASON_LIMIT)
    if not reason:
        return Reply(forms.reason(ctx.t, task, "drop"))
    return await shown(ctx, await _drop(ctx, task, reason))


@commands.button("task.drop")
async def press_drop(ctx: Context, value: str) -> Reply:
    """Asks why a task will not be done."""
    return Reply(forms.reason(ctx.t, await living(ctx, pressed(value)), "drop"))


@commands.form("task.drop")
async def fill_drop(ctx: Context, values: Values, state: str) -> Reply:
    """Takes the reason."""
    task = await living(ctx, pressed(state))
    reason = field_of(values, "reason", "task-reason-missing", REASON_LIMIT)
    return told(ctx, "task-dropped", await _drop(ctx, task, reason))


@commands.command(
    *ways("undo", "reopen", zh=("撤销", "重开", "重新打开", "恢复")), "撤销完成"
)
async def undo(ctx: Context, args: Arguments) -> Reply:
    """Takes a close back: the task is what it was before."""
    task = await changeable(ctx, number(ctx, args, "task-try-undo"))
    if not task.closed:
        raise UsageError("task-not-closed", id=short(task))
    return await shown(ctx, await task_close.reopen(work(ctx), task, ctx.person))


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
    for task in tasks:
        if task.closed:
            await task_close.reopen(work(ctx), task, ctx.person)
    names = ctx.t.items(tuple(short(task) for task in tasks))
    title = ctx.t.line("task-many-reopened", ids=names)
    return Reply(Card(title), Audience.REPLACE)


async def _finish(ctx: Context, task: Task) -> Reply:
    if await task_close.open_parts(work(ctx), task, ctx.person):
        return cards.finish_check(await view(ctx, task), ctx.t)
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


async def _many(ctx: Context, numbers: tuple[int, ...]) -> Reply:
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
        closed.append(await task_close.finish(work(ctx), task, ctx.person))
    views = await ctx.db.tasks.views(closed)
    undo = " ".join(str(task.number) for task in closed)
    return list_cards.closed_many(views, wrong, ctx.t, undo)


async def _drop(ctx: Context, task: Task, reason: str) -> Task:
    return await task_close.drop(work(ctx), task, reason, ctx.person)


async def _too_late(ctx: Context, task: Task) -> Reply:
    """Somebody was first: says who, and brings the messages up to date."""
    await work(ctx).show(task)
    why = await already_closed(ctx, task)
    return Reply(Card(ctx.t.line(why.key, **why.values)), Audience.ONLY_YOU)


def _replaced(ctx: Context, key: str, task: Task) -> Reply:
    """What became of a question, in its place."""
    line = ctx.t.line(key, id=short(task), title=task.title)
    return Reply(Card(line), Audience.REPLACE)
