"""What customers say, seen together: the report, and a search (PEERS H21, H26)."""

import re
from datetime import timedelta

from bot.arguments import Arguments, fold
from bot.cards.feedback import digest as cards_digest
from bot.cards.feedback import list as cards_list
from bot.cards.feedback import report as cards
from bot.commands.feedback.add import add
from bot.commands.feedback.at_hand import CARRIED, passed_on, words_typed
from bot.commands.feedback.counting import counted
from bot.commands.feedback.wanted import one, read_wanted
from bot.commands.feedback.ways import ways
from bot.context import Context
from bot.errors import UsageError
from bot.messages import Audience, Reply
from bot.model.feedback.figures import Period, last_weeks
from bot.model.numerals import SPELLED, number
from bot.model.text import shows, tidy
from bot.reading import complains
from bot.registry import Commands
from bot.rituals.feedback.digest import counted_of, mend_next, morning_of
from bot.rituals.feedback.sight import triages
from bot.rituals.feedback.views import views

commands = Commands()
USUAL, MOST = 1, 26  # weeks
LOOKED = 200  # letters of a search
FOUND = 100
SHOWN = 80
DAY = timedelta(days=1)
INSTANT = timedelta(microseconds=1)  # what was said just now is in it
SPAN = re.compile(
    r"(?:last|past|of|过去|最近|近)?\s*(?P<count>\d{1,2})\s*(?:weeks?|个?星期|[周週])?"
)
LABEL = re.compile(
    r"^(?:order(?: number| no\.?)?|sku|product|customer|订单号?|单号|商品|客户)"
    r"\s*[:：#]?\s*(?=\S*\d)",
    re.IGNORECASE,
)
MONTH = frozenset(
    {"month", "last month", "this month", "a month", "本月", "这个月", "这月", "当月",
     "上月", "上个月", "一个月", "最近一个月"}
)  # fmt: skip
WEEK = frozenset(
    {"", "week", "this week", "last week", "a week", "weekly", "本周", "这周",
     "这个星期", "这星期", "本星期", "上周", "上个星期", "一周", "最近一周"}
)  # fmt: skip
QUARTER = frozenset(
    {"quarter", "this quarter", "last quarter", "a quarter", "本季度", "这个季度",
     "上季度", "上个季度", "一个季度"}
)  # fmt: skip


REPORT = ways(
    "report", "stats", "figures", "roadmap", "top skus", "top sku",
    zh=("报告", "统计", "周报", "路线图", "接下来先改"),
)  # fmt: skip


@commands.command(*REPORT)
async def report(ctx: Context, args: Arguments) -> Reply:
    """What customers speak of most, and what moved: feedback report 4 weeks. Of one
    step, product or market it is the number of them: feedback report delivery.
    """
    try:
        return await _reported(ctx, _weeks(ctx, args.rest()))
    except UsageError:
        asked = await read_wanted(ctx, Arguments(args.typed, ctx.local))
        if asked.left or not asked.rest:
            raise
        return await counted(ctx, asked)


@commands.button("feedback.report")
async def press_report(ctx: Context, value: str) -> Reply:
    """The same, of so many weeks."""
    known = value.isascii() and value.isdigit() and len(value) < 3
    return await _reported(ctx, min(max(int(value), 1), MOST) if known else USUAL)


@commands.command(*ways("digest", zh=("简报", "日报")))
async def digest(ctx: Context, args: Arguments) -> Reply:
    """The morning's digest as it would be now, for those who triage; figures for
    everybody else.
    """
    if not await triages(ctx.db, ctx.person, ctx.here):
        return await _reported(ctx, USUAL)
    until = ctx.now + INSTANT
    told = await morning_of(ctx.db, Period(until - DAY, until))
    return Reply(cards_digest.digest(ctx.t, told), Audience.ONLY_YOU)


@commands.command(*ways("search", "find", zh=("搜索", "查找")))
async def search(ctx: Context, args: Arguments) -> Reply:
    """Finds feedback by words, customer, order or SKU: feedback search coupon. What a
    customer says of our search begins like it ("search finds nothing"): it is looked
    for, and passed on in one tap. Nobody looks for a whole story.
    """
    typed, whole = tidy(await ctx.readable(args.rest())), words_typed(ctx)
    if len(typed) > LOOKED:
        return await add(ctx, Arguments(whole, ctx.now))
    if not shows(typed):
        raise UsageError("feedback-search-words", try_this=ctx.t("feedback-try-search"))
    desk = await triages(ctx.db, ctx.person, ctx.here)
    mine = None if desk else ctx.person.id
    said = LABEL.sub("", typed).strip("\"“”「」'") or typed
    words = tuple(dict.fromkeys(one(word) for word in said.split()))
    found = await ctx.db.feedback.figures.search(words, FOUND, sender_id=mine)
    shown = await views(ctx.db, found, whole=True, voices_of=mine)
    may_be = whole[:CARRIED] if complains(whole) else ""
    return cards_list.found(shown, ctx.t, typed, whole[:CARRIED], may_be)


async def _reported(ctx: Context, weeks: int) -> Reply:
    """Everybody may see the figures; whose words they are, only those who triage."""
    counted = await counted_of(ctx.db, last_weeks(ctx.now + INSTANT, weeks))
    desk = await triages(ctx.db, ctx.person, ctx.here)
    mend = await views(ctx.db, await mend_next(ctx.db), whole=desk)
    return Reply(cards.report(ctx.t, counted, mend, desk=desk), Audience.ONLY_YOU)


def _weeks(ctx: Context, typed: str) -> int:
    """How many were asked for. Raises UsageError."""
    words = SPELLED.sub(lambda match: str(number(match[0])), fold(typed))
    if fold(typed) in WEEK:
        return USUAL
    if fold(typed) in MONTH:
        return 4
    if fold(typed) in QUARTER:
        return 13
    found = SPAN.fullmatch(words)
    if found is None or not 1 <= int(found["count"]) <= MOST:
        again = ctx.t("feedback-try-report")
        raise UsageError(
            "feedback-report-unknown",
            try_this=again,
            ways=passed_on(ctx),
            typed=tidy(typed)[:SHOWN],
            limit=MOST,
        )
    return int(found["count"])
