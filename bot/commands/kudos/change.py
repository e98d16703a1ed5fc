"""Kudos changed or taken back, and the messages about them with it (PEERS L09)."""

from bot.arguments import Arguments
from bot.cards import kudos as cards
from bot.cards.kudos import forms
from bot.commands.kudos.give import filled_words
from bot.commands.kudos.sentence import without_values
from bot.commands.kudos.ways import ways
from bot.commands.task.at_hand import pressed
from bot.context import Context
from bot.errors import NotAllowed, NotFound, UsageError
from bot.events import Values
from bot.messages import Reply
from bot.model.kudos import CHANGED_WITHIN, REASON_LIMIT, Kudos
from bot.model.kudos.reason import enough
from bot.registry import Commands
from bot.rituals.kudos.views import views, visible
from bot.rituals.kudos.work import KudosWork

commands = Commands()
LETTER = "K"


@commands.command(*ways("edit", "change", zh=("修改", "编辑")))
async def edit(ctx: Context, args: Arguments) -> Reply:
    """Says it in other words: kudos edit K-3 for the banner #care."""
    found = await _changeable(ctx, _number(ctx, args, "kudos-try-edit"))
    if not args:
        return await _form(ctx, found)
    known = await ctx.db.kudos.all_values()
    reason, named = without_values(await ctx.readable(args.rest()), known)
    if len(reason) > REASON_LIMIT:
        raise UsageError("kudos-reason-long", count=len(reason), limit=REASON_LIMIT)
    if not enough(reason):
        raise UsageError("kudos-reason-short", try_this=ctx.t("kudos-try-edit"))
    return await _changed(ctx, found, reason, named or found.values)


@commands.button("kudos.edit")
async def press_edit(ctx: Context, value: str) -> Reply:
    """Opens the words."""
    return await _form(ctx, await _changeable(ctx, pressed(value)))


@commands.form("kudos.edit")
async def fill_edit(ctx: Context, values: Values, state: str) -> Reply:
    """Takes other words."""
    found = await _changeable(ctx, pressed(state))
    reason, named = await filled_words(ctx, values)
    return await _changed(ctx, found, reason, named)


@commands.command(*ways("drop", "delete", "undo", zh=("撤回", "删除")))
async def drop(ctx: Context, args: Arguments) -> Reply:
    """Takes kudos back: kudos drop K-3."""
    return await _dropped(ctx, _number(ctx, args, "kudos-try-drop"))


@commands.button("kudos.drop")
async def press_drop(ctx: Context, value: str) -> Reply:
    """The same, from a button."""
    return await _dropped(ctx, pressed(value))


@commands.button("kudos.wall")
async def press_wall(ctx: Context, value: str) -> Reply:
    """Has the wall show what was given in a private channel: who gave it decides."""
    found = await _visible(ctx, pressed(value))
    if found.giver_id != ctx.person.id:
        raise NotAllowed("kudos-not-yours", id=found.short)
    if (await ctx.db.kudos.rules()).wall is None:
        raise UsageError("kudos-wall-none")
    if not found.wall:
        await KudosWork(ctx.db, ctx.now).show(found)
    return cards.done(ctx.t.line("kudos-shown", id=found.short))


async def _dropped(ctx: Context, wanted: int) -> Reply:
    found = await _changeable(ctx, wanted)
    await KudosWork(ctx.db, ctx.now).take_back(found)
    return cards.done(ctx.t.line("kudos-taken-back", id=found.short))


async def _changed(
    ctx: Context, kudos: Kudos, reason: str, values: tuple[str, ...]
) -> Reply:
    await KudosWork(ctx.db, ctx.now).change(kudos, reason, values)
    return cards.done(ctx.t.line("kudos-changed", id=kudos.short))


async def _form(ctx: Context, kudos: Kudos) -> Reply:
    (view,) = await views(ctx.db, [kudos])
    known = list(await ctx.db.kudos.values())
    known += [
        each
        for each in await ctx.db.kudos.all_values()
        if each not in known and each.word in kudos.values
    ]
    return Reply(forms.edit(ctx.t, known, kudos, ctx.t.items(view.receivers)))


def _number(ctx: Context, args: Arguments, example: str) -> int:
    found = args.number(LETTER)
    if found is None:
        raise UsageError("kudos-number-missing", try_this=ctx.t(example))
    return found


async def _visible(ctx: Context, wanted: int) -> Kudos:
    """The kudos by their number, if they are theirs to read."""
    found = await ctx.db.kudos.numbered(wanted)
    seen = await visible(ctx.db, [found], ctx.person, ctx.here) if found else []
    if not seen or seen[0].taken_at:
        raise NotFound("kudos-unknown", try_this="kudos mine", id=f"{LETTER}-{wanted}")
    return seen[0]


async def _changeable(ctx: Context, wanted: int) -> Kudos:
    """The same, if they may still change it: who gave it at first, then admins."""
    found = await _visible(ctx, wanted)
    if ctx.person.is_admin:
        return found
    if found.giver_id != ctx.person.id:
        raise NotAllowed("kudos-not-yours", id=found.short)
    if not found.changeable(ctx.now):
        minutes = int(CHANGED_WITHIN.total_seconds() // 60)
        raise NotAllowed("kudos-late", id=found.short, minutes=minutes)
    return found
