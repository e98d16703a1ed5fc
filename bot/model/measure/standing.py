"""How a measure stands: its newest value, against its target and the one before; pure.

A number that is too old is not shown as if it were one (PEERS J13).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from bot.model.measure import Direction, Measure, Value
from bot.model.measure.periods import (
    DAY,
    FRESH,
    Period,
    before,
    is_late,
    period_of,
)


@dataclass(frozen=True, slots=True)
class Standing:
    """`silent` says for how many days there is no value, where one is late. `partial`
    says that the newest one is of a period that still runs. `gap` is how far it is off
    the target, `change` how much more it is than for the period before.
    """

    newest: Value | None
    period: Period
    partial: bool = False
    silent: int | None = None
    gap: Decimal | None = None
    change: Decimal | None = None
    better: bool | None = None

    @property
    def met(self) -> bool | None:
        """Whether the target is reached; None where nobody can say."""
        return None if self.gap is None else not self.gap


def day_of(measure: Measure, now: datetime) -> date:
    """Which day it is where the shop counts its days."""
    return now.astimezone(ZoneInfo(measure.zone)).date()


def standing(measure: Measure, values: Sequence[Value], now: datetime) -> Standing:
    """How it stands by these values, the newest period first."""
    today = day_of(measure, now)
    runs = period_of(measure.cadence, today)
    newest = values[0] if values else None
    period = period_of(measure.cadence, newest.first) if newest else runs
    if newest is None or newest.value is None:
        silent = _silent(measure, newest, today)
        return Standing(newest, period, partial=period == runs, silent=silent)
    earlier = before(measure.cadence, period).first
    last = next((each for each in values[1:] if each.first == earlier), None)
    change = None if last is None or last.value is None else newest.value - last.value
    target = measure.target
    return Standing(
        newest,
        period,
        partial=today in period,
        silent=_silent(measure, newest, today),
        gap=target.gap(newest.value) if target and target.given else None,
        change=change,
        better=None if not change else _better(measure, newest.value, change),
    )


def wanted(measure: Measure, now: datetime) -> Period:
    """The period that ended last: its value is asked for."""
    today = day_of(measure, now)
    return before(measure.cadence, period_of(measure.cadence, today))


def meant(measure: Measure, values: Sequence[Value], now: datetime) -> Period:
    """The period that a value without one is about: the one that ended last, where its
    value is still missing, else the one that runs.
    """
    ended = wanted(measure, now)
    made = measure.made_at.astimezone(ZoneInfo(measure.zone)).date()
    known = any(each.first == ended.first for each in values)
    if made <= ended.last and not known:
        return ended
    return period_of(measure.cadence, day_of(measure, now))


def overdue(measure: Measure, values: Sequence[Value], now: datetime) -> bool:
    """Whether its owner is asked: the period that ended has no whole value, and nobody
    reported anything a moment ago (PEERS J04).
    """
    ended, today = wanted(measure, now), day_of(measure, now)
    if measure.made_at.astimezone(ZoneInfo(measure.zone)).date() > ended.last:
        return False
    fresh = today - DAY * FRESH[measure.cadence]
    return not any(
        (each.first == ended.first and _said_on(measure, each) > ended.last)
        or _said_on(measure, each) >= fresh
        for each in values
    )


def said_late(measure: Measure, value: Value) -> int:
    """How many days after its period a value came, where it was late; else 0."""
    period = period_of(measure.cadence, value.first)
    said = _said_on(measure, value)
    made = measure.made_at.astimezone(ZoneInfo(measure.zone)).date()
    if made > period.last or not is_late(measure.cadence, period, said):
        return 0
    return (said - period.last).days


def _silent(measure: Measure, newest: Value | None, today: date) -> int | None:
    """For how many days there is none, if one should be there."""
    ended = before(measure.cadence, period_of(measure.cadence, today))
    if not is_late(measure.cadence, ended, today):
        ended = before(measure.cadence, ended)
    made = measure.made_at.astimezone(ZoneInfo(measure.zone)).date()
    if newest is None:
        return (today - made).days if made <= ended.last else None
    if newest.first >= ended.first:
        return None
    covered = period_of(measure.cadence, newest.first).last
    return (today - min(covered, _said_on(measure, newest))).days


def _said_on(measure: Measure, value: Value) -> date:
    return day_of(measure, value.at)


def _better(measure: Measure, value: Decimal, change: Decimal) -> bool | None:
    """Whether it went where it should."""
    target = measure.target
    if target is None:
        return None
    if target.direction is Direction.BAND:
        return abs(target.gap(value)) < abs(target.gap(value - change)) or None
    return (change > 0) is (target.direction is Direction.UP)
