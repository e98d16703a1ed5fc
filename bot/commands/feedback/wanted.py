"""Which feedback somebody asks for, in their words: "delivery tmall last week",
上周 天猫 物流.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from functools import cache
from typing import TypeVar

from bot.arguments import Arguments, fold
from bot.commands.feedback.sentence import STEPS
from bot.commands.standup.spans import take_span
from bot.context import Context
from bot.model.absence import Days
from bot.model.expression import expression
from bot.model.feedback import OPEN, Kind, Outlet, Severity, State, Step
from bot.model.feedback.wanted import Wanted
from bot.model.market import market_words
from bot.model.moments import instant
from bot.reading import lexicon

DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
OVER = (State.FIXED, State.DECLINED, State.CLOSED)
OPENED = tuple(state for state in State if state in OPEN)
MOST_WORDS = 4
T = TypeVar("T")
LETTERS = 4  # at most, of a word that is looked for as it is


def _each(table: Mapping[T, str]) -> dict[str, T]:
    return {word: named for named, words in table.items() for word in words.split("|")}


STATES = _each(
    {
        OPENED: "open|unresolved|unsolved|outstanding|pending|未关闭|未处理|没处理"
        "|未解决|没解决|还没解决|还没处理|待处理的",
        (State.NEW,): "new|untouched|新的|新建|待受理",
        (State.WORKING,): "in progress|working|being worked on|处理中|在处理",
        (State.PLANNED,): "planned|scheduled|已排期|排期",
        (State.WAITING,): "waiting for the customer|waiting for customers"
        "|waiting for customer|waiting|等待客户|等客户",
        (State.FIXED,): "fixed|solved|resolved|fix|solve|已解决|已修复|解决",
        (State.DECLINED,): "declined|rejected|refused|decline|reject|已拒绝|拒绝"
        "|不处理",
        OVER: "closed|ended|over|close|end|done|已关闭|关闭|已结束|结束|已完成",
    }
)
KINDS = _each(
    {
        Kind.PROBLEM: "problem|problems|complaint|complaints|投诉|客诉|抱怨|问题",
        Kind.WISH: "wish|wishes|request|requests|feature requests|suggestions|ideas"
        "|愿望|希望|建议|需求",
        Kind.PRAISE: "praise|compliments|positive|表扬|好评|夸奖|称赞",
    }
)
SEVERITIES = lexicon.SEVERITIES | {
    "无法下单": Severity.BLOCKING, "影响下单": Severity.BLOCKING,
}  # fmt: skip
PLACES = STEPS | _each(
    {
        Step.DELIVERY: "shipping|logistics|shipment|parcels|快递|发货|物流配送",
        Step.PAYMENT: "payments|paying|the payment",
        Step.RETURNS: "return|refunds|refund|退换货",
        Step.QUALITY: "product quality|商品质量",
        Step.PRICE: "prices|promotions|price and promotion|价格与促销|促销",
        Step.CHECKOUT: "check-out|the checkout|结账|结算页",
        Step.CART: "basket|the cart",
        Step.ACCOUNT: "login|accounts|登录|账户",
        Step.PRODUCT_PAGE: "product page|product pages",
    }
)
SHOPS: dict[str, Outlet] = _each(lexicon.OUTLETS)
UNOWNED = (
    "unowned", "unassigned", "without an owner", "without owner", "no owner",
    "nobody's", "没有负责人", "无负责人", "没人负责", "无人负责", "没人处理",
)  # fmt: skip
OLDEST = (
    "oldest", "longest", "waiting longest", "waits longest", "waiting the longest",
    "等得最久", "等待最久", "最久", "最老", "最早",
)  # fmt: skip
LATE = ("overdue", "breached", "later than promised", "超时的", "超时", "逾期")
MINE = ("mine", "my", "我负责的", "我的")
SENT = ("sent by me", "i sent", "我提交的", "我发的")
FILLING = (
    "feedback", "feedbacks", "and", "or", "the", "of", "in", "on", "about", "from",
    "with", "for", "by", "at", "all", "customers", "sku", "product", "反馈", "关于",
    "有关", "的", "和", "全部", "所有", "客户", "在",
)  # fmt: skip
SKU = expression(r"(?<![\w-])(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[A-Za-z0-9][\w-]{2,39}")
# What stands before a value as it does where feedback is sent: "channel:JD", 渠道:京东.
KEYS = expression(
    r"(?<![^\W_])(?:step|where|severity|priority|channel|shop|outlet|market|country|status"
    r"|state|owner|assignee|kind|type|sentiment|环节|步骤|严重程度|严重性|程度|优先级|渠道|店铺"
    r"|平台|市场|国家|状态|负责人|类型|类别)\s*[:：=]\s*",
    re.IGNORECASE,
)
OWN = expression(
    r"(?<![^\W_])(?:owner|assignee|负责人)\s*[:：=]\s*(?:me(?![^\W_])|我)",
    re.IGNORECASE,
)
SKU_NAMED = expression(r"(?:sku|product|商品|货号)\s*[:：]\s*(\S{1,100})", re.I)


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for; `days` are those it names, `rest` the words beside them and
    `left` those of them that nobody knows.
    """

    wanted: Wanted
    days: Days | None = None
    oldest: bool = False
    rest: str = ""
    left: str = ""

    @property
    def again(self) -> str:
        """The same in words that mean it tomorrow, too."""
        days = self.days
        return f"{self.rest} {days.first} to {days.last}" if days else self.rest


