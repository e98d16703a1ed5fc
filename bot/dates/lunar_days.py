"""Days of the Chinese calendar: 腊月二十三, 正月初八, 农历五月初五, 大年初六."""

import re
from datetime import date, datetime

from bot.dates import lunar
from bot.dates.chinese_days import YEARS
from bot.dates.parts import Part, Strength
from bot.dates.rules import Head, Rules

rules = Rules()

_NAMED = {"正": 1, "冬": 11, "腊": 12}
_YEAR = r"(?:(?P<year>20\d\d)年|(?P<said>[今本明])年)?的?"


@rules.add(
    Head.HAN | Head.FIGURE,
    rf"(?:[农阴旧]历的?)?{_YEAR}(?:[农阴旧]历)?(?P<leap>闰)?"
    r"(?P<month>[正冬腊]|1[0-2]|[1-9])月(?P<day>初?\d{1,2})(?P<dated>[日号])?(?!\d)",
)
def of_month(match: re.Match[str], now: datetime) -> Part | None:
    """初 or the name of the month says that it is the Chinese calendar's."""
    named = match["month"] in _NAMED or match["leap"]
    if not (named or "历" in match[0] or _counted(match)):
        return None
    month = _NAMED.get(match["month"]) or int(match["month"])
    number = int(match["day"].removeprefix("初"))
    return Part(Strength.CERTAIN, dates=_coming(match, month, number, now))


def _counted(match: re.Match[str]) -> bool:
    """5月初5, but not 5月初5号, the early fifth of May."""
    return match["day"].startswith("初") and not match["dated"]


@rules.add(Head.HAN, r"大?年初(?P<day>[1-9]|10)(?!\d)(?P<year>)?(?P<said>)?(?P<leap>)?")
def of_new_year(match: re.Match[str], now: datetime) -> Part:
    """大年初六 is the sixth of the Chinese year's first month."""
    return Part(Strength.LED, dates=_coming(match, 1, int(match["day"]), now))


def _coming(
    match: re.Match[str], month: int, number: int, now: datetime
) -> tuple[date, ...]:
    """In the year said, else the next time; () where there is no such day."""
    said = int(match["year"]) if match["year"] else None
    if match["said"]:
        said = now.year + YEARS[match["said"]]
    years = (said,) if said else range(now.year - 1, now.year + 3)
    again = bool(match["leap"])
    known = (lunar.day(year, month, number, again=again) for year in years)
    days = (day for day in known if day and (said or day >= now.date()))
    return tuple(days)[:1]
