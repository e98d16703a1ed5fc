""" "Here" and 本群: where a stand-up is posted anyway, if no other place is said."""

import re

from bot.model.expression import expression

_QUOTED = r"\"[^\"]*\"|“[^”]*”|「[^」]*」|『[^』]*』|«[^»]*»"
_ASKED = r"(?<!\w)asks?(?!\w).*|(?:提问|问题|问).*"  # questions are taken as they are
_NAMED = r"[#＃@＠][^\s，,;；]+|<[#@][^>]*>"  # whatever a place or person is called
HERE = expression(
    rf"({_QUOTED}|{_ASKED}|{_NAMED})"
    r"|(?<![\w#＃@＠-])(?:right\s+)?(?:(?:in|into|to)\s+)?"
    r"(?:here|this\s+(?:channel|group|room|chat))(?![\w-])"
    r"|(?:在|到)?(?:本群|这个群|这里|本频道|这个频道)[里中]?",
    re.IGNORECASE | re.DOTALL,
)


def without_here(text: str) -> str:
    """The line without the words for where it is typed."""
    return HERE.sub(lambda found: found[1] or " ", text)
