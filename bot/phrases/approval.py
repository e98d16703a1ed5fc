"""Somebody's word for a customer, as people ask for it: "ask Wang to approve a refund
of 800 CNY for F-12", F-12 需要王芳批准退款 800 元.
"""

import re

from bot.model.expression import expression

_ONE = r"(?P<one>F\s?[-－–]?\s?\d{1,9})(?![A-Za-z0-9_])"
_WHO = r"(?P<who><@[^>]+>|[@＠]?[^\W\d_][\w.’' -]{0,40}?)"
_BEGIN = (
    r"(?:please\s+|(?:can|could|would)\s+(?:you|we|i)\s+(?:please\s+)?"
    r"|i(?:'d| would) like to\s+)?"
)
_WHAT = r"(?P<what>[^\s?？].*?)"
_END = r"(?P<why>\s*[,;]?\s*\b(?:because|since|due to)\b.*?)?\s*[?.!]*"
_ENGLISH = (
    rf"{_BEGIN}(?:ask|get|have|tell)\s+{_WHO}\s+(?:to\s+)?(?:approve|ok|okay"
    rf"|sign off(?: on)?)\s+{_WHAT}\s+(?:for|on|of|in)\s+{_ONE}{_END}",
    rf"(?:can|could|would|will)\s+(?!you\b|we\b|i\b){_WHO}\s+(?:please\s+)?approve\s+"
    rf"{_WHAT}\s+(?:for|on|of|in)\s+{_ONE}{_END}",
    rf"{_ONE}\s+(?:needs?|requires?|wants?)\s+(?:an?\s+)?(?:approval|ok)"
    rf"(?:\s+(?:from|by|of)\s+{_WHO})?\s*(?:for|to|[:,])\s*{_WHAT}{_END}",
    rf"{_ONE}\s+(?:needs?|requires?)\s+{_WHO}(?:['’]s)?\s+(?:approval|ok)\s*"
    rf"(?:for|to|of|[:,])\s*{_WHAT}{_END}",
    rf"{_BEGIN}(?:request|need|ask for|i need|we need)\s+(?:an?\s+)?approval"
    rf"(?:\s+(?:from|by|of)\s+{_WHO})?\s+(?:for|of|to)\s+{_WHAT}\s+"
    rf"(?:for|on|in)\s+{_ONE}{_END}",
    rf"{_BEGIN}approve\s+(?!F\s?-?\s?\d){_WHAT}\s+(?:for|on|in)\s+{_ONE}{_END}",
)
_OR = r"(?:批准|审批|同意|批一下|审核)"
_ENDE = r"(?P<why>[,，。；;\s]*(?:因为|由于).*?)?\s*(?:吗|吧|一下)?\s*[?？。.!！]*"
_LATIN = r"[A-Za-z][\w.’'-]*(?: [A-Za-z][\w.’'-]*){0,3}"
_MAN = rf"(?P<who><@[^>]+>|[@＠]?(?:{_LATIN}|[^\W\d_][^\s,，:：]{{0,20}}?))"
_ASKS = r"(?:申请|请求)(?:审批|批准)?[:：]?"
_CHINESE = (
    rf"{_ONE}\s*(?:需要|要|得|想)?\s*(?:找|请|由|让)?\s*{_MAN}\s*(?:来)?{_OR}\s*"
    rf"(?:一下|一笔|个)?[:：]?\s*{_WHAT}{_ENDE}",
    rf"(?:请|麻烦|找|让|帮我请|帮我找)\s*{_MAN}\s*(?:帮忙)?(?:来)?{_OR}(?:一下)?\s*"
    rf"{_ONE}\s*(?:的)?\s*{_WHAT}{_ENDE}",
    rf"{_ONE}\s*(?:需要|要)?{_ASKS}\s*{_WHAT}{_ENDE}",
    rf"(?:我要|我想|帮我)?(?:给|为)\s*{_ONE}\s*{_ASKS}\s*{_WHAT}{_ENDE}",
)
_SAID = tuple(
    expression(pattern, re.IGNORECASE | re.DOTALL) for pattern in (*_ENGLISH, *_CHINESE)
)
_NOBODY = frozenset(
    {"an", "a", "the", "my", "需要", "要", "已", "已经", "被", "没", "没有"}
)


def asks_approval(text: str) -> str:
    """The request as a command; empty for all else."""
    said = text.strip()
    for pattern in _SAID:
        match = pattern.fullmatch(said)
        if match is None:
            continue
        named = match.groupdict()
        who = (named.get("who") or "").strip()
        if who.casefold() in _NOBODY:
            continue
        whom = f" 找 {who}" if who[:1] > "\u2e7f" else f" from {who}" if who else ""
        why = f" {(named['why'] or '').strip(' ,;，；。')}".rstrip()
        return f"feedback approval {named['one']} {named['what']}{whom}{why}"
    return ""
