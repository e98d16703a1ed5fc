"""When what the bot says of itself reaches somebody: within their working hours, never
while they are away (PEERS B15).
"""

from datetime import datetime, time

from tests.e2e.month.people import DAY, Worker

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
