"""Changing stand-ups: edit, pause, resume, archive. Only for their owner and admins."""

import re
from dataclasses import replace
from datetime import date

from bot import dates
from bot.arguments import Arguments
from bot.cards.standup import forms
from bot.cards.standup import list as standup_list
from bot.cards.standup.forms import Section
from bot.commands.standup.edits import marked, overtaken, unmarked
from bot.commands.standup.ends import read_length
from bot.commands.standup.filled import from_form
from bot.commands.standup.find import by_name, by_number, changeable
from bot.commands.standup.keywords import HOW_LONG
from bot.commands.standup.new import from_soonest, scheduled
from bot.commands.standup.remarks import warnings
from bot.commands.standup.sheets import sheet_of
from bot.context import Context
from bot.errors import UsageError, UserError
from bot.events import Values
from bot.messages import Audience, Card, Form, Reply
from bot.model.expression import expression
from bot.model.standup import OccurrenceState, Standup, StandupState
from bot.registry import Commands
from bot.rituals.standup.invite import invite
from bot.rituals.standup.notices import standup_view
from bot.rituals.standup.plan import STEP, forget_unseen

commands = Commands()
UNTIL = expression(r"(?:^|\s)(?:until|till|til|直到)\s*(.+)$|(?:^|\s)到\s*(.+)$", re.I)
LASTING = expression(
    rf"(?:^|\s)(?:for\s+|(?:暂停|停)?)(?:the\s+next\s+)?{HOW_LONG}$", re.IGNORECASE
)


@commands.command(
    "standup edit", "edit standup", "standup settings", "standup more", "站会 编辑",
    "站会 设置", "站会 更多",
)  # fmt: skip
async def edit(ctx: Context, args: Arguments) -> Reply:
    """Shows what can be changed, part by part."""
    return await _parts(ctx, await by_name(ctx, args, "edit"))


@commands.button("standup.edit")
async def press_edit(ctx: Context, value: str) -> Reply:
    """The same from a button; or opens the form of one part."""
    which, _, part = value.partition(":")
    standup = await by_number(ctx, which)
    if part not in list(Section):
        return await _parts(ctx, standup)
    return Reply(await _form(ctx, await changeable(ctx, standup), Section(part)))


async def _parts(ctx: Context, standup: Standup) -> Reply:
    card = standup_list.parts(ctx.t, await changeable(ctx, standup))
    return Reply(card, Audience.ONLY_YOU)


async def _form(ctx: Context, standup: Standup, part: Section) -> Form:
    sheet = await sheet_of(ctx, standup)
    form = forms.edit(ctx.t, sheet, part, ctx.today)
    return marked(form, f"{standup.id}-{part}")


@commands.form("standup.edit")
async def fill_edit(ctx: Context, values: Values, state: str) -> Reply:
    """Takes the changes, unless somebody else changed it since the form opened; days
    that began already stay as they were.
    """
    which, marks = unmarked(state)
    number, _, part = which.partition("-")
    standup = await changeable(ctx, await by_number(ctx, number))
    if part not in list(Section):
        raise UserError("form-gone")
    now = await _form(ctx, standup, Section(part))
    if again := await overtaken(ctx, now, values, marks):
        return Reply(again)
    wanted = await from_form(ctx, values, standup, named=True)
    if wanted.rule != standup.rule and wanted.start == standup.start:
        wanted = replace(wanted, start=max(standup.start, ctx.today))
    if (wanted.rule, wanted.start) != (standup.rule, standup.start):
        wanted = await from_soonest(ctx, wanted)
    return await _changed(ctx, wanted, "standup-changed")


async def _changed(ctx: Context, standup: Standup, key: str, **said: object) -> Reply:
    """Keeps it, and shows it as it is now."""
    kept = await keep(ctx, standup)
    await invite(ctx.db, kept, ctx.now)
    view = await standup_view(ctx.db, ctx.t, kept)
    notes = [ctx.t.line(key, **said)]
    notes += await warnings(ctx, kept) if kept.active else []
    return Reply(standup_list.noted(ctx.t, view, notes), Audience.ONLY_YOU)


async def keep(ctx: Context, standup: Standup) -> Standup:
    """The stand-up with its next day planned anew; its cards follow."""
    kept = await scheduled(ctx, await forget_unseen(ctx.db, standup))
    await ctx.db.standups.save(kept)
    await ctx.db.deliveries.touch(subject=f"standup:{kept.id}")
    return kept


@commands.command("standup pause", "站会 暂停")
async def pause(ctx: Context, args: Arguments) -> Reply:
    """Asks nobody any more until it is resumed, or until a day."""
    typed, until = _until(ctx, args.typed)
    more = f":{until.isoformat()}" if until else ""
    named = Arguments(typed, ctx.local)
    return await pause_until(ctx, await by_name(ctx, named, "pause", more), until)


@commands.button("standup.pause")
async def press_pause(ctx: Context, value: str) -> Reply:
    """The same from a button."""
    which, _, until = value.partition(":")
    return await pause_until(ctx, await by_number(ctx, which), _day(ctx, until))


def _until(ctx: Context, typed: str) -> tuple[str, date | None]:
    """The words without the day on which it asks again, and that day."""
    if match := LASTING.search(typed):
        return typed[: match.start()], ctx.today + read_length(match, typed)
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


async def pause_until(ctx: Context, standup: Standup, until: date | None) -> Reply:
    """Asks nobody until that day; without one until it is resumed."""
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


@commands.command(
    "standup archive", "standup delete", "standup remove", "站会 归档", "站会 删除"
)
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
