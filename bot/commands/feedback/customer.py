"""Who the customer is, where a name has several words and no quotes around it:
"customer:Maria Rossi the cart is empty", "…, customer Maria Rossi, order 1001".
"""

import re

from bot.model.expression import expression

_KEY = r"(?<!\w)(?:customer|client|客户|顾客|买家)"
_PARTICLE = r"(?:de|da|di|del|della|van|von|der|den|la|le|el|al|bin|ten|ter|zu|dos|y)"
_BEGINS = (  # words that begin what a customer says, not a family name
    "The|This|That|There|These|A|An|I|It|Its|My|Our|We|She|He|They|You|Your|Is|Was|Has"
    "|Had|Cannot|Can|Could|Cart|Checkout|Payment|Coupon|Order|Delivery|Parcel|Package"
    "|Website|Site|Shop|Page|Please|When|After|Since|No|Not|Nothing|Never|Got|Received"
    "|Wants|Asks|Says|Complains|Why|How|What|Where|Still|Paid|Refund|Return|Wrong|Very"
)
_FIRST = r"(?-i:[A-ZÀ-ÖØ-ÞŁŠŽ][\w'’.-]*)"
_MORE = rf"(?:\s+(?:{_PARTICLE}\s+){{0,2}}(?-i:(?!(?:{_BEGINS})\b)){_FIRST}(?![\w:：]))"
_LATIN = rf"{_FIRST}{_MORE}{{1,3}}"
_HAN = (
    r"(?:[\u3400-\u9fff]\s+[\u3400-\u9fff]{1,2}"
    r"|[\u3400-\u9fff]{2,4}\s+(?:先生|女士|小姐))"
)
_NAMED = expression(
    rf"({_KEY})[:：]\s*({_LATIN}|{_HAN}(?![\u3400-\u9fff]))", re.IGNORECASE
)
_BESIDE = expression(
    rf"(?:(?<=[,，;；(（])|^)\s*{_KEY}\s+({_FIRST}{_MORE}{{0,3}})\s*(?=[,，;；)）.]|$)",
    re.IGNORECASE,
)


_BESIDE_ZH = expression(
    r"(?:(?<=[,，;；。(（])|^)\s*(?:客户|顾客|买家)\s*"
    r"([\u3400-\u9fff]{1,3}(?:先生|女士|小姐))\s*(?=[,，;；。)）]|$)"
)


def with_whole_name(typed: str) -> str:
    """The words with such a name in quotes, behind its key."""
    named = _NAMED.sub(lambda found: f'{found[1]}:"{found[2]}"', typed)
    if named != typed:
        return named
    for beside in (_BESIDE, _BESIDE_ZH):
        typed = beside.sub(lambda found: f' customer:"{found[1]}" ', typed, count=1)
    return typed
