"""What people ask in whole sentences, and the command that answers it."""

from bot.phrases.table import Sentences

_WHO = r"(?P<x><@[^>\s]+>|[@＠]\S+?|[A-Z][\w.-]*(?:\s+[A-Z][\w.-]*){0,2})"
_NAMED = r"(?P<x><@[^>\s]+>|[@＠]\S+?|(?-i:[A-Z])[\w.-]*?(?: (?-i:[A-Z])[\w.-]*?)?)"
_TEAM = r"(?!.*stand-?up|站会|早会)(?P<x>[\w&' -]+?|[\u3400-\u9fff]{1,8}?)"
_MY_DAY = r"(?:today|now|right now|next|this week)?"
# Each line: the command, and the sentences that mean it; what `x` holds goes behind.
_ASKED = {
    "today": (
        r"what(?:['’]?s| is) due (?:today|now)|what should i do (?:first|next|now)",
        rf"what(?:['’]?s| is) on my (?:plate|list|agenda)(?: for)? ?{_MY_DAY}",
        r"what (?:do i have|should i do|do i need to do|have i got)(?: to do)? ?"
        rf"{_MY_DAY}",
        r"(?:我)?(?:今天|现在)?(?:有什么|有哪些|该|应该|需要|要)(?:要)?(?:任务|事"
        r"|做什么|做的|干什么)",
    ),
    "thanks": (
        r"ok(?:ay)?|great|nice|perfect|cool|got it|👍",
        r"好的?|收到|明白|知道了|没问题",
    ),
    "team admins": (r"who(?:['’]s| is| are) (?:the |our )?admins?",),
    "task list": (
        r"(?:what(?:['’]?s| is)|which tasks are) due (?:this week|soon|next)",
        r"(?:show |list )?(?:me )?(?:all )?my (?:open )?tasks(?: for)? this week",
        r"(?:显示|查看|看看)?(?:我)?(?:这周|本周|这个星期)的?(?:有哪些)?任务(?:到期)?",
        r"(?:我)?(?:这周|本周)有哪些任务(?:到期)?",
    ),
    "task list overdue": (
        r"am i late(?: with (?:anything|something|my tasks))?",
        r"我(?:有)?(?:什么|哪些)?(?:任务)?逾期(?:的|了)?(?:任务)?",
        r"(?:what|which tasks|anything)(?:['’]s| is| are)? (?:overdue|late)",
        r"(?:有什么|有哪些|哪些)(?:任务)?(?:是)?(?:逾期|过期)(?:了)?(?:的)?(?:任务)?",
    ),
    "task list {x}": (
        rf"what(?:['’]?s| is) {_WHO} (?:working on|doing|up to|busy with)",
        r"(?P<x>[@＠]\S+?)\s*(?:现在|今天)?(?:在)?(?:忙|做|干)(?:些)?什么",
    ),
    "blocker list": (
        r"(?:what|which) (?:are (?:the|our) )?blockers(?: are there| do we have)?",
        r"(?:现在)?(?:有什么|有哪些)(?:阻碍|阻塞)",
    ),
    "risk list": (
        r"(?:what|which)(?:['’]s| is| are) (?:the|our|my) (?:\w+ )?risks?"
        r"|(?:what|which) (?:\w+ )?risks (?:are there|do we have|are open)",
        r"(?:show|list)(?: me)? (?:the |our |all )?(?:top|biggest|open|gravest) risks",
        r"(?:我们)?(?:现在|目前)?(?:都)?有(?:什么|哪些)(?:\S{1,4}的?)?风险",
        r"our risks|我们(?:公司)?的风险(?:有哪些)?",
        r"(?:最大|最严重|最高)的风险(?:是什么|有哪些)?",
    ),
    "risk list {x}": (
        r"(?:(?:show|list)(?: me)? )?(?:all )?(?:the |our )?"
        r"(?P<x>open|closed|overdue|due|all|(?:very )?(?:high|low)|medium|critical"
        r"|payment|supplier|legal|finance|people|reputation|fulfil+ment|it) risks",
        r"(?:查看|看看)?(?P<x>逾期|到期|已关闭|未关闭|很?高|中|很?低|支付|供应商|履约"
        r"|财务|合规|人员"
        r"|声誉)(?:等级)?的?风险(?:列表|有哪些)?",
    ),
    "risk list {x} ": (
        rf"(?:(?:show|list)(?: me)? )?(?:all )?(?:the )?risks (?:of|owned by) "
        rf"{_NAMED}",
        rf"(?:what|which) risks (?:does|has) {_NAMED} (?:have|own)",
        rf"(?:(?:what are|show|list) )?{_NAMED}['’]s? risks",
        r"(?:查看|看看)?(?P<x>[@＠]?(?!我们|公司|目前|现在|所有|全部|最|主要|什么|哪些)[\u3400-\u9fff]{2,4}?)(?:负责)?的风险(?:有哪些)?",
        r"(?:查看|看看)?(?P<x>(?-i:[A-Z])[\w.-]*(?: [A-Z][\w.-]*)?)\s*(?:负责)?的风险",
    ),
    "risk from {x}": (
        r"(?:make|create|log|record|add) a risk (?:of|from|out of|for) "
        r"(?P<x>[FBT]\s?-?\s?\d{1,9})",
        r"(?:make|turn|convert|log|register|record) (?P<x>[FBT]\s?-?\s?\d{1,9}) "
        r"(?:(?:in)?to |as )?a risk",
        r"(?:请)?(?:把|将)?\s*(?P<x>[FBT]\s?-?\s?\d{1,9})\s*(?:登记|转|记录|变)"
        r"(?:为|成|到|作)?(?:一个|一条)?风险",
    ),
    "holidays": (
        r"when(?:['’]s| is| are) (?:the |our )?(?:next )?(?:public |bank )?holidays?",
        r"is (?:today|tomorrow|monday|tuesday|wednesday|thursday|friday) a "
        r"(?:public |bank )?holiday",
        r"下一?(?:个|次)?(?:节假日|节日|假期)(?:是)?(?:什么时候|哪天|几号)",
        r"(?:今天|明天|后天|下?周.)(?:放假|上班|是节假日)",
    ),
    "settings hours {x}": (
        r"(?:set|change|make) my (?:work(?:ing)? )?hours(?: to| from)? (?P<x>.*\d.*)",
        r"my (?:work(?:ing)? )?hours are(?: now)?(?: from)? (?P<x>.*\d.*)",
        r"i (?:now )?work(?: from)? "
        r"(?P<x>\d[\d:.apm ]*(?:-|–|to|until|till) ?\d[\d:.apm ]*)",
        r"(?:我的)?(?:工作|上班)时间(?:改成|改为|改到|设为|是|为)(?P<x>.+)",
    ),
    "timezone {x}": (
        r"(?:set|change|switch) my time ?zone to (?P<x>.+)",
        r"i(?:['’]ve| have)? (?:now )?(?:moved|relocated|am now) (?:to|in) "
        r"(?P<x>[\w ]+)",
        r"(?:我的?)?时区(?:改成|改为|改到|换成|设为|是)(?P<x>\S+)",
        r"我(?:已经)?(?:搬到|搬去)(?:了)?(?P<x>\S+?)了?",
    ),
    "settings reminders off": (
        r"(?:stop|don['’]?t|do not|no more) (?:remind(?:ing)?|nudg(?:e|ing)) me",
        r"(?:mute|turn off|disable|stop|no)(?: all| my)? (?:reminders|notifications)",
        r"(?:请)?(?:别|不要|不用)再?提醒我|(?:关闭|关掉|取消)(?:所有|全部)?提醒",
    ),
    "settings": (r"(?:change |set )?(?:my )?language|(?:修改|设置)?语言",),
    "team": (
        r"(?:list|show)(?: me)? (?:the |our )?(?:team|people|staff|everybody|everyone)",
        r"(?:公司|团队|我们)(?:都)?有(?:哪些人|谁)|(?:列出|查看)(?:所有)?(?:成员|同事"
        r"|员工)",
        r"(?:list|show|which|what are the) (?:all )?departments",
        r"(?:有哪些)?部门(?:列表)?",
    ),
    "team show me": (
        r"who(?:['’]s| is) my (?:manager|boss|lead)|who reports to me|who am i",
        r"我的?(?:主管|上级|领导|经理)是谁|谁是我的?(?:主管|上级|领导|经理)|我是谁",
    ),
    "team {x}": (
        r"who(?:['’]s| is| works| are)(?: all)? in (?:the )?"
        rf"{_TEAM}(?: team| department)?",
        rf"who(?:['’]s| is) (?:the )?(?:head|lead|manager|boss) of (?:the )?{_TEAM}",
        rf"who (?:leads|heads|runs) (?:the )?{_TEAM}",
        r"(?P<x>(?!站会|早会)[\u3400-\u9fff]{1,6}?)部?(?:门)?(?:都)?有(?:谁|哪些人)",
        r"(?P<x>[\u3400-\u9fff]{1,6}?)部?的?(?:主管|负责人|领导|经理)是谁",
    ),
    "team show {x}": (
        rf"who(?:['’]s| is) {_WHO}['’]s? (?:manager|boss|lead|deputy|buddy)",
        rf"(?:where|in which (?:team|department)) (?:is|does) {_WHO}(?: work)?",
    ),
    "area audit": (
        r"(?:what|which) areas (?:have|are without|are missing)(?: got)?(?: no| an)? "
        r"owners?",
        r"哪些职责(?:还)?(?:没有?|缺)(?:人负责|负责人)",
    ),
    "kudos ranking": (
        r"who (?:has|got|gets|received) (?:the )?most kudos.*",
        r"谁(?:得到|收到|获得)?的?(?:表扬|点赞|赞)(?:得到|收到)?最多",
    ),
    "kudos list": (r"(?:show|see|open)(?: me)? (?:the |our )?(?:kudos|praise) wall",),
    "award": (r"(?:who|whom) can (?:i|we) (?:nominate|vote for)",),
    "award ledger": (
        r"who (?:has )?won(?: the award)?(?: last (?:month|quarter|time)| this month)?",
        r"(?:上个?月|上季度|上次)?(?:是)?谁(?:获奖|得奖|当选)了?",
    ),
    "kudos mine": (
        r"how many kudos (?:do i have|did i get|have i got)",
        r"我(?:有|收到|得到)(?:了)?(?:多少|几)个?(?:赞|点赞|表扬)",
    ),
    "help": (
        r"who are you|what(?:['’]?s| is) (?:this bot|shopcrew)|what are you",
        r"(?:你|店小二)是谁|(?:店小二|你)是什么",
    ),
    "standup skip": (
        r"i (?:can(?:['’]?t|not)|won['’]?t)(?: be able to)? (?:join|attend|do|make) "
        r"(?:the |today['’]?s )?stand-?up(?: today)?",
        r"(?:我)?今天(?:的)?站会(?:我)?(?:不|没法|不能)参加|(?:我)?今天(?:不|没法"
        r"|不能)参加站会",
    ),
    "standup fill": (
        r"(?:i (?:want|would like|need) to )?(?:fill(?: in| out)?|answer|do) "
        r"(?:the |my |today['’]?s )?stand-?up(?: now| today)?",
        r"(?:我要|我想)?(?:填|填写|写)(?:一下)?(?:今天的)?站会",
    ),
}  # fmt: skip
asks = Sentences(_ASKED)
