"""Out of the way, and back again; and the answers to "is it still there?"."""

from dataclasses import replace

from bot.arguments import Arguments
from bot.cards.blocker import forms
from bot.cards.blocker.words import short
from bot.commands.blocker.at_hand import (
    answered,
    changeable,
    field_of,
    number,
    number_or_own,
    pressed,
    still_open,
    text_of,
    told,
    work,
)
from bot.commands.blocker.ways import ways
from bot.context import Context
from bot.errors import UsageError
from bot.events import Values
from bot.messages import Reply
from bot.model.blocker import OUTCOME_LIMIT, Blocker, UpdateKind
from bot.registry import Commands

commands = Commands()
AT_ONCE = 20  # blockers that one button is about


@commands.command(
    *ways(
        "resolve",
        "resolved",
        "done",
        "solved",
        "close",
        "fixed",
        zh=("解决", "解决了", "已解决", "关闭", "完成", "已完成", "搞定", "搞定了"),
    )
)
async def resolve(ctx: Context, args: Arguments) -> Reply | None:
    """Says that it is out of the way, and how: blocker resolve 4 numbers are there. Who
    has only one open needs no number.
    """
    wanted = await number_or_own(ctx, args, "blocker-try-resolve")
    blocker = await still_open(ctx, await changeable(ctx, wanted))
    outcome = text_of(args.rest(), OUTCOME_LIMIT)
    return await answered(ctx, await work(ctx).resolve(blocker, ctx.person.id, outcome))


@commands.button("blocker.resolve")
async def press_resolve(ctx: Context, value: str) -> Reply | None:
    """The same, from a button; how can be said then."""
    blocker = await changeable(ctx, pressed(value))
    if not blocker.open and blocker.resolved_by == ctx.person.id:
        return await answered(ctx, blocker)  # pressed twice: the card says so already
    await still_open(ctx, blocker)
    return await answered(ctx, await work(ctx).resolve(blocker, ctx.person.id))


@commands.button("blocker.outcome")
async def press_outcome(ctx: Context, value: str) -> Reply:
    """Asks how it was solved."""
    blocker = await _closed(ctx, await changeable(ctx, pressed(value)))
    return Reply(forms.outcome(ctx.t, blocker))


@commands.form("blocker.outcome")
async def fill_outcome(ctx: Context, values: Values, state: str) -> Reply:
    """Takes how it was solved."""
    blocker = await _closed(ctx, await changeable(ctx, pressed(state)))
    text = await ctx.readable(field_of(values, OUTCOME_LIMIT))
    after, tools = replace(blocker, outcome=text), work(ctx)
    await tools.record(after, ctx.person.id, UpdateKind.SAID, text)
    await tools.save(after)
    return told(ctx, "blocker-updated", after)


@commands.command(*ways("reopen", "undo", zh=("重新打开", "重开", "撤销")))
async def reopen(ctx: Context, args: Arguments) -> Reply | None:
    """Says that it is in the way after all."""
    blocker = await changeable(ctx, number(ctx, args, "blocker-try-reopen"))
    if blocker.open:
        raise UsageError("blocker-open-already", id=short(blocker))
    return await answered(ctx, await work(ctx).reopen(blocker, ctx.person.id))


@commands.button("blocker.reopen")
async def press_reopen(ctx: Context, value: str) -> Reply | None:
    """The same, from a button."""
    blocker = await changeable(ctx, pressed(value))
    if not blocker.open:
        blocker = await work(ctx).reopen(blocker, ctx.person.id)
    return await answered(ctx, blocker)


@commands.button("blocker.still")
async def press_still(ctx: Context, value: str) -> Reply | None:
    """Still there, says who was asked; what is out of the way meanwhile stays so."""
    numbers = dict.fromkeys(value.split()[:AT_ONCE] or [""])
    found = [await changeable(ctx, pressed(word)) for word in numbers]
    if len(found) == 1:
        await still_open(ctx, found[0])
    for blocker in found:
        if blocker.open:
            await _still(ctx, blocker)
    return await answered(ctx, found[0])


async def _still(ctx: Context, blocker: Blocker) -> None:
    """Written down once, however often it is pressed."""
    story = await ctx.db.blockers.log.of(blocker.id)
    last = story[-1] if story else None
    known = last and (last.kind, last.person_id) == (UpdateKind.SAID, ctx.person.id)
    if not known:
        await work(ctx).say(blocker, ctx.person.id, "")


async def _closed(ctx: Context, blocker: Blocker) -> Blocker:
    if blocker.open:
        raise UsageError("blocker-open-already", id=short(blocker))
    return blocker
