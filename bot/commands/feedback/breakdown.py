"""How much feedback there is of each channel, market, product: "feedback report by
channel last week", 反馈 报告 按市场.
"""

import re
from collections.abc import Mapping
from dataclasses import replace

from bot.arguments import Arguments, fold
from bot.cards.feedback import breakdown as cards
from bot.cards.feedback.counted import dated, described
from bot.commands.feedback.add import add
from bot.commands.feedback.at_hand import passed_on, words_typed
from bot.commands.feedback.times import INSTANT, MOST, Asked, read_time
from bot.commands.feedback.wanted import read_wanted
from bot.commands.feedback.ways import ways
from bot.context import Context
from bot.errors import UsageError
from bot.messages import Reply
from bot.model.absence import Days
from bot.model.expression import expression
from bot.model.feedback.breakdown import By, breakdown
from bot.model.feedback.figures import Period
from bot.model.feedback.wanted import Wanted
from bot.model.text import tidy
from bot.registry import Commands

commands = Commands()
SHOWN = 80  # letters of what nobody understood
HELD = 100  # letters of a button
STORY = 40  # letters: so much is what a customer says, whatever days are in it
CALLED = {
    By.CHANNEL: "sales channel|channel|shop|store|outlet|sales platform|marketplace"
    "|销售渠道|渠道|店铺|销售平台|平台",
    By.MARKET: "market|country|countries|region|市场|国家|国别|地区|站点",
    By.SKU: "product|sku|article|item number|商品|产品|货号|sku",
    By.STEP: "journey step|step|stage|touchpoint|topic|环节|步骤|阶段|流程",
    By.SEVERITY: "severity|severities|priority|priorities|urgency|严重程度|严重性"
    "|严重度|优先级|紧急程度",
    By.KIND: "kind|type|category|categories|类型|类别|种类|分类",
}
_NAMED = {word: by for by, words in CALLED.items() for word in words.split("|")}
_WORDS = "|".join(
    rf"{re.escape(word)}s?(?![a-z])" if word.isascii() else re.escape(word)
    for word in sorted(_NAMED, key=len, reverse=True)
)
PARTED = expression(
    r"(?:(?<![a-z])(?:(?:broken down|split|grouped|sorted|divided) )?"
    r"(?:by|per|for each|of each|for every)\s+(?:the |each |sales )?"
    r"|(?:按照?|分|各个?|每个?|不同)\s*)"
    rf"(?P<by>{_WORDS})\s*(?:来看|来分|统计|汇总|划分|分布|分类|来|看|分)?的?"
)
BARE = expression(
    r"(?P<by>(?:sales )?channels?|markets?|countr(?:y|ies)|products|skus|steps|severity"
    r"|(?:销售)?渠道|市场|国家|商品|环节|严重程度)"
)


CHINESE = tuple(
    f"{led}{each}"
    for led in ("按", "按照", "分", "各", "各个")
    for words in CALLED.values()
    for each in words.split("|")
    if not each.isascii()
)


@commands.command(*ways("by", "per", zh=CHINESE))
async def by(ctx: Context, args: Arguments) -> Reply:
    """The report of each channel, market, product, step: feedback by channel last week.
    A customer's words may begin like it ("by courier it takes a week"): they are taken
    as such.
    """
    typed = words_typed(ctx)
    try:
        return await split(ctx, typed) or await add(ctx, Arguments(typed, ctx.local))
    except UsageError as wrong:
        if wrong.key != "feedback-report-unknown" and len(typed) < STORY:
            raise
        return await add(ctx, Arguments(typed, ctx.local))


async def split(ctx: Context, typed: str) -> Reply | None:
    """The table that the words ask for; None where they name nothing to split by.
    Raises UsageError for words that nobody knows.
    """
    if not (named := _read(ctx, typed)):
        return None
    by, time = named
    asked = await read_wanted(ctx, Arguments(time.rest, ctx.local))
    if asked.left:
        raise UsageError(
            "feedback-report-unknown",
            try_this=ctx.t("feedback-try-breakdown"),
            ways=passed_on(ctx),
            typed=tidy(asked.left)[:SHOWN],
            limit=MOST,
        )
    period, past = time.period, time.period.before
    told = breakdown(
        await _counted(ctx, asked.wanted, period, by),
        await _counted(ctx, asked.wanted, past, by),
    )
    now, then = (_said(ctx, each) for each in (period, past))
    about = described(ctx.t, asked.wanted, None)
    what = f"{about} · {now}" if about else now
    again = f"{asked.rest} {time.again}".strip()[:HELD]
    return cards.table(ctx.t, by, told, what, then, again)


def _read(ctx: Context, typed: str) -> tuple[By, Asked] | None:
    """What to split by and the time of it, with the other words."""
    said = fold(typed)
    if found := PARTED.search(said):
        left = f"{said[: found.start()]} {said[found.end() :]}".strip()
        return _by(found["by"]), read_time(ctx, left)
    time = read_time(ctx, typed)
    if found := BARE.fullmatch(fold(time.rest)):
        return _by(found["by"]), replace(time, rest="")
    return None


def _by(named: str) -> By:
    return _NAMED[named] if named in _NAMED else _NAMED[named.removesuffix("s")]


async def _counted(
    ctx: Context, wanted: Wanted, period: Period, by: By
) -> Mapping[str, int]:
    within = replace(wanted, since=period.since, until=period.until)
    return await ctx.db.feedback.wanted.breakdown(within, by)


def _said(ctx: Context, period: Period) -> str:
    """The days on which a period begins and ends, in words."""
    ends = (period.since, period.until - INSTANT)
    first, last = (each.astimezone(ctx.t.zone).date() for each in ends)
    return dated(ctx.t, Days(first, last), ctx.today)
