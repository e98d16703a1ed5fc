"""The countries and parts of the world a shop sells to, by the names people use: every
country of the CLDR in both languages, and what it is called besides.

A market is kept as one code, however it was typed: "Germany", 德国 and "DE" are one.
"""

import re
import unicodedata
from functools import cache

from babel import Locale
from rapidfuzz import fuzz, process

from bot.model.text import simplified, tidy

LANGUAGES = ("en", "zh")
NEAR = 80  # percent of its letters that a misspelled name shares with the market's
# ISO 3166 code: how it is called, folded; Chinese names need no space around them.
MARKETS = {
    "de": "germany german deutschland 德国",
    "at": "austria austrian österreich 奥地利",
    "ch": "switzerland swiss schweiz 瑞士",
    "fr": "france french 法国",
    "it": "italy italian 意大利",
    "es": "spain spanish 西班牙",
    "nl": "netherlands dutch holland 荷兰",
    "pl": "poland polish 波兰",
    "gb": "uk britain british england gb 英国",
    "us": "usa america american 美国",
    "ca": "canada canadian 加拿大",
    "cn": "china chinese 中国",
    "jp": "japan japanese 日本",
    "kr": "korea korean 韩国",
    "au": "australia australian 澳大利亚 澳洲",
}
_CODE = {word: code for code, words in MARKETS.items() for word in words.split()}
_HAN = re.compile("|".join(word for word in _CODE if word[0] > "\u2e7f"))
_SMALL = frozenset({"in", "for", "of", "the", "our", "to", "on", "with"})
# Countries as they are called beside their names in the CLDR; no adjectives.
CALLED = {
    "GB": "uk|u.k.|great britain|britain",
    "US": "usa|u.s.a.|u.s.|america|the states|united states of america",
    "NL": "holland|the netherlands",
    "CZ": "czechia|czech republic|捷克共和国",
    "TR": "turkey|türkiye|turkiye",
    "KR": "korea|大韩民国",
    "MK": "macedonia",
    "CI": "ivory coast",
    "MM": "burma|myanmar",
    "VA": "vatican",
    "AE": "uae|emirates|阿联酋",
    "CN": "mainland china|prc|中国大陆|中国内地|中国内陆",
    "HK": "hong kong|香港|中国香港",
    "MO": "macau|macao|澳门|中国澳门",
    "TW": "中国台湾",
    "150": "europe",
    "EU": "eu|the eu",
    "003": "north america|北美",
    "005": "south america|南美",
    "419": "latin america|latam|拉美",
    "035": "south east asia|south-east asia|东南亚地区",
    "030": "east asia|far east|the far east|远东",
    "145": "middle east|the middle east|中东",
    "001": "worldwide|global|全球",
}
# What people say where the CLDR speaks like an office.
SHORT = {
    "HK": {"en": "Hong Kong", "zh": "香港"},
    "MO": {"en": "Macao", "zh": "澳门"},
    "145": {"en": "Middle East", "zh": "中东"},
}
_PARTS = re.compile(r"[,，;；:：、。\n]|\.\s|\.$")
_COUNTRY = re.compile(r"[A-Z]{2}")
_NOT_COUNTRIES = frozenset({"EU", "UN", "EZ", "XA", "XB", "QO"})
_MARKET = re.compile(
    r"^(?:the|our)\s+|\s*(?:markets?|市场|站点?|区)$"
)  # "our German market"


def by_code(folded: str) -> str:
    """A folded name with its countries as codes, without the small words: both
    "refunds-in-germany" and "refunds-de" are "refunds-de".
    """
    coded = _HAN.sub(lambda found: f"-{_CODE[found[0]]}-", folded)
    parts = [_CODE.get(part, part) for part in coded.split("-") if part]
    kept = [part for part in parts if part not in _SMALL]
    return "-".join(kept or parts)


