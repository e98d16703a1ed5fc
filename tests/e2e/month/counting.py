"""What was sent in the month, read from the chat, and held against the oracle."""

import re
from collections import Counter
from datetime import date, datetime, timedelta

from tests.e2e.month.expected import Sent
from tests.e2e.month.life import Life
from tests.e2e.month.oracle import Count, Day, count
from tests.fakes.chat import Seen

KEY = re.compile(
    r"standup:(?P<id>\d+):(?P<day>\d{4}-\d\d-\d\d)"
    r":(?P<what>[a-z-]+)(?::(?:person:)?(?P<who>\d+))?"
)
BLOCKER = re.compile(
    r"blocker:(?:\d+:(?P<what>[a-z-]+):\w+|nudge:\d{4}-\d\d-\d\d):person:(?P<who>\d+)"
)
OF_ITSELF = frozenset(
    ["remind", "follow", "wrapup", "still", "left", "owned"]
) | frozenset(["escalated", "overdue", "passed-on"])
ELSEWHERE = "onboarding:"  # who leaves is looked after by another subject, too
HELD_UP = timedelta(minutes=3)
NUMBERS = re.compile(r"(\d+) of (\d+) in")
MORE = re.compile(r" and (\d+) more")


def sent(life: Life, wanted: Counter[Sent]) -> tuple[Counter[Sent], list[str]]:
    """Every message of a stand-up, and all others that no act of somebody explains.

    One that a power cut held up counts at the instant at which it was `wanted`.
    """
    people = {number: name for name, number in life.ids.items()}
    meetings = {number: name for name, number in life.meetings.items()}
    found: Counter[Sent] = Counter()
    strange: list[str] = []
    for seen, stamp in zip(life.written, life.written.stamps, strict=True):
        if match := KEY.fullmatch(seen.key):
            name = meetings[int(match["id"])]
            whom = people[int(match["who"])] if match["who"] else ""
            day = date.fromisoformat(match["day"])
            if match["what"] == "still":
                name, day = _trouble(life, seen), date.min
            found[_as_meant(life, wanted, (match["what"], name, day, whom, stamp))] += 1
        elif match := BLOCKER.fullmatch(seen.key):
            what, whom = match["what"] or "nudge", people[int(match["who"])]
            said = what, _trouble(life, seen), date.min, whom, stamp
            found[_as_meant(life, wanted, said)] += 1
        elif seen.key.startswith(ELSEWHERE):
            continue
        elif _cut(life, stamp) not in life.at and stamp > life.script.since:
            strange.append(f"{stamp} {seen.key!r} in {seen.ref.place.id}: {seen.text}")
    return found, strange


def out_of_hours(life: Life, found: Counter[Sent]) -> list[str]:
    """What the bot said of its own accord to who was not at work (PEERS B15)."""
    people = life.script.people
    return [
        f"out of hours {what} {name} {day} {whom} {at}"
        for what, name, day, whom, at in found
        if what in OF_ITSELF and not people[whom].at_work(at)
    ]


def _as_meant(life: Life, wanted: Counter[Sent], said: Sent) -> Sent:
    """What a power cut holds up comes as soon as the bot has looked what is there."""
    if said in wanted:
        return said
    what, name, day, whom, at = said
    held_up = what, name, day, whom, _cut(life, at)
    return held_up if held_up in wanted else said


def _cut(life: Life, at: datetime) -> datetime:
    """The power cut it may have been held up by; its own time where there was none."""
    return next((cut for cut in life.fell if cut <= at <= cut + HELD_UP), at)


def _trouble(life: Life, seen: Seen) -> str:
    """Which trouble a message is about."""
    texts = [each.text for each in life.script.troubles]
    return next((text for text in texts if text in seen.text), "another")


def wrong_counts(life: Life, days: list[Day]) -> list[str]:
    """Days whose wrap-up says something else than is true."""
    wrong: list[str] = []
    for made in days:
        if made.opens is None or made.close > life.team.clock.now():
            continue
        what = "end" if made.meeting.channel == "#ding" else "parent"
        seen = life.find(what, made)
        said = seen.text.splitlines()[1] if seen else "nothing"
        if problem := _compare(said, count(made), made.meeting.missing):
            wrong.append(f"{made.meeting.name} {made.day}: {problem}, it says: {said}")
    return wrong


def _compare(said: str, true: Count, missing: str) -> str:
    parts = said.split(" · ")
    numbers = NUMBERS.fullmatch(parts[0])
    done, all_of = len(true.done), len(true.done) + len(true.missing)
    if numbers is None or (int(numbers[1]), int(numbers[2])) != (done, all_of):
        return (
            f"{done} of {all_of} are in ({sorted(true.done)}, {sorted(true.missing)})"
        )
    wanted = {
        "optional": f"{len(true.optional)} optional" if true.optional else "",
        "away": _names(true.away),
        "missing": _names(true.missing),
        "unasked": _names(true.unasked),
        "off": str(len(true.off) or ""),
    }
    if missing == "count":
        wanted["missing"] = f"{len(true.missing)} missing" if true.missing else ""
    found = dict.fromkeys(wanted, "")
    for part in parts[1:]:
        kind, words = _part(part)
        found[kind] = words
    for kind, words in wanted.items():
        if not _same(found[kind], words):
            return f"{kind} is {words!r}"
    return ""


def _part(part: str) -> tuple[str, str]:
    if match := re.fullmatch(r"\d+ away \((.*)\)", part):
        return "away", match[1]
    if match := re.fullmatch(r"(\d+) ha(?:s|ve) the day off", part):
        return "off", match[1]
    if part.startswith("missing: "):
        return "missing", part.removeprefix("missing: ")
    if part.startswith("not asked: "):
        return "unasked", part.removeprefix("not asked: ")
    return ("optional" if part.endswith("optional") else "missing"), part


def _names(people: frozenset[str]) -> str:
    return ", ".join(sorted(people))


def _same(said: str, wanted: str) -> bool:
    more = MORE.search(said)
    names = set(MORE.sub("", said).split(", "))
    if more is None:
        return names == set(wanted.split(", "))
    known = set(wanted.split(", "))
    return names <= known and len(known) == len(names) + int(more[1])
