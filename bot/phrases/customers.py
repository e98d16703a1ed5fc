"""What customers say, asked for: "top complaints", 客户对 SKU-123 怎么说."""

import re

from bot.model.expression import expression
from bot.phrases.complaints import asks_counts
from bot.phrases.complaints_by import asks_parts
from bot.phrases.sentence import is_question
from bot.phrases.table import Sentences
from bot.phrases.voice import asks_voice

_THEY = r"(?:(?:the|our) )?(?:customers?|clients?|people|buyers|shoppers)"
_SAID = r"(?:feedbacks?|complaints?|customer feedback|customer complaints|issues)"
_LATELY = (
    r"(?: (?:(?:so far )?(?:this|last|in the (?:last|past)) week|today"
    r"|yesterday|lately|recently|right now|now|these days|most|at the moment))*"
)
_WHEN = (
    r"(?: (?:in |over |of |for |from )?(?:the )?(?P<when>(?:this|last|past) (?:week"
    r"|month)))?"
)
_WHAT = r"(?:the |our )?(?P<x>\S.{0,60}?)"
_STEP = (
    r"(?P<x>payments?|checkout|the checkout|cart|the cart|search|delivery|returns?"
    r"|quality"
    r"|prices?|account)"
)
_CUSTOMER = r"(?:我们的?)?(?:客户|顾客|买家|客人|用户|消费者)(?:们)?"
_VOICE = r"(?:客户反馈|顾客反馈|用户反馈|反馈|投诉|客诉|抱怨|吐槽)"
_BAD = r"(?:差评|投诉|客诉)"
_THEN = r"(?:最近|今天|昨天|近期|现在|目前|这段时间)?"
_MONTH = expression("month|月")
_SOUGHT = expression(r"feedback search ((?:this|last) (?:week|month)|today)")
_CALENDAR = expression(
    r"(?:this|last) (?:week|month)|today|[这本上]个?(?:周|星期|月)|今天", re.IGNORECASE
)
_WEEK = r"(?P<when>(?:这|本|上)个?(?:周|星期|月))?"

