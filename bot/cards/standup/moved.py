"""What people see of a close that comes too early for some of them."""

from collections.abc import Sequence

from bot.cards.standup import words as said
from bot.messages import Line
from bot.model.standup import Standup
from bot.model.standup.moved import Moved
from bot.ports import Translate


def notes(
    t: Translate, standup: Standup, moved: Moved, names: Sequence[str], place: str
) -> list[Line]:
    """What happens on which days and for whom, and what to change; with a `place`, if
    any of them is in it.
    """
    until = moved.until.astimezone(standup.home)
    over = until.date() > moved.days[-1] and moved.every
    at = t("standup-closes-next", at=t.clock(until.time())) if over else ""
    told = t.line(
        "standup-note-close-moves" if not place else "standup-note-close-may-move",
        names=said.people(t, tuple(names)),
        days=_days(t, moved),
        place=place,
        close=t(
            "standup-closes-at",
            at=at or t.clock(until.time()),
            zone=said.city(t, standup.home_zone),
        ),
    )
    return [told, _instead(t, standup, moved)]


def _days(t: Translate, moved: Moved) -> str:
    if moved.every:
        return t("standup-note-every-day")
    if moved.weekly:
        found = sorted({day.weekday() for day in moved.days})
        return t("standup-note-weekly", days=t.items(tuple(_name(t, d) for d in found)))
    dates = t.items(tuple(t.day(day) for day in moved.days))
    return t("standup-note-dates", days=dates)


def _name(t: Translate, day: int) -> str:
    return t(f"weekday-{day}")


def _instead(t: Translate, standup: Standup, moved: Moved) -> Line:
    close = t.clock(moved.close)
    if moved.next_day:
        close = t("standup-closes-next", at=close)
    key = "standup-note-close-later" if standup.zone else "standup-note-close-change"
    return t.line(key, close=close, zone=said.city(t, standup.home_zone))
