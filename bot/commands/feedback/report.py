"""What customers say, seen together: the report, and a search (PEERS H21, H26)."""

import re
from datetime import timedelta

from bot.arguments import Arguments
from bot.cards.feedback import digest as cards_digest
from bot.cards.feedback import list as cards_list
from bot.cards.feedback import report as cards
from bot.cards.feedback.counted import dated
from bot.commands.feedback.add import add
from bot.commands.feedback.at_hand import CARRIED, passed_on, words_typed
from bot.commands.feedback.breakdown import split
from bot.commands.feedback.counting import counted
from bot.commands.feedback.times import (
    INSTANT,
    MOST,
    Asked,
    is_long,
    read_time,
)
from bot.commands.feedback.wanted import one, read_wanted
from bot.commands.feedback.ways import ways
from bot.context import Context
from bot.errors import UsageError
from bot.messages import Audience, Reply
from bot.model.feedback.figures import Period
from bot.model.text import shows, tidy
from bot.reading import complains
from bot.registry import Commands
from bot.rituals.feedback.digest import counted_of, mend_next, morning_of
from bot.rituals.feedback.sight import triages
from bot.rituals.feedback.views import views

commands = Commands()
LOOKED = 200  # letters of a search
FOUND = 100
SHOWN = 80
HELD = 200  # characters in a button
DAY = timedelta(days=1)
LABEL = re.compile(
    r"^(?:order(?: number| no\.?)?|sku|product|customer|订单号?|单号|商品|客户)"
    r"\s*[:：#]?\s*(?=\S*\d)",
    re.IGNORECASE,
)


REPORT = ways(
    "report", "stats", "figures", "roadmap", "top skus", "top sku",
    zh=("报告", "统计", "周报", "路线图", "接下来先改"),
)  # fmt: skip


@commands.command(*REPORT)
async def report(ctx: Context, args: Arguments) -> Reply:
    """What customers speak of most, and what moved: feedback report 4 weeks. Of one
    step, product or market it is the number of them: feedback report delivery. By
    channel, market, product it is a table: feedback report by channel last week.
    """
    typed = args.rest()
    if table := await split(ctx, typed):
        return table
    asked = read_time(ctx, typed)
    if not tidy(asked.rest):
        return await _reported(ctx, asked)
    named = await read_wanted(ctx, Arguments(args.typed, ctx.local))
    if named.rest and not named.left:
        return await counted(ctx, named)
    again = ctx.t("feedback-try-report")
    raise UsageError(
        "feedback-report-unknown",
        try_this=again,
        ways=passed_on(ctx),
        typed=tidy(typed)[:SHOWN],
        limit=MOST,
    )


@commands.button("feedback.report")
async def press_report(ctx: Context, value: str) -> Reply:
    """The same, of so many weeks, or split by something."""
    try:
        if table := await split(ctx, value[:HELD]):
            return table
        asked = read_time(ctx, value[:HELD])
    except UsageError:  # nothing that we wrote on a button
        asked = read_time(ctx, "")
    return await _reported(ctx, asked)


@commands.command(*ways("digest", zh=("简报", "日报")))
async def digest(ctx: Context, args: Arguments) -> Reply:
    """The morning's digest as it would be now, for those who triage; figures for
    everybody else.
    """
    if not await triages(ctx.db, ctx.person, ctx.here):
        return await _reported(ctx, read_time(ctx, ""))
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


async def _reported(ctx: Context, asked: Asked) -> Reply:
    """Everybody may see the figures; whose words they are, only those who triage."""
    if is_long(asked.days):
        raise UsageError("feedback-report-long", try_this=_as_table(ctx, asked))
    counted = await counted_of(ctx.db, asked.period)
    desk = await triages(ctx.db, ctx.person, ctx.here)
    mend = await views(ctx.db, await mend_next(ctx.db), whole=desk)
    named = dated(ctx.t, asked.days, ctx.today) if asked.days else ""
    shown = cards.report(
        ctx.t, counted, mend, desk=desk, named=named, again=asked.again
    )
    return Reply(shown, Audience.ONLY_YOU)


def _as_table(ctx: Context, asked: Asked) -> str:
    """What shows the same days as a table."""
    return f"{ctx.t('feedback-try-breakdown-long')} {asked.again}"
