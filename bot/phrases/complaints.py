"""How many customers said what, which waits longest: "how many complaints about
checkout this week?", 这周有多少关于物流的投诉.
"""

from bot.model.market import MARKETS
from bot.phrases.table import Sentences

_THEY = r"(?:(?:the|our) )?(?:customers?|clients?|people|buyers|shoppers)"
_VOICE = (
    r"(?P<y>(?:customer )?(?:complaints?|problems|wishes|feature requests|feedbacks?"
    r"|pieces of feedback|praise|items of feedback))"
)
_PLAIN = r"(?:customer )?(?:feedbacks?|complaints?|items?)"
_CAME = (
    r"(?: (?:are there|were there|did we (?:get|have|receive)|do we (?:get|have)"
    r"|have we (?:got|had|received)|came(?: in)?|have come(?: in)?))?"
)
_DAYS = (
    r"(?:today|yesterday|(?:in |over |of |for |from |during )?(?:the )?"
    r"(?:this|last|past) (?:\d{1,2} |(?:two|three|four|six|twelve) )?"
    r"(?:days?|weeks?|months?|quarter|year)"
    r"|(?:since|on|in) [\w ]{3,20})"
)
_WHEN = rf"(?: (?P<when>{_DAYS}))?"
_ABOUT = r" (?:about|on|for|with|regarding|of|from) (?:the |our )?(?P<x>\S.{0,60}?)"
_STATE = (
    r"(?P<x>open|unresolved|unsolved|closed|fixed|solved|resolved|declined|rejected"
    r"|planned|waiting|in progress|new|unowned|unassigned|overdue|late)"
)
_COUNTRY = "|".join(
    word for words in MARKETS.values() for word in words.split() if len(word) > 1
)
_SHOPS = r"tmall|taobao|jd|pinduoduo|douyin|tiktok|amazon|shopify|magento|the stores?"
_ZH = r"(?:客户反馈|顾客反馈|用户反馈|反馈|投诉|客诉|抱怨|吐槽)"
_ZH_SAID = rf"(?P<y>{_ZH}|愿望|建议|需求|表扬|好评)"
_ZH_WHO = r"(?:客户|顾客|买家|客人|用户|消费者|人)"
_ZH_DAYS = (
    r"(?:今天|昨天|前天|(?:这|本|上)个?(?:周|星期|月|季度)|今年|去年"
    r"|(?:最近|过去|近)(?:\d{1,2}|[一二两三四五六七八九十]+)个?(?:天|周|星期|月))"
)
_ZH_WHEN = rf"(?P<when>{_ZH_DAYS})?"
_ZH_HOW = (
    r"(?:一共|总共)?(?:有|收到|来)?(?:了)?(?:多少|几)(?:条|个|起|件|次)?(?:新的?)?"
)
_ZH_STATE = (
    r"(?P<x>未关闭|未处理|没处理|未解决|没解决|已解决|已修复|已关闭|已结束|已拒绝"
    r"|已排期|处理中|等待客户|没有负责人|没人负责|无人负责|没人处理|超时)"
)
_ZH_VERB = r"(?:关闭|解决|拒绝|结束|处理完|修复)"
_KNOWN = (
    r"feedback|complain|customer|client|people|buyer|shopper|items? |promise|service "
    r"level|sla|wish|praise|clos|median|voice|moved|worse|more of"
    r"|客户|顾客|买家|客人|用户|消费者|反馈|投诉|客诉|抱怨|吐槽|闭环|关闭率|超时|承诺"
    r"|变多|变少|愿望|表扬|好评|issues|skus|products|不满"
)
asks_counts = Sentences(
    {
        "feedback count {y} {x} {when}": (
            rf"how many {_VOICE}{_CAME}{_ABOUT}{_CAME}{_WHEN}",
            rf"(?:number|count) of {_VOICE}{_ABOUT}{_WHEN}",
            rf"{_ZH_WHEN}{_ZH_HOW}(?:关于|有关)(?P<x>\S.{{0,30}}?)的{_ZH_SAID}",
            rf"{_ZH_WHEN}(?:关于|有关)(?P<x>\S.{{0,30}}?)的{_ZH_SAID}{_ZH_HOW}",
            rf"(?P<when>{_ZH_DAYS})的?(?!收到|有|来|一共|总共|我们|被|的|新)"
            rf"(?P<x>[^\s多几]{{1,20}}?)的?{_ZH_SAID}(?:{_ZH_HOW}|多(?:不多)?)",
        ),
        "feedback count problems {x} {when}": (
            rf"how many {_THEY} (?:complained|complain|are complaining|have complained"
            r"|wrote|reported) (?:about|of|on) (?:the |our )?"
            rf"(?P<x>\S.{{0,60}}?){_WHEN}",
            rf"{_ZH_WHEN}有?(?:多少|几个?位?){_ZH_WHO}(?:在)?(?:投诉|抱怨|反映|吐槽)"
            r"(?:过|了)?\s*(?P<x>\S.{0,30}?)",
        ),
        "feedback count {x} {when}": (
            rf"how many {_STATE} (?:{_PLAIN}){_CAME}{_WHEN}",
            rf"how many {_PLAIN} (?:are|were|got|have been|did we) (?:still )?"
            rf"(?:{_STATE}|(?P<y>close|solve|fix|decline)){_WHEN}",
            rf"(?:还|现在|目前)*(?:一共|总共)?有?(?:多少|几)(?:条|个|起|件)?{_ZH_STATE}的?"
            rf"{_ZH}",
            rf"(?:现在|目前)?{_ZH_STATE}的?{_ZH}(?:还)?(?:一共|总共)?有?(?:多少|几)"
            r"(?:条|个|起|件)?",
        ),
        "feedback count 未处理": (
            rf"(?:现在|目前)?(?:还)?有?(?:多少|几)(?:条|个|起|件)?{_ZH}(?:还)?(?:没|未)"
            r"(?:有)?(?:被)?(?:处理|解决|关闭|回复)",
        ),
        "feedback count 已关闭 {when}": (
            rf"{_ZH_WHEN}(?:我们)?(?:一共|总共)?{_ZH_VERB}了?(?:多少|几)(?:条|个|起|件)?"
            rf"{_ZH}",
            rf"{_ZH_WHEN}有?(?:多少|几)(?:条|个|起|件)?{_ZH}(?:已经)?(?:被)?{_ZH_VERB}",
        ),
        "feedback count {when}": (
            rf"how many {_PLAIN}{_CAME} (?P<when>today|yesterday|last week|last month"
            r"|this year|last year|last quarter|this quarter)",
            r"(?P<when>今天|昨天|前天|上个?(?:周|星期|月)|今年|去年)(?:一共|总共|我们)?"
            rf"(?:收到|有|来)了?(?:多少|几)(?:条|个|起|件)?(?:新的?)?{_ZH}",
            rf"(?P<when>今天|昨天|前天|上个?(?:周|星期|月)|今年|去年)的?{_ZH}(?:有|收到)?"
            r"(?:多少|几)(?:条|个|起|件)?",
        ),
        "feedback list oldest": (
            rf"(?:(?:what|which)(?:['’]s| is)?|show(?: me)?) (?:the |our )?(?:oldest"
            rf"|longest waiting|longest-waiting)(?: (?:open|unresolved|unsolved))? "
            rf"{_PLAIN}",
            rf"(?:which|what) {_PLAIN} (?:waits|has waited|has been waiting|is waiting"
            r"|waited)(?: the)? longest",
            rf"(?:最久|最老|最早|等(?:得|待)最久)(?:还)?(?:没|未)?(?:有)?"
            rf"(?:处理|解决|关闭|回复)?的(?:未(?:处理|解决|关闭))?的?{_ZH}"
            r"(?:是)?(?:哪[一]?[个条件]|什么)?",
            rf"哪[一]?[个条件]?{_ZH}(?:等(?:得|待)?了?)(?:最久|最长|时间最长)",
            rf"哪[一]?[个条件]?{_ZH}(?:拖|放)(?:得|了)?最久",
        ),
        "feedback list overdue": (
            r"(?:which|what) items (?:are|is) (?:overdue|late)",
            r"what is (?:overdue|late) for (?:our )?customers",
            r"(?:哪些|什么|有哪些|有什么)(?:已经)?超时",
        ),
        "feedback list open": (
            rf"(?:最近|现在|目前|这几天)(?:都)?(?:有|收到)(?:了)?(?:什么|哪些){_ZH}",
            rf"what(?:['’]s| is) the status of (?:the |our )?{_PLAIN}",
        ),
        "feedback list unowned": (
            rf"(?:which|what) {_PLAIN} (?:has|have) (?:no owner|nobody)",
            rf"(?:which|what) {_PLAIN} (?:is|are) (?:unowned|unassigned|nobody['’]s)",
            rf"(?:show(?: me)? |list )?(?:the )?(?:unowned|unassigned) {_PLAIN}",
            rf"(?:还)?(?:有)?哪些{_ZH}(?:还)?(?:没有负责人|没人负责|无人负责|没人处理"
            r"|没人管|没有人负责)",
            rf"(?:没有负责人|没人负责|无人负责|没人处理)的{_ZH}(?:有哪些)?",
        ),
        "feedback list mine": (
            rf"(?:which|what) {_PLAIN} (?:is|are) mine",
            rf"我负责的{_ZH}(?:有哪些)?",
        ),
        "feedback list {x} {when}": (
            rf"(?:(?:show|list|give)(?: me| us)? )?(?:the |all |all the )?"
            rf"(?P<x>closed|fixed|solved|declined|rejected|planned) {_PLAIN}{_WHEN}",
            r"(?:customer )?complaints? "
            rf"(?P<x>closed|fixed|solved|declined|rejected|planned){_WHEN}",
            rf"(?:which|what) {_PLAIN} (?:did we|have we|were|have been) (?P<x>closed?"
            rf"|solved?|fix(?:ed)?|declined?|rejected?){_WHEN}",
            rf"(?:看看|查看|列出)?{_ZH_WHEN}(?P<x>已关闭|已解决|已修复|已拒绝|已排期|处理中)"
            rf"的?{_ZH}(?:有哪些)?",
            rf"(?:any|is there any|are there any|do we have(?: any)?|show(?: me)?) "
            rf"(?P<x>praise|wishes|compliments|feature requests){_WHEN}",
            rf"(?:which|what) (?P<x>wishes|praise) (?:do|did) {_THEY} have{_WHEN}",
            rf"(?:any |show |list )?{_PLAIN} (?:from |of )?(?P<when>yesterday|today)",
            rf"(?:最近|这周|本周)?有?(?:没有)?{_ZH_WHO}?(?:的)?(?P<x>表扬|好评|夸奖)",
            rf"(?:看看|查看)?(?P<when>昨天|今天|前天)的?{_ZH}(?:有哪些)?",
        ),
        "feedback list {x}": (
            rf"(?:(?:show|list)(?: me)? |(?:are there |do we have )?any )?{_PLAIN}"
            rf" (?:from|in|on) (?:the )?(?P<x>{_SHOPS}|{_COUNTRY})",
            rf"(?:有没有|有)(?P<x>{_COUNTRY})的?{_ZH_WHO}?的?{_ZH}",
            rf"(?P<x>天猫|淘宝|京东|拼多多|抖音|亚马逊|官网|门店)的?{_ZH}(?:有哪些)?",
            rf"(?P<x>(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[A-Za-z0-9-]{{3,40}})\s*的\s*{_ZH}",
            rf"what do (?:the |our )?(?P<x>{_SHOPS}|{_COUNTRY}) (?:customers|clients"
            r"|buyers) (?:say|complain about|think)",
            rf"(?P<x>{_COUNTRY})的?(?:{_ZH_WHO}(?:都)?(?:说|投诉|抱怨|反馈)(?:了)?"
            rf"(?:些)?什么|(?:{_ZH_WHO}的?)?{_ZH})",
        ),
        "feedback list wishes": (
            rf"what do {_THEY} (?:wish(?: for)?|want|ask for|suggest)",
            rf"{_ZH_WHO}(?:们)?(?:都)?(?:有(?:什么|哪些)(?:愿望|建议|需求)|希望(?:有)?"
            r"(?:什么|我们做什么)|想要什么)",
        ),
        "feedback list praise": (
            rf"what do {_THEY} like(?: about us| most)?",
            rf"{_ZH_WHO}(?:们)?(?:都)?(?:喜欢(?:我们)?什么|表扬(?:了)?(?:我们)?什么)",
        ),
        "feedback report": (
            rf"what(?: do| are|['’]re) (?:{_THEY}) (?:complain(?:ing)?) about (?:the )?"
            r"most(?: (?:this week|lately|at the moment|right now))?",
            r"what(?:['’]s| is) (?:our |the )?(?:closing|close-the-loop|resolution)"
            r" rate(?: (?:of feedback|for (?:feedback|complaints)))?",
            r"(?:what(?:['’]s| is) (?:our |the )?(?:median|mean|average) time"
            r"|how (?:long|many days) does it take(?: us)?"
            r"|how (?:fast|quickly|soon) (?:do|are) we) (?:to )?(?:close|closing|solve"
            r"|solving|answer|answering|resolve|fix|reply to|end)"
            rf"(?: (?:a |an |our |the )?(?:{_PLAIN}|{_THEY}))?",
            r"(?:show(?: me)? |the )?(?:weekly )?(?:report (?:of|on|about) "
            r"(?:customer )?feedback|feedback report"
            r"|voice of (?:the |our )?customers?)",
            rf"(?:show(?: me)? )?(?:the )?top (?:products|skus) (?:with|by) {_PLAIN}",
            r"what (?:moved|got worse|got better|changed) (?:for|with) (?:our |the )?"
            r"customers(?: this week)?",
            r"(?:show(?: me)? )?(?:the )?(?:top|main) (?:customer )?"
            r"(?:issues|problems) (?:by|per) (?:sku|skus|product|products)",
            r"(?:which|what) (?:skus|products|articles) (?:got|get|are getting) "
            r"(?:worse|better)",
            rf"(?:{_ZH_WHO}(?:们)?)?(?:对我们)?最不满(?:意)?的(?:地方)?(?:是)?(?:什么|哪些)",
            rf"{_ZH_WHO}(?:们)?(?:投诉|抱怨|吐槽|反馈|反映)(?:得)?最多的(?:问题|内容)?"
            r"(?:是)?(?:什么|哪些)?",
            r"(?:我们的?|现在的?)?(?:反馈|投诉|客诉)?的?(?:闭环率|关闭率|解决率)"
            r"(?:是)?(?:多少|怎么样)?",
            rf"(?:平均|一般|通常)?(?:要)?多久(?:能|才能|可以|才)?(?:解决|关闭|处理|回复)"
            rf"(?:好|完)?(?:一个|一条)?(?:{_ZH}|{_ZH_WHO})?",
            rf"(?:这周|本周|最近)?(?:哪些|什么){_ZH}(?:变多|变少|增加|减少|多)了?",
        ),
        "feedback promises": (
            rf"what (?:did|do|have) we promised? (?:to )?(?:our |the )?{_THEY}",
            r"what are (?:our |the )?(?:service levels?|slas?|promises)"
            r"(?: to (?:our )?customers)?",
            rf"我们(?:对|向|给){_ZH_WHO}(?:承诺|答应)了?(?:些)?什么",
        ),
    },
    _KNOWN,
)