async def read_wanted(ctx: Context, args: Arguments) -> Asked:
    """Everything the words name. Raises UsageError for days that do not exist."""
    people = await ctx.find_people(args.people())
    owner = people[0].id if people else None
    days, rest = take_span(args.rest(), ctx.local)
    typed = rest
    wanted = Wanted(owner_id=owner)
    if named := SKU_NAMED.search(typed):
        wanted = replace(wanted, sku=named[1].upper())
        typed = SKU_NAMED.sub(" ", typed, count=1)
    elif found := SKU.search(typed):
        wanted = replace(wanted, sku=found[0].upper())
        typed = typed.replace(found[0], " ", 1)
    typed = KEYS.sub(" ", OWN.sub(" mine ", typed))
    wanted, oldest, left = _facts(ctx, wanted, f" {fold(typed)} ")
    if days:
        until = instant(days.last + DAY, time(), ctx.person.tz)
        wanted = replace(
            wanted,
            since=instant(days.first, time(), ctx.person.tz),
            until=until,
            ended=bool(wanted.states) and set(wanted.states) <= set(OVER),
        )
    return Asked(wanted, days, oldest, rest, left)


def before(wanted: Wanted, days: Days, today: date) -> Wanted | None:
    """The same of as many days just before, up to where those days are by now; None
    where they are still to come.
    """
    if wanted.since is None or wanted.until is None or days.first > today:
        return None
    gone = min(days.last, today) + DAY - days.first
    since = wanted.since - _apart(days, today)
    return replace(wanted, since=since, until=since + gone)


def _apart(days: Days, today: date) -> timedelta:
    """How far back the same days are: of a week or a month that is not over, those of
    the one before.
    """
    length = days.last - days.first + DAY
    if days.last == today and days.first.day == 1:
        return DAY * (days.first - DAY).day
    begun = days.last == today and days.first.weekday() == 0
    return max(length, WEEK) if begun else length


def with_words(asked: Asked) -> Asked:
    """What nobody knows is looked for in what was said; a plural as its one."""
    words = tuple(one(word) for word in asked.left.split()[:MOST_WORDS])
    return replace(asked, wanted=replace(asked.wanted, words=words), left="")


def one(word: str) -> str:
    """The word as it is looked for: a plural is in no text that has the one alone."""
    return word[:-1] if word.endswith("s") and len(word) > LETTERS else word


def _facts(ctx: Context, wanted: Wanted, left: str) -> tuple[Wanted, bool, str]:
    """What the words name of the feedback itself, and the words that name nothing."""
    named: list[str] = []
    left = "overdue" if left.strip() == "late" else left  # else customers say it
    for pattern in _patterns():
        match = pattern.search(left)
        named.append(match[0] if match else "")
        left = pattern.sub(" ", left, count=1)
    unowned, oldest, late, sent, mine, state, shop, step, country, kind, bad = named
    found = replace(
        wanted,
        states=STATES.get(state, ()),
        step=PLACES.get(step),
        severity=SEVERITIES.get(bad),
        kind=KINDS.get(kind),
        outlet=SHOPS.get(shop),
        market=market_words().get(country, ""),
        owner_id=ctx.person.id if mine else wanted.owner_id,
        sender_id=ctx.person.id if sent else None,
        unowned=bool(unowned),
        late=bool(late),
    )
    return found, bool(oldest), _without_filling(left)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """One for each kind of thing that words name, in the order in which they are read.
    Made when the first are: a start has no time for every country.
    """
    known: tuple[Iterable[str], ...] = (
        UNOWNED, OLDEST, LATE, SENT, MINE, STATES, SHOPS, PLACES, market_words(), KINDS,
        SEVERITIES,
    )  # fmt: skip
    return tuple(_pattern(words) for words in known)


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    """Any of them, the longest first; one of Latin letters stands by itself."""
    found = (
        rf"(?<![a-z0-9]){re.escape(word)}(?![a-z0-9])"
        if word.isascii()
        else re.escape(word)
        for word in sorted(words, key=len, reverse=True)
    )
    return expression("|".join(found))


def _without_filling(text: str) -> str:
    words = text.replace("的", " ").replace("关于", " ").split()
    return " ".join(word.strip(",，、") for word in words if word not in FILLING)
