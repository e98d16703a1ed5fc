"""All messages that the month must bring, by the oracle: one entry for each."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise

from tests.e2e.month.oracle import (
    Day,
    Meeting,
    Part,
    as_closed,
    as_ordered,
    ask_time,
    asked_at,
    day_of,
    happens,
    remind,
    reminded,
    roster_of,
)
from tests.e2e.month.people import DAY
from tests.e2e.month.quiet import arrives, by_day
from tests.e2e.month.script import Script, behave
from tests.e2e.month.troubles import Trouble, said_on, told

Sent = tuple[str, str, date, str, datetime]  # what, of which, which day, whom, when


def plan(script: Script) -> list[Day]:
    """Every day of every stand-up, with what everybody will do."""
    found: list[Day] = []
    company = list(script.people.values())
    for made_up in script.meetings:
        for day in (script.begin + n * DAY for n in range((_length(script)) + 4)):
            meeting = as_ordered(made_up, day, company)
            everybody = roster_of(meeting, company)
            if meeting.ended or not happens(meeting, day, everybody):
                continue
            if max(ask_time(meeting, who, day) for who in everybody) < script.since:
                continue
            if made := day_of(meeting, day, script.people, script.since):
                _live(made, script)
                found.append(made)
    for trouble in script.troubles:
        _say(trouble, [made for made in found if made.meeting.name == "Daily"])
    return found


def _say(trouble: Trouble, days: list[Day]) -> None:
    """Somebody says in their answer what holds them up."""
    for made in days:
        if said_on(trouble, made):
            part = made.parts[trouble.by]
            assert part.asked
            part.answered = part.asked + timedelta(minutes=9, seconds=20)
            part.edited = part.skipped = part.late = part.wishes = part.nudged = None
            part.said = f"{trouble.text} @{trouble.helper}"
            return


def _length(script: Script) -> int:
    return (script.end - script.begin).days


def _live(made: Day, script: Script) -> None:
    """Who is asked, reminded, and what they answer."""
    for part in made.parts.values():
        part.asked = asked_at(made, part)
        if part.asked:
            remind(made, part)
            behave(made, part, script.seed)


def messages(script: Script, days: list[Day], until: datetime) -> Counter[Sent]:
    """Everything that is sent by then."""
    found = Counter(each for made in days for each in _of_day(made, script))
    for meeting in script.meetings:
        theirs = [made for made in days if made.meeting.name == meeting.name]
        found.update(_leavers(theirs, script))
        found.update(_weeks(theirs))
        found.update(_heirs(meeting, script))
    daily = [made for made in days if made.meeting.name == "Daily"]
    owner = daily[0].meeting.owner
    for trouble in script.troubles:
        for what, who, at in told(trouble, daily, script.people, owner):
            found[what, trouble.text, date.min, who, at] += 1
    return Counter({each: n for each, n in found.items() if each[-1] <= until})


def _heirs(meeting: Meeting, script: Script) -> Iterator[Sent]:
    """A33: who has it after its owner left the company hears so."""
    owner = script.people[meeting.owner]
    for turn in meeting.turns:
        if turn.at == owner.leaves and "owner" in turn.after:
            heir = script.people[str(turn.after["owner"])]
            day = script.people["Anna"].on(turn.at)  # of the house, in Berlin
            yield "owned", meeting.name, day, heir.name, arrives(heir, turn.at)


def _leavers(days: list[Day], script: Script) -> Iterator[Sent]:
    """A31: the owner hears who was on a day and is not on the next one, though nobody
    took them off.
    """
    company = list(script.people.values())
    for before, made in pairwise(sorted(days, key=lambda each: each.day)):
        owner = script.people[made.meeting.owner]
        wanted = {who.name for who in roster_of(made.meeting, company)}
        gone = before.parts.keys() - made.parts.keys() - {owner.name}
        if gone if made.meeting.department else gone & wanted:
            at = arrives(owner, made.planned)
            yield "left", made.meeting.name, made.day, owner.name, at


def _weeks(days: list[Day]) -> Iterator[Sent]:
    """A37: the channel hears how a week of several days went, as its last one ends;
    of a week that is cut short by a pause it hears nothing.
    """
    weeks: dict[date, list[Day]] = {}
    for made in days:
        monday = made.day - made.day.weekday() * DAY
        weeks.setdefault(monday, []).append(made)
    for monday, week in weeks.items():
        name, paused = week[0].meeting.name, week[0].meeting.paused
        over = max(made.close for made in week)
        cut_short = paused and paused[0] <= over and over.date() < paused[1]
        if sum(bool(made.opens) for made in week) > 1 and not cut_short:
            yield "week", name, monday, "", by_day(over)


def _of_day(made: Day, script: Script) -> Iterator[Sent]:
    name, day = made.meeting.name, made.day
    for who, part in made.parts.items():
        for what, at in _to_person(made, part):
            yield what, name, day, who, at
    ding = made.meeting.channel == "#ding"
    if made.opens:
        yield "parent", name, day, "", made.opens
        if ding:
            yield "end", name, day, "", made.close
        for who in as_closed(made).observers:
            yield "wrapup", name, day, who, arrives(script.people[who], made.close)
    for who, part in made.parts.items():
        said = part.answered or part.late
        if said and not ding:
            yield "answer", name, day, who, said
        elif part.late and ding:
            yield "late", name, day, who, part.late


def _to_person(made: Day, part: Part) -> Iterator[tuple[str, datetime]]:
    if part.asked is None:
        return
    yield "ask", part.asked
    if part.before and reminded(made, part, part.before):
        yield "remind", part.before
    if part.after and reminded(made, part, part.after):
        yield "follow", part.after
    if part.nudged and part.wishes and reminded(made, part, part.nudged):
        yield "nudge", part.nudged


@dataclass(frozen=True, slots=True)
class Act:
    """Something a person does."""

    at: datetime
    what: str
    who: str
    made: Day


def acts(days: list[Day], until: datetime) -> list[Act]:
    """Everything they do with their prompts by then, the first first."""
    found = [
        Act(at, what, who, made)
        for made in days
        for who, part in made.parts.items()
        for what, at in _acts(part)
    ]
    return sorted((a for a in found if a.at <= until), key=lambda each: each.at)


def _acts(part: Part) -> Iterator[tuple[str, datetime]]:
    for what in ("answered", "edited", "skipped", "late", "wishes"):
        if at := getattr(part, what):
            yield what, at
