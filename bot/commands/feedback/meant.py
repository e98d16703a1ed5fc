"""What is typed behind "feedback" and is nothing a customer said: a command mistyped,
or an announcement.
"""

import re
from dataclasses import fields, replace

from rapidfuzz import fuzz, process

from bot.arguments import Arguments, fold
from bot.commands.feedback.at_hand import passed_on
from bot.commands.feedback.listing import WORDS as LISTS
from bot.commands.feedback.templates import check_templates
from bot.commands.feedback.wanted import Asked, read_wanted
from bot.context import Context
from bot.errors import UsageError
from bot.model.feedback.marker import announces
from bot.model.feedback.wanted import Wanted
from bot.model.text import simplified

WORDS = (
    "list", "show", "take", "assign", "start", "plan", "wait", "fixed", "decline",
    "close", "reopen", "reply", "note", "follow", "unfollow", "task", "join", "part",
    "triage", "route", "routes", "room", "promise", "promises", "report", "search",
    "export", "door", "digest", "roadmap", "approval", "approve", "approvals",
)  # fmt: skip
ELSE = {  # what others call it
    "level": "promises", "levels": "promises", "escalate": "promises",
    "manager": "promises", "stats": "report", "statistics": "report",
    "trends": "report", "top": "report", "status": "list", "open": "list",
    "items": "list", "rules": "routes", "priority": "by severity",
    "priorities": "by severity", "severity": "by severity", "sentiment": "by kind",
    "sla": "promises", "follower": "show", "followers": "show",
    "resolve": "fixed", "resolved": "fixed", "reject": "decline",
}  # fmt: skip
ZH = {  # the same in Chinese
    "状态": "列表", "进度": "列表", "清单": "列表", "统计": "报告", "报表": "报告",
    "趋势": "报告", "规则": "分派规则", "路由": "分派规则", "路由规则": "分派规则",
    "分流": "分派规则", "升级": "承诺列表", "级别": "承诺列表", "时效": "承诺列表",
    "优先级": "按严重程度", "严重程度": "按严重程度", "情绪": "按类型", "晨报": "简报",
    **{same: same for same in ("列表", "报告", "搜索", "简报", "承诺列表", "分派规则")},
}  # fmt: skip
HELP = re.compile(
    r"help(?: me)?|how (?:do(?:es)? (?:i|we|you|this|it|feedback)|to|can i) "
    r"(?:work|(?:use|send|give|submit|write|file|pass on)"
    r"(?: (?:a |some )?(?:feedback|complaint|this|it))?)"
    r"|帮助|说明|使用说明|(?:这个)?(?:怎么|如何)"
    r"(?:用|使用|提交|填|写|弄|操作)(?:反馈|客诉|这个)?|用法",
    re.IGNORECASE,
)
NOBODYS = re.compile(  # no customer would be heard in it
    r"(?:hi|hello|hey|ok|okay|yes|no|test(?:ing)?|thanks?|thank you|thx|bye|你好|您好"
    r"|嗨|好的?|行|可以|嗯+|是的?|不是?|测试(?:一下)?|试试|谢谢|多谢|收到|再见|在吗"
    r")?[\s.,!?。，！？…~～、]*",
    re.IGNORECASE,
)
GONE = re.compile(
    r"(?:delete|remove|erase|删除|删掉|清除)\s*(?P<number>F\s?[-－–]?\s?\d{1,9})[.。]?",
    re.IGNORECASE,
)
HERE = re.compile(r"\s*(?:到|给)?\s*(?:这里|这儿|本群|此群)$")
ALONE = re.compile(r"[A-Za-z]{3,10}(?: ?[#fF]?-?\d{1,9})?")
NUMBER = re.compile(r"[#＃]?\s?(?P<number>\d{1,30})")
NUMBERED = re.compile(r"\s*[#＃fF]?[-－–]?\d{1,9}$")
LONGEST = 5  # digits of what we number; longer ones are orders
SLIP = 80  # percent of the letters
LISTED = 40  # letters: what is longer tells of a customer
OF_ALL = frozenset({"promises", "report", "list", "routes", "by severity", "by kind"})
UNDO = "撤回"


