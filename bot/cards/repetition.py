"""How often something comes again, in the reader's words."""

from babel import Locale

from bot.model.repetition import (
    WORKING_WEEK,
    Every,
    Repetition,
    read_rule,
    without_end,
)
from bot.model.repetition.rule import FIFTH, QUARTER_ENDS, QUARTERS, WEEK
from bot.ports import Translate


def repetition_words(rule: str, t: Translate) -> str:
    """Every 2 weeks on Monday, 每月最后一个周五; a foreign rule stays as it is."""
    endless, last = without_end(rule)
    found = read_rule(endless)
    if found is None:
        return rule
    words = _words(found, t)
    return t("repeat-until", every=words, day=t.day(last)) if last else words


def _words(found: Repetition, t: Translate) -> str:
    if found.nth:
        return _nth(found, t)
    if found.month_days:
        return _month_days(found, t)
    every = _every(found, t)
    match found:
        case Repetition(every=Every.WEEK, interval=1, days=days) if (
            days == WORKING_WEEK
        ):
            return t("repeat-workdays")
        case Repetition(every=Every.WEEK, interval=1, days=days) if days:
            return t("repeat-weekdays", days=_names(days, t))
        case Repetition(days=days) if days:
            return t("repeat-days", every=every, days=_names(days, t))
        case _:
            return every


def _nth(found: Repetition, t: Translate) -> str:
    workdays = found.days == WORKING_WEEK
    day = t("repeat-workday") if workdays else _names(found.days, t)
    nth = t.items(tuple(_which(nth, t) for nth in found.nth))
    every = _every(found, t)
    if month := _one_month(found, t):
        return t("repeat-nth-month", every=every, nth=nth, day=day, month=month)
    return t("repeat-nth", every=every, nth=nth, day=day)


def _month_days(found: Repetition, t: Translate) -> str:
    (first, *others) = found.month_days
    every = _every(found, t)
    if month := _one_month(found, t):
        return t("repeat-date", every=every, month=month, day=str(first))
    if first > 0 or others:
        days = t.items(tuple(_month_day(day, t) for day in found.month_days))
        return t("repeat-month-days", every=every, days=days)
    return t("repeat-last-day", every=every, day=_month_day(first, t))


def _every(found: Repetition, t: Translate) -> str:
    if found.months in (QUARTERS, QUARTER_ENDS):
        return t("repeat-quarter")
    return t(f"repeat-{found.every.value}", count=found.interval)


def _one_month(found: Repetition, t: Translate) -> str:
    """The month of a day of the year; nothing where several count."""
    if len(found.months) != 1:
        return ""
    return str(Locale(t.language).months["format"]["abbreviated"][found.months[0]])


def _month_day(day: int, t: Translate) -> str:
    return t("repeat-month-day", which=_place(day), day=str(day))


def _which(nth: int, t: Translate) -> str:
    return t("repeat-which", nth=_place(nth), count=str(nth))


def _place(nth: int) -> str:
    """The name of a place in a row, for the catalogue to choose by."""
    if nth < 0:
        return {-1: "last", -2: "before"}.get(nth, f"back{-nth}")
    return f"n{nth}" if nth <= FIFTH else "more"


def _names(days: tuple[str, ...], t: Translate) -> str:
    return t.items(tuple(t(f"weekday-{WEEK.index(day)}") for day in days))
