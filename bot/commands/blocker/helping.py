"""Whose help a blocker asks for: tagged, seen, taken over, said, made a task."""

import re

from bot.arguments import Arguments
from bot.cards.blocker import forms
from bot.cards.blocker.words import short
from bot.commands.blocker.add import away_notes, chosen
from bot.commands.blocker.at_hand import (
    CLOSEST,
    answered,
    changeable,
    field_of,
    number,
    pressed,
    still_open,
    text_of,
    told,
    visible,
    work,
)
from bot.commands.blocker.ways import ways
from bot.context import Context
from bot.errors import FieldError, FieldErrors, NotAllowed, UsageError, Way
from bot.events import Values
from bot.messages import Line, Reply
from bot.model.blocker import TAGS, TEXT_LIMIT, Blocker
from bot.model.people import Person
from bot.registry import Commands
from bot.rituals.blocker.task import make_task

commands = Commands()
ID = re.compile(r"\b\d{1,18}\b")


@commands.command(*ways("tag", "ask", "help", zh=("求助", "标记", "找", "请")))
async def tag(ctx: Context, args: Arguments) -> Reply:
    """Asks people for help: blocker tag 4 @Li."""
    whos = args.people()
    try:
        wanted = number(ctx, args, "blocker-try-tag")
    except UsageError as wrong:
        raise await _proposed(ctx, wrong, await ctx.find_people(whos)) from None
    blocker = await still_open(ctx, await changeable(ctx, wanted))
    if not whos:
        return _who(ctx, blocker)
    return await _tag(ctx, blocker, await ctx.find_people(whos))


@commands.button("blocker.tag")
async def press_tag(ctx: Context, value: str) -> Reply:
    """Asks whose help is wanted."""
    blocker = await still_open(ctx, await changeable(ctx, pressed(value)))
    return _who(ctx, blocker)


@commands.button("blocker.ask")
async def press_ask(ctx: Context, value: str) -> Reply:
    """Asks the people who were typed for help with the blocker that was proposed."""
    wanted, _, ids = value.partition(":")
    blocker = await still_open(ctx, await changeable(ctx, pressed(wanted)))
    known = await ctx.db.people.some([int(id) for id in ID.findall(ids)])
    people = tuple(person for person in known.values() if person.active)
    return await _tag(ctx, blocker, people) if people else _who(ctx, blocker)


@commands.form("blocker.tag")
async def fill_tag(ctx: Context, values: Values, state: str) -> Reply:
    """Takes the people."""
    blocker = await still_open(ctx, await changeable(ctx, pressed(state)))
    people = await chosen(ctx, values.get("people"))
    if not people:
        raise FieldErrors({"people": FieldError("blocker-people-missing")})
    try:
        return await _tag(ctx, blocker, people)
    except UsageError as wrong:
        raise FieldErrors({"people": FieldError(wrong.key, wrong.values)}) from wrong


@commands.command(
    *ways(
        "ack",
        "acknowledge",
        "seen",
        zh=("收到", "已收到", "知道了", "已读", "知悉", "确认"),
    )
)
async def ack(ctx: Context, args: Arguments) -> Reply | None:
    """Says that you have seen what you are asked to help with."""
    return await _ack(ctx, await visible(ctx, number(ctx, args, "blocker-try-ack")))


@commands.button("blocker.ack")
async def press_ack(ctx: Context, value: str) -> Reply | None:
    """The same, from a button."""
    return await _ack(ctx, await visible(ctx, pressed(value)))


@commands.command(*ways("take", zh=("接手", "认领")))
async def take(ctx: Context, args: Arguments) -> Reply | None:
    """Makes a blocker yours: you see to it from now on."""
    return await _take(ctx, await visible(ctx, number(ctx, args, "blocker-try-take")))


@commands.button("blocker.take")
async def press_take(ctx: Context, value: str) -> Reply | None:
    """The same, from a button."""
    return await _take(ctx, await visible(ctx, pressed(value)))


@commands.command(
    *ways("update", "say", "comment", zh=("更新", "进展", "跟进", "补充", "评论"))
)
async def update(ctx: Context, args: Arguments) -> Reply | None:
    """Says something about a blocker: blocker update 4 numbers come at noon."""
    wanted = number(ctx, args, "blocker-try-update")
    blocker = await still_open(ctx, await visible(ctx, wanted))
    text = text_of(args.rest(), TEXT_LIMIT)
    if not text:
        return Reply(forms.say(ctx.t, blocker))
    after = await work(ctx).say(blocker, ctx.person.id, text)
    return await answered(ctx, after)


