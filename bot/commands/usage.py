"""What the platforms' monthly quotas cost, and saving: for admins."""

from collections.abc import Mapping
from dataclasses import replace

from bot.arguments import Arguments, fold
from bot.cards import usage as cards
from bot.context import Context
from bot.errors import NotAllowed, NotFound, UsageError
from bot.messages import Audience, Reply
from bot.model.budget import Budget, Kind, Mode, month_of
from bot.registry import Commands
from bot.rituals.delivery.budget import look_after, stand_of

commands = Commands()
SHOWN = 3
MODES = (
    dict.fromkeys(("on", "yes", "start", "开", "开启", "打开"), Mode.ON)
    | dict.fromkeys(("off", "no", "never", "stop", "关", "关闭"), Mode.OFF)
    | dict.fromkeys(("auto", "automatic", "automatically", "自动"), Mode.AUTO)
)


@commands.command(
    "usage", "quota", "budget", "settings usage", "用量", "额度", "设置 用量",
    admin=True,
)  # fmt: skip
async def usage(ctx: Context, args: Arguments) -> Reply:
    """Shows what is used of the month, how it will end, and whether the bot saves."""
    if args:
        raise UsageError("usage-word", try_this=_example(ctx))
    return await _shown(ctx, Audience.ONLY_YOU)


@commands.command("usage save", "usage saving", "用量 节省", "额度 节省", admin=True)
async def save(ctx: Context, args: Arguments) -> Reply:
    """Says whether the bot saves: on, off, or when it must."""
    mode = MODES.get(fold(args.rest()))
    if mode is None:
        raise UsageError("usage-save-missing", try_this=_example(ctx))
    return await _save(ctx, mode, Audience.ONLY_YOU)


@commands.command("usage retry", "usage again", "用量 重试", "额度 重试", admin=True)
async def retry(ctx: Context, args: Arguments) -> Reply:
    """Tries again what waits for the next month, after more was bought."""
    return await _retry(ctx, Audience.ONLY_YOU)


@commands.button("usage.show")
async def press_show(ctx: Context, value: str) -> Reply:
    """Shows it from a button."""
    _allow(ctx)
    return await _shown(ctx, Audience.ONLY_YOU)


@commands.button("usage.save")
async def press_save(ctx: Context, value: str) -> Reply:
    """Sets the mode of a button; the card shows it."""
    _allow(ctx)
    mode = {str(mode): mode for mode in Mode}.get(value)
    if mode is None:
        raise UsageError("usage-save-missing", try_this=_example(ctx))
    return await _save(ctx, mode, Audience.REPLACE)


@commands.button("usage.retry")
async def press_retry(ctx: Context, value: str) -> Reply:
    """Tries again from a button."""
    _allow(ctx)
    return await _retry(ctx, Audience.REPLACE)


def _allow(ctx: Context) -> None:
    if not ctx.person.is_admin:
        raise NotAllowed("not-allowed-admin")


def _example(ctx: Context) -> str:
    return ctx.t("usage-try-save")


async def _save(ctx: Context, mode: Mode, audience: Audience) -> Reply:
    """The mode is in force; on its own it may begin to save at once."""
    for budget in await _budgets(ctx):
        since = ctx.now if mode is Mode.ON else None
        if mode is Mode.ON and budget.saves(ctx.now):
            since = budget.since
        changed = replace(budget, mode=mode, since=since)
        await ctx.db.usage.save(changed)
        await look_after(ctx.db, ctx.calendar, changed, ctx.now)
    return await _shown(ctx, audience)


async def _retry(ctx: Context, audience: Audience) -> Reply:
    """What waits for a new month is due now; a platform that refuses again says so."""
    for budget in await _budgets(ctx):
        await ctx.db.usage.save(replace(budget, dry=""))
    await ctx.db.deliveries.held.release()
    return await _shown(ctx, audience)


async def _shown(ctx: Context, audience: Audience) -> Reply:
    budgets = await _watched(ctx)
    if not budgets:
        return Reply(cards.none(ctx.t, ctx.workspace.platform), audience)
    views = [await _view(ctx, budget) for budget in budgets]
    return Reply(cards.usage(ctx.t, views, ctx.now), audience)


async def _view(ctx: Context, budget: Budget) -> cards.View:
    month = month_of(ctx.now)
    counts = await ctx.db.usage.of(budget.platform, budget.tenant, month)
    stand = await stand_of(ctx.db, ctx.calendar, budget, ctx.now)
    return cards.View(budget, stand, _most(counts))


def _most(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    """The calls by name, those that were made most first."""
    named = [
        (name, count)
        for kind, _, name, count in ((*k.partition(":"), n) for k, n in counts.items())
        if kind == Kind.CALLS and name
    ]
    return sorted(named, key=lambda one: (-one[1], one[0]))[:SHOWN]


async def _budgets(ctx: Context) -> list[Budget]:
    """What there is to save. Raises NotFound where there is no quota at all."""
    budgets = await _watched(ctx)
    if not budgets:
        platform = ctx.t(f"platform-{ctx.workspace.platform}")
        raise NotFound("usage-none", platform=platform)
    return budgets


async def _watched(ctx: Context) -> list[Budget]:
    """Every budget that has a limit, or that is used up."""
    known = await ctx.db.usage.budgets()
    return [
        each for each in known if each.is_dry(ctx.now) or any(map(each.quota.of, Kind))
    ]
