"""Measures as people speak of them: "what are our KPIs?", 上周转化率 2.4%.

A measure is known by what such names end with: only these are taken for one.
"""

from bot.phrases.sentence import is_question
from bot.phrases.table import Sentences

_KIND = (
    r"(?:rates?|ratio|share|revenue|sales|turnover|conversion|nps|csat|roas|roi|cac|aov"
    r"|ltv"
    r"|gmv"
    r"|margin|order value|basket value|traffic|sessions|visitors|churn|stock-?outs?"
    r"|lead time|response time|delivery time|score|backlog|open rate|orders per \w+)"
)
_NAME = (
    r"(?:(?:the|our|my) )?(?P<x>(?:(?!(?:the|our|my|a|target|goal|measure|kpi"
    rf"|metric)\b)[\w&/-]+ ){{0,3}}?{_KIND})"
)
_OUR = r"(?:(?:all|the|our|all our|all the) )*"
_KPI = r"(?:kpis?|metrics?|measures?|key figures|key numbers|figures)"
_NUMBER = (
    r"(?P<y>[-−+]?[€$¥£]?\s?\d[\d.,]*\s?(?:%|percent|per cent|[kKmM]\b|€|eur|usd|万|元"
    r"|亿)?)"
)
_WHEN = (
    r"(?P<when>today|yesterday|(?:this|last) (?:week|month|quarter)"
    r"|(?:in |for )?(?:january|february|march|april|may|june|july|august|september"
    r"|october|november|december)(?: 20\d\d)?|(?:in |for )?q[1-4]|(?:in |for )?week "
    r"\d+)"
)
_KIND_ZH = (
    r"(?:率|营业额|销售额|客单价|毛利|流水|流量|访客数?|订单量|订单数|单量|退货量|复购"
    r"|周转"
    r"|gmv|uv|pv|roi|nps|roas|评分|得分|时长|转化|收入|成本|库存天数)"
)
_NAME_ZH = (
    r"(?:我们的?)?(?P<x>(?!上|本|这|今|昨|我|指标|更新"
    rf"|填)[^\s，,。?？是为]{{0,10}}?{_KIND_ZH})"
)
_WHEN_ZH = (
    r"(?P<when>(?:上上|上|本|这)个?(?:周|星期|月|季度)|今天|昨天|前天"
    r"|\d{1,2}\s*月(?:份)?"
    r"|第?[一二三四1-4]季度)"
)
_BEHIND_ZH = _WHEN_ZH.replace("when", "then")

