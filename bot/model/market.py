"""The countries a shop sells to, by the names people use for them."""

import re

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
    "uk": "britain british england gb 英国",
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


def by_code(folded: str) -> str:
    """A folded name with its countries as codes, without the small words: both
    "refunds-in-germany" and "refunds-de" are "refunds-de".
    """
    coded = _HAN.sub(lambda found: f"-{_CODE[found[0]]}-", folded)
    parts = [_CODE.get(part, part) for part in coded.split("-") if part]
    kept = [part for part in parts if part not in _SMALL]
    return "-".join(kept or parts)
