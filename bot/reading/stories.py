"""How it is told: what is past, supposed, tried out, somebody else's or well in the
end, and in which order.

"It failed, then it worked" and "it worked, then it failed" have the same words. What
is found here are signs for the pieces to weigh (`pieces`): a rule that is sure of them
is in `apart`.
"""

import re
from collections.abc import Iterator
from itertools import combinations, pairwise, product

from bot.reading import lexicon
from bot.reading.signs import Phrases, themes, words

THEMES = {
    "then": (
        "last year|last autumn|last winter|last summer|last spring|last month"
        "|last christmas|last black friday|last season|years ago|months ago|weeks ago"
        "|back in |in 20|in 19|used to|in the past|in those days|at the time|formerly"
        "|previously|earlier this year|once|yesterday|last week|last friday|last time"
        "|the other day|before|the old |until |in january|in february|in march"
        "|in april|in may|in june|in july|in august|in september|in october"
        "|in november|in december|on monday|on tuesday|on sunday|at first|first try"
        "|去年|前年|往年|上个月|上月|以前|曾经|当年|那年|那次|前几年|早年|之前|上次"
        "|上回|年前|过去|昨天|昨晚|昨儿|上周|前两天|前几天|一开始|起初|开始|原先|本来"
        "|当时|老版|旧版|头一次|第一次|春天|夏天|秋天|冬天"
    ),
    "now": (
        "today|now|tonight|this morning|this afternoon|this evening|this week"
        "|at the moment|currently|since|still|keeps|for hours|for days|for a week"
        "|all day|all evening|all morning|all night|each time|every time|always"
        "|over and over|again and again|at present|right here|this time|these days"
        "|as we speak|ever since|no longer|any more|anymore|till now"
        "|今天|现在|今早|今晚|今儿|刚才|刚刚|目前|这会儿|还是|依然|仍然|一直|老是|总是"
        "|每次|自从|到现在|至今|从早|从昨|这次|这回|今年|眼下|始终|反复|天天|每回|还在"
    ),
    "suppose": (
        "what if|what happens|what would|in case|suppose|supposing|would it|would i "
        "|would you|imagine|should my|should it|should the|if ever|ever break|assuming"
        "|theoretically|might|could it|in the event|if my|if i |if the|if a |if you"
        "|if something|if klarna|if paypal|before i order|beforehand|just asking|say my"
        "|one day|some day|who will|who is on|who's on"
        "|万一|如果|假如|假设|要是|倘若|若是|会不会|的话|比如|哪天|怎么办|设想|先问"
        "|问一下|问下|提前|以防|到时候|会被|能否|是否|若"
    ),
    "trial": (
        "staging|sandbox|test environment|test shop|test order|test card|testing"
        "|we test|load test|uat|preprod|pre-prod|preview|dry run|drill|demo|dummy|mock"
        "|trial|qa |rehears|simulat|pretend|example|training|runbook|playbook|slide"
        "|agenda|minutes|retro|postmortem|post-mortem|wiki|rota|on duty|documentation"
        "|checklist|faq|script|draft|workshop|onboarding|roadmap|interview|quiz|poster"
        "|help page|manual|guideline|sprint|backlog|ticket|unit test|acceptance"
        "|release notes|weekly figures|monthly|spreadsheet|deck|template|ignore"
        "|测试|预发|沙箱|压测|演练|演示|样例|假单|模拟|联调|培训|课件|手册|预案|复盘|纪要"
        "|议程|排班|值班表|知识库|文档|话术|面试|演习|验收|举例|示例|模板|合同|周报|月报"
        "|周数据|海报|草稿|方案|会议|工单|迭代|忽略|单测|用例|试用|题|自测|灰度|需求"
    ),
    "real": (
        "live shop|live site|on live|on production|in production|production|real card"
        "|real customer|real money|not a test|not a drill|is no drill|right now|live:"
        "|线上|正式|生产|真卡|真实|不是测试|不是演练|真钱|现网|外网"
    ),
    "well": (
        "in the end|finally|eventually|at last|worked out|all good|all fine|all well"
        "|sorted|managed|solved|resolved|fixed|repaired|went through|got through"
        "|is through|it's through|came through|go through at|order is in|went in"
        "|third time lucky|after a restart|afterwards|then it worked|then it went"
        "|paid now|all paid|done now|all done|no problem|no trouble|no hitch"
        "|without a hitch|without any|success|anyway|nonetheless|nevertheless|anyhow"
        "|regardless|happily|on its way|has arrived|just so you know|no action|cleared"
        "|is mine|ordered it|bought it|i ordered|we ordered|i bought|and ordered"
        "|took it|it's paid|is paid|got it done|turned out|was able|could pay|could do"
        "|no worries|no rush|no hurry|never mind|it took|paid by|paid with|paid the"
        "|with another card|with the other|works again|working again|back to normal"
        "|worked|all set|order placed|placed the order|got the confirmation"
        "|后来|最后|终于|总算|好了|成了|过了|搞定|成功|解决了|付好|买好|下好|拍好|拍下"
        "|到手|没事|不用管|顺利|还好|恢复|弄好|办妥|照样|单子进|付掉|付完|付上了|付成了"
        "|订好|买到了|拿下|都好|没问题|正常了|又能|一下就|照付|照买|才付|才买|才下"
        "|也就下单|也买|还是买|还是下|还是付|已经付|付了|买了|下了|拍了|不急|没关系"
        "|不要紧|原来|换了个|换成了|就行了|就好|就过"
    ),
    "vain": (
        "nothing happens|no order|no sale|no luck|give up|gave up|giving up|given up"
        "|abandon|elsewhere|competitor|another shop|other shop|somebody else|i quit"
        "|i'm out|can't finish|couldn't finish|never finish|dead|still broken"
        "|still nothing|to no avail|in vain|three times|four times|five times|six times"
        "|ten times|tries|attempts|all of them|each of them|every card|every one"
        "|none of|whichever|whatever i|no matter|any of|neither|without success|bye"
        "|left without|walk out|walked out|walking out|turned away|turning people"
        "|sent away|rang off|hung up|so i left|i left|not one order|not a single"
        "|stuck|lost sale|lost the sale|customers are leaving|drop out|dropped out"
        "|went home|unable|impossible|end of story|forget it|never mind then|all three"
        "|both cards|everybody|everyone|nobody|no one|whole office|whole family"
        "|没单|没买成|没下成|没付成|没付上|不买了|算了|放弃|去别家|别处买|走了|没戏|白忙"
        "|没成|试了|好几次|几十次|五六次|十来|遍了|都一样|哪张|谁都|全都|个个|所有|拜拜"
        "|丢单|流失|卖不|退出来|没人能|买不|付不|下不|拍不|结不|不要了|没辙|没用|没法"
        "|无法|都不行|不让|没反应|没动静|白屏|泡汤|黄了|等半天|弄半天|折腾|半天|死活"
        "|还卡|卡在|全家|大家|一单都|一个都|一笔都|谁也|跑了|没买|没付"
    ),
    "others": (
        "other shop|other site|other store|others shops|bakery|next door|amazon|ebay"
        "|zalando|ikea|booking|airline|temu|shein|aliexpress|walmart|otto|etsy|galaxus"
        "|competitor's|at the petrol|supermarket|restaurant|their site|their shop"
        "|another site|different shop|the bank's app|the train|my hotel|lidl|aldi|uber"
        "|a friend|my friend|neighbour|neighbor|someone told|somebody told|they say"
        "|people say|i read|i heard|reddit|blog|a review|forum|rumour|rumor|my sister's"
        "|别家|别处|别的店|隔壁|对门|淘宝|京东|拼多多|唯品|美团|12306|携程|得物|山姆"
        "|盒马|朋友说|邻居|听说|有人说|网上说|据说|听人|同行|订房|航空|外面|饿了么|某宝"
        "|某东|某书|友商|小红书上"
    ),
    "ask": (
        "how long|how do|how does|how much|how many|can i |could i |may i |may we"
        "|can we|do you|do i |does the|does your|is it possible|is there|when is|when "
        "will|when does|when are|which|what does|where do|where can|where is|where are"
        "|are you|is the|will my|will the|am i|would like to know|want to know|wants to"
        "|wondering|question|how to|any chance|is it normal|who do"
        "|请问|能不能|可以吗|可不可以|多久|哪些|收不收|支持吗|能用|行不行|吗|呢|想问"
        "|咨询|几点|在哪|怎么|什么时候|是不是|有没有|哪里|什么意思|行吗|好吗"
    ),
    "beg": (
        "would be|would love|i'd love|i'd like|i wish|wish|please add|please show"
        "|could be|might be nice|maybe|perhaps|one day|suggest|consider|prefer"
        "|an option|nicer|handy|hopefully|hope|feature|idea|should be|it'd be"
        "|would help"
        "|希望|建议|期待|要是能|如果能|就更|好了|最好|能不能加|加个|出个|求|盼|想要"
        "|优化|改进|上线|安排一下|呗|吧"
    ),
    "mine": (
        "my fault|silly me|my mistake|my bank|my limit|my own|caps lock|mistyped"
        "|typed the wrong|wrong card|expired card|old card|vpn|my wifi|my internet"
        "|i had forgotten|forgot|turns out|turned out|i noticed"
        "|i changed my mind|decided"
        "|sorry for|my bad|out of money|no money|over my limit|too expensive"
        "|怪我|自己|原来|没开|输错|限额|忘了|我的问题|填错|写错|拍错|看错|记错|额度|密码错"
        "|不想要|不好意思|手滑|断网|没钱|工资|余额不"
    ),
    "glad": lexicon.PRAISE,
    "stuck": lexicon.STUCK,
    "gone": lexicon.GONE,
    "buy": lexicon.BUYING,
    "had": lexicon.BOUGHT,
}
STORY = Phrases.of(THEMES)
PARTS = re.compile(
    r"[.!?;:,\n]+|(?: - )|\b(?:but|though|although|however|then|until|yet)\b"
    r"|。|但是?|不过|可是|结果|只是|却|然后|直到|现在"
)


def told(said: str) -> Iterator[str]:
    """Signs of what kind of a story it is: its themes, which come first and last and
    which follow each other; and with which words it begins and ends. Each begins with
    what no word begins with.
    """
    parts = [part for part in PARTS.split(said) if part.strip()]
    if not parts:
        return
    found = [frozenset(STORY.weigh(part)) for part in parts]
    every = sorted(frozenset[str]().union(*found))
    yield from (f"={each}" for each in every)
    yield from (f"={one}+{other}" for one, other in combinations(every, 2))
    if known := [each for each in found if each]:
        yield from (f"=^{each}" for each in known[0])
        yield from (f"=${each}" for each in known[-1])
        for before, after in pairwise(known):
            yield from (f"={one}>{other}" for one, other in product(before, after))
    yield from (f"${each}" for each in (*words(parts[-1]), *themes(parts[-1])))
    if len(parts) > 1:
        yield from (f"^{each}" for each in (*words(parts[0]), *themes(parts[0])))
