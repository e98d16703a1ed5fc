"""Where the words leave no doubt, whatever the model thinks of the rest."""

from collections.abc import Collection

from bot.model.expression import expression

VERBS = (
    r"order|buy|pay|purchase|check ?out|place|proceed|complete|finish|finali[sz]e"
    r"|go on|continue|go (?:any )?further|move on"
    r"|(?:save|load|verify|process) (?:the |my |your )?(?:shipping|delivery|billing"
    r"|payment|address|order|card)"
    r"|add (?:\w+ ){0,4}(?:to|in|into) (?:\w+ )?(?:cart|basket|bag)"
    r"|(?:get|go|come) (?:past|beyond|through) (?:the |this |that )?(?:\w+ )?"
    r"(?:address|shipping|delivery|payment|checkout|summary|cart|basket|last|order)"
)
CANNOT = (
    r"can'?t|cannot|can not|couldn'?t|could not|unable to|impossible to|not able to"
    r"|won'?t let (?:me|us|them)|doesn'?t let (?:me|us|them)|no way to"
    r"|nobody can|no ?one can|not possible to|not be able to"
    r"|(?:haven'?t|hasn'?t|have not|has not|never) managed to"
    r"|(?:didn'?t|don'?t) manage to"
)
NOTHING = (
    r"\b(?:no|not one|zero|lost) (?:sales?|orders? (?:possible|at all)|purchases?)\b"
    r"|\b(?:order|purchase|payment|buying|checkout)s? (?:is |are )?(?:not possible"
    r"|impossible)\b|\bnobody (?:manages|is able|gets)\b"
    r"|\b(?:every|each|all|any) (?:\w+ )?(?:card|payment|payment method|way to pay)s?"
    r" (?:fails?|(?:is|are|gets?) (?:refused|rejected|declined|turned down))\b"
)
# Where others buy all day, nobody does; the shop as a whole is away.
DRY = (
    r"\b(?:0|zero|not a single|not one) (?:successful )?(?:orders?|payments?|sales?"
    r"|transactions?|checkouts?)\b|\b(?:revenue|turnover|sales) (?:is |are |went |flat "
    r")*"
    r"(?:at |to )?(?:zero|0)\b"
    r"|\b(?:site|shop|web ?shop|store ?front|online store|website) (?:is |are |has "
    r"been )?"
    r"(?:(?:completely|all|still) )?(?:down|offline|unreachable|dead"
    r"|(?:not|isn'?t|won'?t|doesn'?t) (?:load\w*|open\w*|reachable))\b"
    r"|\b(?:site|shop|web ?shop|store ?front|website)[^.!?,]{0,20}\b50[0234]\b"
)
DRY_ZH = expression(
    r"(?:网站|网页|店铺|首页|小程序|app|商城|整站|官网)[^,。.!?]{0,6}"
    r"(?:打不开|进不[去了]|崩了|挂了|瘫痪|宕机|50[0234])"
    r"|(?:已付款?|成交|支付|下单|付款|进单|出单)[^,。.!?\d]{0,6}(?<!\d)0 ?[单笔]"
    r"|一[单笔][^,。.!?]{0,2}没"
)
# A page of the last steps that answers with a number only.
BROKEN = (
    r"\b(?:cart|basket|shopping bag|trolley|checkout|(?:payment|order|confirm\w*) page)"
    r"\b[^.!?,]{0,30}(?:\bforbidden\b|\baccess denied\b"
    r"|\b(?:40[0-9]|50[0-4])\b(?! ?(?:%|chf|eur|usd|francs?|euros?|dollars?|items?)))"
    r"|\b(?:get|gives?|throws?|shows?|error|code) (?:an? |me )*(?:error )?"
    r"(?:40[0-9]|50[0-4])\b[^.!?,]{0,15}\b(?:cart|basket|checkout|payment)\b"
)
BROKEN_ZH = expression(
    r"(?:购物[车袋]|结算|结账|支付|付款|下单|提交|收银台)[^,。.!?\d]{0,8}"
    r"(?:(?:报|显示|变成?|错误) ?(?:40[0-9]|50[0-4])(?!\d| ?[元块件%])|forbidden)"
)
# What one buys with stands still as a whole: "add to cart is dead".
DEAD = (
    r"\b(?:checkout|payments?|add to (?:cart|bag|basket)|(?:pay|buy|order|payment)"
    r" (?:button|page)) (?:is|are) (?:all |completely |totally )?(?:dead|broken|down"
    r"|offline|frozen)\b"
    r"|\b(?:is|are) (?:your|the) (?:online )?(?:checkout|payments?|till|cart)"
    r"(?: \w+)? (?:dead|broken|down|offline)\b"
)
# The shop refused what no bank was ever asked.
UNASKED = (
    r"\bbank\b[^.!?]{0,30}\b(?:no|nobody|never|no one|not|nothing"
    r"|didn'?t)\b[^.!?]{0,25}"
    r"\b(?:request|charge|tried|attempt|arrived|received|see|saw|reached)"
)
UNASKED_ZH = expression(
    r"银行[^。.!?]{0,8}(?:没|未)[^,。.!?]{0,5}(?:请求|扣款|记录)"
    r"[^。!?]*(?:拒|失败|不|没|还是)"
)
# Sent away from the last steps, or left waiting there for ever.
AWAY = (
    r"\b(?:thrown|kicked|bounced|sent) (?:out|back|away)\b[^.!?]{0,30}"
    r"\b(?:confirm\w*|checkout|pay\w*|order\w*|last step|cart|basket)\b"
    r"|\b(?:hanging|hangs|stuck|stays|remains) (?:at|in|on) .{0,2}(?:awaiting|pending"
    r"|unpaid|authori[sz])"
)
# Nobody can pay less than nothing.
NEGATIVE = (
    r"\b(?:total|sum|amount|price)\b[^.!?]{0,30}(?:\bnegative\b|\bminus\b"
    r"|\b(?:below|under) zero\b|\s-\d)"
)
# "It does not place the order", "my order won't go through", "Amex isn't accepted".
NOT = r"(?:does|do|did|is|are|was|will|wo|has|have)(?:n'?t| not)|never|no longer"
WAYS = (
    r"visa|mastercard|amex|american express|paypal|klarna|apple ?pay|google ?pay|ideal"
    r"|twint|bancontact|sepa|alipay|wechat pay|(?:my |any |every |the )?cards?"
)
REFUSED = (
    rf"\b(?:{NOT})(?: \w+){{0,2}} (?:place|submit|process|finali[sz]e) (?:\w+ )?"
    r"(?:order|purchase|payment)s?\b"
    rf"|\b(?:order|payment|purchase|transaction)s? (?:{NOT})"
    r" (?:go|get)(?:s|ing)? through"
    rf"|\b(?:{WAYS}) (?:{NOT}) (?:accepted|taken)\b"
    r"|(?<!if )(?<!when )(?<!case )\bmy payment (?:has |just |always )?fail(?:s|ed)\b"
    rf"|\b(?:{NOT}) (?:take|accept) (?:my|her|his|our|their) (?:{WAYS})s?\b"
    r"|\b(?:can'?t|cannot|can not|couldn'?t|could not) be (?:ordered|bought|purchased"
    r"|paid for|(?:added|put|placed) (?:to|in|into) (?:\w+ )?(?:cart|basket|bag))\b"
    r"|\b(?:cart|basket|bag)\b[^.!?]{0,25}"
    r"\b(?:0|zero|no) (?:item|article|product)s?\b"
)
ALWAYS = "(?! always| only| just)"  # who cannot always order can at times
STUCK = expression(
    rf"{NEGATIVE}|\b(?:{CANNOT}){ALWAYS}(?: \w+){{0,2}} (?:{VERBS})\b|{NOTHING}"
    rf"|{REFUSED}|{DRY}|{BROKEN}|{DEAD}|{UNASKED}|{AWAY}"
)
STUCK_ZH = expression(
    r"下不了单|付不[了出成上]|买不[了成]|拍不[了下]|结不了账|结算不了|加不进|加不了购"
    r"|提交不了|提交不上|[订卖]不[了掉出]|卡都?刷不[了过上]|刷不[了过上]卡|选不[了中上]"
    r"|(?:没法|无法|不能|没办法|没人能|不让我?)[^,。.!?吗]{0,3}"
    r"(?:下单|付款|支付|付钱|购买|买|结算|结账|提交订单|加购)"
    r"|卡在(?:了)?(?:结算|结账|支付|付款|下单|提交|收银台)|(?:买|付|下|拍|卖)不成"
    r"|(?:总价|金额|合计|应付)[^,。.!?]{0,6}(?:负|-\d)"
    r"|(?:所有|每种|哪种|什么)(?:支付|付款)方式都(?:不|失败|报错|没)"
    r"|(?:扣款|支付|付款|刷卡|下单)(?:一直|总是|老是|总|又|都|全)?失败(?!率)"
    r"|(?:订单|下单|付款|支付|结算|结账|购买)[^,。.!?]{0,6}(?:没有?反应|无反应|没动静)"
)
# It did before, and does no more.
NO_MORE = expression(
    r"\b(?:doesn'?t|does not|don'?t|do not|isn'?t|won'?t|can'?t)\b[^.!?]{0,50}"
    r"\bany ?(?:more|longer)\b"
    r"|\b(?:no longer|stopped|ceased to) (?:works?|working|loads?|loading|opens?"
    r"|opening|takes?|taking|accepts?|accepting|possible|responds?|responding)\b"
    r"|\b(?:still )?(?:worked|was fine|was ok) (?:yesterday|before|last|until|till)\b"
    r"|(?:昨天|之前|以前|前几天|上周|上个?月)[^,。.!?]{0,4}(?:还|都)?(?:可以|能|好好的"
    r"|正常)"
    r"|(?:突然|现在)[^,。.!?]{0,6}(?:不行|不能|用不了|没反应)了?"
)
# It is about something else: what was bought, or sent back.
ELSE = expression(
    r"return|refund|exchange|invoice|receipt|reminder|comment|review"
    r"|退(?!出)|换货|发票|收据|备注|评价|售后"
)
# It is only asked whether one can; "why can't I" says that one cannot.
ASKED = expression(r"\?\s*$|吗|能不能|(?:如果|要是|万一|假如|倘若).*[怎咋]么?办")
WHY = expression(  # asking so says so
    r"\b(?:is|are) (?:your|the) [\w ]{4,20}(?:dead|broken|down|offline)\b"
    r"|\bwhy\b|\bhow come\b|为什么|为啥|怎么(?!办)|咋(?!办)"
)
IF = expression(
    r"\b(?:if|when|in case|suppose|whether)\b|如果|要是|万一|假如|的话|会不会|时"
)
CLAUSES = expression(r"[^,.;:!?。]+[,.;:!?。]*")

