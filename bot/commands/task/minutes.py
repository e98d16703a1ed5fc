"""Who does what, as minutes say it: "负责人：李伟", "owner: Bo Lin", "Bo: photos"."""

import re

from bot.arguments import Who
from bot.context import Context
from bot.errors import NotFound
from bot.model.expression import expression

_WORD = (
    r"(?P<word>负责人|負責人|执行人|執行人|责任人|責任人|owner|assignee|assigned to)"
)
_OWNER = expression(rf"{_WORD}\s?[:：]\s*(?=[^\s@＠<])", re.IGNORECASE)
_NOBODY = expression(
    rf"{_WORD}\s?[:：]\s*(?:待定|未定|暂无|无|tbd|tba|none|n/a|\?+|？+|-+)(?!\w)",
    re.IGNORECASE,
)
_FIRST = expression(r"^(?P<name>[^\s:：@<#\d][^:：@<#\d]{0,30})[:：]\s*(?P<rest>\S.*)$")


async def with_owner(ctx: Context, line: str) -> str:
    """The line with its owner as a mention, if it names one in words."""
    marked = _OWNER.sub(lambda found: f"{found['word']}:@", _NOBODY.sub("", line))
    if marked != line:
        return await ctx.apart(marked)
    first = _FIRST.match(line)
    if first and await _is_person(ctx, first["name"].strip()):
        return await ctx.apart(f"@{first['name'].strip()} {first['rest']}")
    return await ctx.apart(line)


async def _is_person(ctx: Context, name: str) -> bool:
    """Whether exactly one person is called so."""
    try:
        await ctx.find_person(Who(name))
    except NotFound:
        return False
    return True
