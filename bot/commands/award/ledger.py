"""Awards made, what goes on now, and who got which."""

import asyncio
import re

from bot.arguments import Arguments, fold
from bot.cards import award as cards
from bot.commands.award.at_hand import check_guest, running, work
from bot.commands.award.choose import QUOTES
from bot.commands.award.ways import CHINESE, ways
from bot.commands.standup.export import file_kind
from bot.context import Context
from bot.errors import Conflict, NotAllowed, UsageError
from bot.messages import Reply
from bot.model.award import JURY_LIMIT, NAME_LIMIT, Award, Cadence, Stage
from bot.model.people import Role
from bot.model.sheet import FileKind
from bot.model.text import shows, tidy
from bot.registry import Commands
from bot.rituals.award.views import view

commands = Commands()
SHOWN = 24
MOST = 5_000
APPROVER = (
    "approver",
    "approved by",
    "approval by",
    "approval",
    "批准",
    "审批",
    "审批人",
)
CADENCES = {
    Cadence.MONTHLY: r"monthly|every month|每月|月度",
    Cadence.QUARTERLY: r"quarterly|every quarter|每季度?|季度",
    Cadence.ONCE: r"once|一次",
}
RUNNING = (Stage.NOMINATING, Stage.CHOOSING, Stage.VOTING, Stage.TIED)


@commands.command("award", "awards", *CHINESE, *ways("list", zh=("列表",)))
async def overview(ctx: Context, args: Arguments) -> Reply:
    """Shows what can be nominated and voted for now."""
    await check_guest(ctx)
    found = await running(ctx, *RUNNING)
    return cards.overview(found, ctx.t, admin=ctx.person.is_admin)


@commands.command(*ways("new", "add", zh=("新建", "新增")), admin=True)
async def new(ctx: Context, args: Arguments) -> Reply:
    """Makes one: award new "Employee of the month" monthly, jury: @Anna @Bo."""
    approvers = await ctx.find_people(args.people_after(*APPROVER))
    jury = await ctx.find_people((*args.people_after("jury", "评委"), *args.people()))
    if len(jury) > JURY_LIMIT or any(each.role is Role.GUEST for each in jury):
        raise UsageError("award-jury", limit=JURY_LIMIT)
    if len(approvers) > 1 or any(each.role is Role.GUEST for each in approvers):
        raise UsageError("award-approver")
    if (await ctx.db.kudos.rules()).wall is None:
        raise UsageError("award-no-wall", try_this="kudos wall here")
    cadence, name = _cadence(args.rest())
    if not shows(name) or len(name) > NAME_LIMIT:
        again = ctx.t("award-try-new")
        raise UsageError("award-name", try_this=again, limit=NAME_LIMIT)
    known = {fold(each.name) for each in await ctx.db.awards.all()}
    if fold(name) in known:
        raise UsageError("award-known", name=name)
    made_by = ctx.person.id
    award = Award(
        name=name,
        cadence=cadence,
        made_by=made_by,
        jury=tuple(person.id for person in jury),
        approver_id=approvers[0].id if approvers else None,
    )
    try:
        stored = await ctx.db.awards.add(award)
    except Conflict as taken:
        raise UsageError("award-known", name=name) from taken
    opened = await work(ctx).open(stored)
    when = ctx.t.moment(opened.due_at) if opened else ""
    return cards.done(ctx.t.line("award-made", name=name, when=when))


@commands.command(*ways("ledger", "winners", zh=("获奖名单", "名单")), "获奖名单")
async def ledger(ctx: Context, args: Arguments) -> Reply:
    """Shows who got which award."""
    await check_guest(ctx)
    rounds = await ctx.db.awards.rounds(over=True, limit=SHOWN)
    found = [await view(ctx.db, each) for each in rounds if each.stage is Stage.ENDED]
    shown = [each for each in found if each]
    return cards.ledger(shown, ctx.t, admin=ctx.person.is_admin)


@commands.command(*ways("export", zh=("导出",)), admin=True)
async def export(ctx: Context, args: Arguments) -> Reply:
    """The ledger as a file: award export csv."""
    return await _exported(ctx, file_kind(args.typed)[0])


@commands.button("award.export")
async def press_export(ctx: Context, value: str) -> Reply:
    """The same, from a button."""
    if not ctx.person.is_admin:
        raise NotAllowed("kudos-admins")
    return await _exported(ctx, file_kind(value[:20])[0])


async def _exported(ctx: Context, kind: FileKind) -> Reply:
    rounds = await ctx.db.awards.rounds(over=True, limit=MOST)
    ended = [each for each in rounds[::-1] if each.stage is Stage.ENDED]
    views = [each for each in [await view(ctx.db, one) for one in ended] if each]
    if not views:
        raise UsageError("award-ledger-none")
    ids = [each.decided_by for each in ended if each.decided_by]
    people = await ctx.db.people.some(ids)
    names = {id: person.name for id, person in people.items()}
    file = await asyncio.to_thread(cards.sheet, ctx.t, views, names, kind)
    return cards.exported(ctx.t, file)


def _cadence(text: str) -> tuple[Cadence, str]:
    """How often, and the name without it; a word inside the name stays."""
    for cadence, words in CADENCES.items():
        ends = re.compile(rf"[\s,，]+(?:{words})$", re.IGNORECASE)
        if match := ends.search(text.strip(" ,，")):
            text = text.strip(" ,，")[: match.start()]
            return cadence, tidy(text).strip(QUOTES)
    return Cadence.ONCE, tidy(text).strip(QUOTES)
