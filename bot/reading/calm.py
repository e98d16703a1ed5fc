"""What sounds as if nobody could buy, and is about something else, or is over.

Each way to tell is a kind of sentence, and none of them is a single shop's.
"""

import re
from collections.abc import Collection

from bot.model.expression import expression
from bot.reading.signs import signs
from bot.reading.wants import wants

# It went on after all. Whose card is fine says nothing of the order.
OVER = expression(
    r"\b(?:went (?:fine|through|well)"
    r"|(?:all|everything|order|purchase|payment) (?:is |was )?(?:fine|good|ok|okay)"
    r"|order (?:is |was )?in my account|settled\b|works? (?:again|now)"
    r"|but (?:it )?works|nevertheless|repaired"
    r"|(?:is|was|got|been|all|now|it|itself|problem|issue) solved"
    r"|solved (?:it|now|itself|by)"
    r"|second (?:one |try |time |attempt )?(?:did|worked|was (?:fine|ok|good))"
    r"|took another|(?<!n't )(?<!not )(?<!never )managed to|by hand later"
    r"|no action (?:is )?(?:needed|required)"
    r"|(?<!not )(?:operat\w+|work(?:s|ed|ing)?|run(?:s|ning)?) normally"
    r"|(?:ordered|bought|took) (?:it|(?:the|a|an|another) \w+(?: one)?)"
    r" (?:in the end|instead|anyway)"
    r"|one can still|then it goes on|gets there|correct it and order"
    r"|thanks for (?:fixing|the quick)|(?:then|after that) it worked"
    r"|(?:used|with) the other(?: one)?|order(?:'s| is) (?:in|placed|done)"
    r"|but (?:it'?s |that'?s )?(?:ok|okay|fine)|(?:is|are) back(?! (?:to|at|in"
    r"|on)\b))\b"
    r"|(?:订单|东西|下单|付款|支付)(?:是)?(?:没问题|正常|很?顺利)|付了没问题"
    r"|(?:下单|付款|支付|下)成功了|才下单成功|就(?:好|行|可以)了(?:[,，。! ]|$)|没事了"
    r"|修好|不用管|照样|现在(?:又)?能|现在很|付好了|是买了"
    r"|(?:单|还是|没用券)(?:就)?(?:下单?|买|付款?)了"
    r"|自己点回来|后台有单|再下单$|才(?:买到|买了|拍到)|成功率正常|无需处理|一切正常"
    r"|又(?:能|可以)[^,。.!?]{0,4}了|现在好了(?![^。.!?]*不)|已(?:经)?下单(?! ?\d)"
    r"|(?<![没未])(?<!没有|时候)恢复(?:正常|了)|(?:还好|总算|终于|最后)(?:[成好]了"
    r"|成功)"
    r"|(?<![不没才])能(?:付|买|下单|支付|结算|结账|加购|提交)(?:款)?了"
    r"|问题(?:都)?(?:已经|已)(?:经)?解决|([\u3400-\u9fff])是\1了"
)
# Nothing better can be bought, or not enough of it: that is praise.
PRAISED = expression(
    r"\b(?:can'?t|cannot|can not|could not|couldn'?t)"
    r" (?:stop|wait|live without|go wrong|praise|fault|thank|recommend\b.{0,20}\benough"
    r"|(?:buy|order|get|eat|drink) enough|(?:have been|be) (?:easier|simpler|faster"
    r"|better|happier))"
    r"|\bnever (?:had|have|has|saw|seen|met|fail\w*|a problem|any|an "
    r"issue)\b[^.!?]{0,30}"
    r"\b(?:here|with you|years?|issues?|problems?|trouble)\b"
    r"|\bno (?:problems?|issues?|trouble|complaints?) (?:at all|whatsoever|so far"
    r"|here)\b"
    r"|从(?:来)?[没未](?:有)?[^,。.!?]{0,12}过|停不下来|(?:根本|怎么都?"
    r"|永远)?[买喝吃囤]不够(?!用)|没有比这更"
    r"|(?:别处|别家|其他|哪儿|哪里)[^,。.!?]{0,4}[买找]不到|挑不出"
    r"|[付买]不起了?[哈嘻😂]|"
    r"\b(?:buy|order|get|find) (?:a |an |any )?(?:\w+ )?(?:better|nicer|finer)\b"
    r"|[买找订]不到(?:比|更)|比[^,。.!?]{0,6}(?:更|还)(?:好|棒|划算|便宜|满意)"
)
# It was bought or paid already: bad, and yet nothing stands in the way of buying.
BOUGHT = expression(
    r"\bafter (?:i |we )?(?:paid|paying|ordered|ordering)\b"
    r"|\b(?:took|kept?) (?:the|my|our) money\b"
    r"|\b(?:was|were|been|got) (?:charged|debited|billed)|\bcharged? (?:me )?(?:twice"
    r"|two)"
    r"|\bi(?:'ve| have)? (?:already )?paid\b|\bmoney left\b|\bunknown charge"
    r"|\bpaid (?:with|by|via)\b|\b(?:cart|bag|basket|trolley) (?:that )?i (?:bought"
    r"|ordered|got)\b|\bused my card\b"
    r"|\bmy (?:old |past |last |previous )?orders\b|\borders? (?:of|from) last"
    r"|\b(?:half|part|some|rest|pieces?) of (?:my|the|our|her|his|an?) order"
    r"|\bonly [^.!?]{1,20} (?:came|arrived)\b|钱(?:已经|都|也)?付了(?!款?0)"
    r"|(?:下单|付款?|支付|买)(?:以|之)?后.{0,4}(?:改|发票|取消|没有?跳|收到)|付(?:好"
    r"|完)"
    r"|(?<![没未不])扣(?:了|钱了)|记账|已付|盗刷|盗用|(?:以前|春天|去年).{0,4}订单"
    r"|历史订单"
)
AGAIN = expression(
    r"\bworks? (?:fine |well |perfectly )?again\b|\b(?:is|are) back(?! (?:to|at|in"
    r"|on)\b)"
    r"|又(?:能|可以)[^,。.!?]{0,4}了|(?<![没未])(?<!没有|时候)恢复(?:正常)?了"
)
YET = expression(
    r"\b(?:but|until|till|except|though|although|however)\b|但|不过|可是|就是|只是|直到"
)
# Nobody else is to blame: a limit of one's own card, a slip of one's own hand.
OWN = expression(
    r"\bmy (?:own|bad\b|fault|mistake)|\b(?:i|she|he|they) (?:had )?(?:mis-?typed"
    r"|typed (?:it |in )?(?:the )?wrong|hit (?:my|her|his|the) (?:card |credit |daily "
    r")?limit"
    r"|forgot)\b|\bturn(?:s|ed) out (?:it|my|her|his|the "
    r"card)\b[^.!?]{0,20}\b(?:expired|limit"
    r"|empty)|\b(?:over|reached|hit) (?:my|her|his) (?:own )?(?:\w+ )?limit"
    r"|(?<!示)(?<!说)(?:我|自己|银行卡|卡里?|顾客)(?:的)?(?:今天|每日|单日)?"
    r"(?:余额不[够足]|限额|[输填按]错|记错|过期了|没钱)"
)
# What is somebody's already, also what moves, opens and is charged by hand.
OWNED = expression(
    r"\bthe (?:\w+ ){1,3}i (?:bought|ordered|got|received)\b"
    r"|\bbought (?:it|this|them|mine) (?:in|on|last|from|a|for|two|three)\b"
    r"|\b(?:bought|ordered) (?:last|a|two|three) (?:week|month|year|day)"
    r"|\b(?:switch(?:es)? (?:on|off)|power button|batter(?:y|ies)|zip(?:per)?|bluetooth"
    r"|charger|plug(?:ged)? in|remote control|screws?|(?:button|switch|key|display)s?"
    r" (?:on|of) (?:the|my) (?!page|site|app|cart|checkout|screen|website|shop|last"
    r"|bottom"
    r"|right|left|top|order|payment|basket)\w+)\b"
    r"|买的(?!时候|东西|人|商品|都|那|产品|话)|买回来|收到(?:的|货)|插上|充电|充不进"
    r"|开机"
    r"|按键|开关|电池|拉链|蓝牙|指示灯|才用了?"
)
# A number says which order it is, not that anybody orders.
NUMBERED = expression(
    r"(?:\border|订单|单)(?: ?(?:no|号|number))?\.?:? ?[\w-]*\d[\w-]+"
)
# What is said where people buy.
TILL = expression(
    r"\b(?:check ?out|cart|basket|trolley|bag\b|pay|buy|purchas|order|visa|mastercard"
    r"|amex|klarna|wallet|sepa|iban|card\b|add to"
    r"|shop\b|shopping|sold|sales?\b|bought|last button|go on|continue|proceed)"
    r"|最后的按钮|继续|购物|结算|结账|付|支付|下单|买|加购|订单|单子|卡(?![在住死了])"
    r"|拍|花呗|白条"
    r"|云闪付|尾款|收银|扫码"
)
# What one holds in one's hands, and who brings it: no button of theirs is the shop's.
THINGS = expression(
    r"\b(?:lid|handle|spout|knob|hinge|wheel|courier|parcel|package)s?\b"
    r"|壶盖|杯盖|盖子|轮子|把手|底座|壶嘴|快递|物流|包裹|驿站"
)
# It only does not look right.
LOOKS = expression(
    r"\b(?:ugly|tiny|hideous|old-fashioned|badge|logo|little number|number (?:in|on"
    r"|at) the|dark mode|layout|font"
    r"|colour"
    r" of the button|out of date|needs \w+ clicks|a bit slow|cramped)"
    r"|丑|难看|字(?:体)?又?太?小|角标|小红点|图标.{0,4}(?:丑|怪|错)|太小|不好按|有点慢"
    r"|(?:夜间|深色|暗色|暗黑)模式"
)
QUESTION = expression(
    r"[?？]\s*$|^(?:may|can|could|do|does|is|are|did|how|when|which|where) |吗|请问"
    r"|多久"
    r"|什么时候|怎么改|能不能(?:先|用|支持|加)|可以.{0,8}吗"
)
MISSING = expression(
    r"\bwhere (?:is|are|did|has)\b[^.!?]{0,30}\b(?:button|field|option|form|go|gone)\b"
    r"|(?:按钮|选项|入口)[^,。.!?]{0,4}(?:哪|呢)"
)
CANNOT = expression(
    r"\bcan(?:'?t|not)\b|\bno way\b|(?<!能)[不没](?:了|到|上|动|能)|无法"
)
# It is asked how one does it, or whether: nothing was tried yet.
ASKED = expression(
    r"\b(?:wants? to know|wanted to know|wonder(?:s|ed)|ask(?:s|ed)) "
    r"(?:if|whether|about)\b|\bhaven'?t tried"
    r"|^(?:顾客|客户|买家|客人|他|她|有人)?(?:想)?(?:问|咨询|了解|知道)"
    r"|(?:可以|能|行)[^,。.!?]{0,12}不$|在哪(?:里|儿)?(?:点|付|填|看|选)"
)
WISHED = expression(
    r"\bplease (?:add|offer|support|allow|introduce|bring)\b|\bwish(?:es)?\b ?[:：]"
    r"|\b(?:would|it'?d) be (?:so )?(?:nice|great|lovely|cool|good|handy|fun|helpful)\b"
    r"|希望|建议|盼|要是[能有]|如果能|就好了|早日|啥时候能支持"
)
SOON = expression(  # what is hoped for here is help
    r"(?:希望|建议|盼)(?:着|望)?(?:能|可以|你们|贵司|你|尽快|赶紧|早日|马上|立即)*"
    r"(?:处理|解决|退|修|改进|改善|给个|补发|查|回复|联系|发货|重视|恢复)"
)
# Who wishes that one could pay at all says that one cannot.
AT_ALL = expression(
    r"\b(?:wish|would|'d|hope|if)\b[^.!?]{0,30}\b(?<!apple )(?<!google )(?<!what )"
    r"(?:pay|paying|order|ordering|buy|buying|check ?out|checking out)"
    r"(?: (?:for )?(?:something|anything|it|this|things|here))?"
    r"(?:$|[,.!?;]| at all| (?:were|was|is) possible| again| one day)"
    r"|(?:希望|要是|如果|盼)[^,。.!?]{0,6}(?:[付买下拍结]得[了到上成]"
    r"|能[^,。.!?]{0,5}(?:付款|付钱|付上|买走|买到|买成|下单|下成|结账)(?:就|[,。!]|$))"
)
HALTED = frozenset({"@stuck1", "@gone1"})


