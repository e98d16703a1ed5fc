"""Whose word is passed on, where no mention says it: "on behalf of Bo Lin: …",
代王芳：… (PEERS H03).
"""

import re
from dataclasses import replace

from bot.arguments import Who
from bot.commands.feedback.sentence import Said
from bot.context import Context
from bot.errors import NotFound
from bot.model.expression import expression
from bot.model.people import Person

_NAME = r"[@＠]?(?P<{}>[^\s:：,，。.\d][^:：,，。\n\d]{{0,39}}?)"
_OF = r"(?:on\s+behalf\s+of|代表|代|替|帮)"
_SAYING = r"(?:提交|转(?:达|发|交|告)?|反馈|说|反映|says|asks)?"
_NAMED = expression(
    rf"\s*{_OF}\s*{_NAME.format('first')}\s*{_SAYING}\s*[:：,，]\s*(?P<said>.+)"
    rf"|(?P<before>.+?)[\s,，(（]+(?:on\s+behalf\s+of|代|替)\s*{_NAME.format('last')}"
    r"\s*[)）.。]?\s*",
    re.IGNORECASE | re.DOTALL,
)
_LEFT = expression(rf"(?:帮\s*)?{_SAYING}\s*[:：,，]\s*(?P<said>.+)", re.DOTALL)


async def whose(ctx: Context, said: Said) -> tuple[Said, Person | None]:
    """The words without whose they are, and who that is; a name that nobody bears is
    one of the words. Raises NotFound for a mention of somebody unknown.
    """
    people = await ctx.find_people(said.behalf)
    if people:
        left = _LEFT.fullmatch(said.text)
        return replace(said, text=left["said"] if left else said.text), people[0]
    named = _NAMED.fullmatch(said.text)
    if named is None:
        return said, None
    try:
        person = await ctx.find_person(Who((named["first"] or named["last"]).strip()))
    except NotFound:
        return said, None
    return replace(said, text=named["said"] or named["before"]), person