WANTED = frozenset({"@cart1", "@checkout1", "@payment1", "@buying1"})
STOPPED = frozenset({"@stuck1", "@gone1", "@tried1"})


def blocked(said: str) -> bool:
    """Whether somebody says in so many words that they could not buy."""
    if returned(said) or not _stuck(said):
        return False
    if not ASKED.search(said) or WHY.search(said):
        return True
    return not IF.search(said) and any(map(_plainly, CLAUSES.findall(said)))


def _plainly(clause: str) -> bool:
    """Whether a clause beside a question says so: "I cannot pay, can you help?"."""
    return not ASKED.search(clause) and _stuck(clause)


def _stuck(said: str) -> bool:
    return any(
        each.search(said) for each in (STUCK, STUCK_ZH, DRY_ZH, BROKEN_ZH, UNASKED_ZH)
    )


def no_more(said: str) -> bool:
    """Whether something did what it should, and does so no more."""
    return bool(NO_MORE.search(said)) and not returned(said)


def returned(said: str) -> bool:
    """Whether it is about what was bought, or sent back."""
    return bool(ELSE.search(said))


def stopped(themes: Collection[str]) -> bool:
    """Whether something does not go on, or is not there."""
    return not STOPPED.isdisjoint(themes)


def doubtful(themes: Collection[str]) -> bool:
    """Whether somebody who wanted to buy may not have come on: never a trifle."""
    return stopped(themes) and not WANTED.isdisjoint(themes)
