"""Changing stand-ups: edit, pause, resume, archive. Only for their owner and admins."""

from collections.abc import Sequence
from dataclasses import replace

from bot.arguments import Arguments
from bot.cards import standup_forms, standup_list
from bot.commands.standup.filled import from_form
from bot.commands.standup.find import by_name, by_number, changeable
from bot.commands.standup.new import scheduled, taken, warnings
from bot.commands.standup.wanted import Wanted
from bot.context import Context
from bot.errors import FieldError, FieldErrors, UserError
from bot.events import Values
from bot.messages import Audience, Card, Reply
from bot.model.standup import Chosen, OccurrenceState, Standup, StandupState
from bot.registry import Commands
from bot.rituals.standup_notices import standup_view
from bot.rituals.standup_plan import STEP, forget_unseen

commands = Commands()


@commands.command("standup edit", "edit standup", "站会 编辑")
async def edit(ctx: Context, args: Arguments) -> Reply:
    """Opens the form of one stand-up."""
    return await _edit(ctx, await by_name(ctx, args, "edit"))


@commands.button("standup.edit")
async def press_edit(ctx: Context, value: str) -> Reply:
    """The same from a button."""
    return await _edit(ctx, await by_number(ctx, value))


async def _edit(ctx: Context, standup: Standup) -> Reply:
    await changeable(ctx, standup)
    chosen = standup.roster.people if isinstance(standup.roster, Chosen) else ()
    form = standup_forms.edit(
        ctx.t,
        standup,
        standup.place.id if standup.place else None,
        await _accounts(ctx, chosen),
        await _accounts(ctx, standup.observers),
    )
    return Reply(form)


async def _accounts(ctx: Context, people: Sequence[int]) -> tuple[str, ...]:
    """The people's ids in this workspace, those who have one."""
    found: list[str] = []
    for person_id in people:
        for account in await ctx.db.people.accounts(person_id):
            if account.workspace_id == ctx.workspace.id:
                found.append(account.ref.id)
                break
    return tuple(found)


@commands.form("standup.edit")
async def fill_edit(ctx: Context, values: Values, state: str) -> Reply:
    """Takes the changes; days that began already stay as they were."""
    standup = await changeable(ctx, await by_number(ctx, state))
    wanted = await from_form(ctx, values, standup)
    if await taken(ctx, wanted.name, but=standup.id):
        problem = FieldError("standup-name-taken", {"name": wanted.name})
        raise FieldErrors({"name": problem})
    return await _changed(ctx, _edited(standup, wanted), "standup-changed")


def _edited(standup: Standup, wanted: Wanted) -> Standup:
    return replace(
        standup,
        name=wanted.name,
        at=wanted.at,
        rule=wanted.rule,
        place=wanted.place,
        roster=wanted.roster,
        observers=wanted.observers,
        close_at=wanted.close_at,
        remind_minutes=wanted.remind_minutes,
        zone=wanted.zone,
        questions=wanted.questions,
    )


async def _changed(ctx: Context, standup: Standup, key: str) -> Reply:
    """Keeps it with its next day planned anew, and shows it as it is now."""
    await forget_unseen(ctx.db, standup)
    kept = await scheduled(ctx, standup) if standup.active else standup
    await ctx.db.standups.save(kept)
    await ctx.db.deliveries.touch(subject=f"standup:{kept.id}")
    view = await standup_view(ctx.db, ctx.t, kept)
    notes = [ctx.t.line(key)]
    notes += await warnings(ctx, kept) if kept.active else []
    return Reply(standup_list.noted(ctx.t, view, notes), Audience.ONLY_YOU)


@commands.command("standup pause", "站会 暂停")
async def pause(ctx: Context, args: Arguments) -> Reply:
    """Asks nobody any more until it is resumed."""
    return await _pause(ctx, await by_name(ctx, args, "pause"))


@commands.button("standup.pause")
async def press_pause(ctx: Context, value: str) -> Reply:
    """The same from a button."""
    return await _pause(ctx, await by_number(ctx, value))


async def _pause(ctx: Context, standup: Standup) -> Reply:
    held = await changeable(ctx, standup)
    if held.state is StandupState.PAUSED:
        raise UserError("standup-paused-already", name=held.name)
    paused = replace(held, state=StandupState.PAUSED, next_day=None, next_at=None)
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
    resumed = replace(held, state=StandupState.ACTIVE)
    return await _changed(ctx, resumed, "standup-resumed")


@commands.command("standup archive", "standup delete", "standup remove", "站会 归档")
async def archive(ctx: Context, args: Arguments) -> Reply:
    """Ends a stand-up for good; what people said is kept."""
    held = await changeable(ctx, await by_name(ctx, args, "archive"))
    await forget_unseen(ctx.db, held)
    gone = replace(held, state=StandupState.ARCHIVED, next_day=None, next_at=None)
    await ctx.db.standups.save(gone)
    await ctx.db.deliveries.touch(subject=f"standup:{gone.id}")
    card: Card = standup_list.told(ctx.t, "standup-archived", gone)
    return Reply(card, Audience.ONLY_YOU)
