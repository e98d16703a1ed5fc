"""What is asked of customers' feedback in few words: "closing rate", 闭环率, "show me
payment feedback", "this week's complaints vs last week's", 谁收支付的反馈.
"""

from bot.phrases.table import Sentences

_SHOW = r"(?:(?:show|list|give|see)(?: me| us)? )?(?:the |all |our )*"
_VOICE = r"(?:customer )?(?:feedbacks?|complaints?)"
_STEP = (
    r"(?P<x>payments?|check-?out|cart|basket|search|delivery|shipping|returns?|refunds?"
    r"|quality|prices?|promotions?|account|login|product page)"
)
_STATE = r"(?P<x>open|new|overdue|late|closed|planned|unassigned|unowned|blocking)"
_NOW = r"(?:this (?:week|month|quarter|year)|today|last (?:week|month|quarter))"
_PAST = (
    r"(?:(?:last|previous) (?:week|month|quarter|year)|yesterday|the .{1,20} before)"
)
_VS = r"(?:vs\.?|versus|against|compared (?:to|with)|over|and|with|to)"
_ZH_SHOW = r"(?:看看|看一?下|查看|列出|有没有|有哪些|有什么|有)?"
_ZH_VOICE = r"(?:客户反馈|客户投诉|反馈|投诉|客诉)"
_ZH_STEP = (
    r"(?P<x>支付|付款|结账|结算|下单|购物车|搜索|物流|配送|快递|发货|退货|退款|退换货|售后"
    r"|质量|价格|优惠|促销|账号|登录|商品页|详情页)"
)
_ZH_NOW = r"(?P<when>[这本]个?(?:周|星期|月|季度)|今年|今天|上个?(?:周|星期|月))"
_ZH_PAST = r"(?:上个?(?:周|星期|月|季度)|去年|昨天|前一?周|上上周)"
_ZH_VS = r"(?:对比|相比|比较|比|和|与|跟|vs\.?)"

