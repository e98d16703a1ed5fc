"""Values of several words without quotes around them: "market:United Kingdom",
"sku:AB 12", "channel:TikTok Shop", "order:12 34"; and those that a full stop ends.
"""

import re

from bot.model.expression import expression
from bot.model.market import several_words

_MARKETS = (
    rf"(?:the\s)?(?:{'|'.join(map(re.escape, several_words()))}"
    r"|中国\s(?:大陆|内地|香港|澳门|台湾))(?![\w\u3400-\u9fff])"
)
_OUTLETS = (
    r"[^\W\d_][\w-]*\s(?:Shop|Store|Shopping|Marketplace|Global|Worldwide"
    r"|International|(?:官方)?旗舰店|国际|自营|专卖店)(?![\w\u3400-\u9fff])"
)
_ORDER = r"(?:order(?:\s(?:no\.?|number))?|订单号?|单号)"
_ENDS = r"(?=\s*(?:$|[,，;；。\n]|[^\W\d_]+[:：]))"
_ARTICLES = rf"[A-Za-z]{{1,8}}\s[\w-]*\d[\w-]*{_ENDS}"
# Nothing behind it but its end; or so short that it is no order's number by itself.
_ORDERS = (
    rf"[#＃]?\d{{1,6}}(?:\s\d{{2,6}}){{1,4}}{_ENDS}"
    r"|[#＃]?\d{1,3}(?:\s\d{2,6}){1,4}(?![\w\u3400-\u9fff])"
)
_KEYS = (
    r"customer|client|客户|顾客|买家|sku|product|article|商品|货号|商品编码|channel|shop"
    r"|outlet|渠道|店铺|平台|market|country|市场|国家|step|where|环节|步骤|severity"
    r"|priority|严重程度|严重性|程度|优先级|紧急程度|kind|type|类型|类别|sentiment|mood"
    rf"|情绪|{_ORDER}"
)
_NAMED = expression(
    rf"(?<!\w)(?:(?:market|country|市场|国家)[:：]\s*(?P<market>{_MARKETS})"
    rf"|(?:channel|shop|outlet|渠道|店铺|平台)[:：]\s*(?P<outlet>{_OUTLETS})"
    rf"|{_ORDER}[:：]\s*(?P<order>{_ORDERS})"
    rf"|(?:sku|article|货号|商品编码)[:：]\s*(?P<article>{_ARTICLES}))",
    re.IGNORECASE,
)
_STOPPED = expression(
    rf"(?<![A-Za-z0-9_])(?:{_KEYS})[:：]\s*"
    r"(?P<stopped>[^\s,，;；。:：\"“”「」『』«»]{1,40})(?=。)",
    re.IGNORECASE,
)


def with_whole_values(typed: str) -> str:
    """The words with such values in quotes, behind their keys."""
    return _STOPPED.sub(_quoted, _NAMED.sub(_quoted, typed))


def _quoted(found: re.Match[str]) -> str:
    named = found.lastgroup or ""
    value = found[named]
    key = found[0].removesuffix(value).rstrip()
    whole = value.replace(" ", "") if named == "order" else value
    behind = " " if named == "stopped" else ""
    return f'{key}"{whole}"{behind}'
