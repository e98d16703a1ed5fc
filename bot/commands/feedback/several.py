"""Values of several words without quotes around them: "market:United Kingdom",
"sku:AB 12", "channel:TikTok Shop".
"""

import re

_MARKETS = (
    r"(?:United (?:Kingdom|States(?: of America)?|Arab Emirates)|Great Britain"
    r"|Hong Kong|(?:South|North) (?:Korea|Africa|America)|Latin America|New Zealand"
    r"|Saudi Arabia|Czech Republic|Sri Lanka|Costa Rica|Puerto Rico"
    r"|Dominican Republic|(?:Middle|Far) East|Southeast Asia|South East Asia"
    r"|(?:Eastern|Western|Northern|Southern) Europe|Mainland China"
    r"|中国\s(?:大陆|内地|香港|澳门|台湾))(?![\w\u3400-\u9fff])"
)
_OUTLETS = (
    r"[^\W\d_][\w-]*\s(?:Shop|Store|Shopping|Marketplace|Global|Worldwide"
    r"|International|(?:官方)?旗舰店|国际|自营|专卖店)(?![\w\u3400-\u9fff])"
)
_THEN_A_KEY = r"(?=\s*(?:$|[,，;；]|[^\W\d_]+[:：]))"
_ARTICLES = rf"[A-Za-z]{{1,8}}\s[\w-]*\d[\w-]*{_THEN_A_KEY}"
_NAMED = re.compile(
    rf"(?<!\w)(?:(?:market|country|市场|国家)[:：]\s*(?P<market>{_MARKETS})"
    rf"|(?:channel|shop|outlet|渠道|店铺|平台)[:：]\s*(?P<outlet>{_OUTLETS})"
    rf"|(?:sku|article|货号|商品编码)[:：]\s*(?P<article>{_ARTICLES}))",
    re.IGNORECASE,
)


def with_whole_values(typed: str) -> str:
    """The words with such values in quotes, behind their keys."""
    return _NAMED.sub(_quoted, typed)


def _quoted(found: re.Match[str]) -> str:
    value = found[found.lastgroup or 0]
    return f'{found[0].removesuffix(value).rstrip()}"{value}"'
