"""Looking at kudos: one's own, somebody's, and who is thanked by many."""

from collections.abc import Sequence
from dataclasses import replace

from bot.arguments import Arguments, fold
from bot.cards import kudos as cards
from bot.commands.kudos.ways import ways
from bot.context import Context
from bot.errors import NotAllowed, UsageError
from bot.messages import Line, Reply
from bot.model.kudos import Kudos
from bot.model.kudos.standing import Period, by_givers, since
from bot.model.people import Role
from bot.registry import Commands
from bot.rituals.kudos.views import views, visible

commands = Commands()
SHOWN = 10
LOOKED_AT = 200
COUNTED = 5_000
PERIODS = {
    "": Period.MONTH, "month": Period.MONTH, "this month": Period.MONTH,
    "本月": Period.MONTH, "月": Period.MONTH, "week": Period.WEEK,
    "this week": Period.WEEK, "本周": Period.WEEK, "周": Period.WEEK,
    "all": Period.ALL, "ever": Period.ALL, "全部": Period.ALL, "所有": Period.ALL,
}  # fmt: skip
ON = frozenset({"on", "开启", "打开", "开"})
OFF = frozenset({"off", "关闭", "关"})


@commands.command(*ways("mine", "my", zh=("我的",)))
async def mine(ctx: Context, args: Arguments) -> Reply:
    """Shows what I gave and got."""
    own = ctx.person.id
    given = await ctx.db.kudos.where(giver_id=own, limit=SHOWN)
    got = await ctx.db.kudos.where(receiver_id=own, limit=SHOWN)
    both = {each.id: each for each in (*given, *got)}.values()
    found = sorted(both, key=lambda each: each.given_at, reverse=True)[:SHOWN]
    return await _listed(ctx, ctx.t.line("kudos-mine-title"), found)


@commands.command(*ways("list", "show", zh=("列表", "查看")))
async def list_(ctx: Context, args: Arguments) -> Reply:
    """Shows who was thanked lately: everybody, or one person."""
    people = await ctx.find_people(args.people())
    if not people and args:
        people = (await ctx.filled_person(args.rest()),)
    if not people:
        found = await ctx.db.kudos.where(limit=LOOKED_AT)
        return await _listed(ctx, ctx.t.line("kudos-list-title"), found)
    who = people[0]
    found = await ctx.db.kudos.where(receiver_id=who.id, limit=LOOKED_AT)
    return await _listed(ctx, ctx.t.line("kudos-of-title", who=who.name), found)


@commands.command(*ways("ranking", "leaderboard", zh=("排行", "排行榜")))
async def ranking(ctx: Context, args: Arguments) -> Reply:
    """Shows who is thanked by many: week, month, all; on or off (admin)."""
    said = fold(args.rest())
    rules = await ctx.db.kudos.rules()
    if said in ON or said in OFF:
        if not ctx.person.is_admin:
            raise NotAllowed("kudos-admins")
        return await _switched(ctx, on=said in ON)
    period = PERIODS.get(said)
    if period is None:
        raise UsageError("kudos-period-unknown", try_this="kudos ranking month")
    if not rules.ranking or ctx.person.role is Role.GUEST:
        raise NotAllowed("kudos-ranking-off")
    start = since(period, ctx.today, ctx.person.tz)
    found = await ctx.db.kudos.where(since=start, limit=COUNTED)
    rows = by_givers(each for each in found if each.place or each.wall)[:SHOWN]
    people = await ctx.db.people.some([person_id for person_id, _ in rows])
    named = [(people[id].name, count) for id, count in rows if id in people]
    return cards.ranking(ctx.t, period.value, named)


async def _switched(ctx: Context, *, on: bool) -> Reply:
    rules = await ctx.db.kudos.rules()
    await ctx.db.kudos.rule(replace(rules, ranking=on))
    key = "kudos-ranking-on" if on else "kudos-ranking-ends"
    return cards.done(ctx.t.line(key))


async def _listed(ctx: Context, title: Line, found: Sequence[Kudos]) -> Reply:
    seen = (await visible(ctx.db, found, ctx.person, ctx.here))[:SHOWN]
    own = frozenset(
        each.id
        for each in seen
        if each.giver_id == ctx.person.id and each.changeable(ctx.now)
    )
    return cards.listing(ctx.t, title, await views(ctx.db, seen), own)
