"""Feedback as one sentence says it: the words, and what stands beside them."""

import re
from dataclasses import dataclass

from bot.arguments import Arguments, Who, fold
from bot.commands.feedback.customer import with_whole_name
from bot.commands.feedback.feeling import with_feeling
from bot.commands.feedback.several import with_whole_values
from bot.errors import UsageError
from bot.model.expression import expression
from bot.model.feedback import (
    FIELD_LIMIT,
    TEXT_LIMIT,
    Kind,
    Outlet,
    Sentiment,
    Severity,
    Step,
    may_be_order,
)
from bot.model.market import market_of
from bot.model.text import shows, tidy, tidy_lines
from bot.reading import lexicon

CUSTOMER = ("customer", "client", "客户", "顾客", "买家")
ORDER = ("order", "order number", "订单", "订单号", "单号")
SKU = ("sku", "product", "article", "商品", "货号", "商品编码")
OUTLET = ("channel", "shop", "outlet", "渠道", "店铺", "平台")
MARKET = ("market", "country", "市场", "国家")
STEP = ("step", "where", "环节", "步骤")
SEVERITY = (
    "severity", "priority", "严重程度", "严重性", "程度", "优先级", "紧急程度",
)  # fmt: skip
BEHALF = ("for", "on behalf of", "behalf", "代", "替")
SPEAKER = expression(
    rf"\s*(?:{'|'.join(CUSTOMER)})[:：](?P<space>\s*)(?=[^\s\"“「])", re.IGNORECASE
)
CHINESE_WORD = expression(r"[\u3400-\u9fff]+")
GROUPS = expression(r"[#＃]?\d+(?: \d+)+")
LONGEST_NAME = 4  # characters: 欧阳女士
STEPS = {each.value: each for each in Step} | {
    "product": Step.PRODUCT_PAGE, "page": Step.PRODUCT_PAGE,
    "商品页": Step.PRODUCT_PAGE, "详情页": Step.PRODUCT_PAGE, "搜索": Step.SEARCH,
    "购物车": Step.CART,
    "结算": Step.CHECKOUT, "下单": Step.CHECKOUT, "支付": Step.PAYMENT,
    "付款": Step.PAYMENT, "物流": Step.DELIVERY, "配送": Step.DELIVERY,
    "质量": Step.QUALITY, "退货": Step.RETURNS, "退款": Step.RETURNS,
    "售后": Step.RETURNS, "价格": Step.PRICE, "优惠": Step.PRICE,
    "promotion": Step.PRICE, "账号": Step.ACCOUNT, "其他": Step.OTHER,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Said:
    """What was typed. What is None is to be read from the words."""

    text: str
    customer: str = ""
    order: str = ""
    sku: str = ""
    market: str = ""
    outlet: Outlet | None = None
    step: Step | None = None
    severity: Severity | None = None
    behalf: tuple[Who, ...] = ()
    kind: Kind | None = None
    sentiment: Sentiment | None = None


def read_said(args: Arguments) -> Said:
    """Everything the words hold. Raises UsageError for what nobody knows."""
    named = with_whole_name(args.typed)
    words = "" if named != args.typed else _their_words(named)
    said, kind, sentiment = with_feeling(with_whole_values(words or named))
    args = Arguments(said, args.now)
    outlet, step = args.option(*OUTLET), args.option(*STEP)
    severity, flags = args.option(*SEVERITY), args.flags(*lexicon.SEVERITIES)
    behalf = args.people_after(*BEHALF)
    known = _outlet(outlet) if outlet else None
    # a shop that has no name here stays in the words
    beside = f" ({outlet})" if outlet and _named(outlet) is None else ""
    return Said(
        customer=_short(args.option(*CUSTOMER)),
        order=read_order(args.option(*ORDER)),
        sku=_short(args.option(*SKU)).upper(),
        market=market_of(_short(args.option(*MARKET))),
        outlet=known,
        step=read_step(step) if step else None,
        severity=_severity((severity,) if severity else flags),
        behalf=behalf,
        kind=kind,
        sentiment=sentiment,
        text=args.rest().lstrip("。．；;，, ") + beside,
    )


def _their_words(typed: str) -> str:
    """What stands behind "customer:" at the beginning, where that is what they said
    and no name: "客户：购物车打不开"; else nothing.
    """
    found = SPEAKER.match(typed)
    if found is None:
        return ""
    said = typed[found.end() :]
    first = CHINESE_WORD.match(said)
    if first is None:  # "customer:Maria the cart is empty" names her
        return said if found["space"] else ""
    alone = not said[first.end() :].strip(" ,，。.;；!！")
    return said if alone or len(first[0]) > LONGEST_NAME else ""


def check_text(text: str) -> str:
    """The customer's words, as they are kept. Raises UsageError."""
    text = tidy_lines(text)
    if not shows(text):
        raise UsageError("feedback-text-missing")
    if len(text) > TEXT_LIMIT:
        raise UsageError("feedback-text-long", count=len(text), limit=TEXT_LIMIT)
    return text


def read_order(typed: str | None) -> str:
    """An order's number, typed in groups or not. Raises UsageError for what cannot be
    one.
    """
    order = _short(typed)
    if GROUPS.fullmatch(order):
        order = order.replace(" ", "")
    if order and not may_be_order(order):
        raise UsageError("feedback-order-odd", typed=order)
    return order


def read_step(typed: str) -> Step:
    """Where in the journey, by its name. Raises UsageError with those there are."""
    found = STEPS.get(fold(typed))
    if found is None:
        raise UsageError("feedback-step-unknown", typed=tidy(typed)[:FIELD_LIMIT])
    return found


def read_severity(typed: str) -> Severity:
    """How bad, by its name. Raises UsageError with those there are."""
    found = lexicon.SEVERITIES.get(fold(typed).lstrip("!"))
    if found is None:
        raise UsageError("feedback-severity-unknown", typed=tidy(typed)[:FIELD_LIMIT])
    return found


def _severity(flags: tuple[str, ...]) -> Severity | None:
    return read_severity(flags[-1]) if flags else None


def _outlet(typed: str) -> Outlet:
    """The one of that name, else the one it begins with: "Tmall Global"."""
    return _named(typed) or _named(typed.split()[0]) or Outlet.OTHER


def _named(typed: str) -> Outlet | None:
    for outlet, words in lexicon.OUTLETS.items():
        if fold(typed) in (outlet.value, *words.split("|")):
            return outlet
    return None


def _short(typed: str | None) -> str:
    text = tidy(typed or "")
    if len(text) > FIELD_LIMIT:
        raise UsageError("feedback-text-long", count=len(text), limit=FIELD_LIMIT)
    return text
