"""What is asked for as people type it: "refund 800 CNY because the parcel was lost",
退款 800 元 因为包裹丢了, "a discount of $20".
"""

import re
import unicodedata
from decimal import Decimal
from functools import cache

from babel.numbers import list_currencies

from bot.arguments import fold
from bot.errors import UsageError
from bot.model.expression import expression
from bot.model.feedback.approval import SHORT, Money, Wish
from bot.model.measure import Unit
from bot.model.measure.reading import CURRENCIES, SCALES, NotAValue, read
from bot.model.numerals import SPELLED
from bot.model.text import shows, tidy

FINEST = -2  # digits behind the point
NAMED = {
    "refund": "reimbursement|reimburse|refunding|refunds|refund|money back|退款|退钱"
    "|退费|返款",
    "voucher": "vouchers|voucher|coupons|coupon|gift card|代金券|优惠券|购物券|礼品卡",
    "discount": "price reduction|discounts|discount|rebate|折扣|打折|减价|减免|优惠",
    "replacement": "replacements|replacement|replace|exchange|resending|resend"
    "|reshipment|换货|换新|补发|重发|更换",
}
MORE = {
    "港元": "HKD", "澳元": "AUD", "加元": "CAD", "新元": "SGD", "新加坡元": "SGD",
    "瑞士法郎": "CHF", "瑞郎": "CHF", "韩元": "KRW", "台币": "TWD", "元人民币": "CNY",
    "块钱人民币": "CNY", "yuan": "CNY", "dollar": "USD", "us dollars": "USD",
    "pounds": "GBP", "pound": "GBP", "francs": "CHF", "yen": "JPY", "圆": "CNY",
}  # fmt: skip
WHY = expression(
    r"(?:^|[\s,，;；.。])\s*(?:because(?: of)?|since|due to|as it|reason:)\s*"
    r"|[\s,，。;；]*(?:因为|由于|原因是?|理由是?)[\s:：，,]*",
    re.IGNORECASE,
)
AROUND = expression(
    r"^(?:(?:to|for|of|a|an|the|we|give|grant|approve|approval)\b\s*"
    r"|(?:请|给|为|申请|批准|同意|审批)\s*)+"
    r"|(?:\s*\b(?:of|for|worth|over|by|up to|about|to|a|an)\b"
    r"|\s*[:：,，;；.。?？!！(（]|的)+\s*$",
    re.IGNORECASE,
)
UNKNOWN = expression(r"\s*(?P<code>[A-Z]{3})(?![A-Za-z])")
ORDER = expression(
    r"(?:(?<![a-z])(?:order|no\.?|number|订单|单号|#|＃|f-?))\s*[:：]?\s*$",
    re.IGNORECASE,
)


def read_wish(typed: str, example: str) -> tuple[str, Money | None]:
    """What is asked for in words, and how much. Raises UsageError for no amount."""
    text = tidy(unicodedata.normalize("NFKC", typed.replace("￥", "¥")))
    found = _amount(text)
    if found is None:
        return _bare(text), None
    code = found["after"] or found["before"] or ""
    behind = text[found.end() :]
    if not code and (unknown := UNKNOWN.match(behind)):
        said = unknown["code"]
        raise UsageError("feedback-approval-currency", typed=said, try_this=example)
    money = Money(_value(found, example), _codes().get(code.casefold(), ""))
    return _bare(f"{text[: found.start()]} {behind}"), money


def read_money(typed: str, example: str) -> Money | None:
    """An amount alone, as a form asks for it. Raises UsageError."""
    text = tidy(typed)
    if not text:
        return None
    what, money = read_wish(text, example)
    if money is None or what:
        raise UsageError("feedback-approval-amount-odd", typed=text[:SHORT])
    return money


def wish_of(what: str, money: Money | None) -> Wish:
    """The words as rules go by them."""
    said = fold(what)
    for word, ways in NAMED.items():
        found = re.search(
            "|".join(
                rf"(?<![a-z]){way}(?![a-z])" if way.isascii() else way
                for way in ways.split("|")
            ),
            said,
        )
        if found:
            return Wish(word, "" if found[0] == said else what[:SHORT], money)
    return Wish(said[:SHORT], what[:SHORT] if what != said else "", money)


def parted(typed: str) -> tuple[str, str]:
    """What is asked for, and the reason behind it."""
    found = WHY.search(typed)
    if found is None:
        return typed, ""
    return typed[: found.start()], typed[found.end() :].strip()


def _bare(text: str) -> str:
    """The words without what stands around them."""
    bare, before = tidy(text), ""
    while bare != before:
        before, bare = bare, AROUND.sub("", bare).strip()
    return bare if shows(bare) else ""


def _amount(text: str) -> re.Match[str] | None:
    """The amount among the words: one with a currency, else the number at the end."""
    found = [
        each
        for each in _pattern().finditer(text)
        if not ORDER.search(text[: each.start()])
    ]
    priced = [each for each in found if each["before"] or each["after"]]
    if priced:
        return priced[0]
    last = found[-1] if found else None
    if last is None or last["figures"][0] not in "0123456789":
        return None
    behind = text[last.end() :].strip(" ?？.。!！,，")
    return last if not behind or UNKNOWN.fullmatch(behind) else None


def _value(found: re.Match[str], example: str) -> Decimal:
    """How much it is. Raises UsageError for what nobody can pay."""
    typed = found[0].strip()[:SHORT]
    try:
        value = read(f"{found['figures']}{found['scale'] or ''}", Unit.MONEY).value
    except NotAValue:
        value = None
    minus = "-" in (found["sign"] or "") or "-" in (found["minus"] or "")
    if value is None or value <= 0 or minus:
        raise UsageError("feedback-approval-amount-odd", typed=typed, try_this=example)
    if int(value.as_tuple().exponent) < FINEST:
        raise UsageError("feedback-approval-fine", typed=typed, try_this=example)
    return value


@cache
def _codes() -> dict[str, str]:
    """Every currency by the ways it is written, folded."""
    known = {code.casefold(): code for code in list_currencies() if len(code) == 3}
    return known | CURRENCIES | MORE


@cache
def _pattern() -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(_codes(), key=len, reverse=True)))
    scales = "|".join(map(re.escape, sorted(SCALES, key=len, reverse=True)))
    figures = rf"\d(?:[\d.,'’]*\d)?(?: \d{{3}}(?!\d))*|{SPELLED.pattern}"
    return expression(
        rf"(?<![A-Za-z0-9_.,#-])(?P<sign>-?)(?:(?P<before>{words})\s*)?(?P<minus>-?)"
        rf"(?P<figures>{figures})(?:\s*(?P<scale>{scales})(?![A-Za-z]))?"
        rf"(?:\s*(?P<after>{words})(?![A-Za-z0-9]))?(?![A-Za-z0-9%-])",
        re.IGNORECASE,
    )
