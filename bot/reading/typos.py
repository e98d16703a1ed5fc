"""Words of buying as people mistype them: a letter too many, too few or swapped, and
Chinese characters that sound alike. It is for reading; nobody is shown the outcome.
"""

import re
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

MEANT = (
    "checkout", "payment", "paypal", "basket", "shopping", "address", "voucher",
    "button", "declined", "klarna", "mastercard", "transaction", "purchase", "proceed",
)  # fmt: skip
WORDS = re.compile(r"[a-z]{5,14}")

_SOUNDS = {
    "付款": "付宽|付欵|负款|付侉|富款", "支付": "支负|只付|支副|枝付|之付",
    "购物车": "购勿车|购物侧|够物车|购物撤|构物车", "下单": "下但|下旦|下担|夏单",
    "结算": "接算|节算|结蒜", "提交": "提教|题交|提叫", "订单": "定单|丁单|订但",
    "加购": "加够|家购", "按钮": "按扭|暗钮|按妞", "地址": "地只|地纸|弟址",
}  # fmt: skip
# What people in Hong Kong type as they speak.
_SPOKEN = {
    "没反应": "冇反應|冇反应", "没有": "冇", "按钮": "個掣|个掣", "点了": "撳咗|撳",
    "下单": "落單|落单", "买不到": "買唔到|买唔到", "付不了钱": "俾唔到錢|畀唔到錢",
    "下不了单": "落唔到單|落唔到单", "打不开": "打唔開|開唔到", "不": "唔",
    "一直": "成日",
}  # fmt: skip
_HEARD = {
    typed: meant
    for known in (_SOUNDS, _SPOKEN)
    for meant, all in known.items()
    for typed in all.split("|")
}
_ALIKE = re.compile("|".join(sorted(_HEARD, key=len, reverse=True)))


def mended(said: str) -> str:
    """The same, in small letters, as it was meant."""
    heard = _ALIKE.sub(lambda found: _HEARD[found[0]], said)
    return WORDS.sub(lambda found: _meant(found[0]), heard)


@lru_cache(maxsize=4_096)
def _meant(word: str) -> str:
    for known in MEANT:
        near = abs(len(word) - len(known)) < 2 and word[0] == known[0]
        if not near or word.startswith(known):
            continue
        if DamerauLevenshtein.distance(word, known, score_cutoff=1) <= 1:
            return known
    return word