_SAID = Sentences(
    {
        "measure list": (
            rf"(?:what|which)(?:['’]s| is| are) {_OUR}{_KPI}",
            rf"(?:what|which) {_KPI} (?:do we (?:have|track|measure|use)|are there"
            r"|exist)",
            rf"how are (?:we|{_OUR}{_KPI}) doing(?: on (?:our )?{_KPI})?",
            rf"(?:show|list|see)(?: me| us)? {_OUR}{_KPI}",
            r"(?:我们|公司|团队)?(?:都)?有(?:哪些|什么)(?:指标|kpi)|(?:我们|公司"
            r"|团队)的?(?:指标|kpi)(?:都)?(?:有哪些|是什么|怎么样|情况)?",
            rf"(?:our|all our) {_KPI}",
        ),
        "measure list mine": (
            rf"(?:what|which)(?:['’]s| is| are) my {_KPI}|(?:show|list|see)(?: me)? my "
            rf"{_KPI}",
            rf"(?:what|which) {_KPI} (?:do i own|am i responsible for)",
            r"我(?:负责)?的?(?:指标|kpi)(?:有哪些|是什么)?|我(?:负责|有)(?:哪些"
            r"|什么)(?:指标|kpi)",
        ),
        "measure list late": (
            rf"(?:what|which) {_KPI} (?:are|is) (?:overdue|late|missing|not (?:updated"
            r"|reported"
            r"|filled(?: in)?)|outdated)(?: yet)?",
            rf"(?:show|list)(?: me)? (?:the )?(?:overdue|late|missing) {_KPI}",
            r"哪些(?:指标|kpi)(?:还)?(?:没有?|未)(?:填写?|更新|上报|录入)|(?:逾期|缺失"
            r"|未更新|没填)的?(?:指标|kpi)(?:有哪些)?",
        ),
        "measure due": (
            r"(?:i (?:want|need|would like) to |let me )?(?:update|report|fill in) "
            rf"(?:my|the|our) {_KPI}",
            r"(?:我要|我想|要)?(?:填写?|更新|上报|录入)(?:我的|一下)?(?:指标|kpi)",
            r"(?:指标|kpi)\s*(?:填报|补填|逐个填写?)|(?:逐个|依次|一个个)(?:填写?"
            r"|更新)(?:逾期的?|缺失的?|我的)?(?:指标|kpi)",
        ),
        "measure set {x} | {y} {when}": (
            rf"(?:set|update|log|report|record|change|put) {_NAME} (?:(?:to|as|at|is"
            r"|was|with|=|:) )?"
            rf"{_NUMBER}(?: (?:for |in )?{_WHEN})?",
            rf"{_NAME} {_WHEN} (?:was|is|came (?:in )?at|stood at|reached|hit|:) "
            rf"?{_NUMBER}",
            rf"(?:请)?(?:把|将)?(?:{_WHEN_ZH}的?)?{_NAME_ZH}(?:更新|设置|改|填|录入"
            rf"|上报|登记)(?:成|为|到)?\s*{_NUMBER}",
            rf"(?:请)?(?:更新|填写?|录入|上报|登记)(?:一下)?(?:{_WHEN_ZH}的?)?"
            rf"{_NAME_ZH}\s*(?:为|到|[:：])?\s*{_NUMBER}",
            rf"{_NAME} (?:(?:was|is|came (?:in )?at|stood at|reached|hit|at|=|:) "
            rf"?)?{_NUMBER}"
            rf"(?: {_WHEN})?",
            rf"{_WHEN},? {_NAME} (?:was|is|came (?:in )?at|stood at|reached|hit|at|="
            rf"|:) ?{_NUMBER}",
            rf"(?:{_WHEN_ZH}的?)?\s*{_NAME_ZH}\s*(?:{_BEHIND_ZH})?\s*(?:是|为|达到?"
            rf"|到了?|有|[:：=])?\s*{_NUMBER}",
        ),
        "measure show {x}": (
            rf"(?:show|see)(?: me| us)? {_NAME}(?: {_WHEN})?",
            rf"(?:what|how)(?:['’]s| is| was| are) {_NAME}(?: (?:now|today|doing|like"
            r"|going))?"
            rf"(?: {_WHEN})?",
            rf"how (?:high|big|good) is {_NAME}",
            rf"how (?:is|do (?:we|you)) (?:calculate |compute |define )?{_NAME}"
            r"(?: calculated| computed| defined)?",
            rf"(?:什么是|怎么算|如何计算){_NAME_ZH}",
            rf"{_NAME_ZH}(?:是什么|是怎么算的|怎么算|怎么计算|怎么定义|如何计算)",
            rf"(?:看看|查看|看一?下|查一?下|显示)\s*(?:{_WHEN_ZH}的?)?{_NAME_ZH}",
            rf"(?:{_WHEN_ZH}的?)?{_NAME_ZH}(?:现在|目前)?(?:是)?(?:多少|几|怎么样|如何"
            r"|多高)",
            rf"{_NAME}(?: {_WHEN})?",
        ),
    }
)


def asks_figures(text: str) -> str:
    """The command it asks for or reports a value with; a question reports none."""
    found, reports, value = _SAID(text).partition(" | ")
    if reports and is_question(text):
        return found.replace("measure set", "measure show")
    return f"{found} {value}".strip()
