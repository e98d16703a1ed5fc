"""What is somebody's own: to write, to say of themselves, to read."""

from bot.arguments import Arguments, fold
from bot.cards import review as cards
from bot.cards.review import told
from bot.commands.review import cycles
from bot.commands.review.at_hand import check_guest, check_hr, named
from bot.commands.review.sentence import read
from bot.commands.review.ways import CHINESE, ways
from bot.commands.review.writing import self_, write
from bot.context import Context
from bot.errors import NotFound, UnknownWord
from bot.messages import Reply
from bot.registry import Commands
from bot.rituals.review.sight import sees_all
from bot.rituals.review.views import views

commands = Commands()
MOST = 12
ON = frozenset({"on", "yes", "show", "开", "开启", "打开", "同意", "允许"})
OFF = frozenset({"off", "no", "hide", "关", "关闭", "不同意", "不允许"})
OWN = frozenset({"me", "myself", "自己", "我自己", "我"})
ASKED = (
    "which reviews do i have to write", "what reviews do i have to write",
    "who writes my review", "who wrote my review",
    "我要写哪些评估", "我有哪些评估要写", "谁写我的评估",
)  # fmt: skip


@commands.command(
    "review", "reviews", "performance review", "performance reviews", *CHINESE, *ASKED
)
async def review(ctx: Context, args: Arguments) -> Reply:
    """Shows what is yours: reviews to write, and those about you."""
    check_guest(ctx)
    if not args.typed.strip(" ?？.。!！"):
        return await mine(ctx)
    if Arguments(args.typed, ctx.local).people():
        return await write(ctx, args)
    wanted = read(ctx, args)
    if wanted.names_only and not wanted.stop:
        return await _about(ctx, args)
    await check_hr(ctx)
    return await cycles.said(ctx, wanted)


async def _about(ctx: Context, args: Arguments) -> Reply:
    """Nothing but a name, or oneself: it is about them. Raises UnknownWord."""
    if fold(args.rest().strip(" .。")) in OWN:
        return await self_(ctx, args)
    try:
        await named(ctx, args)
    except NotFound as unknown:
        raise UnknownWord("review-word", try_this="help review") from unknown
    return await write(ctx, args)


@commands.command(*ways("work", "evidence", zh=("工作记录", "依据", "工作")))
async def work(ctx: Context, args: Arguments) -> Reply:
    """Lets your manager see what you did beside the form, or not: review work on."""
    word = args.rest().casefold().strip()
    return await _work(ctx, word)


@commands.button("review.work")
async def press_work(ctx: Context, value: str) -> Reply:
    """The same, from a button."""
    return await _work(ctx, value)


async def mine(ctx: Context) -> Reply:
    """Everything of theirs that is open or can be read."""
    write_ = [each for each in await ctx.db.reviews.by(ctx.person.id) if each.open]
    about = await ctx.db.reviews.about(ctx.person.id)
    living = [each for each in about if each.open or each.sent]
    return cards.mine(
        ctx.t,
        await views(ctx.db, write_),
        await views(ctx.db, living[:MOST]),
        shows=await ctx.db.reviews.shows_work(ctx.person.id),
        hr=await sees_all(ctx.db, ctx.person),
    )


async def _work(ctx: Context, word: str) -> Reply:
    check_guest(ctx)
    if word in ON or word in OFF:
        await ctx.db.reviews.show_work(ctx.person.id, wanted=word in ON)
        return told(ctx.t, f"review-work-{'on' if word in ON else 'off'}")
    return await mine(ctx)
