"""What a platform allows in a month, how much is used, and how the month will end.

Pure: a forecast is counts, a calendar and an instant. Months are counted where the
platforms that bill by the month are at home, in China.
"""

from calendar import monthrange
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.model.moments import instant

HOME = ZoneInfo("Asia/Shanghai")
BEGIN, HOURS = 9, 9  # the working day of who uses it up
EARLY = 3  # working days, before which a month's own pace says little
WEEK = frozenset(range(5))
LEVELS = (90, 70)  # per cent at which admins are told
SAVE_FROM = 80  # per cent from which saving begins by itself
FORECAST = "forecast"  # the level of who only will use more than the limit
QUOTA = "quota"  # an adapter's word for: the month is used up

Works = Callable[[date], bool]


class Kind(StrEnum):
    """What is counted: what we ask of the platform, and what it pushes to us."""

    CALLS = "calls"
    PUSHES = "pushes"


class Mode(StrEnum):
    """Whether the bot saves: when it must, always, or never."""

    AUTO = "auto"
    ON = "on"
    OFF = "off"


class Basis(StrEnum):
    """What a forecast is drawn from: this month, the last one, or a few hours."""

    PACE = "pace"
    LAST = "last"
    ROUGH = "rough"


@dataclass(frozen=True, slots=True)
class Quota:
    """So much a month; nought is no limit."""

    calls: int = 0
    pushes: int = 0

    def of(self, kind: Kind) -> int:
        """The limit of one kind."""
        return self.calls if kind is Kind.CALLS else self.pushes


@dataclass(frozen=True, slots=True)
class Budget:
    """One company's quota on one platform.

    `since` is when saving began, `dry` the month in which the platform said that
    nothing is left.
    """

    platform: str
    tenant: str
    quota: Quota = field(default_factory=Quota)
    mode: Mode = Mode.AUTO
    since: datetime | None = None
    dry: str = ""

    def saves(self, now: datetime) -> bool:
        """Whether it saves. What began by itself ends with its month: until then it
        would stop for a day whenever it helped.
        """
        if self.mode is Mode.AUTO:
            return self.since is not None and month_of(self.since) == month_of(now)
        return self.mode is Mode.ON

    def is_dry(self, now: datetime) -> bool:
        """Whether the platform refuses everything until the month ends."""
        return self.dry == month_of(now)


@dataclass(frozen=True, slots=True)
class Forecast:
    """How many it will be at the month's end; when the limit is reached, if it is."""

    total: int
    basis: Basis
    runs_out: date | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """How one kind stands. `last` is how many there were in the month before."""

    kind: Kind
    used: int
    limit: int
    last: int
    forecast: Forecast

    @property
    def percent(self) -> int:
        """How much of the limit is used; nothing of none."""
        return self.used * 100 // self.limit if self.limit else 0

    @property
    def over(self) -> bool:
        """Whether the month's end would find more than the limit."""
        return bool(self.limit) and self.forecast.total > self.limit

    @property
    def level(self) -> int:
        """The highest level reached, in per cent; nought below all of them."""
        return next((level for level in LEVELS if self.percent >= level), 0)


def month_of(now: datetime) -> str:
    """The month that counts at this instant: "2026-03"."""
    return f"{now.astimezone(HOME):%Y-%m}"


def month_before(month: str) -> str:
    """The month before."""
    return f"{date.fromisoformat(f'{month}-01') - timedelta(days=1):%Y-%m}"


def reopens(now: datetime) -> datetime:
    """When something may be sent again after the month is used up: on the next one's
    first morning, for nobody wants to be woken at its midnight.
    """
    first = now.astimezone(HOME).date().replace(day=1)
    following = (first + timedelta(days=31)).replace(day=1)
    return instant(following, time(BEGIN), HOME)


def standings(
    counts: Mapping[str, int],
    before: Mapping[str, int],
    quota: Quota,
    now: datetime,
    works: Works,
) -> tuple[Standing, ...]:
    """How every kind stands, from the counts of this month and of the last.

    Counts are by kind and name: "calls:/v1.0/robot/groupMessages/send".
    """
    found = []
    for kind in Kind:
        used, last, limit = _sum(counts, kind), _sum(before, kind), quota.of(kind)
        expected = forecast(used, limit, now, works, last)
        found.append(Standing(kind, used, limit, last, expected))
    return tuple(found)


def forecast(
    used: int, limit: int, now: datetime, works: Works, last: int = 0
) -> Forecast:
    """How the month will end, going on as on its working days so far.

    Before there were three of them: as in the last month, if one is known; else hour
    by hour, which is rough.
    """
    local = now.astimezone(HOME)
    days = _month(local.date())
    gone = sum(_gone(day, local, works) for day in days)
    if gone >= EARLY:
        return _ahead(used, limit, local, works, used / gone, Basis.PACE)
    if last:
        before = _month(days[0] - timedelta(days=1))
        pace = last / max(1, sum(map(works, before)))
        return _ahead(used, limit, local, works, pace, Basis.LAST)
    pace = used / max(1.0, (local.day - 1) + _of_day(local, 0, 24))
    return _ahead(used, limit, local, None, pace, Basis.ROUGH)


def needs_saving(stand: Sequence[Standing]) -> bool:
    """Whether saving has to begin by itself."""
    return any(one.percent >= SAVE_FROM and (one.over or _spent(one)) for one in stand)


def warns(stand: Sequence[Standing]) -> Sequence[tuple[str, Standing]]:
    """What admins should know: the highest level reached, by the kind that reached it,
    and whether the month will end with more than the limit.

    The first hours of a bot tell nothing of that.
    """
    limited = [one for one in stand if one.limit]
    fullest = max(limited, key=lambda one: one.percent, default=None)
    sure = [one for one in limited if one.forecast.basis is not Basis.ROUGH]
    over = [one for one in sure if one.over]
    found = [(str(fullest.level), fullest)] if fullest and fullest.level else []
    if over:
        steepest = max(over, key=lambda one: one.forecast.total / one.limit)
        found.append((FORECAST, steepest))
    return found


def _spent(one: Standing) -> bool:
    return one.used >= one.limit


def _ahead(
    used: int,
    limit: int,
    local: datetime,
    works: Works | None,
    pace: float,
    basis: Basis,
) -> Forecast:
    """Day by day from now on; without a calendar every day counts, and every hour."""
    total, runs_out = float(used), None
    for day in _month(local.date())[local.day - 1 :]:
        if works:
            left = works(day) - _gone(day, local, works)
        else:
            left = 1 - (_of_day(local, 0, 24) if day == local.date() else 0)
        total += pace * left
        if runs_out is None and limit and round(total) > limit > used:
            runs_out = day
    return Forecast(round(total), basis, runs_out)


def _gone(day: date, local: datetime, works: Works) -> float:
    """How much of a working day is over by now."""
    if day > local.date() or not works(day):
        return 0.0
    return 1.0 if day < local.date() else _of_day(local, BEGIN, HOURS)


def _of_day(local: datetime, begin: int, hours: int) -> float:
    so_far = local.hour + local.minute / 60 - begin
    return min(max(so_far / hours, 0.0), 1.0)


def _month(day: date) -> list[date]:
    length = monthrange(day.year, day.month)[1]
    return [day.replace(day=number) for number in range(1, length + 1)]


def _sum(counts: Mapping[str, int], kind: Kind) -> int:
    return sum(n for name, n in counts.items() if name.partition(":")[0] == kind)
