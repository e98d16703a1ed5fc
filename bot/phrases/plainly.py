"""Sentences that begin like one command and mean another: "task 1 is urgent",
怎么删除任务.
"""

from bot.phrases.table import Sentences

_TASK = (
    r"(?:task |todo |任务|待办)?\s*(?P<x>(?:[Tt]\s?[-－–]?\s?|[#＃])?\d{1,9})(?:号)?"
)
_LEVEL = r"(?P<y>urgent|high|normal|medium|low|紧急|高|普通|中|低)"
_TOPIC = (
    r"(?P<x>task|standup|stand-up|feedback|blocker|risk|kudos|review|measure|retro"
    r"|project|area|任务|站会|反馈|阻碍|风险|表扬|考核|指标|复盘|项目|职责)"
)
_ONE_F = r"(?P<x>F\s?[-－–]?\s?\d{1,9})"
_AT = r"(?:<@[^>\s]+>|[@＠][^\s，,。?？]+)"
_NAMED = rf"(?:{_AT}|(?-i:[A-Z][\w.-]*)|[\u3400-\u9fff]{{2,4}})"
_BAD = r"(?P<y>blocking|critical|high|normal|medium|low|阻断|紧急|高|普通|中|低)"
_WHERE = (
    r"(?P<y>product page|search|cart|checkout|payment|delivery|quality|returns|price"
    r"|account)"
)
_WHERE_ZH = (
    r"(?P<y>商品页|搜索|购物车|结算|下单|支付|付款|物流|配送|质量|退货|退款|售后|价格"
    r"|优惠|账号)"
)
_STANDUP = r"(?:the |our |a |my )?stand-?up"
_HAN = r"[\u3400-\u9fff]"

