"""Reviews of people, asked after: "when is my review due?", 考核什么时候截止."""

from bot.phrases.table import Sentences

_REVIEW = r"(?:performance )?(?:reviews?|appraisals?|self[- ](?:review|assessment))"
_ZH = r"(?:绩效评估|绩效考核|年度考核|季度考核|年终评估|自评|考核|绩效|评估)"

_WHOSE = (
    r"(?!(?:my|the|our|a|an|your|his|her|their|this)\b)(?P<x>\S[^,.?!]{0,40}?)['’]s"
)
_WHOSE_ZH = r"(?P<x>@?[^\s我的，,。把将在]{2,12}?)的"
_HOUR = r"(?P<x>(?:at )?(?:noon|midnight|\d[\d:.]*\s*(?:[ap]\.?m\.?|o['’]clock|h)?))"
_HOUR_ZH = (
    r"(?P<x>(?:早上|上午|中午|下午|晚上)?[\d一二三四五六七八九十两]+[:：点时]"
    r"[\d半一刻三十五分]*)"
)

asks_review = Sentences(
    {
        "review write {x}": (
            r"(?:i (?:want|need|have|would like) to )?(?:write|do|start|fill in|open)"
            rf" {_WHOSE} {_REVIEW}",
            rf"(?:我要|我想|要)?(?:写|填写?|做){_WHOSE_ZH}{_ZH}",
        ),
        "review delegate {x} to {y}": (
            r"(?:hand|give|pass|delegate|transfer)(?: over)?"
            rf" {_WHOSE} {_REVIEW}(?: over)? to (?P<y>\S.{{0,40}}?)",
            rf"let (?P<y>\S[^,.?!]{{0,40}}?) (?:write|do) {_WHOSE} {_REVIEW}",
            rf"(?:把|将)?{_WHOSE_ZH}{_ZH}(?:转?交给|转给|改由|让)(?P<y>\S.{{0,20}}?)"
            r"(?:来?[写做填])?",
        ),
        "review hour {x}": (
            rf"(?:remind|ask|tell) me (?:about|of) (?:my )?{_REVIEW}"
            rf"(?: every day| daily)?(?: at)? {_HOUR}",
            rf"(?:每天)?{_HOUR_ZH}(?:再)?(?:提醒|叫|通知|问)我(?:写|做|交)?{_ZH}",
            rf"{_ZH}(?:请|就)?(?:在)?(?:每天)?{_HOUR_ZH}(?:再)?(?:提醒|叫|通知|问)我",
        ),
        "review cycle": (
            r"(?:i (?:want|need|would like) to |let['’]?s )?(?:start|begin|open|plan"
            r"|launch|set up)"
            rf" (?:the |a |an? new )?{_REVIEW}(?: cycle| round)?",
            rf"(?:开始|启动|发起|新建|安排)(?:一轮|一次|新的?)?{_ZH}(?:周期)?",
        ),
        "review self": (
            r"(?:i (?:want|need|would like) to )?(?:write|do|start|fill in|fill) (?:my "
            r")?"
            r"self[- ]?(?:review|assessment|appraisal|evaluation)",
            r"(?:我要|我想|要)?(?:写|填写?|做|开始)(?:我的)?自评|自我(?:评估|评价)",
        ),
        "review": (
            r"when(?:['’]s| is| are| do i have to (?:hand in|write|finish)) (?:my|the"
            r"|our|the next"
            rf"|my next) {_REVIEW}(?: due| next)?",
            rf"when (?:do|does) (?:my|the|our) (?:next )?{_REVIEW} (?:start|end|close"
            r"|begin|happen)",
            rf"(?:do i have|have i got|are there)(?: any| open| a)? {_REVIEW}(?: to "
            r"(?:write|do|read))?"
            r"(?: open)?",
            rf"what {_REVIEW} (?:do i have|are (?:open|due))(?: to (?:write|do))?",
            rf"(?:我们?的?|我)?(?:下次|下一次|这次|今年)?的?{_ZH}(?:是)?(?:什么时候"
            r"|几号|哪天|何时)"
            r"(?:截止|开始|交|结束|做|到期)?(?:前交)?",
            rf"我(?:有|还有)(?:哪些|什么)?{_ZH}(?:要写|要做|没写|没交)"
            rf"|我(?:要)?写(?:的)?{_ZH}在哪(?:里|儿)?",
        ),
    }
)