_ABOUT = (
    r"feedback|complain|customer|client|people|buyer|shopper|issue|order|sku|voice|fix"
    r"|bug"
    r"|mend|improve|repair|problem|defect|checkout|payment|shop|cart|site|any ?one|any "
    r"?body"
    r"|客户|顾客|买家|客人|用户|消费者|反馈|投诉|客诉|抱怨|吐槽|差评|订单|货号|商品"
    r"|产品"
    r"|评价|口碑|满意|下单|付|支付|结算|网站|购物车|先|女士|小姐|故障|问题|有人|谁"
)
_ASKED = Sentences(
    {
        "feedback list {x}": (
            rf"(?:(?:show|list|give)(?: me| us)? )?(?:the |all |all the )?{_SAID} "
            rf"(?:about|on|for|with|regarding) {_STEP}{_LATELY}",
        ),
        "feedback search {x}": (
            r"(?:feedback|complaints?) (?:from|by|of) (?:customer )?"
            r"(?P<x>(?-i:[A-Z][\w.-]*(?: [A-Z][\w.-]*)?))",
            rf"(?P<x>[\u3400-\u9fff]{{1,3}}(?:女士|先生|小姐))的?{_VOICE}",
            r"(?:(?:find|show|look up|search|where is)(?: me)? )?(?:the )?(?:order|sku)"
            r"(?: no\.?| number)? ?#?(?P<x>(?=[\w-]*\d)[\w-]{3,40})",
            r"(?:查|找|搜|查找|查一?下|看看)?(?:订单|货号|商品|SKU)号?\s*[:：]?\s*"
            r"(?P<x>(?=[\w-]*\d)[A-Za-z0-9-]{3,40})(?:的(?:反馈|投诉))?",
            r"(?P<x>SKU-[\w-]{1,30})",
            r"有没有(?:客户|顾客|人|买家)(?:在)?(?:投诉|抱怨|反映|吐槽)(?:过|说)?\s*"
            r"(?P<x>\S.{0,40}?)",
            r"有(?:客户|顾客|人|买家)(?:在)?(?:投诉|抱怨|反映|吐槽)(?:过|说)?\s*"
            r"(?P<x>\S.{0,40}?)(?=[吗么?？])",
            rf"what (?:do|did|are|have) {_THEY} (?:say|said|saying|think|write|writing"
            rf"|complain|complaining|report) (?:about|of|on) {_WHAT}{_LATELY}",
            rf"(?:any|is there any|are there any|do we have(?: any)?|all) {_SAID} "
            rf"(?:about|on|for|with|regarding) {_WHAT}",
            r"(?:feedback|feedbacks|complaints) (?:about|on|regarding) (?:the |our )?"
            r"(?P<x>[\w-]+(?: [\w-]+)?)",
            rf"(?:find|search|look for|look up) {_SAID} (?:about|on|for|with) {_WHAT}",
            r"(?:is|did|does|has) (?:any ?one|any ?body|any customers?) "
            r"(?:complain(?:s|ed|ing)?"
            r"|say(?:ing)? (?:any|some)thing|said anything) (?:about|of) "
            rf"{_WHAT}{_LATELY}",
            rf"who (?:complained|is complaining|complains) about {_WHAT}{_LATELY}",
            rf"{_THEN}{_CUSTOMER}{_THEN}(?:都)?(?:对|对于"
            rf"|关于)\s*(?P<x>\S.{{0,40}}?)\s*"
            r"(?:都)?(?:有)?(?:怎么说|怎么看|说(?:了)?(?:些)?什么|什么(?:看法|评价|意见"
            r"|反馈)"
            r"|评价(?:怎么样|如何)?|满意|有什么不满|的(?:看法|评价|反馈|意见))",
            r"(?:有没有|有哪些|有什么|有|查一?下|查找|搜索?一?下?|找一?下?)?(?:关于"
            r"|有关于?)\s*"
            rf"(?P<x>\S.{{0,40}}?)\s*的\s*{_VOICE}(?:有哪些)?",
            r"(?:谁|有人)(?:投诉|抱怨|吐槽)(?:过|了)?\s*(?P<x>\S.{0,40}?)",
        ),
        "feedback report {when}": (
            r"(?:(?:show|list|give)(?: me| us)? )?(?:the |our )?(?:top|main|most "
            r"(?:common|"
            rf"frequent)|biggest|worst) (?:\d+ )?(?:customer )?{_SAID}{_WHEN}{_LATELY}",
            r"what(?:['’]s| is| are| were)? (?:the |our )?(?:top|main|most (?:common"
            r"|frequent)"
            rf"|biggest|worst) (?:customer )?{_SAID}{_WHEN}{_LATELY}",
            rf"what (?:are|do|were|did|have) {_THEY} (?:complain(?:ing|ed)?|unhappy"
            r"|say(?:ing)?"
            rf"|said|talk(?:ing)?|report(?:ing|ed)?|write|writing|wish(?:ing)?)"
            rf"(?: about| for)?(?: the most)?{_WHEN}{_LATELY}",
            rf"how many {_SAID}(?: (?:are there|were there|did we (?:get|have|receive)"
            r"|do we (?:get|have)|have we (?:got|had|received)|came(?: "
            rf"in)?))?{_WHEN}{_LATELY}",
            rf"(?:number|count) of {_SAID}{_WHEN}{_LATELY}",
            r"(?:(?:the |our )?weekly )?voice of (?:the )?customers?(?: report)?(?: "
            r"this week)?",
            r"what (?:should|must|do|can) we (?:fix|mend|improve|repair)(?: first| "
            r"next)?",
            r"(?:我们)?(?:应该|该|要)?先(?:改|修|解决)(?:什么|哪个|哪些)"
            r"|客户之声(?:周报|报告|月报)?",
            rf"where do {_THEY} (?:struggle|have (?:problems|trouble)|get stuck)(?: "
            r"most)?",
            r"(?:what|how)(?:['’]s| is| are) (?:the )?(?:voice of (?:the )?customers?"
            r"|customer feedback|customer complaints)(?: like| looking| going)?(?: "
            r"this week)?",
            rf"{_THEN}{_WEEK}(?:一共|总共|我们)?(?:收到|有|来)了?(?:多少|几)(?:条|个|起"
            rf"|件|次)?(?:新的?)?{_VOICE}",
            rf"{_THEN}{_WEEK}的?{_VOICE}(?:一共|总共)?(?:有|收到)?(?:多少|几)(?:条|个"
            r"|起|件)?",
            rf"{_THEN}{_WEEK}(?:{_CUSTOMER})?{_THEN}{_WEEK.replace('when', 'then')}(?:"
            r"都|主要)?(?:在)?(?:抱怨|投诉|吐槽|反映|反馈|说)"
            r"(?:了)?(?:些)?(?:什么|啥|哪些(?:问题)?)(?:最多|问题)?",
            rf"{_THEN}{_WEEK}(?:被)?{_VOICE}(?:得)?最多的(?:问题|内容|事)?(?:是"
            r"|有)?(?:什么|哪些)?",
            rf"(?:主要|常见|热门)的?{_VOICE}(?:问题)?(?:有哪些|是什么)?",
        ),
        "feedback report {when} ": (
            rf"{_THEN}{_CUSTOMER}?的?(?:评价|反馈|口碑|满意度)(?:情况)?(?:都)?(?:怎么样"
            r"|如何|好)",
            r"(?:which|what) (?:products?|skus?|articles?|items?) (?:get|gets|has|have"
            r"|got)"
            rf" (?:the )?most {_SAID}",
            r"what(?:['’]s| is) (?:the |our )?(?:biggest|worst|main) (?:customer "
            r")?problem",
            r"(?:哪个|哪些|什么)(?:商品|产品|SKU|货)(?:的)?(?:被)?(?:投诉|差评"
            r"|反馈)(?:得)?最多"
            r"|(?:现在|目前)?最大的问题是(?:什么|哪个)",
            rf"(?:(?:show|list|give)(?: me| us)? )?(?:the |all |all the )?{_SAID}"
            r" (?:in |over |of |for |from )?(?:the )?(?P<when>(?:this|last|past) "
            r"(?:week|month)|today)",
            r"(?:看看|查看|列出)?(?P<when>(?:这|本|上)个?(?:周|星期|月)|今天"
            rf"|最近)的?{_VOICE}(?:情况)?",
            rf"{_THEN}(?:有)?(?:没有)?{_BAD}(?:多)?(?:不多)?",
            rf"(?:are|how (?:happy|satisfied) are) {_THEY}(?: happy| satisfied)?(?: "
            r"with us)?",
            rf"how are {_THEY} (?:doing|feeling)",
            rf"{_CUSTOMER}(?:都)?(?:满意|开心|高兴)(?:不满意)?",
        ),
        "feedback list new": (
            rf"(?:(?:is|are) there |do we have |have we got )?(?:any )?new {_SAID}"
            rf"(?: from {_THEY})?{_LATELY}",
            r"(?:show(?: me)? |list )?(?:the )?(?:new|latest|newest|recent) "
            rf"{_SAID}{_LATELY}",
            rf"what(?:['’]s| is) new from {_THEY}{_LATELY}",
            rf"{_THEN}(?:都)?有(?:没有)?(?:什么|哪些|啥)?新的?{_VOICE}",
            rf"(?:看看|查看|列出)?{_THEN}(?:最新|新)的?{_VOICE}(?:有哪些)?",
        ),
        "feedback list open": (
            rf"(?:show|list|see|read)(?: me| us)? (?:the |all |all the |our )?{_SAID}",
            rf"all (?:the |our )?{_SAID}|complaints",
            r"(?:投诉|客户反馈|顾客反馈|用户反馈|客户投诉)(?:列表|清单)",
            rf"(?:看看|看一?下|查看|列出|显示)(?:所有|全部)?的?{_VOICE}|(?:所有"
            rf"|全部)的?{_VOICE}",
            rf"(?:(?:show|list|give)(?: me| us)? )?(?:the |all |all the |our )?"
            r"(?:open|unresolved|unsolved|pending|outstanding|unanswered) "
            rf"{_SAID}{_LATELY}",
            rf"(?:which|what) {_SAID} (?:are|is) (?:still )?(?:open|unresolved|unsolved"
            r"|pending|waiting|unanswered|left)",
            r"(?:还|现在)?(?:都)?有(?:哪些|什么)?(?:还)?(?:未处理|没处理|未解决|没解决"
            rf"|待处理|未关闭|处理中)的?{_VOICE}",
            r"(?:看看|查看|列出)?(?:所有)?(?:未处理|没处理|未解决|没解决|待处理|未关闭"
            rf"|处理中)的?{_VOICE}(?:有哪些)?",
            rf"(?:还有)?哪些{_VOICE}(?:还)?(?:没|未)(?:有)?(?:处理|解决|关闭|回复)",
        ),
        "feedback": (
            r"(?:(?:i (?:want|need|would like|have)|how (?:do|can|should) i)(?: to)? )?"
            r"(?:(?:report|file|submit|send|pass on|forward|give|log) )?"
            r"(?:(?:a|an|some|new) )?(?:customer )?(?:complaint|feedback)"
            r"(?: from (?:a|our|the) customers?)?",
            r"(?:(?:i (?:want|need|would like)|how (?:do|can|should) i)(?: to)? )?"
            r"report (?:a |an )?(?:bug|problem|issue|defect)",
            r"(?:怎么|如何)?(?:提交|上报|报告|登记)(?:一个|一条)?(?:反馈|投诉|客诉|问题"
            r"|故障)",
        ),
        "feedback list blocking": (
            r"how many (?:customers|people) (?:can['’]?t|cannot|could not) (?:pay|buy"
            r"|order"
            r"|check ?out)|is (?:the )?(?:checkout|payment|shop|cart|site) (?:working"
            r"|ok|fine"
            r"|broken|down)",
            r"(?:(?:are|is) there |do we have )?any (?:blocking|critical|urgent) "
            rf"{_SAID}",
            r"(?:有)?多少(?:客户|顾客|人)(?:付不了款|下不了单|买不了)|(?:结算|结算页"
            r"|支付|付款|购物车"
            r"|网站)(?:现在)?(?:正常|好用|坏了|有问题)",
            r"有(?:没有)?(?:什么)?(?:影响|阻碍|阻断)(?:下单|支付|付款|购买)的(?:问题"
            r"|反馈|投诉)",
            rf"(?:what|which {_SAID})(?:['’]s| is| are)? (?:blocking|stopping|keeping) "
            rf"(?:{_THEY}|sales|checkout)(?: from (?:buying|paying"
            rf"|ordering))?{_LATELY}",
            rf"(?:show(?: me)? |list )?(?:the )?blocking {_SAID}{_LATELY}",
            rf"(?:有)?(?:哪些|什么)?(?:阻断|影响下单|阻碍下单)的?{_VOICE}(?:有哪些)?",
        ),
        "feedback list overdue": (
            rf"(?:which|what) {_SAID} (?:are|is) (?:overdue|late)",
            rf"(?:show(?: me)? |list )?(?:the )?(?:overdue|late) {_SAID}",
            rf"(?:哪些)?(?:超时|逾期|过期)的?{_VOICE}(?:有哪些)?"
            rf"|哪些{_VOICE}(?:已经)?(?:超时|逾期)",
        ),
        "feedback mine": (
            r"what happened (?:to|with) (?:my|the) (?:feedback|complaint)s?(?: i "
            r"sent)?",
            r"我(?:提交|提|转|发)的(?:反馈|投诉|客诉)(?:怎么样|处理得怎么样|处理"
            r"|有结果)?",
        ),
    },
    _ABOUT,
)