asks_plainly = Sentences(
    {
        "task priority {x} {y}": (
            rf"(?:set|make|change|mark) {_TASK} (?:to |as |a )*{_LEVEL}(?: priority)?",
            rf"(?:task |todo |#|t-)(?P<x>\d{{1,9}}) is {_LEVEL}(?: priority)?",
            rf"(?:把|将)?{_TASK}\s*(?:设为|改为|改成|设成|标为|是"
            rf"|为){_LEVEL}(?:优先级?)?",
        ),
        "task priority {x} urgent": (rf"{_TASK}\s*(?:很|非常|特别|比较)急",),
        "task comment {x} {y}": (
            r"(?:(?:add|leave|write|make) (?:a |the )?)?(?:comment|note|remark) "
            rf"(?:to|on|for|in) {_TASK}[:：,， ]+(?P<y>\S.*)",
            rf"(?:给|在|对){_TASK}\s*(?:里|下)?(?:加|添加|写|留)(?:一?[个条])?"
            r"(?:评论|备注|留言)[:：,， ]+(?P<y>\S.*)",
        ),
        "task due {x} {y}": (
            rf"{_TASK} (?:needs to|must|should|has to|is to) be (?:done|finished"
            r"|ready) "
            r"(?:by|on|before|until) (?P<y>\S.*)",
            rf"(?:把)?{_TASK}\s*(?:推|延|改|挪|推迟|延期|顺延)(?:迟|期)?到(?P<y>\S.*)",
        ),
        "task repeat {x} {y}": (rf"(?P<y>每.{{1,12}}?)重复{_TASK}",),
        "task assign {x} {y}": (
            rf"(?:assign|hand over|hand|pass) {_TASK} to (?P<y>\S.*?)",
        ),
        "feedback assign {x} {y}": (
            r"forward (?P<x>F\s?-?\s?\d{1,9}) to (?P<y>\S.*)",
            r"(?:把)?(?P<x>F\s?-?\s?\d{1,9})\s*转发?给(?P<y>\S.*)",
            rf"{_ONE_F}\s*(?:to|for|→|[-=]>|给|由)?\s*(?P<y>{_AT})",
            rf"(?:please )?escalate {_ONE_F} to (?P<y>{_NAMED})",
            rf"(?:把|将)?\s*{_ONE_F}\s*(?:升级|上报)(?:给|到)\s*(?P<y>{_NAMED})",
        ),
        "feedback correct {x} severity:{y}": (
            rf"(?:set|make|change|mark|raise|lower) (?:the )?{_ONE_F} (?:to |as )?"
            rf"(?:be )?{_BAD}(?: (?:severity|priority))?",
            rf"(?:把|将)?\s*{_ONE_F}\s*的?(?:严重程度|优先级)?\s*(?:设为|改为|改成|设成|标为"
            rf"|调成|调为|升为|降为){_BAD}",
        ),
        "feedback correct {x} step:{y}": (
            rf"(?:(?:wrong|no|sorry|actually)[,:]? )?{_ONE_F} is (?:about )?"
            rf"(?:a |an |the )?{_WHERE}(?: (?:problem|issue|complaint|one))?",
            rf"(?:不对|错了)?[，,]?\s*{_ONE_F}\s*(?:是|属于|应该是){_WHERE_ZH}"
            r"(?:的|类)?(?:问题|投诉|反馈)?",
        ),
        "feedback delete F-{x}": (
            r"(?:delete|remove|erase) feedback (?:F\s?-\s?|#)?(?P<x>\d{1,9})",
            r"(?:把|将)?(?:删除|删掉|清除)反馈\s*(?:F\s?-\s?)?(?P<x>\d{1,9})",
        ),
        "feedback delete {x}": (
            rf"(?:delete|remove|erase) {_ONE_F}",
            rf"(?:把|将)?(?:删除|删掉|清除)\s*{_ONE_F}",
        ),
        "feedback close {x}": (r"(?:关闭|关掉|结束)反馈\s*(?P<x>\d{1,9})",),
        "risk add {x}": (
            r"(?:加|添加|新增|登记|记)(?:一?[个条])?(?:新)?风险[:：,，\s]+(?P<x>\S.*)",
        ),
        # the reminder is not to come; the task itself stays
        "task show {x}": (
            rf"(?:取消|关闭|关掉|删除|停止|不要){_TASK}的?提醒",
            rf"(?:别|不要|不用)(?:再)?提醒我?{_TASK}",
            r"(?:cancel|stop|delete|remove|turn off) (?:the |my |all )*reminders? "
            rf"(?:for|of|about|on) {_TASK}",
            r"(?:stop reminding|don['’]?t remind|do not remind) me (?:of|about) "
            rf"{_TASK}",
        ),
        "task list": (
            r"我(?:还)?有(?:多少|几)个?任务|(?:明天|下周|这周|本周)到期的?任务",
        ),
        "team": (r"(?:我们的?|谁是|公司的?)?(?:老板|总经理|ceo)是谁",),
        "standup join": (
            rf"(?:i (?:want|would like|['’]d like) to |let me )?join {_STANDUP}",
            r"(?:我)?(?:要|想)?(?:加入|参加)(?:每日)?站会",
        ),
        "standup leave": (
            rf"(?:i (?:want|would like|['’]d like) to |let me )?leave {_STANDUP}",
            r"(?:我)?(?:要|想)?退出(?:每日)?站会",
        ),
        "standup edit": (r"(?:修改|改|编辑|换)一?下?站会的?问题",),
        "standup skip": (r"(?:我)?今天(?:想|要)?跳过站会|(?:我)?今天站会跳过",),
        "standup archive": (
            rf"(?:stop|end|delete|remove|get rid of) {_STANDUP}(?: for good| forever)?",
            r"(?:停掉|停止|删掉|不再开|结束)(?:这个|我们的)?站会",
        ),
        "help {x}": (
            r"how (?:do|can|should) (?:i|we|you) (?:delete|remove|cancel|edit"
            r"|change|rename"
            r"|move|assign|close|finish|use|stop|pause) (?:a |an |the |my |our "
            rf")*{_TOPIC}s?",
            rf"how (?:do|does) (?:the )?{_TOPIC}s? work",
            r"(?:怎么|如何|怎样)(?:才能)?(?:删除|取消|修改|编辑|改|重命名|移动"
            r"|转交|关闭|完成"
            rf"|使用|用|停止|暂停)(?:一?个|我的)?{_TOPIC}",
        ),
        "settings": (
            r"how (?:do|can) i (?:change|set|edit) my (?:time ?zone|language|hours"
            r"|working"
            r" hours|settings|reminders)",
            r"(?:怎么|如何|怎样)(?:改|修改|设置|更改|换|切换)(?:我的)?(?:时区|语言"
            r"|设置|提醒"
            r"|工作时间)",
        ),
        "help away": (
            r"can (?:i|we) (?:take|have|get) .{1,30} off|how (?:do|can) i (?:take"
            r"|request"
            r"|book|get) (?:a |some |my )*(?:time off|vacation|leave|holidays?"
            r"|days? off)",
            r"i (?:want|need|would like|['’]d like) to (?:request|book|ask for) "
            r"(?:a |some )?"
            r"(?:vacation|leave|time off|holidays?)",
            r"(?:怎么|如何)请假|(?:我)?(?:可以|能)请假",
        ),
        "team show me": (
            r"what time is it|what day is it(?: today)?|what(?:['’]?s| is) the "
            r"(?:time|date)(?: now| today)?",
            r"(?:现在)?几点(?:钟)?|现在是?几点(?:钟)?",
        ),
        "away who today": (
            r"who(?:['’]?s| is) (?:in|here|at work|working|available)(?: today| now)?",
        ),
        "project new {x}": (
            r"(?:create|make|start|set up|add|new) (?:a |the )?(?:new )?project "
            r"(?:for|called|named|about) (?P<x>\S.*)",
            r"(?:新?建|创建|建立)(?:一?个)?(?P<x>[^\s，。]{2,20}?)(?:的)?项目",
        ),
        "project list": (r"projects? (?:status|progress)|项目(?:进度|情况|状态)",),
        "kudos {x}": (
            r"(?:kudos|props|shout ?-?out|thumbs up) (?:to|for) (?P<x>\S.*)",
            r"(?:great|good|nice|amazing|excellent) (?:job|work),? "
            r"(?P<x>(?!(?:team|every(?:one|body)|all|guys|you|both|folks|today|on"
            r"|bot)\b)"
            r"[@＠<]?\S+(?: for .+)?)",
            rf"(?:给|为)(?P<x>{_HAN}{{2,4}})(?:点个?赞|点讚|鼓掌)",
        ),
    }
)
