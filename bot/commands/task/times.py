"""When: the deadline, a snooze, a repetition."""

import re
from dataclasses import replace
from datetime import datetime, timedelta

from bot import dates as days
from bot.arguments import Arguments, fold
from bot.cards.repetition import repetition_words
from bot.commands.task.at_hand import living, number, pressed, shown, told, work
from bot.commands.task.make import check_deadline, first_deadline
from bot.commands.task.ways import ways
from bot.commands.task.wish import DUE
from bot.context import Context
from bot.errors import UsageError
from bot.events import Pressed
from bot.messages import Reply
from bot.model.moments import instant
from bot.model.repetition import parse
from bot.model.task import Task
from bot.registry import Commands

commands = Commands()
NONE = frozenset({
    "none", "no", "never", "clear", "off", "remove", "stop",
    "无", "没有", "清除", "去掉", "取消", "不限", "停止", "不重复", "不再重复",
})  # fmt: skip
UNTIL = ("to", "for", "until", "till", "到", "至", "为", "成")
HOUR = timedelta(hours=1)
LONGEST = 7 * 24 * 60  # minutes; longer is said as a date
HOURS = re.compile(r"(\d{1,4}|an?|一|两|半)?\s*个?(?:h|hr|hrs|hours?|小时|钟头)后?")
MINUTES = re.compile(r"(\d{1,4})\s*(?:m|min|mins|minutes?|分|分钟)后?")
FIGURES = {None: 60, "a": 60, "an": 60, "一": 60, "两": 120, "半": 30}


@commands.command(
    *ways(
        "due",
        "deadline",
        "reschedule",
        "move",
        "push",
        zh=("延期", "截止", "到期", "改期", "改到"),
    )
)
async def due(ctx: Context, args: Arguments) -> Reply:
    """Moves the deadline: task due 12 friday 17:00; "none" takes it away."""
    task = await living(ctx, number(ctx, args, "task-try-due"))
    example = ctx.t("task-try-due")
    owner = await ctx.db.people.get(task.owner_id)
    args.keyword(*UNTIL)
    if fold(args.rest()) in NONE:
        after = replace(task, deadline=None)
    else:
        meant = _date(args, example)
        after = replace(task, deadline=check_deadline(ctx, meant, owner))
    doing = work(ctx)
    after = await doing.change(task, after, ctx.person.id)
    if after.deadline != task.deadline:
        once = doing.stamp
        await doing.tell(after, "changed", (owner.id,), by=ctx.person.id, once=once)
    return await shown(ctx, after)


@commands.command(
    *ways("snooze", "later", "postpone", zh=("稍后", "延后", "推迟", "稍后提醒")),
    "snooze", "延后", "稍后", "稍后提醒",
)  # fmt: skip
async def snooze(ctx: Context, args: Arguments) -> Reply:
    """Quiet until then: task snooze 12 1h, tomorrow, monday, 12 March."""
    task = await living(ctx, number(ctx, args, "task-try-snooze"))
    example = ctx.t("task-try-snooze")
    args.keyword(*UNTIL)
    if length := _length(fold(args.rest())):
        until = ctx.now + length
    else:
        until = _morning(ctx, _date(args, example))
    if until <= ctx.now:
        raise UsageError("date-past", try_this=example, typed=args.typed)
    return await _snooze(ctx, task, until)


@commands.button("task.snooze")
async def press_snooze(ctx: Context, value: str) -> Reply:
    """Quiet for a while, from the card."""
    return await _press(ctx, value)


@commands.button("task.doze")
async def press_doze(ctx: Context, value: str) -> Reply | None:
    """Quiet for a while, from a list or the home tab."""
    reply = await _press(ctx, value, told_only=True)
    return None if ctx.event.where is None else reply


@commands.command(*ways("repeat", "recur", zh=("重复", "循环")))
async def repeat(ctx: Context, args: Arguments) -> Reply:
    """Makes it come again: task repeat 12 every monday; "never" ends that."""
    task = await living(ctx, number(ctx, args, "task-try-repeat"))
    typed = args.rest()
    if fold(typed) in NONE:
        await work(ctx).change(task, replace(task, rule=None), ctx.person.id)
        return told(ctx, "task-repeats-no-more", task)
    rule = parse(typed)
    if rule is None:
        example = ctx.t("task-try-repeat")
        raise UsageError("task-repeat-unknown", try_this=example, typed=typed)
    deadline = task.deadline
    if deadline is None:
        owner = await ctx.db.people.get(task.owner_id)
        deadline = first_deadline(ctx, rule, owner)
    after = replace(task, rule=rule, deadline=deadline)
    await work(ctx).change(task, after, ctx.person.id)
    return told(ctx, "task-repeats", after, how=repetition_words(rule, ctx.t))


def _length(words: str) -> timedelta | None:
    """An hour for nothing said; "2h", "30 min", 两小时, 半小时; None for a date."""
    if not words:
        return HOUR
    words = words.removeprefix("in ").removeprefix("for ")
    if found := MINUTES.fullmatch(words):
        minutes = int(found[1])
    elif found := HOURS.fullmatch(words):
        count = found[1]
        minutes = FIGURES[count] if count in FIGURES else int(count) * 60
    else:
        return None
    return timedelta(minutes=minutes) if 0 < minutes <= LONGEST else None


def _date(args: Arguments, example: str) -> days.Due:
    typed = args.rest()
    try:
        return days.read(typed, args.now)
    except days.NotADate:
        meant = args.due(*DUE)
    if meant is None:
        key = "date-unknown" if typed else "task-date-missing"
        raise UsageError(key, try_this=example, typed=typed)
    return meant


def _morning(ctx: Context, meant: days.Due) -> datetime:
    """The moment meant; a day alone is the start of the person's own day."""
    person = ctx.person
    return instant(meant.day, meant.time or person.hours.start, person.tz)


async def _press(ctx: Context, value: str, *, told_only: bool = False) -> Reply:
    task = await living(ctx, pressed(value))
    _, _, how_long = value.partition(" ")
    today, person = ctx.today, ctx.person
    days = {"tomorrow": 1, "monday": 7 - today.weekday()}
    until = ctx.now + HOUR
    if how_long in days:
        day = today + timedelta(days=days[how_long])
        until = instant(day, person.hours.start, person.tz)
    reply = await _snooze(ctx, task, until)
    if told_only or not isinstance(ctx.event, Pressed):
        return reply
    return await shown(ctx, replace(task, snoozed_until=until))


async def _snooze(ctx: Context, task: Task, until: datetime) -> Reply:
    after = replace(task, snoozed_until=until)
    await work(ctx).change(task, after, ctx.person.id)
    return told(ctx, "task-snoozed", after, when=ctx.t.moment(until))
