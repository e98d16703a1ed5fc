"""What is typed behind "feedback" and is nothing a customer said: a command mistyped,
or an announcement.
"""

import re

from rapidfuzz import fuzz, process

from bot.arguments import Arguments
from bot.commands.feedback.at_hand import passed_on
from bot.commands.feedback.templates import check_templates
from bot.context import Context
from bot.errors import UsageError
from bot.model.feedback.marker import announces
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
    "items": "list", "rules": "routes",
    "resolve": "fixed", "resolved": "fixed", "reject": "decline",
}  # fmt: skip
ZH = {  # the same in Chinese
    "状态": "列表", "进度": "列表", "清单": "列表", "统计": "报告", "报表": "报告",
    "趋势": "报告", "规则": "分派规则", "路由": "分派规则", "路由规则": "分派规则",
    "分流": "分派规则", "升级": "承诺列表", "级别": "承诺列表", "时效": "承诺列表",
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
ALONE = re.compile(r"[A-Za-z]{3,9}(?: ?[#fF]?-?\d{1,9})?")
SLIP = 80  # percent of the letters


def check_meant(ctx: Context, text: str) -> None:
    """Raises UsageError for what no customer says, with the way on; whoever meant it
    passes it on with a button.
    """
    said = text.strip()
    if announces(said):
        raise UsageError("feedback-announced", ways=passed_on(ctx))
    _check_said(ctx, said)
    if command := ZH.get(HERE.sub("", simplified(said))):
        raise _meant(ctx, f"反馈 {command}")
    if not ALONE.fullmatch(said):
        return
    word, _, number = said.partition(" ")
    if command := _closest(word.casefold()):
        raise _meant(ctx, f"feedback {command} {number}".strip())


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
