"""What is said of another time, another shop, a trial or what only might be, apart from
what is said of here and now.

"Last year I could not pay, hope you are prepared" stops nobody; "last year was fine,
today I cannot pay" does. So the one part is taken out, and the other is asked. Whatever
leaves a doubt is not apart: the model may still say that it stops nobody.
"""

import re
from collections.abc import Iterable

from bot.model.expression import expression
from bot.reading import sure
from bot.reading.signs import themes

PARTS = expression(
    r"[.!?;:,]+(?!\d)|\b(?:but|though|although|however)\b|。|但是?|不过|可是|结果"
)
QUOTED = expression(
    r"[\"“”「『《][^\"“”」』》]{2,60}[\"“”」』》]|(?<!\w)'[^']{4,60}'(?!\w)"
)
# Seasons of the past, but not what is sold of them.
LONG_AGO = expression(
    r"(?<!since )\b(?:last|the previous) (?:year|christmas|autumn|fall|winter|summer"
    r"|spring|black friday|december|november)\b(?!'s)|\byears ago\b"
    r"|(?<!since )\bin (?:19|20)\d\d\b|\bback in\b"
    r"|(?<![从自])(?:去年|前年|往年|早年|那年|前几年)(?!的?[款版买]|开始|起|以来)"
)
LATELY = expression(
    r"(?<!since )\b(?:yesterday|last (?:week|month|night|time|\w+day)|the other day"
    r"|at first|earlier|weeks? ago|days? ago|first (?:try|time|attempt))\b"
    r"|(?<![从自])(?:昨[天晚日]|昨儿|上周|上个?月|上次|上回|前[两几]天)(?!开始|起|到现在)"
    r"|一开始|刚开始|起初|原先|第一[次下遍]|本来|当时|一度"
)
# What is said of now, in whichever part.
NOW = expression(
    r"\b(?:now|today|tonight|again|still|since|keeps?|already|tried|trying|every|each"
    r"|all|this (?:year|week|time|morning))\b|n't been"
    r"|今[天年早晚儿]|现在|目前|刚|一直|老是|又|还(?!有|好|以为)|再也|每|都|试|依然|仍|始终"
)
WELL = expression(
    r"\b(?:work(?:s|ed)|went through|(?:is|are|got) through|fine|sorted|fixed"
    r"|(?:is|was|got|been|all|now|it|itself) solved|solved (?:it|now|itself|by)"
    r"|paid|ordered|bought|placed|done|success\w*|arrived|no (?:problems?|trouble)"
    r"|happy|happily|got it|a minute)\b"
    r"|好了|成了|过了|成功|解决|搞定|付[好成完掉上]|买[好到了]|下[好成了]|拍[好下到了]|订好"
    r"|办妥|没事|顺利|恢复|到手|正常|秒过|进步|一下就|可以了|能[付下买]了"
)
NOT = expression(
    r"\b(?:no|not|never|cannot|can|couldn|won|doesn|didn|isn|still|instead|same|also"
    r"|too|either|neither)\b|n't"
    r"|[不没未别被却也]|又(?![成好能可])|还是(?!你)|永远|一直|分钟|一样|照旧"
)
AFTERWARDS = expression(
    r"\b(?:then|afterwards|in the end|eventually)\b|后来|最后|换了?[张个台一]|刷新"
)
SUPPOSED = expression(
    r"\bwhat (?:if|happens (?:if|when|to)|would happen)\b|\bin case\b"
    r"|\bsuppos(?:e|ing)\b|\bwould (?:i|my)\b|\bsay my\b|\bever (?:breaks?|fails?)\b"
    r"|万一|假如|假设|设想|哪天|会不会|倘若"
)
OPEN = expression(  # it is asked what then, or said that one should be prepared
    r"\?|吗|呢|怎么办|怎么说|会不会|能不能|给不给|谁|提前|预案|准备|肯定"
    r"|\b(?:who|will|would|prepared)\b"
)
# The whole text is what its first words say.
HEADED = expression(
    r"^(?:meeting |for the )?(?:minutes|agenda|quiz|slide \d+|runbook|playbook|uat"
    r"|release notes|interview question|example for|script for|training (?:slide|on"
    r"|material|deck)|demo script|test case)\b|^(?:just (?:testing|checking)\b)"
    r"|^(?:会议纪要|议程|小测验|面试题|更新说明|演练(?:脚本)?|培训(?:用|资料|材料)|话术|预案"
    r"|复盘|用例|给手册|写(?:个)?帮助页|第[\d一二三四五六七八九十]+页:|uat|测试一下[,:])"
)
TRIAL = expression(
    r"\b(?:staging|sandbox|test (?:environment|shop|system|server)|pre-?prod\w*"
    r"|load test|dry run|demo shop|unit test|test case|post-?mortem|runbook|playbook"
    r"|expect|ignore|on purpose|pretend)\b"
    r"|\bwhat (?:should|do) (?:we|agents) (?:say|answer|reply)\b|\bon duty\b"
    r"|测试(?:环境|商城|系统|服)|预发|沙箱|压测|演练|演示站|样例|假单|联调|单测|培训系统"
    r"|面试题|话术|预案|复盘|用例|统一怎么回|故意|那边|谁值班|排班"
)
TRIED_OUT = expression(  # one of these at least
    r"\b(?:staging|sandbox|test (?:environment|shop|system|server)|pre-?prod\w*"
    r"|load test|dry run|demo shop|unit test|test case|post-?mortem|runbook|playbook"
    r"|pretend)\b|\bwhat (?:should|do) (?:we|agents) (?:say|answer|reply)\b"
    r"|\bon duty\b"
    r"|测试(?:环境|商城|系统|服)|预发|沙箱|压测|演练|演示站|样例|假单|联调|单测|培训系统"
    r"|面试题|话术|预案|复盘|用例|统一怎么回|谁值班|排班"
)
REAL = expression(
    r"\b(?:live|production (?!isn)|real|not (?:a|only on) (?:test|drill|staging)"
    r"|right now|not only|it'?s not|customers (?:are|can't|cannot|lost)|lost|failing"
    r"|nobody (?:can|gets)|on[ -]call|still|again|since (?!then))\b"
    r"|线上(?!不动|正常)|正式|生产|真[卡实钱的]|不是(?:测试|演练)|客[人户]都|目前|没人能"
    r"|丢了?单|丢.个|流失|自测|不对|还是|仍|依然|又"
)
FAILS = expression(
    r"\b(?:does|do|did|is|are|will|can)(?:n't| not)\b|\bcannot\b|\bfails?\b"
    r"|[付下买拍结提]不|不[能行让可]"
)
SHOPS = expression(
    r"\b(?:other|another|different) (?:shop|site|store|place|web ?site)s?\b"
    r"|\belsewhere\b|\bnext door\b|\bcompetitors?\b"
    r"|\bthe (?:train|cinema|airline) company"
    r"|\b(?:amazon(?! pay)|ebay|zalando|ikea|otto|temu|shein|aliexpress|etsy|walmart"
    r"|booking\.com|bakery|supermarket|petrol station)\b"
    r"|别家|别处|别的店|隔壁|对门|友商|竞品|同行|某[宝东书多]|拼多多|唯品会|美团|饿了么|12306"
    r"|携程|得物|山姆|盒马|亚马逊|订房网|银行app"
)
HERE = expression(
    r"\b(?:you|your|yours|here|this (?:shop|site))\b|你们|你家|您|这[里儿边]|咱|贵店"
)
OURS = expression(r"\b(?:our|customers?|clients?|buyers?)\b|客[人户]|顾客|买家|我们")
HALTED = frozenset({"@stuck1", "@gone1", "@tried1"})


