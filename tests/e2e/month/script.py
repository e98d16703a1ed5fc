"""What happens in the month: who works there, what they order, who is away, and how
each takes part. Random where people are, and the same for the same seed.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from random import Random

from tests.e2e.month.oracle import HOME, LAST_CALL, Day, Meeting, Part, late_until
from tests.e2e.month.orders import ordered
from tests.e2e.month.people import DAY, Away, Worker, instant
from tests.e2e.month.troubles import Trouble

NOON = time(12)
SOME = timedelta(minutes=1)
PEOPLE = (
    Worker(name="Anna", zone="Europe/Berlin"),
    Worker(
        name="Bernd", zone="Europe/Berlin", platform="dingtalk", start=time(6),
        end=time(14),
    ),
    Worker(name="Nina", zone="America/New_York"),
    Worker(name="Noel", zone="America/New_York", platform="dingtalk", style="light"),
    Worker(name="Lara", zone="America/Los_Angeles", start=time(10, 30), end=time(19)),
    Worker(name="Luis", zone="America/Los_Angeles", platform="dingtalk"),
    Worker(name="Shan", zone="Asia/Shanghai", language="zh"),
    Worker(
        name="Wang", zone="Asia/Shanghai", platform="dingtalk", language="zh",
        days=frozenset({1, 2, 3}),
    ),
    Worker(name="Tomo", zone="Asia/Tokyo"),
    Worker(name="Yuki", zone="Asia/Tokyo", platform="dingtalk"),
    Worker(name="Kavi", zone="Asia/Kolkata"),
    Worker(
        name="Indra", zone="Asia/Kolkata", platform="dingtalk",
        days=frozenset(range(4)),
    ),
    Worker(name="Hugh", zone="Australia/Lord_Howe", silent=True),
    Worker(name="Isla", zone="Australia/Lord_Howe", platform="dingtalk"),
    Worker(name="Zoe", zone="Pacific/Auckland", start=time(7), end=time(15)),
    Worker(name="Aroha", zone="Pacific/Auckland", platform="dingtalk", style="muted"),
    Worker(name="Jan", zone="Europe/Berlin"),
    Worker(name="Dora", zone="Asia/Shanghai"),
)  # fmt: skip

EVERYBODY = frozenset(who.name for who in PEOPLE)
FEW = 3


@dataclass(frozen=True, slots=True)
class Script:
    """One month. It begins on a Saturday or Sunday, at noon in Berlin."""

    begin: date
    end: date
    people: dict[str, Worker]
    meetings: tuple[Meeting, ...]
    holiday: tuple[date, date]
    troubles: tuple[Trouble, ...]
    seed: int

    @property
    def since(self) -> datetime:
        """When everything is ordered."""
        return instant(self.begin, NOON, HOME)

    @property
    def days(self) -> list[date]:
        """Every day of it."""
        return [self.begin + n * DAY for n in range((self.end - self.begin).days + 1)]


def a_script(
    begin: date, end: date, seed: int, names: frozenset[str] = EVERYBODY
) -> Script:
    """Everything that will happen from then on, to these people."""
    random = Random(seed)  # noqa: S311 no secret
    monday = begin + (7 - begin.weekday()) * DAY
    rest = (monday + 8 * DAY, monday + 9 * DAY)
    people = {who.name: who for who in _careers(monday) if who.name in names}
    chosen = (_among(each, names) for each in ordered(begin, end, monday))
    meetings = tuple(each for each in chosen if each)
    since = instant(begin, NOON, HOME)
    people = {
        name: replace(who, away=tuple(_away(who, random, since, end, rest)))
        for name, who in people.items()
    }
    troubles = [each for each in _troubles(monday) if {each.by, each.helper} <= names]
    return Script(begin, end, people, meetings, rest, tuple(troubles), seed)


def _among(meeting: Meeting, names: frozenset[str]) -> Meeting | None:
    """The same for a smaller company; one of too few people is not worth it."""
    people = meeting.people & names
    if meeting.owner not in names or (meeting.people and len(people) < FEW):
        return None
    return replace(
        meeting,
        people=people,
        optional=meeting.optional & names,
        observers=meeting.observers & names,
    )


def _troubles(monday: date) -> tuple[Trouble, ...]:
    """Two that somebody helps with."""
    day = monday + 7 * DAY
    return (
        Trouble(
            "Nina", "Bernd", "The gate is locked", day,
            seen=instant(day + 4 * DAY, time(9, 10), HOME),
            over=instant(day + 4 * DAY, time(20, 5), HOME),
        ),
        Trouble(
            "Shan", "Lara", "No stock numbers", day + 7 * DAY,
            seen=instant(day + 10 * DAY, time(21, 11), HOME),
        ),
        Trouble(
            "Kavi", "Noel", "Parcels are lost", monday,
            seen=instant(monday + 3 * DAY, time(17, 11), HOME),
        ),
    )  # fmt: skip


def _careers(monday: date) -> Sequence[Worker]:
    """One comes, one goes, one leaves the channel, one moves to another country."""
    changes: dict[str, dict[str, object]] = {
        "Jan": {"joins": instant(monday + 2 * DAY, NOON, HOME)},
        "Luis": {"leaves": instant(monday + 17 * DAY, time(19, 40), HOME)},
        "Isla": {"out": instant(monday + 11 * DAY, NOON, HOME)},
        "Tomo": {"moved": monday + 19 * DAY, "then": "Europe/Berlin"},
    }
    return [
        replace(who, **changes.get(who.name, {}))  # type: ignore[arg-type]
        for who in PEOPLE
    ]


def _away(
    who: Worker, random: Random, since: datetime, end: date, rest: tuple[date, date]
) -> list[Away]:
    """A holiday that is announced, a day in bed that is not, and everybody's break."""
    said = instant(rest[0] - 4 * DAY, NOON, HOME)
    back = who.at(rest[1], time(5, 30)) if who.name == "Bernd" else None
    found = [Away(*rest, said, back)] if who.employed(said) else []
    length = (end - since.date()).days
    busy = set(rest)
    for _ in range(random.choice((0, 1, 1, 2))):
        first = since.date() + random.randrange(3, length) * DAY
        span = [first + n * DAY for n in range(random.choice((1, 2, 3, 5)))]
        if busy & {day + n * DAY for day in span for n in (-1, 0, 1)}:
            continue
        busy |= set(span)
        told = who.at(first - random.randrange(2, 5) * DAY, time(12, 7))
        again = who.at(span[1], time(8, 20)) if len(span) > 1 else None
        taken_back = again if random.random() < 0.4 else None
        found.append(Away(first, span[-1], max(told, since + SOME), taken_back))
    for _ in range(random.choice((0, 1))):
        first = since.date() + random.randrange(3, length) * DAY
        if not busy & {first - DAY, first, first + DAY}:
            found.append(Away(first, first, who.at(first, time(8, 5))))
            busy.add(first)
    return [each for each in found if who.employed(each.said)]


