"""How often something comes again, in the reader's words."""

from bot.model.repetition import WORKING_WEEK, Every, Repetition, read_rule
from bot.model.repetition.rule import WEEK
from bot.ports import Translate


def repetition_words(rule: str, t: Translate) -> str:
    """Every 2 weeks on Monday, 每月最后一个周五; a foreign rule stays as it is."""
    found = read_rule(rule)
    return _words(found, t) if found else rule


def _words(found: Repetition, t: Translate) -> str:
    every = t(f"repeat-{found.every.value}", count=found.interval)
    match found:
        case Repetition(nth=int(nth), days=days) if days == WORKING_WEEK:
            return t(
                "repeat-nth", every=every, nth=_which(nth), day=t("repeat-workday")
            )
        case Repetition(nth=int(nth), days=days):
            return t("repeat-nth", every=every, nth=_which(nth), day=_names(days, t))
        case Repetition(month_day=-1):
            return t("repeat-last-day", every=every)
        case Repetition(month_day=int(day)):
            return t("repeat-month-day", every=every, day=str(day))
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


def _which(nth: int) -> str:
    return "last" if nth == -1 else f"n{nth}"


def _names(days: tuple[str, ...], t: Translate) -> str:
    return t.items(tuple(t(f"weekday-{WEEK.index(day)}") for day in days))