async def check_meant(ctx: Context, text: str) -> None:
    """Raises UsageError for what no customer says, with the way on; whoever meant it
    passes it on with a button.
    """
    said = text.strip()
    if announces(said):
        raise UsageError("feedback-announced", ways=passed_on(ctx))
    _check_said(ctx, said)
    if said == UNDO:
        raise _meant(ctx, UNDO)
    chinese = NUMBERED.sub("", HERE.sub("", simplified(said)))
    if command := ZH.get(chinese):
        raise _meant(ctx, f"反馈 {command}")
    if ALONE.fullmatch(said):
        word, _, number = said.partition(" ")
        if command := _closest(word.casefold()):
            number = "" if command in OF_ALL else number
            raise _meant(ctx, f"feedback {command} {number}".strip())
    if listed := _of_number(ctx, said) or await _of_list(ctx, said):
        raise _meant(ctx, listed)


def _of_number(ctx: Context, said: str) -> str:
    """What a number alone is of: one of ours is shown, an order's looked for."""
    found = NUMBER.fullmatch(said)
    if found is None:
        return ""
    ours = len(found["number"]) <= LONGEST
    verb = _in(ctx, *(("show", "查看") if ours else ("search", "搜索")))
    return f"{verb} {found['number']}"


async def _of_list(ctx: Context, said: str) -> str:
    """The list that the words name and say nothing besides: one thing of it, or where
    and when. "Payment declined" is what happened to somebody.
    """
    if len(said) > LISTED or "\n" in said:
        return ""
    if fold(said) not in LISTS:
        asked = await read_wanted(ctx, Arguments(said, ctx.local))
        if asked.left or not _names(asked):
            return ""
    return f"{_in(ctx, 'list', '列表')} {said}"


def _names(asked: Asked) -> bool:
    """Whether it is one thing alone, or none but where and when."""
    told = asked.wanted
    named = replace(told, since=None, until=None, ended=False)
    where = replace(named, step=None, outlet=None, market="", sku="")
    facts = sum(
        getattr(named, each.name) != getattr(Wanted(), each.name)
        for each in fields(Wanted)
    )
    return where == Wanted() or (facts == 1 and asked.days is None)


def _in(ctx: Context, english: str, chinese: str) -> str:
    """The command in the reader's own words."""
    zh = ctx.t.language == "zh"
    return f"反馈 {chinese}" if zh else f"feedback {english}"


def _check_said(ctx: Context, said: str) -> None:
    """Raises UsageError for what asks us, and tells nothing of a customer."""
    again = ctx.t("feedback-try-add")
    check_templates(ctx, said)
    if HELP.fullmatch(said.rstrip(" ?？.。!！")):
        raise UsageError("feedback-how", try_this=again)
    if NOBODYS.fullmatch(said):
        raise UsageError("feedback-text-missing", try_this=again)
    if gone := GONE.fullmatch(said):
        number = Arguments(gone["number"], ctx.now).number("F") or 0
        ending = ctx.t("feedback-try-decline").replace("7", str(number), 1)
        raise UsageError("feedback-no-delete", try_this=ending)


def _meant(ctx: Context, meant: str) -> UsageError:
    typed = ctx.typed(meant)
    return UsageError(
        "feedback-meant", try_this=meant, ways=passed_on(ctx), meant=typed
    )


def _closest(word: str) -> str:
    """The command that goes by another name, or is spelled nearly so; else empty."""
    if word in ELSE:
        return ELSE[word]
    close = process.extractOne(word, WORDS, scorer=fuzz.ratio, score_cutoff=SLIP)
    return close[0] if close else ""