def over(said: str) -> bool:
    """Whether it went on after all, or never was anything but praise."""
    return bool(_went_on(said) or PRAISED.search(said))


def after(said: str) -> str:
    """What is said besides: behind a "but" where it went on, all but the praise."""
    if went_on := _went_on(said):
        yet = YET.search(said, went_on.end())
        return said[yet.end() :] if yet else ""
    return PRAISED.sub(" ", said)


def _went_on(said: str) -> re.Match[str] | None:
    """Who hopes that it is mended soon does not say that it is."""
    return OVER.search(SOON.sub(lambda match: " " * len(match[0]), said))


def praised(said: str) -> bool:
    """Whether nothing better can be had, or what did not work does again; and nothing
    else is said to stand still.
    """
    if YET.search(said) or not (PRAISED.search(said) or AGAIN.search(said)):
        return False
    rest = AGAIN.sub(" ", PRAISED.sub(" ", said))
    return HALTED.isdisjoint(signs(rest))


def wished(said: str, themes: Collection[str]) -> bool:
    """Whether something is wished for that never was there."""
    if not HALTED.isdisjoint(themes) or longs(said):
        return False
    wish = WISHED.search(said) and not SOON.search(said)
    return bool(wish) or wants(said)


def longs(said: str) -> bool:
    """Whether it is wished for that one could pay, order or buy at all."""
    return bool(AT_ALL.search(said))


