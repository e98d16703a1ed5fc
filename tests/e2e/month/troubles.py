"""What holds people up in the month: said in an answer of Daily, brought up again at
each of its closes until it is seen, and told higher up when it grows old (PEERS C).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from tests.e2e.month.oracle import Day
from tests.e2e.month.people import DAY, Worker
from tests.e2e.month.quiet import arrives, morning

OLD = 2  # working days
HEARD = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Trouble:
    """Said by `by` on the first day from `since` on which they are asked, to `helper`
    who sees it at `seen`; resolved at `over`.
    """

    by: str
    helper: str
    text: str
    since: date
    seen: datetime
    over: datetime | None = None


def told(
    trouble: Trouble, days: Sequence[Day], people: dict[str, Worker], owner: str
) -> Iterator[tuple[str, str, datetime]]:
    """Everything that is said of it: what, to whom, when."""
    helper, reporter = people[trouble.helper], people[trouble.by]
    first = next((each for each in days if said_on(trouble, each)), None)
    part = first.parts[trouble.by] if first else None
    if first is None or part is None or part.answered is None:
        return
    said, over = part.answered, trouble.over
    yield "tagged", helper.name, arrives(helper, said, from_people=True)
    yield (
        "acknowledged",
        reporter.name,
        arrives(reporter, trouble.seen, from_people=True),
    )
    if over:
        yield "resolved", helper.name, arrives(helper, over, from_people=True)
    yield from _nudges(trouble, helper, said, days)
    old = _grown_old(helper, said)
    if over is None or old < over:
        pressed = arrives(helper, old)
        if pressed < trouble.seen:
            yield "overdue", helper.name, pressed
        boss = people[owner]
        yield "escalated", boss.name, arrives(boss, old)
        yield "passed-on", reporter.name, arrives(reporter, old)
    yield from _asked(trouble, reporter, first, days)


def said_on(trouble: Trouble, made: Day) -> bool:
    """Whether it is said on that day: the first on which its reporter is asked."""
    part = made.parts.get(trouble.by)
    return bool(made.day >= trouble.since and part and part.asked)


def _nudges(
    trouble: Trouble, helper: Worker, said: datetime, days: Sequence[Day]
) -> Iterator[tuple[str, str, datetime]]:
    """C03: once a day, as the stand-up closes or when their morning begins."""
    last: date | None = None
    heard = said if helper.at_work(said) else morning(helper, said)
    end = min(filter(None, (trouble.seen, trouble.over)))
    for made in sorted(days, key=lambda each: each.close):
        if made.opens is None or made.close - said < HEARD or made.close >= end:
            continue
        at = made.close
        if not helper.at_work(at):
            at = morning(helper, at)
        if at - heard < HEARD or (last and helper.on(at) <= last):
            continue
        last = helper.on(at)
        at = arrives(helper, at)
        if at < end:
            yield "nudge", helper.name, at


def _grown_old(helper: Worker, said: datetime) -> datetime:
    """C05: two working days of who must act later, at the same time of day: the days
    on which they turned out to be there, as far as was known by then.
    """
    begun = said
    if not helper.at_work(said):
        day = helper.on(said)
        while helper.at(day, helper.start) <= said or not _there(helper, day):
            day += DAY
        begun = helper.at(day, helper.start)
    day, left = helper.on(begun), OLD
    wall = helper.clock(begun).time().replace(tzinfo=None)
    while left:
        day += DAY
        known = helper.at(day, wall if left == 1 else time.max)
        left -= helper.works(day) and not helper.absent(day, known)
    return helper.at(day, wall)


def _there(who: Worker, day: date) -> bool:
    """Whether they worked on that day, as is known when it is over."""
    return who.works(day) and not who.absent(day, who.at(day, time.max))


def _asked(
    trouble: Trouble, reporter: Worker, first: Day, days: Sequence[Day]
) -> Iterator[tuple[str, str, datetime]]:
    """C06: who was silent on a later day is asked if it is still there."""
    for made in days:
        part = made.parts.get(reporter.name)
        over = trouble.over and made.close >= trouble.over
        if made.day <= first.day or over or part is None or not part.asked:
            continue
        in_time = part.answered and part.answered < made.close
        gone = reporter.absent(reporter.on(part.asked), made.close)
        if in_time or gone:
            continue
        at = arrives(reporter, morning(reporter, made.close))
        if trouble.over is None or at < trouble.over:
            yield "still", reporter.name, at