asks_voice = Sentences(
    {
        "feedback report {when}": (
            rf"(?:{_VOICE}|voice of (?:the )?customers?)(?: report)?,? (?P<when>{_NOW})"
            rf" {_VS} {_PAST}",
            rf"(?:compare )?(?P<when>{_NOW})(?:['’]s)? {_VOICE} {_VS} {_PAST}"
            rf"(?:['’]s)?(?: {_VOICE})?",
            rf"compare {_VOICE} (?:of )?(?P<when>{_NOW}) (?:to|with|and) {_PAST}",
            rf"{_ZH_VOICE}\s*{_ZH_NOW}\s*{_ZH_VS}\s*{_ZH_PAST}(?:比|相比|怎么样|如何)*",
            rf"{_ZH_NOW}的?{_ZH_VOICE}\s*{_ZH_VS}\s*{_ZH_PAST}的?(?:{_ZH_VOICE})?"
            r"(?:比|相比|怎么样|如何|变化|多还是少)*",
            rf"{_ZH_NOW}{_ZH_VS}{_ZH_PAST}的?{_ZH_VOICE}(?:比|相比|怎么样|如何|变化)*",
            rf"{_ZH_NOW}(?:有|来)?多少(?:条|个|起)?{_ZH_VOICE}",
        ),
        "feedback report": (
            rf"(?:our |the )?(?:{_VOICE} )?(?:closing|close-the-loop|loop) rate",
            rf"(?:our |the )?median (?:days|time)(?: to (?:close|the end|answer))?"
            rf"(?: of {_VOICE})?",
            rf"(?:我们)?(?:平均|一般)?多久(?:能|才)?(?:回复|答复|解决)(?:一个|一条)?"
            rf"(?:客户|顾客|{_ZH_VOICE})",
            r"(?:闭环|解决)(?:时间|天数)(?:是)?(?:多少|多久)?",
        ),
        "feedback roadmap": (
            rf"(?:(?:{_VOICE}|customer) )?quick[ -](?:fix(?:es)?|wins)"
            rf"|(?:{_VOICE}|customer) roadmap(?: candidates)?|roadmap candidates",
            r"(?:show(?: me)? )?quick fixes(?: touching transactions)?(?: first)?",
            rf"{_ZH_VOICE}?的?(?:快速修复|速赢)(?:项|清单)?|客户(?:反馈)?路线图",
            rf"(?:客户|{_ZH_VOICE})(?:的)?最多的问题|投诉最多的",
        ),
        "feedback templates": (
            r"(?:show(?: me)? |list )?(?:our |the )?(?:canned|saved|ready) "
            r"(?:repl(?:y|ies)|answers|responses)|reply templates?|answer templates?",
            r"(?:客服|回复|答复)+(?:话术|模板)(?:列表)?|(?:客服)?(?:话术|快捷回复)(?:列表)?",
        ),
        "feedback promises": (
            r"(?:show(?: me)? )?(?:our |the )?(?:slas?|service levels?)",
            r"(?:我们的?)?(?:服务承诺|服务时限|客服时限|sla)(?:是什么|有哪些)?",
        ),
        "feedback list {x}": (
            rf"{_SHOW}{_STEP} {_VOICE}",
            rf"(?:what|which) (?:is|are) {_STATE} {_VOICE}",
            rf"{_SHOW}{_STATE} {_VOICE}",
            rf"{_ZH_SHOW}{_ZH_STEP}(?:方面)?的?{_ZH_VOICE}(?:有哪些)?",
        ),
        "feedback search {x}": (
            rf"有没有(?P<x>[\u3400-\u9fff]{{2,6}})(?:方面|问题)?的{_ZH_VOICE}",
        ),
        "feedback list wishes": (
            r"(?:show(?: me)? |list )?(?:the |all |our )*(?:customer |customers['’] )"
            r"?wishes|(?:客户|顾客)(?:的)?建议(?:有哪些)?",
        ),
        "feedback list praise": (
            r"(?:show(?: me)? |list )?(?:the |all |our )*(?:customer )?"
            r"(?:praise|positive feedback)|(?:正面|好的)反馈",
        ),
        "feedback list problems": (
            r"(?:show(?: me)? |list )?(?:the |all |our )*negative feedback|负面反馈",
        ),
        "feedback list blocking": (
            r"(?:is|are) (?:any ?thing|there anything) (?:blocking|stopping) "
            r"(?:sales|orders|customers|checkout|payments?)",
            r"(?:which|what|any) (?:customers|people) (?:can['’]?t|cannot|are unable "
            r"to) (?:pay|buy|order|check ?out)",
            r"(?:哪些|有哪些|有没有)(?:客户|顾客|人)(?:现在)?(?:不能|无法|没法)"
            r"(?:付款|支付|下单|结账|购买)",
        ),
        "feedback report by sku {x}": (
            rf"(?:which|what) (?:skus?|products?|articles?) (?:has|have|gets?) "
            rf"(?:the )?most {_STEP}",
            rf"(?:哪个|哪些|什么)(?:商品|产品|SKU|货号?)的?{_ZH_STEP}(?:问题)?最多",
        ),
        "feedback routes {x}": (
            rf"who (?:gets|receives|hears(?: of| about)?|handles) (?:the |our )?"
            rf"{_STEP} {_VOICE}",
            rf"where (?:does|do|goes) (?:the |our )?{_STEP} {_VOICE} go",
            rf"{_ZH_STEP}的?{_ZH_VOICE}(?:是|由|归)?谁(?:来)?(?:收|处理|负责|管|看)(?:的)?",
            rf"谁(?:来)?(?:收|处理|负责|管){_ZH_STEP}的?{_ZH_VOICE}",
            rf"{_ZH_STEP}(?:的反馈)?(?:今天|现在)?(?:是)?谁(?:在)?值班",
        ),
    },
    r"feedback|complain|closing|loop rate|median|roadmap|quick|canned|saved|ready"
    r"|template|sla|service level|wish|praise|blocking|stopping|customers|people"
    r"|most (?:pay|check|return|refund|deliver|quality|price)"
    r"|反馈|投诉|客诉|闭环|解决|多久|修复|速赢|路线图|话术|模板|快捷回复|承诺|时限|建议"
    r"|客户|顾客|哪个|哪些|什么|值班",
)