def bought(said: str) -> bool:
    """Whether it is about what was bought already."""
    return bool(BOUGHT.search(said))


def looks(said: str) -> bool:
    """Whether it only does not look right."""
    return bool(LOOKS.search(said)) and not CANNOT.search(said)


def in_hand(said: str) -> bool:
    """Whether it is about a thing, or its way, and nothing is said of buying."""
    if OWNED.search(said):
        return not sells(NUMBERED.sub(" ", OWNED.sub(" ", said)))
    return bool(THINGS.search(said)) and not sells(NUMBERED.sub(" ", said))


def elsewhere(said: str, themes: Collection[str]) -> bool:
    """Whether it seems to be about what one has, has bought, asks or wishes for."""
    pretty = looks(said) and "@wishes1" in themes
    return in_hand(said) or harmless(said, themes) or pretty or bought(said)


def harmless(said: str, themes: Collection[str]) -> bool:
    """Whether it is asked, wished or found ugly, and nothing is said to stand still; or
    nobody is to blame but whoever says it.
    """
    if owns(said):
        return True
    if not HALTED.isdisjoint(themes):
        return bool(ASKED.search(said)) and not CANNOT.search(said)
    asked = any(each.search(said) for each in (ASKED, WISHED))
    return asked or looks(said) or wants(said)


def owns(said: str) -> bool:
    """Whether nobody is to blame but whoever says it."""
    return bool(OWN.search(said))


def asks(said: str, themes: Collection[str]) -> bool:
    """Whether it is a question, and nothing is said to stand still or to be missing."""
    asked = QUESTION.search(said) and not MISSING.search(said)
    return bool(asked) and HALTED.isdisjoint(themes)


def sells(said: str) -> bool:
    """Whether the words speak of buying at all."""
    return bool(TILL.search(said))
