"""What sounds as if nobody could buy, and is about something else, or is over.

Each way to tell is a kind of sentence, and none of them is a single shop's.
"""

import re
from collections.abc import Collection

# It went on after all. Whose card is fine says nothing of the order.
OVER = re.compile(
    r"\b(?:went (?:fine|through|well)"
    r"|(?:all|everything|order|purchase|payment) (?:is |was )?(?:fine|good|ok|okay)"
    r"|order (?:is |was )?in my account|settled\b|works? (?:again|now)"
    r"|but (?:it )?works|nevertheless|repaired"
    r"|(?:is|was|got|been|all|now|it|itself|problem|issue) solved"
    r"|solved (?:it|now|itself|by)"
    r"|second (?:one |try |time |attempt )?(?:did|worked|was (?:fine|ok|good))"
    r"|took another|managed to|by hand later|no action (?:is )?(?:needed|required)"
    r"|(?<!not )(?:operat\w+|work(?:s|ed|ing)?|run(?:s|ning)?) normally"
    r"|(?:ordered|bought|took) (?:it|(?:the|a|an|another) \w+(?: one)?)"
    r" (?:in the end|instead|anyway)"
    r"|one can still|then it goes on|gets there|correct it and order"
    r"|thanks for (?:fixing|the quick))\b"
    r"|(?:订单|东西|下单|付款|支付)(?:是)?(?:没问题|正常|很?顺利)|付了没问题"
    r"|(?:下单|付款|支付|下)成功了|才下单成功|就(?:好|行|可以)了(?:[,，。! ]|$)|没事了"
    r"|修好|不用管|照样|现在(?:又)?能|现在很|付好了|是买了"
    r"|(?:单|还是|没用券)(?:就)?(?:下单?|买|付款?)了"
    r"|自己点回来|后台有单|再下单$|才(?:买到|买了|拍到)|成功率正常|无需处理|一切正常"
)
# Nothing better can be bought: that is praise.
PRAISED = re.compile(
    r"\b(?:buy|order|get|find) (?:a |an |any )?(?:\w+ )?(?:better|nicer|finer)\b"
    r"|[买找订]不到(?:比|更)|比[^,。.!?]{0,6}(?:更|还)(?:好|棒|划算|便宜|满意)"
)
# It was bought or paid already: bad, and yet nothing stands in the way of buying.
BOUGHT = re.compile(
    r"\bafter (?:i |we )?(?:paid|paying|ordered|ordering)\b"
    r"|\b(?:took|kept?) (?:the|my|our) money\b"
    r"|\b(?:was|were|been|got) (?:charged|debited|billed)|\bcharged? (?:me )?(?:twice"
    r"|two)"
    r"|\bi(?:'ve| have)? (?:already )?paid\b|\bmoney left\b|\bunknown charge"
    r"|\bpaid (?:with|by|via)\b|\b(?:cart|bag|basket|trolley) (?:that )?i (?:bought"
    r"|ordered|got)\b|\bused my card\b"
    r"|\bmy (?:old |past |last |previous )?orders\b|\borders? (?:of|from) last"
    r"|(?:下单|付款?|支付|买)(?:以|之)?后.{0,4}(?:改|发票|取消|没有?跳|收到)|付(?:好"
    r"|完)"
    r"|(?<![没未不])扣(?:了|钱了)|记账|已付|盗刷|盗用|(?:以前|春天|去年).{0,4}订单|历史订单"
)
# Other things that may be broken …
OTHERS = re.compile(
    r"\b(?:search|filter|sort|tracking|newsletter|review|opinion|comment|survey|video"
    r"|photo|picture|avatar|password|return|refund|exchange|invoice|receipt|pdf"
    r"|manual|blog|news\b|points|member|wish ?list|profile|depot|courier"
    r"|parcel|driver|label|slip|coupon|voucher)"
    r"|搜|筛选|排序|翻页|物流|快递|包裹|评价|评论|问卷|视频|图片|头像|密码|退货|退款"
    r"|换货"
    r"|发票|收据|说明书|博客|积分|会员|收藏|个人中心|品牌故事|实名|电话|券"
)
# … as long as nothing is said of these.
TILL = re.compile(
    r"\b(?:check ?out|cart|basket|trolley|bag\b|pay|buy|purchas|order|visa|mastercard"
    r"|amex|klarna|wallet|sepa|iban|card\b|add to"
    r"|shop\b|shopping|sold|sales?\b|bought|last button|go on|continue|proceed)"
    r"|最后的按钮|继续|购物|结算|结账|付|支付|下单|买|加购|订单|单子|卡(?![在住死了])|拍|花呗|白条"
    r"|云闪付|尾款|收银|扫码"
)
# What one holds in one's hands, and who brings it: no button of theirs is the shop's.
THINGS = re.compile(
    r"\b(?:lid|handle|spout|knob|hinge|wheel|courier|parcel|package)s?\b"
    r"|壶盖|杯盖|盖子|轮子|把手|底座|壶嘴|快递|物流|包裹|驿站"
)
# It only does not look right.
LOOKS = re.compile(
    r"\b(?:badge|logo|little number|number (?:in|on|at) the|dark mode|layout|font"
    r"|colour"
    r" of the button|out of date|needs \w+ clicks|a bit slow|cramped)"
    r"|角标|小红点|图标.{0,4}(?:丑|怪|错)|太小|不好按|有点慢|(?:夜间|深色|暗色|暗黑)模式"
)
QUESTION = re.compile(
    r"[?？]\s*$|^(?:may|can|could|do|does|is|are|did|how|when|which|where) |吗|请问"
    r"|多久"
    r"|什么时候|怎么改|能不能(?:先|用|支持|加)|可以.{0,8}吗"
)
CANNOT = re.compile(
    r"\bcan(?:'?t|not)\b|\bno way\b|(?<!能)[不没](?:了|到|上|动|能)|无法"
)
HURT = frozenset({"@stuck1", "@gone1", "@tried1"})


def over(said: str) -> bool:
    """Whether it went on after all, or never was anything but praise."""
    return bool(OVER.search(said) or PRAISED.search(said))


def bought(said: str) -> bool:
    """Whether it is about what was bought already."""
    return bool(BOUGHT.search(said))


def looks(said: str) -> bool:
    """Whether it only does not look right."""
    return bool(LOOKS.search(said)) and not CANNOT.search(said)


def in_hand(said: str) -> bool:
    """Whether it is about a thing, or its way, and nothing is said of buying."""
    return bool(THINGS.search(said)) and not sells(said)


def sells(said: str) -> bool:
    """Whether the words speak of buying at all."""
    return bool(TILL.search(said))


def calm(said: str, themes: Collection[str]) -> bool:
    """Whether nothing seems to keep anybody from buying, whatever it sounds like."""
    if OTHERS.search(said) and not sells(said):
        return True
    if not HURT.isdisjoint(themes):
        return False
    kindly = "@praise1" in themes or "@wishes1" in themes
    return kindly or bool(QUESTION.search(said))
