"""Areas, measures and departments as people ask for them: "the marketing KPIs", "hand
refunds over to Bo", 怎么联系李伟.
"""

import re

from bot.model.department import find_department
from bot.phrases.numbers import ids
from bot.phrases.table import Sentences

_KPI = r"(?:kpis?|metrics?|measures|key figures)"
_OUR = r"(?:(?:all|the|our|my) )*"
_SHOW = r"(?:(?:show|list|see|open|give)(?: me| us)? )?"
_LINK = r"<@[^>\s]+>|[@＠][^\s，,。?？]+"
_WHO = rf"(?P<x>{_LINK}|(?-i:[A-Z][\w.-]*(?: [A-Z][\w.-]*){{0,2}}))"
_WHO_ZH = (
    rf"(?P<x>{_LINK}|(?!我|你|他|她|谁|大家|任务|客服)[\u3400-\u9fff]{{2,4}}?"
    r"|(?-i:[A-Z][\w.-]*?))"
)
_TO = rf"(?P<y>{_LINK}|(?-i:[A-Z][\w.-]*(?: [A-Z][\w.-]*){{0,2}}))"
_TO_ZH = rf"(?P<y>{_LINK}|[\u3400-\u9fff]{{2,4}}|(?-i:[A-Z][\w.-]*(?: [A-Z][\w.-]*)?))"
_HERE = r"(?: (?:here|in (?:the |our )?(?:company|team)))?"

_ONE = r"(?:@?(?P<x>(?-i:[A-Z][\w.-]*)))"
_ONE_ZH = r"[@＠]?(?P<x>[\u3400-\u9fff]{2,4}?)"
_AREA = (
    r"(?P<x>(?!(?:my|all|his|her|their|the tasks?|tasks?|this|that|it|me|us)\b)"
    r"[^\d@<]{2,60}?)"
)

