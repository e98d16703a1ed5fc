"""When what the bot says of itself reaches somebody: within their working hours, never
while they are away (PEERS B15).
"""

from datetime import datetime, time
from zoneinfo import ZoneInfo

from tests.e2e.month.oracle import HOME, NINE
from tests.e2e.month.people import DAY, Worker, instant, office_day

USUAL = (time(9), time(18), frozenset(range(5)))


def morning(who: Worker, now: datetime) -> datetime:
    """When their next working day begins, as far as is known now."""
    day = who.on(now)
    while not (
        who.works(day) and not who.absent(day, now) and who.at(day, who.start) > now
    ):
        day += DAY
    return who.at(day, who.start)


def arrives(who: Worker, now: datetime, *, from_people: bool = False) -> datetime:
    """Now or when they are at work; who said nothing of their hours hears of what
    people do at any time, but not while they are away.
    """
    while not who.at_work(now):
        usual = (who.start, who.end, who.days) == USUAL
        if from_people and usual and not who.absent(who.on(now), now):
            return now
        then = morning(who, now)
        backs = [each.back for each in who.away if each.back and now < each.back < then]
        now = min([then, *backs])
    return now


def by_day(at: datetime) -> datetime:
    """When a channel of the house hears it: by day, or on the next morning of work."""
    local = at.astimezone(ZoneInfo(HOME))
    if office_day(local.date(), "DE") and 8 <= local.hour < 20:
        return at
    day = local.date() if local.hour < 8 else local.date() + DAY
    while not office_day(day, "DE"):
        day += DAY
    return instant(day, NINE, HOME)