def behave(made: Day, part: Part, seed: int) -> None:
    """What the person makes of the prompt. Seconds keep it apart from the bot's own."""
    if part.asked is None or part.who.silent:
        return
    chance = f"{seed} {made.meeting.name} {made.day} {part.who.name}"
    random = Random(chance)  # noqa: S311 no secret
    asked, close = part.asked, made.close
    soon = asked + timedelta(minutes=random.randrange(1, 26), seconds=20)
    match random.choices(
        ["soon", "edit", "reminded", "wish", "skip", "late", "never"],
        [50, 6, 14, 6, 6, 8, 10],
    )[0]:
        case "soon":
            part.answered = soon
        case "edit":
            part.answered, part.edited = soon, soon + timedelta(minutes=3)
        case "reminded":
            at = max(filter(None, (asked, part.before, part.after)))
            part.answered = at + timedelta(minutes=4, seconds=20)
        case "wish":
            part.wishes = soon
            part.nudged = min(soon + timedelta(minutes=30), close - LAST_CALL)
            part.answered = part.nudged + timedelta(minutes=2, seconds=20)
        case "skip":
            part.skipped = soon
        case "late":
            part.late = close + timedelta(minutes=random.randrange(1, 90), seconds=20)
            if part.late >= late_until(made, part):
                part.late = None
        case _:
            pass
    _in_time(part, close)


def _in_time(part: Part, close: datetime) -> None:
    """Nothing that the close forestalls, nor what they have no job to do it for."""
    last = part.who.leaves or datetime.max.replace(tzinfo=close.tzinfo)
    for name in ("answered", "edited", "skipped", "wishes"):
        at = getattr(part, name)
        if at and at >= min(close, last):
            setattr(part, name, None)
    if part.wishes is None:
        part.nudged = None
    if part.late and part.late >= last:
        part.late = None
