"""How much customers said of each channel and each market, and the picture of it:
"complaints by channel this month", 各市场投诉数, 反馈趋势图.
"""

from bot.phrases.table import Sentences

_VOICE = (
    r"(?P<y>(?:customer )?(?:complaints?|problems|wishes|feature requests|feedbacks?"
    r"|praise))"
)
_TIME = (
    r"(?:today|yesterday|(?:in |over |of |for |from |during )?(?:the )?"
    r"(?:this|last|past|previous) (?:\d{1,2} |(?:two|three|four|six|twelve) )?"
    r"(?:days?|weeks?|months?|quarter|year)"
    r"|(?:since|on|in|from|between) [\w ,–-]{3,30})"
)
_WHEN = rf"(?: (?P<when>{_TIME}))?"
_THEN = rf"(?: (?P<then>{_TIME}))?"
_PLACE = (
    r"(?:sales )?(?:channel|platform|outlet)s?|shops?|stores|marketplaces?|markets?"
    r"|countr(?:y|ies)|regions?"
)
_EACH = (
    rf"(?P<x>{_PLACE}|products?|skus?|(?:journey )?steps?|stages?|severity|priority"
    r"|kind|type)"
)
_SPLIT = r"(?: (?:broken down|split(?: up)?|grouped|sorted))?"
_PER = r"(?:by|per|(?:for|in|from|on) each)"
_CAME = (
    r"(?: (?:are there|were there|did we (?:get|have|receive)|do we (?:get|have)"
    r"|came in))?"
)
_SHOW = r"(?:(?:show|list|give|count|split)(?: me| us)? )?(?:the |all |our )*"
_ZH_VOICE = (
    r"(?P<y>客户反馈|顾客反馈|用户反馈|客户投诉|反馈|投诉|客诉|抱怨|吐槽|愿望|建议|需求"
    r"|表扬|好评)"
)
_ZH_TIME = (
    r"(?:今天|昨天|前天|(?:这|本|上)个?(?:周|星期|月|季度)|今年|去年"
    r"|(?:最近|过去|近)(?:\d{1,2}|[一二两三四五六七八九十]+)个?(?:天|周|星期|月))"
)
_ZH_WHEN = rf"(?:(?P<when>{_ZH_TIME})[\s，,]*的?)?"
_ZH_PLACE = r"(?:销售)?渠道|店铺|平台|市场|国家|地区|站点"
_ZH_EACH = rf"(?P<x>{_ZH_PLACE}|商品|产品|sku|环节|步骤|严重程度|优先级|类型|类别)"
_ZH_LED = r"(?:按照?|各个?|分|每个?|不同)"
_ZH_STATS = r"(?:分布|占比|对比|统计|情况|排名|排行)"
_ZH_MUCH = (
    r"(?:的?(?:数量|总数|数|量|条数|情况|统计|分布|对比|占比|报告|报表))?"
    r"(?:各?(?:是|有)?(?:多少|几)条?)?"
)
_PICTURE = (
    r"(?:charts?|graphs?|trends?|trend lines?|diagrams?|plots?|dashboard|statistics)"
)
_ZH_PICTURE = r"(?:趋势图?|走势图?|图表|图|曲线图?|统计图|变化趋势|看板)"
_TOP = (
    r"(?:top|biggest|main|highest[ -]priority|most important|most urgent)(?: \d{1,2})?"
    r"(?: customer)? (?:issues?|problems?|priorities|priority|complaints?|items?)"
)

asks_parts = Sentences(
    {
        "feedback report by {x} {y} {when}": (
            rf"{_SHOW}(?:number of )?{_VOICE}{_WHEN}{_SPLIT} (?:by|per|for each|in each"
            rf"|from each) (?:the )?{_EACH}{_THEN}",
            rf"how many {_VOICE}{_CAME}{_WHEN} {_PER} {_EACH}{_THEN}",
            rf"how many {_VOICE} {_PER} {_EACH}{_CAME}{_WHEN}",
            rf"(?:which|what) (?P<x>{_PLACE}|steps?) (?:gets?|has|have|got|had|causes?"
            rf"|brings?) (?:the )?most {_VOICE}{_WHEN}",
            rf"{_ZH_WHEN}{_ZH_LED}{_ZH_EACH}(?:统计|来看|看|收到|汇总)?的?"
            rf"{_ZH_VOICE}{_ZH_MUCH}",
            rf"{_ZH_WHEN}{_ZH_VOICE}(?:情况|数量|数|报告)?\s*{_ZH_LED}{_ZH_EACH}"
            r"(?:来看|统计|分布|汇总|对比|分)?",
            rf"{_ZH_WHEN}{_ZH_VOICE}\s*的?{_ZH_EACH}{_ZH_STATS}",
            rf"{_ZH_WHEN}{_ZH_EACH}的?{_ZH_VOICE}的?(?:数量|数|量)?{_ZH_STATS}",
            rf"{_ZH_WHEN}{_ZH_VOICE}\s*(?P<x>销售渠道|渠道|市场|国家|环节)",
            rf"{_ZH_WHEN}{_ZH_VOICE}(?:数|量)?(?:最多|比较多|多)的?(?P<x>{_ZH_PLACE}|环节)"
            r"(?:是)?(?:哪个|哪些|哪一个|什么)?",
            rf"{_ZH_WHEN}(?:哪个|哪些|什么|哪一?个)(?P<x>{_ZH_PLACE}|环节)的?"
            rf"{_ZH_VOICE}(?:数|量)?(?:最多|比较多|多)",
        ),
        "feedback report by {x} problems {when}": (
            rf"(?:which|what) (?P<x>{_PLACE}) complains?(?: the)? most{_WHEN}",
        ),
        "feedback report by 国家 {y} {when}": (
            rf"{_ZH_WHEN}各个?国的?{_ZH_VOICE}{_ZH_MUCH}",
            rf"{_ZH_WHEN}哪国的?(?:客户|顾客)?的?{_ZH_VOICE}(?:数|量)?(?:最多|多)",
        ),
        "feedback report {when}": (
            rf"{_SHOW}(?:customer )?(?:feedback|complaints?) {_PICTURE}{_WHEN}",
            rf"(?:show(?: me| us)? )?(?:a |an |the )?{_PICTURE} (?:of|for|about) "
            rf"(?:the |our |customer )?(?:feedback|complaints?){_WHEN}",
            rf"(?:看看|看一?下|查看|显示)?{_ZH_WHEN}(?:客户|顾客|用户)?"
            rf"(?:反馈|投诉|客诉)\s*的?\s*{_ZH_PICTURE}",
        ),
        "feedback roadmap": (
            rf"feedback {_TOP}",
            r"feedback (?:with (?:the )?)?(?:highest|top) priority",
            rf"what(?:['’]s| is| are)? (?:the |our )?{_TOP}",
            r"(?:客户)?(?:反馈|投诉|客诉)(?:里|中|当中)?[\s,，]*的?(?:优先级最高|最重要|最紧急"
            r"|最要紧|最严重)的?(?:问题|反馈)?(?:是|有)?(?:什么|哪些|哪个)?",
            r"(?:优先级最高|最重要|最紧急|最严重)的?(?:客户)?(?:反馈|投诉|客诉)"
            r"(?:是|有)?(?:什么|哪些|哪个)?",
        ),
    },
    r"feedback|complain|problem|wishes|feature requests|praise|issue|priorit"
    r"|反馈|投诉|客诉|抱怨|吐槽|愿望|建议|需求|表扬|好评",
)
