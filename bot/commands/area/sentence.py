"""What one sentence says of an area: its name, its people, what else it is called."""

import re
from dataclasses import dataclass

from bot.arguments import Arguments, fold, parts
from bot.commands import clause
from bot.commands.area.at_hand import department
from bot.context import Context
from bot.errors import UsageError
from bot.model.area import ALSO_LIMIT, NAME_LIMIT, PEOPLE_LIMIT
from bot.model.department import find_department
from bot.model.people import Person
from bot.model.project import fold_name
from bot.model.text import shows, tidy

DEPUTIES = ("deputies", "deputy", "backup", "副手", "代理人", "代理", "后备", "备份")
INFORMED = ("informed", "inform", "informs", "cc", "知会", "抄送", "通知")
ALSO = ("also", "alias", "aliases", "别名", "又名", "也叫")
DEPARTMENT = ("dept", "department", "部门")
OWNER = ("owner", "owned by", "accountable", "负责人", "由")
NAME = ("name", "名称", "改名")
NONE = frozenset({"none", "nobody", "off", "无", "没有", "不用"})


@dataclass(frozen=True, slots=True)
class Said:
    """What was typed; None for what was not spoken of."""

    name: str
    owner: Person | None = None
    deputies: tuple[Person, ...] | None = None
    informed: tuple[Person, ...] | None = None
    also: tuple[str, ...] | None = None
    department: str | None = None
    renamed: str | None = None


async def read_said(ctx: Context, args: Arguments) -> Said:
    """Everything the words hold."""
    deputies = await _people(ctx, args, DEPUTIES)
    informed = await _people(ctx, args, INFORMED)
    also = args.option(*ALSO)
    where = args.option(*DEPARTMENT)
    renamed = args.option(*NAME)
    led = args.people_after(*OWNER)
    owners = await ctx.find_people((*led, *args.people()))
    if len(owners) > 1:
        names = ctx.t.items(tuple(person.name for person in owners))
        raise UsageError("area-two-owners", names=names)
    name, silenced = _silenced(tidy(args.rest()))
    name, place = clause.take(name, DEPARTMENT, is_department)
    name, called = clause.take(name, ALSO, bool)
    where, also = where or place or None, also or called or None
    deputies = () if "deputies" in silenced else deputies
    informed = () if "informed" in silenced else informed
    return Said(
        name=name,
        owner=owners[0] if owners else None,
        deputies=deputies,
        informed=informed,
        also=None if also is None else check_also(also),
        department=None if where is None else department(where),
        renamed=None if renamed is None else check_name(renamed),
    )


def check_name(typed: str) -> str:
    """The name as it is kept. Raises UsageError."""
    name = tidy(typed)
    if not shows(name) or not fold_name(name):
        raise UsageError("area-name-missing")
    if len(name) > NAME_LIMIT:
        raise UsageError("area-name-long", count=len(name), limit=NAME_LIMIT)
    return name


def check_also(typed: str) -> tuple[str, ...]:
    """The other names as they are kept; none where that was said."""
    if fold(typed) in NONE:
        return ()
    names = tuple(map(check_name, parts(typed)))
    if len(names) > ALSO_LIMIT:
        raise UsageError("area-also-many", count=len(names), limit=ALSO_LIMIT)
    return names


def check_people(people: tuple[Person, ...]) -> tuple[Person, ...]:
    """So many deputies are no help. Raises UsageError."""
    if len(people) > PEOPLE_LIMIT:
        raise UsageError("area-people-many", limit=PEOPLE_LIMIT)
    return people


def is_department(typed: str) -> bool:
    """Whether it is a department by any of its words."""
    return find_department(typed) is not None


def _silenced(text: str) -> tuple[str, frozenset[str]]:
    """The words without "informed none" and the like, and which parts said so."""
    found: set[str] = set()
    for part, words in (("deputies", DEPUTIES), ("informed", INFORMED)):
        text, count = _nobody(words).subn("", text)
        found |= {part} if count else set()
    return tidy(text), frozenset(found)


def _nobody(words: tuple[str, ...]) -> re.Pattern[str]:
    either, none = "|".join(words), "|".join(sorted(NONE))
    return re.compile(rf"(?:^|\s)(?:{either})\s*(?:{none})(?!\w)", re.IGNORECASE)


async def _people(
    ctx: Context, args: Arguments, words: tuple[str, ...]
) -> tuple[Person, ...] | None:
    if whos := args.people_after(*words):
        return check_people(await ctx.find_people(whos))
    said = args.option(*words)
    if said is None:
        return None
    return () if fold(said) in NONE else check_people(await ctx.filled_people(said))
