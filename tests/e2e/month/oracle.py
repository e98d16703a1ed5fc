"""What a stand-up's day has to bring whom, and when: from the wishes of the people who
ordered it (PEERS A and B), in its own words and without a line of the product.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta

from tests.e2e.month.people import COUNTRY, DAY, Worker, instant, office_day

HOME = "Europe/Berlin"
CALM, LAST_CALL = timedelta(minutes=30), timedelta(minutes=5)
EASTER = timedelta(days=5)  # from its Thursday to its Tuesday: no longer weekend
NINE = time(9)


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A change of a stand-up in its midst, by what its owner types or fills in; `after`
    is what it is like from the next day on that has not begun by then.
    """

    at: datetime
    typed: str = ""
    press: tuple[str, ...] = ()
    fills: Mapping[str, object] = field(default_factory=dict)
    after: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One stand-up, as its maker ordered it in `typed`. `weekdays` happens on working
    days of anybody's, others on the days they name.
    """

    name: str
    typed: str
    at: time
    people: frozenset[str] = frozenset()  # nobody named: whoever is in the channel
    optional: frozenset[str] = frozenset()
    observers: frozenset[str] = frozenset()
    weekdays: bool = False
    days: frozenset[date] = frozenset()
    zone: str = ""
    close: time | None = None
    next_day: bool = False
    eve: bool = False
    before: int = 30
    after: int = 0
    missing: str = "names"
    owner: str = "Anna"
    channel: str = "#general"
    paused: tuple[datetime, date] | None = None
    turns: tuple[Turn, ...] = ()
    ended: bool = False
    department: bool = False  # `people` are those who are in it


@dataclass(slots=True)
class Part:
    """One person on one day: when they are asked, reminded, and what they did."""

    who: Worker
    ask: datetime | None
    away: bool = False
    optional: bool = False
    asked: datetime | None = None
    before: datetime | None = None
    after: datetime | None = None
    nudged: datetime | None = None
    wishes: datetime | None = None
    answered: datetime | None = None
    edited: datetime | None = None
    skipped: datetime | None = None
    late: datetime | None = None
    said: str = ""  # what holds them up

    def silent(self, now: datetime) -> bool:
        """Whether their answer was still awaited just before that moment."""
        done = [each for each in (self.answered, self.skipped) if each and each < now]
        return not done


@dataclass(slots=True)
class Day:
    """One day of one stand-up."""

    meeting: Meeting
    day: date
    planned: datetime
    close: datetime
    parts: dict[str, Part] = field(default_factory=dict)

    @property
    def opens(self) -> datetime | None:
        """When its message is posted: as the first person is asked."""
        asked = [each.asked for each in self.parts.values() if each.asked]
        return min(asked, default=None)


@dataclass(frozen=True, slots=True)
class Count:
    """The numbers of a wrap-up."""

    done: frozenset[str] = frozenset()
    optional: frozenset[str] = frozenset()
    away: frozenset[str] = frozenset()
    missing: frozenset[str] = frozenset()
    unasked: frozenset[str] = frozenset()
    off: frozenset[str] = frozenset()


def happens(meeting: Meeting, day: date, people: Sequence[Worker]) -> bool:
    """Whether that is a day of it."""
    if not meeting.weekdays:
        return day in meeting.days
    return any(office_day(day, COUNTRY[who.lives(day)]) for who in people)


def as_ordered(meeting: Meeting, day: date, everybody: Sequence[Worker]) -> Meeting:
    """The stand-up as it is when that day begins."""
    for turn in meeting.turns:
        first = min(
            ask_time(meeting, who, day) for who in roster_of(meeting, everybody)
        )
        if turn.at > first:
            break
        meeting = replace(meeting, **turn.after)  # type: ignore[arg-type]
    return meeting


def as_closed(made: Day) -> Meeting:
    """The stand-up as it is when the day closes: who reads it then, gets it."""
    meeting = made.meeting
    for turn in meeting.turns:
        if turn.at <= made.close:
            meeting = replace(meeting, **turn.after)  # type: ignore[arg-type]
    return meeting


def ask_time(meeting: Meeting, who: Worker, day: date) -> datetime:
    """A01, A14: at that time on their own clock, or when it is that time somewhere,
    but not at night; with an eve on their own working day before.
    """
    if meeting.eve:
        before = evening(who, day)
        if day - before > EASTER:  # a week of holidays: in the morning of the day
            return who.at(day, who.start)
        return who.at(before, meeting.at)
    if not meeting.zone:
        own = who.start if who.start != NINE else meeting.at
        return who.at(day, max(own, meeting.at))
    at = instant(day, meeting.at, meeting.zone)
    wall = who.clock(at).time()
    return at if who.start <= wall <= who.end else who.at(who.on(at), who.start)


def evening(who: Worker, day: date) -> date:
    """Their working day before."""
    before = day - DAY
    while not who.works(before):
        before -= DAY
    return before


def too_late(meeting: Meeting, who: Worker, day: date, since: datetime) -> bool:
    """Whether their time was over when it was ordered: nobody is asked for that."""
    on = evening(who, day) if meeting.eve else day
    at = who.at(on, meeting.at) if meeting.eve else ask_time(meeting, who, day)
    return at < since


def needs(meeting: Meeting, who: Worker, day: date, at: datetime) -> set[date]:
    """The days of theirs on which they have to be there."""
    return {who.on(at), day} if meeting.eve else {who.on(at)}


def close_time(meeting: Meeting, day: date, last: datetime) -> datetime:
    """A02: one instant for everybody; an hour after the last who is asked only then."""
    wall = meeting.close or (time(10) if meeting.eve else None)
    if wall is None:
        return last + timedelta(minutes=90)
    wished = instant(day + DAY if meeting.next_day else day, wall, HOME)
    return wished if last < wished else last + timedelta(minutes=60)


def roster(
    meeting: Meeting, people: Mapping[str, Worker], at: datetime
) -> list[Worker]:
    """A30: who is on it as the day opens."""
    here = [
        who for who in roster_of(meeting, list(people.values())) if who.employed(at)
    ]
    if meeting.people:
        return here
    return [who for who in here if who.out is None or at < who.out]


def day_of(
    meeting: Meeting, day: date, people: Mapping[str, Worker], since: datetime
) -> Day | None:
    """The day as it is planned; None where nobody can be asked."""
    everybody = list(people.values())
    first = min(ask_time(meeting, who, day) for who in roster_of(meeting, everybody))
    on_it = roster(meeting, people, first)
    planned = min(ask_time(meeting, who, day) for who in on_it)
    parts: dict[str, Part] = {}
    for who in on_it:
        at = ask_time(meeting, who, day)
        theirs = needs(meeting, who, day, at)
        optional = who.name in meeting.optional
        if not all(map(who.works, theirs)):
            parts[who.name] = Part(who, None, away=True, optional=optional)
            continue
        away = any(who.absent(each, planned) for each in theirs)
        ask = None if too_late(meeting, who, day, since) else at
        parts[who.name] = Part(who, ask, away, optional)
    times = [each.ask for each in parts.values() if each.ask and not each.away]
    if not times:
        return None
    return Day(meeting, day, planned, close_time(meeting, day, max(times)), parts)


def roster_of(meeting: Meeting, everybody: Sequence[Worker]) -> list[Worker]:
    """Everybody who is ever on it."""
    if not meeting.people:
        return [who for who in everybody if who.name not in meeting.observers]
    named = meeting.people | meeting.optional
    return [who for who in everybody if who.name in named]


def paused(meeting: Meeting, at: datetime, day: date) -> bool:
    """Whether nobody is asked then."""
    if meeting.paused is None:
        return False
    begins, until = meeting.paused
    return begins <= at and day < until


def asked_at(made: Day, part: Part) -> datetime | None:
    """When the prompt is sent, if it is: at their time, or when they are back after it
    on a day that is still open.
    """
    if part.ask is None:
        return None
    backs = (each.back for each in part.who.away if each.back and each.back > part.ask)
    return next((at for at in (part.ask, *backs) if _there(made, part, at)), None)


def _there(made: Day, part: Part, at: datetime) -> bool:
    """Whether they can be asked then: they are there, and it is still open."""
    if at >= made.close or paused(made.meeting, at, made.day):
        return False
    if not part.who.employed(at):
        return False
    theirs = needs(made.meeting, part.who, made.day, at)
    return not any(part.who.absent(each, at) for each in theirs)


def remind(made: Day, part: Part) -> None:
    """A10, A11, A12: when they are reminded if they stay silent."""
    asked, meeting, who = part.asked, made.meeting, part.who
    if asked is None or who.style == "muted" or part.optional:
        return
    minutes = timedelta(minutes=meeting.before)
    before = _before(made, who, asked, minutes) if meeting.before else None
    after = None
    if meeting.after:
        at = asked + timedelta(minutes=meeting.after)
        begin, end = _window(made, who, asked, at)
        after = at if begin <= at <= min(end, made.close - LAST_CALL) else None
    if before and after and abs(before - after) < timedelta(minutes=10):
        after = None
    if before and after and who.style == "light":
        before, after = (before, None) if before > after else (None, after)
    part.before, part.after = before, after


def _before(
    made: Day, who: Worker, asked: datetime, minutes: timedelta
) -> datetime | None:
    due = made.close - minutes
    begin, end = _window(made, who, asked, max(due, asked))
    wanted = due if due <= end else max(begin, end - minutes)
    at = max(wanted, asked + CALM)
    return at if begin <= at <= min(end, made.close - LAST_CALL) else None


def _window(
    made: Day, who: Worker, asked: datetime, due: datetime
) -> tuple[datetime, datetime]:
    """The last working hours of theirs that begin by then."""
    first = who.on(asked)
    day = who.on(due)
    while day > first:
        if who.works(day) and who.at(day, who.start) <= due:
            return who.at(day, who.start), who.at(day, who.end)
        day -= DAY
    end = who.at(first, who.end)
    if asked >= end and who.on(made.close) == first:
        end = made.close
    return min(who.at(first, who.start), asked), end


def reminded(made: Day, part: Part, at: datetime | None) -> bool:
    """Whether a reminder of that moment is sent."""
    if at is None or part.asked is None or not part.silent(at):
        return False
    who = part.who
    days = needs(made.meeting, who, made.day, part.asked) | {who.on(at)}
    return who.employed(at) and not any(who.absent(day, at) for day in days)


def late_until(made: Day, part: Part) -> datetime:
    """A15: a late answer is taken until the end of their own day."""
    begun = part.who.on(part.asked or made.close)
    return part.who.at(max(begun, part.who.on(made.close)) + DAY, time())


def count(made: Day) -> Count:
    """A07, A08: who is in, away and missing at the close; optional ones are beside."""
    found: dict[str, set[str]] = {key: set() for key in Count.__slots__}
    for name, part in made.parts.items():
        if kind := _counts_as(made, part):
            found[kind].add(name)
    return Count(**{key: frozenset(names) for key, names in found.items()})


def _counts_as(made: Day, part: Part) -> str:
    who, close = part.who, made.close
    in_time = part.answered is not None and part.answered < close
    if part.optional:
        return "optional" if in_time else ""
    if in_time:
        return "done"
    if part.skipped and part.skipped < close:
        return "away"
    if part.asked:
        days = needs(made.meeting, who, made.day, part.asked)
        gone = any(who.absent(day, close) for day in days) or not who.employed(close)
        return "away" if gone else "missing"
    if part.ask is None:
        return "off" if part.away else "unasked"
    held_up = paused(made.meeting, part.ask, made.day) and not part.away
    return "unasked" if held_up else "away"
