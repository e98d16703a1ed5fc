"""Changing stand-ups: edit, pause, resume, archive. Only for their owner and admins."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date

from bot import dates
from bot.arguments import Arguments
from bot.cards.standup import forms
from bot.cards.standup import list as standup_list
from bot.commands.standup.edits import marked, overtaken, unmarked
from bot.commands.standup.filled import from_form
from bot.commands.standup.find import by_name, by_number, changeable
from bot.commands.standup.new import from_soonest, scheduled
from bot.commands.standup.remarks import warnings
from bot.commands.standup.sheets import sheet_of
from bot.context import Context
from bot.errors import UsageError, UserError
from bot.events import Values
from bot.messages import Audience, Card, Form, Reply
from bot.model.standup import OccurrenceState, Standup, StandupState
from bot.registry import Commands
from bot.rituals.standup.invite import invite
from bot.rituals.standup.notices import standup_view
from bot.rituals.standup.plan import STEP, forget_unseen

commands = Commands()
Draw = Callable[[Context, Standup], Awaitable[Form]]
UNTIL = re.compile(r"(?:^|\s)(?:until|till|til|直到)\s*(.+)$|(?:^|\s)到\s*(.+)$", re.I)


async def _edit_form(ctx: Context, standup: Standup) -> Form:
    """What is changed most."""
    sheet = await sheet_of(ctx, standup)
    return marked(forms.edit(ctx.t, sheet, ""), standup.id)


async def _more_form(ctx: Context, standup: Standup) -> Form:
    """Everything else."""
    sheet = await sheet_of(ctx, standup)
    return marked(forms.more(ctx.t, sheet, "", ctx.today), standup.id)


async def _open(ctx: Context, standup: Standup, draw: Draw) -> Reply:
    """Opens a form of it, for who may change it."""
    return Reply(await draw(ctx, await changeable(ctx, standup)))


@commands.command("standup edit", "edit standup", "站会 编辑")
async def edit(ctx: Context, args: Arguments) -> Reply:
    """Opens the form of one stand-up."""
    return await _open(ctx, await by_name(ctx, args, "edit"), _edit_form)


@commands.button("standup.edit")
async def press_edit(ctx: Context, value: str) -> Reply:
    """The same from a button."""
    return await _open(ctx, await by_number(ctx, value), _edit_form)


@commands.command("standup settings", "standup more", "站会 设置", "站会 更多")
async def more(ctx: Context, args: Arguments) -> Reply:
    """Opens the form of everything else that can be chosen."""
    return await _open(ctx, await by_name(ctx, args, "more"), _more_form)


@commands.button("standup.more_settings")
async def press_more(ctx: Context, value: str) -> Reply:
    """The same from a button."""
    return await _open(ctx, await by_number(ctx, value), _more_form)


@commands.form("standup.edit")
async def fill_edit(ctx: Context, values: Values, state: str) -> Reply:
    """Takes the changes; days that began already stay as they were."""
    return await _take(ctx, values, state, _edit_form)


@commands.form("standup.more_settings")
async def fill_more(ctx: Context, values: Values, state: str) -> Reply:
    """Takes the other choices."""
    return await _take(ctx, values, state, _more_form)


async def _take(ctx: Context, values: Values, state: str, draw: Draw) -> Reply:
    """Keeps what the form says, unless somebody changed it since it opened."""
    which, marks = unmarked(state)
    standup = await changeable(ctx, await by_number(ctx, which))
    if again := await overtaken(ctx, await draw(ctx, standup), values, marks):
        return Reply(again)
    wanted = await from_form(ctx, values, standup, named=True)
    if wanted.rule != standup.rule and wanted.start == standup.start:
        wanted = replace(wanted, start=max(standup.start, ctx.today))
    if (wanted.rule, wanted.start) != (standup.rule, standup.start):
        wanted = await from_soonest(ctx, wanted)
    return await _changed(ctx, wanted, "standup-changed")


async def _changed(ctx: Context, standup: Standup, key: str, **said: object) -> Reply:
    """Keeps it with its next day planned anew, and shows it as it is now."""
    kept = await scheduled(ctx, await forget_unseen(ctx.db, standup))
    await ctx.db.standups.save(kept)
    await ctx.db.deliveries.touch(subject=f"standup:{kept.id}")
    await invite(ctx.db, kept, ctx.now)
    view = await standup_view(ctx.db, ctx.t, kept)
    notes = [ctx.t.line(key, **said)]
    notes += await warnings(ctx, kept) if kept.active else []
    return Reply(standup_list.noted(ctx.t, view, notes), Audience.ONLY_YOU)


@commands.command("standup pause", "站会 暂停")
async def pause(ctx: Context, args: Arguments) -> Reply:
    """Asks nobody any more until it is resumed, or until a day."""
    typed, until = _until(ctx, args.typed)
    more = f":{until.isoformat()}" if until else ""
    named = Arguments(typed, ctx.local)
    return await _pause(ctx, await by_name(ctx, named, "pause", more), until)


@commands.button("standup.pause")
async def press_pause(ctx: Context, value: str) -> Reply:
    """The same from a button."""
    which, _, until = value.partition(":")
    return await _pause(ctx, await by_number(ctx, which), _day(ctx, until))


def _until(ctx: Context, typed: str) -> tuple[str, date | None]:
    """The words without the day on which it asks again, and that day."""
    match = UNTIL.search(typed)
    if match is None:
        return typed, None
    said = (match[1] or match[2]).strip()
    try:
        day = dates.read(said, ctx.local).day
    except dates.NotADate as wrong:
        if match[2]:  # 到 is a word of names too
            return typed, None
        raise UsageError(f"date-{wrong.problem.value}", typed=wrong.text) from wrong
    if day <= ctx.today:
        raise UsageError("standup-pause-past")
    return typed[: match.start()], day


def _day(ctx: Context, text: str) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day > ctx.today else None


async def _pause(ctx: Context, standup: Standup, until: date | None) -> Reply:
    held = await changeable(ctx, standup)
    if held.paused and until == held.paused_until:
        raise UserError("standup-paused-already", name=held.name)
    paused = replace(held, state=StandupState.PAUSED, paused_until=until)
    if until:
        day = ctx.t.day(until)
        return await _changed(ctx, paused, "standup-paused-until", day=day)
    return await _changed(ctx, paused, "standup-paused")


@commands.command("standup resume", "站会 恢复")
async def resume(ctx: Context, args: Arguments) -> Reply:
    """Asks again, from the next time on."""
    return await _resume(ctx, await by_name(ctx, args, "resume"))


@commands.button("standup.resume")
async def press_resume(ctx: Context, value: str) -> Reply:
    """The same from a button."""
    return await _resume(ctx, await by_number(ctx, value))


async def _resume(ctx: Context, standup: Standup) -> Reply:
    held = await changeable(ctx, standup)
    if held.active:
        raise UserError("standup-active-already", name=held.name)
    last = await ctx.db.standups.days.last(held.id)
    if last and last.state is OccurrenceState.OPEN:
        # People whose time is still to come today are asked again.
        await ctx.db.jobs.put(STEP, {last.id: ctx.now})
    resumed = replace(held, state=StandupState.ACTIVE, paused_until=None)
    return await _changed(ctx, resumed, "standup-resumed")


@commands.command("standup archive", "standup delete", "standup remove", "站会 归档")
async def archive(ctx: Context, args: Arguments) -> Reply:
    """Asks whether it shall end for good."""
    held = await changeable(ctx, await by_name(ctx, args, "archive"))
    return Reply(standup_list.archiving(ctx.t, held), Audience.ONLY_YOU)


@commands.button("standup.archiving")
async def press_archiving(ctx: Context, value: str) -> Reply:
    """The same from a button."""
    held = await changeable(ctx, await by_number(ctx, value))
    return Reply(standup_list.archiving(ctx.t, held), Audience.ONLY_YOU)


@commands.button("standup.archive")
async def press_archive(ctx: Context, value: str) -> Reply:
    """Ends a stand-up for good; what people said is kept."""
    held = await changeable(ctx, await by_number(ctx, value))
    await forget_unseen(ctx.db, held)
    gone = replace(held, state=StandupState.ARCHIVED, next_day=None, next_at=None)
    await ctx.db.standups.save(gone)
    await ctx.db.deliveries.touch(subject=f"standup:{gone.id}")
    card: Card = standup_list.told(ctx.t, "standup-archived", gone)
    return Reply(card, Audience.ONLY_YOU)
