"""Where the words leave no doubt, whatever the model thinks of the rest."""

import re
from collections.abc import Collection

VERBS = (
    r"order|buy|pay|purchase|check ?out|place|proceed|complete|finish|finali[sz]e"
    r"|add (?:\w+ ){0,4}(?:to|in|into) (?:\w+ )?(?:cart|basket|bag)"
    r"|(?:get|go|come) (?:past|beyond|through) (?:the |this |that )?(?:\w+ )?"
    r"(?:address|shipping|delivery|payment|checkout|summary|cart|basket|last|order)"
)
CANNOT = (
    r"can'?t|cannot|can not|couldn'?t|could not|unable to|impossible to|not able to"
    r"|won'?t let (?:me|us|them)|doesn'?t let (?:me|us|them)|no way to"
    r"|nobody can|no ?one can|not possible to"
)
NOTHING = (
    r"\b(?:no|not one|zero|lost) (?:sales?|orders? (?:possible|at all)|purchases?)\b"
    r"|\b(?:order|purchase|payment|buying|checkout)s? (?:is |are )?(?:not possible"
    r"|impossible)\b|\bnobody (?:manages|is able|gets)\b"
    r"|\b(?:every|each|all|any) (?:\w+ )?(?:card|payment|payment method|way to pay)s?"
    r" (?:fails?|(?:is|are|gets?) (?:refused|rejected|declined|turned down))\b"
)
STUCK = re.compile(rf"\b(?:{CANNOT})(?: \w+){{0,2}} (?:{VERBS})\b|{NOTHING}")
STUCK_ZH = re.compile(
    r"下不了单|付不[了出成上]|买不[了成]|拍不[了下]|结不了账|结算不了|加不进|加不了购"
    r"|提交不了|提交不上"
    r"|(?:没法|无法|不能|没办法|没人能|不让我?)[^,。.!?吗]{0,3}"
    r"(?:下单|付款|支付|付钱|购买|买|结算|结账|提交订单|加购)"
    r"|卡在(?:了)?(?:结算|结账|支付|付款|下单|提交|收银台)|(?:买|付|下|拍|卖)不成"
    r"|(?:所有|每种|哪种|什么)(?:支付|付款)方式都(?:不|失败|报错|没)"
)
# It is about something else: what was bought, or sent back.
ELSE = re.compile(
    r"return|refund|exchange|invoice|receipt|reminder|comment|review"
    r"|退(?!出)|换货|发票|收据|备注|评价|售后"
)
# It is only asked whether one can; "why can't I" says that one cannot.
ASKED = re.compile(r"\?\s*$|吗|能不能")
WHY = re.compile(r"\bwhy\b|\bhow come\b|为什么|为啥|怎么|咋")

BEFORE = frozenset({"@cart1", "@checkout1", "@payment1", "@buying1"})
STOPPED = frozenset({"@stuck1", "@gone1", "@tried1"})


def blocked(said: str) -> bool:
    """Whether somebody says in so many words that they could not buy."""
    if ELSE.search(said) or not (STUCK.search(said) or STUCK_ZH.search(said)):
        return False
    return not ASKED.search(said) or bool(WHY.search(said))


def stopped(themes: Collection[str]) -> bool:
    """Whether something does not go on, or is not there."""
    return not STOPPED.isdisjoint(themes)


def doubtful(themes: Collection[str]) -> bool:
    """Whether somebody who wanted to buy may not have come on: never a trifle."""
    return stopped(themes) and not BEFORE.isdisjoint(themes)
