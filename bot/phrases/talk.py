"""What people say to a bot that is no request, and what they ask for that it cannot do:
each is answered kindly, and nothing is done.
"""

from bot.phrases.table import Sentences

_FACES = r"[\s\u2190-\u21ff\u2600-\u27bf\ufe0f\u200d\U0001f000-\U0001faff]+"
_DAY = r"(?: (?:today|tomorrow|now|this (?:morning|afternoon)|on \w+day))?"

talks = Sentences(
    {
        "talk nothing": (
            r"ye(?:s|p|ah|ap)|yup|y|sure|no(?:pe)?|nah|n|maybe|idk|i don['’]?t know"
            r"|h+m+|u+h+|test(?:ing)?|(?:oh )?wait|hold on|one (?:moment|second)",
            r"是的?|对的?|不是?|没有|嗯+|行|可以|不行|不知道|测试|等一?下|啊+|哦+|呃+",
        ),
        "talk stopped": (
            r"stop(?: it)?|cancel|abort|never ?mind|nvm|forget (?:it|that)|no thanks?"
            r"|no thank you|nothing",
            r"停|停下|停止|取消|算了吧?|不用了|没事了?|不需要了?|没什么",
        ),
        "talk hello": (
            r"are you (?:there|a (?:bot|robot|human|person)|real|alive|ok|awake)",
            r"how are you(?: doing)?(?: today)?|what['’]?s up|hello there|hey(?: "
            r"there)?",
            r"你是(?:机器人|真人|人)吗?|你好吗|还在吗|有人吗|最近好吗",
        ),
        "talk bye": (
            r"bye(?: bye)?|good ?(?:night|bye)|see (?:you|ya)(?: .{1,20})?|cya"
            r"|ttyl|brb",
            r"(?:i(?:['’]m| am) )?(?:logging off|leaving|off|going home|heading home"
            r"|done for (?:today|the day)|signing off)(?: now| for today)?",
            r"(?:going (?:to|for|on) )?(?:lunch|a break|my break)(?: break)?(?: time)?",
            r"晚安|再见|拜拜|下班了?|(?:我)?先走了|我走了|(?:明天|周.|下周|回头)见"
            r"|午休|吃饭去?了|我?去吃饭了?|休息一下|先下了",
        ),
        "talk joy": (
            rf"lol|lmao|(?:ha){{2,}}h?|(?:he){{2,}}|wow|yay|{_FACES}",
            r"i (?:love|like) (?:you|it|this)|you(?:['’]re| are)(?: so)? (?:great"
            r"|awesome"
            r"|the best|good|funny|nice|smart)|good (?:bot|job)|well done",
            r"哈{2,}|嘻{2,}|呵{2,}|你(?:真|好|太)?(?:棒|厉害|聪明|可爱)了?"
            r"|(?:真|太)(?:棒|好|厉害)了?|爱你|喜欢你|耶",
        ),
        "talk sorry": (
            r"you(?:['’]re| are)(?: so)? (?:stupid|dumb|useless|bad|annoying|slow"
            r"|wrong)"
            r"|you suck|bad bot|useless|wtf|i hate (?:you|this)",
            r"(?:this|it)(?: is| does|['’]s)?(?: not|n['’]?t)? ?(?:working|work|stupid"
            r"|annoying|confusing|nonsense)(?: at all)?|this makes no sense",
            r"你(?:好|真|太)?(?:笨|傻|蠢|烦|没用|垃圾)了?|没反应|不好用|什么鬼|没用"
            r"|气死我了",
        ),
        "talk good": (
            r"no blockers?(?: today| for me)?|nothing(?:['’]s| is)? blocking(?: me)?"
            r"|all good|everything(?:['’]s| is) (?:fine|ok(?:ay)?|good)",
            r"(?:我)?(?:今天)?没有?(?:什么)?(?:阻碍|阻塞|卡点|困难)|一切(?:顺利"
            r"|正常)|都挺好",
        ),
        "talk there": (
            r"(?:i(?:['’]m| am|['’]ll be| will be) )?(?:wfh|working (?:from home"
            r"|remotely"
            rf"|remote)|in (?:the )?home ?office|remote){_DAY}",
            r"(?:i(?:['’]m| am|['’]ll be| will be) )(?:a bit |running |a little )?late"
            rf"{_DAY}(?: .{{1,20}})?|running late(?: .{{1,20}})?"
            r"|(?:i(?:['’]m| am) )?stuck in traffic",
            r"(?:我)?(?:今天|明天|后天|周.|下周.)?(?:(?:在家|居家|远程)(?:办公|工作|上班)|wfh)",
            r"(?:我)?(?:今天|明天|早上)?(?:会|要|可能)?(?:晚点|晚一点|迟)到?"
            r"(?:.{1,8}?(?:分钟|小时))?到?|(?:路上)?堵车",
        ),
        "talk cannot": (
            r"(?:schedule|set up|arrange|plan|organi[sz]e|book) (?:me )?(?:a|an|the) "
            r"(?:meeting|call|appointment|room|desk|flight|hotel|table|taxi)\b.{0,60}",
            r"book .{0,20}(?:meeting room|flight|hotel|taxi)\b.{0,40}",
            r"(?:create|make|open|add) (?:me )?(?:a|the) (?:new )?(?:channel|group"
            r"|chat)"
            r"\b.{0,40}|(?:start|set) (?:a |the )?(?:timer|alarm)\b.{0,30}",
            r"tell me (?:a joke|something funny)|(?:what(?:['’]s| is|s) |how is )the "
            r"weather.{0,30}|translate .{1,200}",
            r"(?:connect|link|sync) (?:to |with |my )*(?:google|outlook|apple|calendar)"
            r"\b.{0,30}",
            r"(?:帮我)?[订定预约](?:一?个|一下|张)?(?:会议室|机票|酒店|车|餐厅).{0,20}",
            r"(?:帮我)?(?:建|拉|创建|新建)(?:一?个)?(?:新)?(?:群|群聊|频道)(?:聊)?",
            r"(?:给我)?讲一?个?笑话|.{0,6}天气(?:怎么样|如何)?|(?:定"
            r"|设)一?个?闹钟.{0,12}"
            r"|(?:帮我)?翻译.{1,200}|(?:连接|同步)(?:我的)?(?:谷歌|苹果)?日历",
            r"(?:帮我)?(?:约|安排)(?:一?个)?.{0,16}(?:会议|开会|通话|电话)"
            r"|.{0,10}[和跟与].{1,8}开会",
        ),
    }
)
