"""The home tab, `today`, and the bot's first words in a new place."""

from collections import defaultdict
from collections.abc import Sequence

from bot.arguments import Arguments
from bot.cards import home as cards
from bot.cards.feedback import FeedbackView
from bot.commands.kudos.give import give
from bot.commands.kudos.sentence import named_first
from bot.commands.standup.mine import waiting_for
from bot.context import Context
from bot.events import HomeOpened, Joined
from bot.messages import Audience, Reply
from bot.model.feedback import OPEN
from bot.model.people import DayHalf
from bot.model.task import TaskView
from bot.model.task.list import Bucket, bucket
from bot.registry import Commands
from bot.rituals.feedback.sight import triages
from bot.rituals.feedback.views import views
from bot.rituals.measure.duty import waiting_for as values_of
from bot.rituals.review.views import duties
from bot.rituals.risk.views import due_for

commands = Commands()
DAY = (
    "今天", "今日", "my day", "menu", "菜单", "good morning", "morning",
    "good afternoon", "good evening", "早上好", "上午好", "早", "早安", "下午好",
    "晚上好", "在吗", "what did i miss", "what's new", "whats new",
)  # fmt: skip


@commands.on(HomeOpened)
async def home(ctx: Context) -> Reply:
    """Shows the home tab."""
    return Reply(cards.home(ctx.t, await _day(ctx)))


@commands.on(Joined)
async def joined(ctx: Context) -> Reply:
    """Says who it is and how to go on, once, where it was added."""
    t = ctx.aloud
    return Reply(cards.introduction(t, ctx.typed_here(t("help-example-task"))))


@commands.command("today", *DAY)
async def today(ctx: Context, args: Arguments) -> Reply:
    """Says what is due today and what waits."""
    return Reply(cards.today(ctx.t, await _day(ctx)), Audience.ONLY_YOU)


@commands.command("thanks", "谢谢", "thank you", "thx", "多谢", "感谢", "辛苦了")
async def thanks(ctx: Context, args: Arguments) -> Reply:
    """Takes thanks for itself; with somebody's name they are kudos (L01)."""
    named, _ = await named_first(ctx, args.typed)
    if named and named.id != ctx.person.id:
        return await give(ctx, args)
    return Reply(cards.welcome(ctx.t), Audience.ONLY_YOU)


async def _day(ctx: Context) -> cards.Day:
    person = ctx.person
    waiting, coming = await waiting_for(ctx)
    away = await ctx.db.absences.away(
        [person.id], ctx.today, half=DayHalf.at(ctx.local)
    )
    return cards.Day(
        person=person,
        tasks=_buckets(ctx, await ctx.db.tasks.open_of(person.id)),
        waiting=waiting,
        coming=coming,
        away=away.get(person.id),
        feedback=await _feedback(ctx),
        reviews=await duties(ctx.db, person, ctx.now),
        values=await values_of(ctx.db, person, ctx.now),
        risks=await due_for(ctx.db, person, ctx.today),
        on=ctx.today,
    )


async def _feedback(ctx: Context) -> Sequence[FeedbackView]:
    """What customers say that is theirs to see to."""
    mine = ctx.person.id
    found = await ctx.db.feedback.where(states=OPEN, owner_id=mine, by_need=True)
    whole = bool(found) and await triages(ctx.db, ctx.person, ctx.here)
    return await views(ctx.db, found, whole=whole)


def _buckets(ctx: Context, views: Sequence[TaskView]) -> dict[Bucket, list[TaskView]]:
    found: defaultdict[Bucket, list[TaskView]] = defaultdict(list)
    for view in views:
        found[bucket(view.task, ctx.now, ctx.person.tz)].append(view)
    return found
