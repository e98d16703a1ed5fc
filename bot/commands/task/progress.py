"""On the way: started, blocked, unblocked; comments."""

from bot.arguments import Arguments
from bot.cards import task_forms as forms
from bot.cards.task_words import short
from bot.commands.task.at_hand import (
    field_of,
    living,
    number,
    pressed,
    shown,
    text_of,
    told,
    visible,
    work,
)
from bot.commands.task.ways import ways
from bot.context import Context
from bot.errors import UsageError
from bot.events import Values
from bot.messages import Reply
from bot.model import task_steps as steps
from bot.model.task import DETAILS_LIMIT, REASON_LIMIT, Task, TaskState
from bot.model.task_log import Comment
from bot.registry import Commands

commands = Commands()


@commands.command(*ways("start", "begin", zh=("开始", "启动")), "开始任务")
async def start(ctx: Context, args: Arguments) -> Reply:
    """Says that somebody works on it now."""
    return await _start(ctx, await living(ctx, number(ctx, args, "task-try-start")))


@commands.button("task.start")
async def press_start(ctx: Context, value: str) -> Reply:
    """The same, from a button."""
    return await _start(ctx, await living(ctx, pressed(value)))


@commands.command(*ways("block", "stuck", "blocked", zh=("受阻", "阻塞", "卡住")))
async def block(ctx: Context, args: Arguments) -> Reply:
    """Says what it waits for: task block 12 no stock numbers yet."""
    task = await living(ctx, number(ctx, args, "task-try-block"))
    reason = text_of(args.rest(), REASON_LIMIT)
    if not reason:
        return Reply(forms.reason(ctx.t, task, "block"))
    return await shown(ctx, await _block(ctx, task, reason))


@commands.button("task.block")
async def press_block(ctx: Context, value: str) -> Reply:
    """Asks what it waits for."""
    return Reply(forms.reason(ctx.t, await living(ctx, pressed(value)), "block"))


@commands.form("task.block")
async def fill_block(ctx: Context, values: Values, state: str) -> Reply:
    """Takes the reason."""
    task = await living(ctx, pressed(state))
    reason = field_of(values, "reason", "task-reason-missing", REASON_LIMIT)
    return told(ctx, "task-blocked", await _block(ctx, task, reason))


@commands.command(*ways("unblock", "resume", zh=("解除", "解除受阻", "继续")))
async def unblock(ctx: Context, args: Arguments) -> Reply:
    """Says that what it waited for is there."""
    return await _unblock(ctx, await living(ctx, number(ctx, args, "task-try-unblock")))


@commands.button("task.unblock")
async def press_unblock(ctx: Context, value: str) -> Reply:
    """The same, from a button."""
    return await _unblock(ctx, await living(ctx, pressed(value)))


@commands.command(*ways("comment", "note", "reply", zh=("评论", "备注", "留言")))
async def comment(ctx: Context, args: Arguments) -> Reply:
    """Says something about a task to everybody it concerns."""
    task = await visible(ctx, number(ctx, args, "task-try-comment"))
    text = text_of(args.rest(), DETAILS_LIMIT)
    if not text:
        return Reply(forms.comment(ctx.t, task))
    return await _comment(ctx, task, text)


@commands.button("task.comment")
async def press_comment(ctx: Context, value: str) -> Reply:
    """Asks what there is to say."""
    return Reply(forms.comment(ctx.t, await visible(ctx, pressed(value))))


@commands.form("task.comment")
async def fill_comment(ctx: Context, values: Values, state: str) -> Reply:
    """Takes the comment."""
    task = await visible(ctx, pressed(state))
    text = field_of(values, "text", "task-comment-missing", DETAILS_LIMIT)
    return await _comment(ctx, task, text)


async def _start(ctx: Context, task: Task) -> Reply:
    after = await work(ctx).change(task, steps.start(task), ctx.person.id)
    return await shown(ctx, after)


async def _block(ctx: Context, task: Task, reason: str) -> Task:
    doing = work(ctx)
    after = steps.block(task, reason)
    after = await doing.change(task, after, ctx.person.id)
    people = (task.owner_id, task.creator_id, *task.followers)
    await doing.tell(after, "blocked", people, by=ctx.person.id, once=doing.stamp)
    return after


async def _unblock(ctx: Context, task: Task) -> Reply:
    if task.state is not TaskState.BLOCKED:
        raise UsageError("task-not-blocked", id=short(task))
    after = await work(ctx).change(task, steps.unblock(task), ctx.person.id)
    return await shown(ctx, after)


async def _comment(ctx: Context, task: Task, text: str) -> Reply:
    doing = work(ctx)
    said = Comment(task.id, ctx.person.id, ctx.now, text)
    said = await ctx.db.tasks.log.comment(said)
    people = (task.owner_id, task.creator_id, *task.followers)
    await doing.tell(
        task, "comment", people, by=ctx.person.id, once=str(said.id), comment=said.id
    )
    return told(ctx, "task-commented", task)