@commands.button("blocker.say")
async def press_say(ctx: Context, value: str) -> Reply:
    """Asks what there is to say."""
    blocker = await still_open(ctx, await visible(ctx, pressed(value)))
    return Reply(forms.say(ctx.t, blocker))


@commands.form("blocker.say")
async def fill_say(ctx: Context, values: Values, state: str) -> Reply:
    """Takes the update."""
    blocker = await still_open(ctx, await visible(ctx, pressed(state)))
    text = field_of(values, TEXT_LIMIT)
    after = await work(ctx).say(blocker, ctx.person.id, await ctx.readable(text))
    return told(ctx, "blocker-updated", after)


@commands.command(*ways("task", zh=("转任务", "建任务", "任务")))
async def task(ctx: Context, args: Arguments) -> Reply | None:
    """Makes a task of a blocker; each shows the other."""
    wanted = number(ctx, args, "blocker-try-task")
    return await _task(ctx, await changeable(ctx, wanted))


@commands.button("blocker.task")
async def press_task(ctx: Context, value: str) -> Reply | None:
    """The same, from a button."""
    return await _task(ctx, await changeable(ctx, pressed(value)))


def _who(ctx: Context, blocker: Blocker) -> Reply:
    return Reply(forms.tag(ctx.t, blocker))


async def _proposed(
    ctx: Context, wrong: UsageError, people: tuple[Person, ...]
) -> UsageError:
    """The same, with their own open blockers proposed, the newest first: a tap asks the
    people who were typed, or whom to ask.
    """
    open_ = [b for b in await ctx.db.blockers.all() if b.reporter_id == ctx.person.id]
    newest = sorted(open_, key=lambda each: -each.number)[:CLOSEST]
    who = ctx.t.items(tuple(person.name for person in people))
    ids = ",".join(str(person.id) for person in people)
    wrong.ways = tuple(
        Way(
            ctx.t("blocker-way-ask", who=who, id=short(each))
            if people
            else ctx.t("blocker-form-tag", id=short(each)),
            "blocker.ask",
            f"{each.number}:{ids}",
        )
        for each in newest
    )
    if newest and people:
        names = " ".join(f"@{person.name}" for person in people)
        wrong.try_this = f"blocker tag {newest[0].number} {names}"
    return wrong


async def _tag(ctx: Context, blocker: Blocker, people: tuple[Person, ...]) -> Reply:
    """Each hears of it once; who was asked already is not asked again."""
    tools = work(ctx)
    if all(person.id == blocker.reporter_id for person in people):
        raise UsageError("blocker-tag-reporter", id=short(blocker), who=people[0].name)
    if len({*blocker.tagged, *(person.id for person in people)}) > TAGS:
        raise UsageError("blocker-people-many", count=len(people), limit=TAGS)
    after = await tools.tag(blocker, [each.id for each in people], ctx.person.id)
    new = after.tagged[len(blocker.tags) :]
    key = "blocker-tagged-now" if new else "blocker-tagged-already"
    told_of = [each for each in people if each.id in (new or blocker.tagged)]
    names = ctx.t.items(tuple(person.name for person in told_of))
    notes: tuple[Line, ...] = await away_notes(ctx, new)
    return told(ctx, key, after, notes=notes, who=names)


async def _ack(ctx: Context, blocker: Blocker) -> Reply | None:
    if ctx.person.id not in blocker.tagged:
        again = f"blocker take {blocker.number}"
        raise NotAllowed("blocker-not-asked", try_this=again, id=short(blocker))
    after = await work(ctx).acknowledge(blocker, ctx.person.id)
    return await answered(ctx, after)


async def _take(ctx: Context, blocker: Blocker) -> Reply | None:
    if ctx.person.id == blocker.reporter_id:
        raise UsageError("blocker-take-own", id=short(blocker))
    await still_open(ctx, blocker)
    after = await work(ctx).take(blocker, ctx.person.id)
    return await answered(ctx, after)


async def _task(ctx: Context, blocker: Blocker) -> Reply | None:
    if blocker.task_id is None:
        await still_open(ctx, blocker)
        blocker, _ = await make_task(work(ctx), blocker, ctx.person.id)
    return await answered(ctx, blocker)