_SAID = Sentences(
    {
        "measure target {x} {y}": (
            r"(?:set|change|move|raise|lower)(?: the| our)? (?:target|goal) "
            r"(?:of|for) (?:the |our )?(?P<x>.{2,60}?) to (?:be )?"
            r"(?P<y>.{0,20}\d.{0,20})",
            r"(?:the |our )?(?P<x>(?!what|which|how)[\w&' -]{2,60}?) (?:target|goal) "
            r"(?:is|should be) (?:now )?(?P<y>.{0,20}\d.{0,20})",
            r"(?:把|将)?(?P<x>[^\s\d，]{2,20}?)的?目标\s*(?:改|调|设|定)(?:成|为|到|整到|整为)?"
            r"\s*(?P<y>[^\s]{0,6}\d.{0,12})",
        ),
        "measure list late": (
            r"(?:有)?(?:哪些|什么)(?:指标|kpi)(?:已经?)?(?:逾期|过期|缺失)(?:没填)?了?",
        ),
        "team head {y} @{x}": (
            rf"(?:make|appoint|name) {_ONE} (?:the |as )?(?:new )?(?:head|lead|leader)"
            r" of (?:the )?(?P<y>.+?)",
            rf"(?:make|appoint|name) {_ONE} (?P<y>[\w-]+(?: [\w-]+)?) (?:head|lead)",
            rf"{_ONE} (?:is (?:now )?(?:the )?head of|(?:now )?heads)"
            r" (?:the )?(?P<y>.+?)",
        ),
        "团队 主管 {y} @{x}": (
            rf"(?:请)?(?:把|让|将)\s*{_ONE_ZH}\s*(?:设|任命|定)?(?:为|成|做|当|担任)\s*"
            r"(?P<y>[\u3400-\u9fff]{2,8}?)的?(?:主管|负责人|经理)",
        ),
        "head {x}": (
            r"who(?:['’]s| is|['’]re)? (?:the )?(?:head|leader|lead|boss) of (?:the )?"
            r"(?P<x>.+?)",
            r"who (?:heads|leads|runs) (?:the )?(?P<x>.+?)",
            r"(?:谁是)?(?P<x>[\u3400-\u9fff]{2,8}?)的?(?:主管|负责人|领导|经理)(?:是谁|是哪位)?",
        ),
        "measure due": (
            r"(?:remind me (?:of|about)|step (?:me )?through|go through|walk (?:me )?"
            rf"through) (?:all )?{_OUR}(?:overdue |missing |late )?{_KPI}",
            r"(?:逐个|依次|一个个)(?:填写?|更新)(?:逾期的?|缺失的?|我的)?(?:指标|kpi)",
        ),
        "measure list {x}": (
            rf"{_SHOW}{_OUR}(?P<x>(?!my|our|all|the|what|which|show|list|overdue|late"
            rf"|missing|new|add|update|report|remind)[\w&'-]+(?: [\w&'-]+)?) {_KPI}"
            r"(?: please)?",
            rf"(?:what|which|how)(?:['’]s| is| are) (?:the |our )?(?P<x>(?!my|our|all)"
            rf"[\w&'-]+(?: [\w&'-]+)?) {_KPI}(?: doing)?",
            rf"(?:{_SHOW}|(?:what|which)(?:['’]s| is| are) ){_OUR}{_KPI} (?:of|for|in)"
            r" (?:the |our )?(?P<x>[\w&' -]+?)(?: department| team)?",
            r"(?:看看|查看|看一?下|显示)?(?P<x>(?!我|你|哪|什么|有|公司|团队|全部|所有|逾期|缺失"
            r"|未|没|更新|填|新|添|删|停|修|导|逐|依)[^\s，。?？的]{1,10}?)的?(?:指标|kpi)"
            r"(?:都)?(?:有哪些|有什么|是什么|怎么样|情况|列表)?",
        ),
        "area handover {x} to {y}": (
            rf"hand over (?:the )?(?:area )?{_AREA} to {_TO}",
            rf"hand (?:the )?(?:area )?{_AREA} over to {_TO}",
        ),
        "职责 移交 {x} 给 {y}": (
            r"(?:请)?(?:把|将)(?:职责)?\s*(?P<x>(?!我|任务|所有|全部|这|那)[^\s\d]{1,30}?)"
            r"(?:的?职责)?\s*(?:移交|交接|转交)"
            rf"\s*给?\s*{_TO_ZH}",
            rf"(?:移交|转交|交接)\s*(?P<x>(?!我|任务|所有)[^\s\d]{{1,30}}?)\s*给\s*{_TO_ZH}",
        ),
        "area who {x}": (
            r"who(?:['’]s| is| are) (?:the )?(?:deputy|deputies|backup|stand-?in)"
            r" (?:for|of|on) (?P<x>[^@<]+?)",
            r"who (?:answers?|stands in) for (?P<x>[^@<]+?)",
            r"who(?:['’]s| is)(?: on (?:duty|call)| in charge) (?:for|of) "
            r"(?P<x>[^@<]+?)",
            r"(?:谁是)?(?P<x>[^\s@＠]{1,20}?)的?(?:副手|代理人|后备)(?:是谁|是哪位)",
        ),
        "area list": (
            r"who (?:owns|does|answers for) what|(?:what|which) areas (?:are there"
            r"|do we have|exist)|(?:show|list|see)(?: me)? (?:all )?(?:the |our )?"
            r"areas",
            r"(?:都|我们)?(?:有)?(?:哪些|什么)职责|谁负责什么|(?:所有|全部)的?职责",
        ),
        "area audit": (
            r"(?:what|which) areas (?:have|are without|are missing)(?: got)?"
            r"(?: no| an)? (?:active )?owners?",
            r"(?:which |what |are there )?(?:any )?(?:unowned|orphaned) areas",
            r"who (?:has|owns) (?:no|too many|several) areas?",
            r"(?:有)?(?:哪些|什么)职责(?:还)?(?:没有?|缺)(?:人负责|负责人|人管)",
            r"(?:没有?人负责|无人负责)的职责(?:有哪些)?|谁(?:没有职责|职责太多|负责太多)",
        ),
        "team": (
            rf"(?:(?:what|which|list|show)(?: are)? )?(?:the |our |all )*"
            rf"departments{_HERE}"
            r"(?: are there| do we have)?|who is in which (?:department|team)",
            r"(?:我们|公司)?(?:都)?有?(?:哪些|什么|几个)部门",
        ),
        "team show {x}": (
            rf"what(?:['’]s the)?(?: time is it| time)(?: now)? (?:for|where) {_WHO}"
            r"(?: is)?(?: (?:now|right now))?",
            rf"how (?:do|can|could|should) (?:i|we) (?:reach|contact|get hold of|call"
            rf"|message) {_WHO}",
            rf"(?:what(?:['’]s| is) )?{_WHO}['’]s? (?:local time|time ?zone"
            r"|e-?mail(?: address)?|contact(?: details)?|role|job(?: title)?"
            r"|department|team)",
            rf"(?:what(?:['’]s| is) (?:the )?time (?:at|for)) {_WHO}(?:['’]s place)?",
            rf"{_WHO_ZH}(?:那边|那儿|那里|当地)?(?:现在)?(?:是)?几点(?:钟)?了?",
            rf"(?:怎么|怎样|如何)(?:才能)?(?:联系|找到?)(?:到|上)?\s*{_WHO_ZH}",
            rf"(?:is|where(?:['’]s| is)) {_WHO} (?:here|in|around|there|available"
            r"|at work)"
            r"(?: today| now| right now)?",
            rf"when(?:['’]s| is| does| will) {_WHO}(?: be| come)? (?:back|return)",
            rf"{_WHO_ZH}(?:今天|现在)?在(?:吗|不在|公司吗|线吗)",
            rf"{_WHO_ZH}(?:什么时候|哪天|何时)(?:回来|上班|回)",
            rf"{_WHO_ZH}的?(?:联系方式|当地时间|时区|邮箱|职位|部门)(?:是(?:什么|多少|哪个))?",
        ),
    }
)


def asks_duty(text: str) -> str:
    """The command such a sentence means; who heads what is no department is asked of
    others.
    """
    found = "" if ids(text) else _SAID(text)
    about = found.removeprefix("head ")
    if about == found:
        return found
    where = re.sub(r"(?: department| team)$", "", about)
    return f"area who {about}" if find_department(where) else ""
