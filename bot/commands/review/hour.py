"""When somebody hears of reviews, on their own clock: review hour 15:00 (K04)."""

from bot.arguments import Arguments, fold
from bot.cards.review import told
from bot.commands.review.at_hand import check_guest
from bot.commands.review.ways import ways
from bot.commands.standup.values import read_time
from bot.context import Context
from bot.errors import UsageError
from bot.messages import Reply
from bot.registry import Commands
from bot.rituals.review.rounds import MORNING

commands = Commands()
USUAL = frozenset({"off", "none", "usual", "default", "关闭", "默认", "照常", "不设"})


@commands.command(
    *ways("hour", "time", zh=("时间", "提醒时间")), "ask me about reviews"
)
async def hour(ctx: Context, args: Arguments) -> Reply:
    """Asks you about reviews at this hour of yours: review hour 15:00, or off."""
    check_guest(ctx)
    typed, hours = args.rest().strip(" .。"), ctx.person.hours
    chosen = None
    if not typed:
        known = (await ctx.db.reviews.hours((ctx.person.id,))).get(ctx.person.id)
        if known is None:
            return told(ctx.t, "review-hour-usual")
        return told(ctx.t, "review-hour", time=f"{known:%H:%M}")
    if fold(typed) not in USUAL:
        chosen = read_time(typed.removeprefix("at ").removeprefix("@"))
        if not hours.start <= chosen < hours.end:
            start, end = f"{hours.start:%H:%M}", f"{hours.end:%H:%M}"
            again = ctx.t("review-try-hour", time=start)
            raise UsageError("review-hour-off", try_this=again, start=start, end=end)
    await ctx.db.reviews.choose_hour(ctx.person.id, chosen)
    await _look_again(ctx)
    if chosen is None:
        return told(ctx.t, "review-hour-usual")
    return told(ctx.t, "review-hour", time=f"{chosen:%H:%M}")


async def _look_again(ctx: Context) -> None:
    """What is planned for them goes by the new hour."""
    mine = await ctx.db.reviews.by(ctx.person.id)
    about = await ctx.db.reviews.about(ctx.person.id)
    open_ = {each.round_id for each in (*mine, *about) if each.open}
    if open_:
        await ctx.db.jobs.put(MORNING, dict.fromkeys(sorted(open_), ctx.now))
