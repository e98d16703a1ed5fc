"""What people ask for in a roundabout way, where nothing else is understood."""

from bot.phrases.table import Sentences

_STANDUP = r"(?:the |our |a |my )?stand-?up"
_NAME = (
    r"(?P<x>(?!(?:it|that|this|there|any|every|some|no)(?:one|body)?\b)[\w.-]{2,30})"
)
_KIN = (
    r"(?:kids?|child|children|son|daughter|baby|wife|husband|mother|father|mum|mom|dad)"
)
_HAN = r"[\u3400-\u9fff]"

asks_roundabout = Sentences(
    {
        "help": (
            r"i need (?:some )?help|can you help(?: me)?|i have a question"
            r"|i (?:don['’]?t|do not) (?:understand|get it)",
            r"我需要(?:一些|点)?帮助|我有(?:一?个|些)?问题|帮帮我|看不懂|不会用|不懂",
        ),
        "reports": (
            r"(?:show me |see |get )?(?:the |our |my )?(?:weekly|daily|monthly|last "
            r"week(?:['’]?s)?|this week(?:['’]?s)?)? ?(?:reports?|summary|recap)",
            r"(?:给我)?(?:看一?下?|看看|查看|发我|要)?(?:这周|本周|上周|每周|今天|日)?的?"
            r"(?:周报|日报|月报|报表|报告|总结)",
        ),
        "standup rename {x} to {y}": (
            r"rename (?:the |our )?(?:stand-?up )?(?P<x>(?!t-?\d)[\w-]{2,30}) "
            r"(?:to|into) (?P<y>\S.{0,60})",
            r"(?:把|将)(?P<x>[\w-]{2,20}?)(?:站会)?(?:改名|重命名|更名)(?:为|成|叫)?"
            r"(?P<y>\S.{0,60})",
        ),
        "task done {x}": (
            r"(?:i(?:['’]ve| have)? )?(?:finished|completed) (?P<x>t-?\d{1,9})",
            r"(?P<x>t-?\d{1,9}) (?:is )?(?:finished|completed)",
        ),
        "task add {y} @{x}": (
            rf"ask {_NAME} to (?P<y>\S.{{2,200}})",
            rf"(?:让|安排)(?P<x>{_HAN}{{2,3}}?|[A-Za-z][\w.-]*)(?:去|来|帮忙|负责)"
            r"(?P<y>\S.{1,200})",
        ),
        "measure set {x} {y}": (
            r"(?:把|将)?(?P<x>[\u3400-\u9fff]{2,12}?)(?:设为|设成|记为|更新为|填为)"
            r"(?P<y>\d[\d.,]*\s?[%％万]?)",
        ),
        "today": (
            r"(?:is there )?anything (?:for me|new|important|to do)|any (?:news"
            r"|updates?)",
            r"有我的(?:事|任务)|有(?:什么|啥)新?(?:消息|事情?|动态)",
        ),
        "task list ": (
            r"how many (?:open )?tasks do i have|(?:what(?:['’]?s| is| are) )?due "
            r"(?:tomorrow|this week|next week)",
            r"(?:明天|下周|这周)(?:有什么)?(?:任务)?到期",
        ),
        "task list {x}": (rf"how many (?:open )?tasks does {_NAME} have",),
        "task list blocked": (
            r"(?:which|what) tasks are (?:blocked|stuck|waiting)"
            r"|哪些任务(?:被)?(?:卡住|受阻)了?",
        ),
        "task list done": (
            r"what (?:did|have) i (?:finish|finished|do|done|complete|completed)"
            r"(?: today| yesterday| this week| last week)?",
            r"我(?:今天|昨天|这周|上周)?(?:做完|完成)了(?:什么|哪些)(?:任务)?",
        ),
        "away who today ": (
            r"(?:is )?(?:anyone|anybody|who(?:['’]?s| is)?) (?:sick|ill)(?: today)?",
            r"(?:今天)?(?:有人|谁)(?:生病|病)了?",
        ),
        "away mine": (
            r"how many (?:vacation |leave )?days(?: off)? do i have(?: left)?",
            r"我还(?:有|剩)(?:多少|几)天(?:年)?假",
        ),
        "standup edit": (
            rf"(?:change|edit) (?:the )?(?:questions of )?{_STANDUP}(?: questions)?",
        ),
        "standup list ": (r"(?:which|what) stand-?ups (?:am i|are we) (?:in|part of)",),
        "team show {x} ": (
            r"(?:contact|email|e-mail|phone|phone number|number|address) (?:of "
            rf")?{_NAME}",
            rf"(?P<x>{_HAN}{{2,4}})的?(?:电话|邮箱|联系方式|手机号?)(?:是多少)?",
        ),
        "team": (
            r"who(?:['’]?s| is) (?:the )?(?:ceo|boss|chief|head of the company)"
            r"|org ?chart"
            r"|organi[sz]ation chart",
            r"谁是(?:老板|总经理|ceo)|组织架构图?",
        ),
        "onboarding": (
            r"i(?:['’]m| am) new(?: here)?|(?:what(?:['’]?s| is) )?my "
            r"onboarding(?: plan)?"
            r"|我是新(?:来的|人|员工)|我的入职(?:计划)?",
        ),
        "task list overdue": (r"(?:is )?(?:anything|something) (?:late|overdue)",),
        "task list": (
            r"my (?:tasks?|to-?dos?) lists?|(?:i (?:wanna|want to|would like to) "
            r")?see (?:all )?"
            r"my (?:tasks|to-?dos)",
        ),
        "task list all": (
            r"who(?:['’]?s| is) (?:working on|doing) what"
            r"|what(?:['’]?s| is| are) (?:everyone|everybody|people|we|all) doing",
            r"(?:大家|所有人|每个人)(?:现在)?(?:都)?在?(?:做|忙|干)(?:些)?什么"
            r"|谁在(?:做|忙)什么",
        ),
        "team show {x}": (
            rf"is {_NAME} (?:here|in|around|at work|working|available|online|there)"
            r"(?: today| now)?",
        ),
        "standup list": (
            rf"(?:do we have|is there) {_STANDUP}(?: tomorrow| on \w+day| next week)?",
            r"(?:我们)?(?:什么时候|几点)开?站会|(?:明天|后天|周."
            r"|下周.)(?:还)?(?:有|开)站会",
        ),
        "standup skip": (
            r"i (?:can(?:['’]?t|not)|won['’]?t) (?:come to|make|join|attend|do) "
            rf"{_STANDUP}(?: today)?",
            r"我(?:今天)?(?:不能|没法|不|无法)(?:参加|去|来)?站会",
        ),
        "measure list": (
            r"(?:what are )?our (?:goals|targets|kpis|numbers)|dashboard"
            r"|show (?:me )?the numbers"
            r"|how are we doing(?: this (?:week|month|quarter|year))?",
            r"我们的?(?:目标|指标)(?:是什么|有哪些)?|(?:这个月|本月|这周"
            r"|今年)(?:业绩)?怎么样",
        ),
        "measure new": (
            r"(?:set|create|add|make|define) (?:a |an |the |our )?(?:new )?(?:goal"
            r"|target|kpi)"
            r"\b.{0,80}",
            r"(?:定|设|设定|制定)(?:一?个)?(?:新)?目标.{0,40}",
        ),
        "team admins": (
            r"make me (?:an? )?admin|(?:让我|我要|我想)(?:当|做|成为)管理员",
        ),
        "settings language {x}": (
            r"(?:speak|talk|answer|write|reply)(?: to me)?(?: in)? "
            r"(?P<x>german|french|spanish|italian|japanese|korean|russian"
            r"|portuguese|dutch"
            r"|polish|turkish|arabic|hindi|vietnamese|thai)",
            r"(?:说|讲|用)(?P<x>德语|法语|西班牙语|意大利语|日语|韩语|俄语"
            r"|葡萄牙语|越南语|泰语)",
        ),
        "away {x}": (
            r"i (?:don['’]?t|do not|won['’]?t|am not going to) work (?:on )?"
            r"(?P<x>(?:this |next )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)",
            rf"(?:my|our) {_KIN} (?:is|are|got) (?:sick|ill)\b.{{0,20}}?"
            r"(?:stay(?:ing)?|remain|am)(?: at)? home(?P<x> today| tomorrow)?",
            r"(?:孩子|小孩|宝宝|家人|老婆|老公|父母|妈妈|爸爸)(?:生病|病"
            r"|发烧)了?[，,\s]*"
            r"(?:我)?(?P<x>今天|明天)(?:要|得)?(?:在家|请假|休息|不来).{0,6}",
            r"(?:我)?(?P<x>今天|明天|后天|大后天|下?周[一二三四五六日天])(?:想"
            r"|要)?休息(?:一天)?",
            r"我?(?:想|要)请(?P<x>[^，,。]{2,10})的假",
        ),
        "kudos {x} ": (
            r"thank (?P<x>(?!you\b|god\b|everyone\b|all\b|the\b)[@＠<]?\S+ for \S.*)",
        ),
        "kudos {x}": (
            rf"(?:干得|做得)(?:真|太)?(?:好|棒|漂亮)了?[，,！!\s]*(?P<x>{_HAN}{{2,4}})",
            rf"(?P<x>(?![你我他她它这那])(?:[@＠]\S+?|{_HAN}{{2,4}}?))(?:真"
            r"|太)(?:厉害|棒|给力|牛)了?",
            r"(?P<x>[@＠<]?[A-Za-z]\S*) is (?:the best|amazing|awesome|great)",
        ),
    }
)
