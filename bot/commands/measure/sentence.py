"""What one sentence says of a measure: its name, what it counts, what it should be."""

import re
from dataclasses import dataclass

from bot.arguments import Arguments, fold, parts
from bot.commands import clause
from bot.commands.area.at_hand import department
from bot.commands.area.sentence import is_department
from bot.commands.measure.at_hand import narrow
from bot.commands.measure.holder import LEADS, Held, read_held
from bot.commands.standup.values import read_zone
from bot.context import Context
from bot.errors import UsageError
from bot.model.expression import expression
from bot.model.measure import (
    ALSO_LIMIT,
    NAME_LIMIT,
    PEOPLE_LIMIT,
    TEXT_LIMIT,
    Cadence,
    Direction,
    Unit,
)
from bot.model.measure.aims import read_direction
from bot.model.measure.reading import currency_of
from bot.model.people import Person
from bot.model.project import fold_name
from bot.model.text import shows, tidy

UNITS = {
    "count": Unit.COUNT, "number": Unit.COUNT, "数量": Unit.COUNT, "个数": Unit.COUNT,
    "次数": Unit.COUNT, "计数": Unit.COUNT, "%": Unit.PERCENT, "percent": Unit.PERCENT,
    "percentage": Unit.PERCENT, "百分比": Unit.PERCENT, "money": Unit.MONEY,
    "金额": Unit.MONEY, "days": Unit.DAYS, "day": Unit.DAYS, "天": Unit.DAYS,
    "天数": Unit.DAYS, "hours": Unit.HOURS, "hour": Unit.HOURS, "h": Unit.HOURS,
    "小时": Unit.HOURS, "minutes": Unit.MINUTES, "minute": Unit.MINUTES,
    "min": Unit.MINUTES, "分钟": Unit.MINUTES, "time": Unit.MINUTES,
    "score": Unit.SCORE, "rating": Unit.SCORE, "评分": Unit.SCORE, "分": Unit.SCORE,
    "1-5": Unit.SCORE,
}  # fmt: skip
OPTIONS = {
    "unit": ("unit", "单位"),
    "currency": ("currency", "币种", "货币"),
    "target": ("target", "goal", "目标"),
    "direction": ("direction", "方向"),
    "department": ("dept", "department", "部门"),
    "role": ("role", "岗位", "角色"),
    "area": ("area", "职责"),
    "formula": ("formula", "公式", "算法"),
    "source": ("source", "来源", "数据来源"),
    "basis": ("basis", "口径", "时间口径"),
    "zone": ("zone", "tz", "时区"),
    "also": ("also", "alias", "aliases", "别名", "又名"),
    "name": ("name", "名称", "改名"),
    "cadence": ("cadence", "every", "频率", "周期"),
}  # fmt: skip
AREA = (*OPTIONS["area"], "of area", "in area", "for area", "属于职责", "所属职责")
DEPUTIES = ("deputies", "deputy", "backup", "副手", "代理人", "代理", "后备")
PRIVATE = expression(
    r"(?<!\w)(?:private|confidential)(?!\w)|保密|不公开", re.IGNORECASE
)
OPEN = expression(r"(?<!\w)(?:public|not private)(?!\w)|公开", re.IGNORECASE)
WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
HAN_DAYS = "一二三四五六日"
CADENCE = expression(
    r"(?<!\w)(?:(?P<daily>daily|every day)|(?P<monthly>monthly|every month)"
    r"|(?P<quarterly>quarterly|every quarter)"
    r"|(?P<weekly>weekly|every week)(?:\s+(?:on\s+)?(?P<day>(?:mon|tue|wed|thu|fri|sat"
    r"|sun)[a-z]*))?|every\s+(?P<on>(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*))(?!\w)"
    r"|(?P<zh_daily>每天|每日)|每(?:周|星期)(?P<han>[一二三四五六日天]?)|(?P<zh_month>每个?月)"
    r"|(?P<zh_quarter>每个?季度?)",
    re.IGNORECASE,
)
AMOUNT = (
    r"(?:(?:between|under|over|below|above|at\s+(?:most|least)|up\s+to|less\s+than"
    r"|more\s+than|介于|低于|高于|不超过|不低于|不高于|超过|大于|小于|至少|至多|最多"
    r"|最少|保持在?|[<>≤≥]=?)\s*)?"
    r"(?:[A-Za-z$]{0,3}[¥€$£]|[A-Za-z]{3}\s)?\s*-?\d[^\s\"“;；]*"
    r"(?:\s*(?:h|hours?|m|min|minutes?|days?|小时|分钟|天|万|亿|元|EUR|USD|CNY|GBP|€|¥)"
    r"(?![A-Za-z]))*(?:\s+\d+\s*m(?:in)?(?![A-Za-z]))?"
)
TARGET = expression(
    rf"(?:(?<!\w)(?:target|goal)|目标)\s*(?:is|of|为|是|[:：])?\s*(?P<aim>{AMOUNT}"
    rf"(?:\s*(?:[-–~～]|\bto\b|\band\b|至|到|和)\s*{AMOUNT})?(?:以内|以下|以上|之间)?)",
    re.IGNORECASE,
)
BARE_AIM = expression(rf"(?:^|(?<=\s))(?P<aim>(?=[<>≤≥]){AMOUNT})", re.IGNORECASE)
DIRECTION = expression(
    r"(?<!\w)(?P<said>(?:higher|lower) is better|should (?:go )?(?:up|down)"
    r"|(?:going )?(?:up|down))(?!\w)|(?P<zh>越[高低]越好|上升|下降)",
    re.IGNORECASE,
)
UNIT = expression(
    r"(?:^|(?<=\s))(?:in\s+)?(?P<unit>[%€$£¥]|EUR|USD|CNY|RMB|GBP|CHF|JPY|HKD"
    r"|元|人民币|美元|欧元|天|小时|分钟)(?=\s|$)"
    r"|(?:(?<=\s)|^)in\s+(?P<word>minutes|hours|days|percent)(?!\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Said:
    """What was said; None for what was not spoken of."""

    name: str = ""
    owner: Person | None = None
    deputies: tuple[Person, ...] | None = None
    unit: Unit | None = None
    currency: str = ""
    aim: str = ""
    direction: Direction | None = None
    cadence: Cadence | None = None
    weekday: int | None = None
    department: str | None = None
    role: str | None = None
    area: str | None = None
    formula: str | None = None
    source: str | None = None
    basis: str | None = None
    zone: str | None = None
    also: tuple[str, ...] | None = None
    renamed: str | None = None
    private: bool | None = None
    held: Held | None = None


async def read_said(ctx: Context, args: Arguments) -> Said:
    """Everything the words hold."""
    deputies = await _deputies(ctx, args)
    given = {name: args.option(*words) for name, words in OPTIONS.items()}
    owner = await _owner(ctx, args)
    text, held = await read_held(ctx, args.rest())
    text, given = await _clauses(ctx, text, given)
    found = _words(text)
    unit, currency = read_unit(given["unit"] or found.pop("unit", ""))
    money = read_currency(given["currency"]) if given["currency"] else currency
    cadence, weekday = read_cadence(given["cadence"] or found.pop("cadence", ""))
    spoken = given["direction"] or found.pop("direction", "")
    also = given["also"]
    zone = given["zone"]
    return Said(
        name=found.pop("name"),
        owner=owner or (held.person if held else None),
        held=None if owner else held,
        deputies=deputies,
        unit=Unit.MONEY if money else unit,
        currency=money,
        aim=given["target"] or found.pop("aim", ""),
        direction=to_direction(spoken) if spoken else None,
        cadence=cadence,
        weekday=weekday,
        department=department(given["department"]) if given["department"] else None,
        role=_brief(given["role"]),
        area=given["area"],
        formula=_brief(given["formula"]),
        source=_brief(given["source"]),
        basis=_brief(given["basis"]),
        zone=read_zone(zone) if zone else None,
        also=None if also is None else check_also(also),
        renamed=check_name(given["name"]) if given["name"] else None,
        private={"private": True, "open": False}.get(found.pop("sight", "")),
    )


async def _deputies(ctx: Context, args: Arguments) -> tuple[Person, ...] | None:
    whos = args.people_after(*DEPUTIES)
    found = await ctx.find_people(whos) if whos else None
    if found and len(found) > PEOPLE_LIMIT:
        raise UsageError("measure-people-many", limit=PEOPLE_LIMIT)
    return found


async def _owner(ctx: Context, args: Arguments) -> Person | None:
    """Who else is named, where that is one person; the word that led to them goes."""
    led = args.people_after(*LEADS)
    owners = await ctx.find_people((*led, *args.people()))
    if len(owners) > 1:
        names = ctx.t.items(tuple(person.name for person in owners))
        raise UsageError("measure-two-owners", names=names)
    return owners[0] if owners else None


async def _clauses(
    ctx: Context, text: str, given: dict[str, str | None]
) -> tuple[str, dict[str, str | None]]:
    """What was said with an option's word and no colon: "dept customer service"."""
    found = dict(given)
    text, where = clause.take(text, OPTIONS["department"], is_department)
    if clause.leads_in(text, AREA):
        names = {
            fold_name(name)
            for area in await ctx.db.areas.living()
            for name in area.names
        }
        text, area = clause.take(text, AREA, lambda said: fold_name(said) in names)
        found["area"] = given["area"] or area or None
    found["department"] = given["department"] or where or None
    return text, found


def _words(text: str) -> dict[str, str]:
    """What stands in the sentence itself; the rest of it is the name."""
    found: dict[str, str] = {}
    head, quoted = _quoted(text)
    for what, pattern in (
        ("aim", TARGET), ("aim", BARE_AIM), ("cadence", CADENCE),
        ("direction", DIRECTION), ("unit", UNIT),
    ):  # fmt: skip
        match = pattern.search(narrow(head))
        if match and what not in found:
            named = match.groupdict()
            only = (named.get(name) for name in ("aim", "said", "zh", "unit", "word"))
            found[what] = next(filter(None, only), match[0])
            head = f"{head[: match.start()]} {head[match.end() :]}"
    for sight, pattern in (("private", PRIVATE), ("open", OPEN)):
        if "sight" not in found and pattern.search(head):
            found["sight"] = sight
            head = pattern.sub(" ", head)
    found["name"] = tidy(quoted or head).strip(" ,，;；:：")
    return found


def _brief(typed: str | None) -> str | None:
    return None if typed is None else short(typed)


def _quoted(text: str) -> tuple[str, str]:
    """The words, and a name in quotes that stands among them."""
    match = re.search(r"[\"“「]([^\"”」]+)[\"”」]", text)
    if match is None:
        return text, ""
    return f"{text[: match.start()]} {text[match.end() :]}", match[1]


def read_unit(typed: str) -> tuple[Unit | None, str]:
    """What is counted, and in which currency. Raises UsageError."""
    said = fold(typed)
    if not said:
        return None, ""
    if said in UNITS:
        return UNITS[said], ""
    money = said.removeprefix("money").removeprefix("金额").strip(" :()（）") or said
    if currency := currency_of(money):
        return Unit.MONEY, currency
    raise UsageError("measure-unit-unknown", typed=typed[:40])


def read_currency(typed: str) -> str:
    """The code of a currency. Raises UsageError."""
    if found := currency_of(typed):
        return found
    raise UsageError("measure-currency-unknown", typed=typed[:40])


def read_cadence(typed: str) -> tuple[Cadence | None, int | None]:
    """How often, and of a week on which day. Raises UsageError."""
    if not typed.strip():
        return None, None
    match = CADENCE.search(narrow(typed))
    if match is None:
        match = CADENCE.search(f"every {narrow(typed)}")
    if match is None:
        raise UsageError("measure-cadence-unknown", typed=typed[:40])
    if match["daily"] or match["zh_daily"]:
        return Cadence.DAILY, None
    if match["monthly"] or match["zh_month"]:
        return Cadence.MONTHLY, None
    if match["quarterly"] or match["zh_quarter"]:
        return Cadence.QUARTERLY, None
    day = match["day"] or match["on"]
    if day:
        return Cadence.WEEKLY, WEEKDAYS.index(day[:3].casefold())
    han = (match["han"] or "").replace("天", "日")
    return Cadence.WEEKLY, HAN_DAYS.index(han) if han else None


def to_direction(typed: str) -> Direction:
    """Where it should go. Raises UsageError."""
    said = re.sub(r"^(?:should\s+(?:go\s+)?|going\s+)", "", fold(typed))
    if found := read_direction(said):
        return found
    raise UsageError("measure-direction-unknown", typed=typed[:40])


def check_name(typed: str) -> str:
    """The name as it is kept. Raises UsageError."""
    name = tidy(typed).strip('"“”「」 ')
    if not shows(name) or not fold_name(name):
        raise UsageError("measure-name-missing")
    if len(name) > NAME_LIMIT:
        raise UsageError("measure-name-long", count=len(name), limit=NAME_LIMIT)
    return name


def check_also(typed: str) -> tuple[str, ...]:
    """The other names as they are kept. Raises UsageError."""
    names = tuple(map(check_name, parts(typed)))
    if len(names) > ALSO_LIMIT:
        raise UsageError("measure-also-many", count=len(names), limit=ALSO_LIMIT)
    return names


def short(typed: str) -> str:
    """One line that is short enough. Raises UsageError."""
    said = tidy(typed)
    if len(said) > TEXT_LIMIT:
        raise UsageError("measure-text-long", count=len(said), limit=TEXT_LIMIT)
    return said