def apart(said: str) -> bool:
    """Whether what stands still does so at another time, elsewhere, for a trial or only
    perhaps, and nothing is said to do so here and now.
    """
    told = (long_ago, lately, trial, supposed, others)
    return any(each(said) for each in told)


def quoted(said: str) -> bool:
    """Whether only the words between quotation marks say that one cannot."""
    return sure.blocked(said) and not sure.blocked(QUOTED.sub(" ", said))


def long_ago(said: str) -> bool:
    """Whether it stood still in another year."""
    then, rest = _split(LONG_AGO, said)
    return bool(then) and not any(map(NOW.search, then)) and not _halts(rest)


def lately(said: str) -> bool:
    """Whether it stood still some time ago, and is said to go on since."""
    parts, (then, rest) = _parts(said), _split(LATELY, said)
    if SHOPS.search(said):
        return False
    if then and not _halts(rest):
        return any(map(WELL.search, parts[parts.index(then[0]) + 1 :]))
    after = next((at for at, p in enumerate(parts) if AFTERWARDS.search(p)), 0)
    ended = parts[after:] if after else []
    return any(map(WELL.search, ended)) and not _halts(ended)


def trial(said: str) -> bool:
    """Whether it is about a trial, a drill or a text of one's own."""
    if REAL.search(said):
        return False
    _, rest = _split(TRIAL, said)
    fails = _stuck(rest) or any(map(FAILS.search, rest))
    tried = TRIED_OUT.search(said) and not fails
    return bool(HEADED.search(said) or tried)


def supposed(said: str) -> bool:
    """Whether it is asked what would be if."""
    maybe, rest = _split(SUPPOSED, said)
    if not OPEN.search(said) or any(map(NOW.search, maybe)):
        return False
    return bool(maybe) and not _halts(part for part in rest if not OPEN.search(part))


def others(said: str) -> bool:
    """Whether it is somebody else's shop that stands still, and this one goes."""
    theirs, ours = _split(SHOPS, said)
    if OURS.search(said) or any(map(HERE.search, theirs)):
        return False
    if not _halts(SHOPS.sub(" ", part) for part in theirs):
        return False
    return any(map(HERE.search, ours)) and not _halts(ours)


def _parts(said: str) -> list[str]:
    return [part for part in PARTS.split(said) if part.strip()]


def _split(marked: re.Pattern[str], said: str) -> tuple[list[str], list[str]]:
    """The parts that have such a mark, and those that have none."""
    parts = _parts(said)
    return (
        [part for part in parts if marked.search(part)],
        [part for part in parts if not marked.search(part)],
    )


def _halts(parts: Iterable[str]) -> bool:
    """Whether something in them may not go on."""
    return any(NOT.search(each) or _stuck([each]) for each in parts)


def _stuck(parts: Iterable[str]) -> bool:
    """Whether something in them does not go on."""
    return any(not HALTED.isdisjoint(themes(each)) for each in parts)