_PASSES = expression(
    r"(?:please )?(?:report|file|pass on|log|submit) (?:a|an|this|the following) "
    r"(?:customer )?(?:complaint|feedback)\s*[:,-]\s*(?P<x>\S.+)"
    r"|(?:请)?(?:提交|登记|记录|转)(?:一条|一个)?(?:投诉"
    r"|客诉)\s*[:：,，]\s*(?P<y>\S.+)",
    re.IGNORECASE | re.DOTALL,
)
_TELLS = expression(
    r"(?:(?:i|we)(?:['’]ve| have)?(?: just)? (?:got|get|have|had|received)"
    r"|there (?:is|was)|there['’]s) (?:a|an|another|one more|new)(?: new)? "
    r"(?:customer )?complaint\b.+"
    r"|(?:(?:a|an|one|another|the|our|two|three|several|many|some) )?"
    r"(?:customers?|clients?|buyers?|shoppers?|callers?) (?:just )?"
    r"(?:complain(?:s|ed)?|complaining|reports?|reported|says?|said|writes?|wrote"
    r"|tells? us|told us)\b.{5,}"
    r"|(?:刚才?|今天|又)?(?:有|接到|收到)?(?:[一两几多][个位名])?(?:老|新)?"
    r"(?:客户|顾客|买家|客人|用户)(?:[\u3400-\u9fff]{0,4}?)?"
    r"(?:来电|留言|打电话|发消息|在群里)?"
    r"(?:投诉|反映|反馈|抱怨|吐槽|说)(?:了|说|过)?(?:一下)?[\s:：,，]*\S.{2,}",
    re.IGNORECASE | re.DOTALL,
)


def passes_on(text: str) -> str:
    """ "pass on a complaint: teapot broken" as "feedback teapot broken"; else empty."""
    match = _PASSES.fullmatch(text.strip())
    return f"feedback {match['x'] or match['y']}" if match else ""


def tells_of_customer(text: str) -> bool:
    """Whether somebody tells what a customer said: "a customer complained that …"."""
    return not is_question(text) and bool(_TELLS.fullmatch(text.strip()))


def asks_customers(text: str) -> str:
    """ "how many complaints this month?" as "feedback report this month"; else
    empty.
    """
    if counted := asks_parts(text) or asks_counts(text) or asks_voice(text):
        return " ".join(counted.split())
    found = _SOUGHT.sub(r"feedback report \1", _ASKED(text))
    report, _, when = found.partition("feedback report")
    if report or not when:
        return found
    if named := _CALENDAR.search(when):
        return f"feedback report {named[0]}"
    return "feedback report month" if _MONTH.search(when) else "feedback report"