def country(typed: str) -> str | None:
    """The ISO 3166 code of the country of that name, or with that code; else None."""
    code = _names().get(_folded(typed))
    return code if code and is_country(code) else None


def is_country(code: str) -> bool:
    """Whether it is a country's code, and none of a union's or a continent's."""
    return bool(_COUNTRY.fullmatch(code)) and code not in _NOT_COUNTRIES


def market_of(typed: str) -> str:
    """The market as it is kept: the code of a country or a part of the world; what is
    neither stays, in capitals.
    """
    said = _folded(typed)
    plain = _MARKET.sub("", said)
    for each in (said, plain, plain.replace(" ", "")):
        if code := _names().get(each) or _CODE.get(each, "").upper():
            return code
    return tidy(typed).upper()


def market_name(kept: str, language: str) -> str:
    """The market in the reader's language; what nobody knows as it was typed."""
    code, spoken = market_of(kept), language.split("-")[0]
    if short := SHORT.get(code, {}).get(spoken):
        return short
    return str(Locale(spoken).territories.get(code, kept))


@cache
def spellings(code: str) -> tuple[str, ...]:
    """Every way in which the market may have been kept before it had one."""
    ways = {code, *(name.upper() for name, each in _names().items() if each == code)}
    ways |= {word.upper() for word, each in _CODE.items() if each.upper() == code}
    return tuple(sorted(ways))


@cache
def market_words() -> dict[str, str]:
    """The code of every market by its names of two letters or more, but no codes:
    those are words of a sentence, too ("in", "is", "us").
    """
    words = {word: code.upper() for word, code in _CODE.items() if len(word) > 1}
    return words | {
        name: code
        for name, code in _names().items()
        if len(name) > 3 or name[:1] > "\u2e7f"
    }


def market_among(text: str) -> str:
    """The market that words name in passing: as one of their parts ("parcel lost,
    Germany"), or as where a customer is (德国客户, "customers from Italy"); else "".
    """
    known = market_words()
    parts = (_folded(part) for part in _PARTS.split(text))
    found = [known[part] for part in parts if part in known]
    said = _folded(text)
    found += [known[each[1]] for each in _there().finditer(said)]
    return found[0] if len(set(found)) == 1 else ""


@cache
def _there() -> re.Pattern[str]:
    """A country, where customers are said to be of it."""
    names = sorted(map(re.escape, market_words()), key=len, reverse=True)
    latin = "|".join(name for name in names if name.isascii())
    han = "|".join(name for name in names if name[:1] > "\u2e7f")
    return re.compile(
        r"(?:\b(?:customers?|clients?|buyers?|shoppers?)\s(?:in|from)\s(?:the\s)?(?="
        rf"(?:{latin})\b)|(?=(?:{han})(?:市场|站)?的?(?:客户|顾客|买家|用户|消费者)))"
        rf"({latin}|{han})"
    )


def market_near(kept: str) -> str:
    """The market that was meant by a name nobody knows: "GERMNY" is DE; else ""."""
    if not kept or kept in _names().values():
        return ""
    close = process.extractOne(
        _folded(kept), list(market_words()), scorer=fuzz.ratio, score_cutoff=NEAR
    )
    return market_words()[close[0]] if close else ""


def several_words() -> list[str]:
    """The names that are more than one word, the longest first."""
    found = {name for name in _names() if " " in name}
    return sorted(found, key=lambda name: (-len(name), name))


@cache
def _names() -> dict[str, str]:
    """Every name and code, folded."""
    names = {
        _folded(name): code
        for code, called in CALLED.items()
        for name in called.split("|")
    }
    for language in LANGUAGES:
        for code, name in Locale(language).territories.items():
            if not is_country(code) and code != "EU" and not code.isdigit():
                continue
            names.setdefault(_folded(name), code)
            names.setdefault(_folded(name.replace("&", "and")), code)
            if not code.isdigit():
                names.setdefault(_folded(code), code)
    return names


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(simplified(plain).split())
