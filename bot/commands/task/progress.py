"""On the way: started, blocked, unblocked; comments."""

from bot.arguments import Arguments
from bot.cards.task import forms
from bot.cards.task.words import short
from bot.commands.task import reasons
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
from bot.commands.task.remarks import remark, say
from bot.commands.task.ways import ways
from bot.context import Context
from bot.errors import UsageError
from bot.events import Values
from bot.messages import Reply
from bot.model.task import DETAILS_LIMIT, Task, TaskState, steps
from bot.registry import Commands
from bot.rituals.feedback.task import begun

commands = Commands()


@commands.command(*ways("start", "begin", zh=("开始", "启动")), "开始任务")
async def start(ctx: Context, args: Arguments) -> Reply:
    """Says that somebody works on it now."""
    task = await living(ctx, number(ctx, args, "task-try-start"))
    return await _start(ctx, task, remark(args))


@commands.button("task.start")
async def press_start(ctx: Context, value: str) -> Reply:
    """The same, from a button."""
    return await _start(ctx, await living(ctx, pressed(value)), "")


@commands.command(*ways("unblock", "resume", zh=("解除", "解除受阻", "继续")))
async def unblock(ctx: Context, args: Arguments) -> Reply:
    """Says that what it waited for is there."""
    task = await living(ctx, number(ctx, args, "task-try-unblock"))
    return await _unblock(ctx, task, remark(args))


@commands.button("task.unblock")
async def press_unblock(ctx: Context, value: str) -> Reply:
    """The same, from a button."""
    return await _unblock(ctx, await living(ctx, pressed(value)), "")


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


async def _start(ctx: Context, task: Task, text: str) -> Reply:
    reply = await _changed(ctx, task, steps.start(task), text)
    await begun(work(ctx), steps.start(task), ctx.person.id)
    return reply


async def _unblock(ctx: Context, task: Task, text: str) -> Reply:
    if task.state is not TaskState.BLOCKED:
        raise UsageError("task-not-blocked", id=short(task))
    return await _changed(ctx, task, steps.unblock(task), text)


async def _changed(ctx: Context, task: Task, after: Task, text: str) -> Reply:
    """Saves the step and what was said with it."""
    after = await work(ctx).change(task, after, ctx.person.id)
    if text:
        await say(ctx, after, text)
    return await shown(ctx, after, remark=text)


async def _comment(ctx: Context, task: Task, text: str) -> Reply:
    await say(ctx, task, text)
    return told(ctx, "task-commented", task)


async def _block(ctx: Context, task: Task, reason: str) -> Task:
    """It waits for something: owner, creator and followers hear for what."""
    doing = work(ctx)
    after = steps.block(task, reason)
    after = await doing.change(task, after, ctx.person.id)
    people = (task.owner_id, task.creator_id, *task.followers)
    await doing.tell(after, "blocked", people, by=ctx.person.id, once=doing.stamp)
    return after


reasons.declare(
    commands,
    "block",
    "task-blocked",
    _block,
    *ways("block", "stuck", "blocked", zh=("受阻", "阻塞", "卡住")),
)
