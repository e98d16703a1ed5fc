"""English times: "5pm", "17:00", "half past three", "tomorrow morning", "noon"."""

import re
from datetime import datetime, timedelta

from bot.dates.parts import Clock, Part, Period, Strength
from bot.dates.rules import Head, Place, Rules
from bot.dates.words import WEEKDAY

rules = Rules()

# "am", "a.m.", "a m", and the lone letter of "9a".
_HALF = r"(?: ?\.?(?P<half>[ap])[. ]{0,2}m\b\.?|(?P<letter>[ap])\b\.?)"
_ABOUT = r"(?:about |around |approximately |roughly |by )?"
_PERIOD = r"(?P<period>morning|afternoon|evening|night)"
_HOUR = (
    rf"(?:(?P<name>noon|midday|midnight)|(?P<hour>\d{{1,2}})(?: ?o'? ?clock)?{_HALF}?)"
)
_ALONE = r"(?! ?\w| ?%|[.:/-]\d)"
# What may come right behind a bare hour: words that make it an hour.
_TIME_FOLLOWS = (
    r"(?= (?:tonight|tomorrow|today|this (?:morning|afternoon|evening)"
    rf"|in (?:the )?(?:morning|afternoon|evening)|at night|on {WEEKDAY}"
    r"|on \d{1,2}(?: |$|[a-z])))"
)

_PERIODS = {
    "morning": Period.MORNING,
    "afternoon": Period.AFTERNOON,
    "evening": Period.EVENING,
    "night": Period.NIGHT,
}
_NAMED = {"noon": Clock(12), "midday": Clock(12), "midnight": Clock(0)}


@rules.add(
    Head.FIGURE,
    r"(?P<hour>\d{1,2})"
    r"(?:(?:[:. ]?|-(?=[345]))(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?)?"
    rf"{_HALF}",
)
def twelve_hours(match: re.Match[str], _now: datetime) -> Part | None:
    """ "5pm", "5:30 p.m.", "530pm", "9a"."""
    clock = _halved(match)
    if clock is None:
        return None
    return Part(Strength.LED if match["letter"] else Strength.CERTAIN, clock=clock)


def _halved(match: re.Match[str]) -> Clock | None:
    """A clock time of a twelve-hour dial; no 14pm."""
    hour = int(match["hour"])
    if hour > 12:
        return None
    afternoon = (match["half"] or match["letter"]) == "p"
    said = match.groupdict()
    minute, second = int(said.get("minute") or 0), int(said.get("second") or 0)
    return Clock(hour % 12 + (12 if afternoon else 0), minute, second)


@rules.add(
    Head.LETTER | Head.FIGURE,
    r"(?P<at>at )?(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.\d+)?)?"
    r"(?: ?h(?:rs?|ours)?\b| ?o'? ?clock| ?uhr)?",
)
def digital(match: re.Match[str], _now: datetime) -> Part:
    """ "17:00", "08:15:30"; who writes 3:30 and not 03:30 may mean 15:30."""
    hour, second = int(match["hour"]), int(match["second"] or 0)
    vague = match["hour"] in tuple("123456")
    clock = Clock(hour, int(match["minute"]), second, vague=vague)
    sure = clock.exists or match["at"]
    return Part(Strength.CERTAIN if sure else Strength.LED, clock=clock)


@rules.add(Head.FIGURE, r"(?P<hour>[01]?\d|2[0-3]) ?h ?(?P<minute>[0-5]\d)")
def hours_and_minutes(match: re.Match[str], _now: datetime) -> Part:
    """ "15h30"."""
    return Part(clock=Clock(int(match["hour"]), int(match["minute"])))


@rules.add(Head.FIGURE, rf"(?P<hour>[01]?\d|2[0-3]) ?h{_ALONE}", place=Place.FOLLOWING)
@rules.add(Head.FIGURE, rf"(?P<hour>1[3-9]|2[0-3]) ?h{_ALONE}", place=Place.OPENING)
@rules.add(Head.LETTER, rf"at {_ABOUT}(?P<hour>[01]?\d|2[0-3]) ?h{_ALONE}")
def hour_sign(match: re.Match[str], _now: datetime) -> Part:
    """The hour of "fri 17h"."""
    return Part(Strength.LED, clock=Clock(int(match["hour"])))


@rules.add(
    Head.FIGURE,
    rf"(?P<hour>[01]?\d|2[0-3])\.(?P<minute>[0-5]\d)(?: ?h| ?uhr)?{_ALONE}",
    place=Place.FOLLOWING,
)
@rules.add(
    Head.FIGURE,
    rf"(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)(?: ?h(?:rs)?)?{_ALONE}",
    place=Place.FOLLOWING,
)
def timetable(match: re.Match[str], _now: datetime) -> Part:
    """The times behind "tuesday 16.29" and "27 July 1100"."""
    return Part(Strength.LED, clock=Clock(int(match["hour"]), int(match["minute"])))


@rules.add(
    Head.LETTER | Head.FIGURE,
    rf"(?:at |@ ?|around ){_ABOUT}(?P<hour>\d{{1,2}})"
    rf"(?:[. ]?(?P<minute>[0-5]\d)(?: ?h)?)?(?:{_ALONE}|{_TIME_FOLLOWS})",
)
@rules.add(
    Head.FIGURE, rf"(?P<hour>\d{{1,2}})(?: ?(?P<minute>[0-5]\d))?{_TIME_FOLLOWS}"
)
@rules.add(Head.FIGURE, rf"(?P<hour>\d{{1,2}}) (?P<minute>[0-5]\d){_ALONE}")
@rules.add(
    Head.LETTER,
    rf"(?:by|before|after|until|till?) (?P<hour>\d{{1,2}})(?P<minute>)?{_ALONE}",
    place=Place.FOLLOWING,
)
def bare_hour(match: re.Match[str], _now: datetime) -> Part | None:
    """The hour of "friday at 5", "eight tonight"."""
    hour = int(match["hour"])
    if hour > 24:
        return None
    clock = Clock(hour, int(match["minute"] or 0), vague=hour <= 12)
    at = not match[0][0].isdigit()
    return Part(Strength.LED if at else Strength.WHOLE, clock=clock)


@rules.add(Head.LETTER, rf"half past {_HOUR}(?P<sign>past)?")
def half_past(match: re.Match[str], _now: datetime) -> Part | None:
    """ "half past three pm"."""
    return _around(match, 30, Strength.CERTAIN)


@rules.add(Head.LETTER, r"half (?P<hour>\d{1,2})\b(?! ?\w)")
def half_hour(match: re.Match[str], _now: datetime) -> Part | None:
    """British "half three" is half past three."""
    hour = int(match["hour"])
    clock = Clock(hour, 30, vague=True)
    return Part(Strength.WHOLE, clock=clock) if 0 < hour <= 12 else None


@rules.add(Head.LETTER, rf"(?:an? )?quarter (?P<sign>past|after|to|before) {_HOUR}")
def quarter(match: re.Match[str], _now: datetime) -> Part | None:
    """ "a quarter to nine"."""
    return _around(match, 15, Strength.CERTAIN)


@rules.add(
    Head.FIGURE,
    r"(?P<n>\d{1,2}) (?P<minutes>min(?:ute)?s? )?(?P<sign>past|after|to|before) "
    rf"{_HOUR}",
)
def minutes_around(match: re.Match[str], _now: datetime) -> Part | None:
    """ "20 minutes past eight"; "9 to 5" is a range, "15 to noon" is not."""
    sure = match["minutes"] or match["name"] or match["sign"] == "past"
    if sure or match["half"] or match["letter"]:
        return _around(match, int(match["n"]), Strength.TRAILING)
    if int(match["n"]) not in (5, 10, 20, 25) or match["sign"] == "before":
        return None
    return _around(match, int(match["n"]), Strength.WHOLE)


def _around(match: re.Match[str], minutes: int, strength: Strength) -> Part | None:
    base = _hour(match)
    if base is None or not 0 < minutes < 60:
        return None
    if match["sign"] not in ("to", "before"):
        return Part(strength, clock=Clock(base.hour, minutes, vague=base.vague))
    hour = (base.hour - 1) % (12 if base.vague else 24) or (12 if base.vague else 0)
    return Part(strength, clock=Clock(hour, 60 - minutes, vague=base.vague))


def _hour(match: re.Match[str]) -> Clock | None:
    if match["name"]:
        return _NAMED[match["name"]]
    if match["half"] or match["letter"]:
        return _halved(match)
    hour = int(match["hour"])
    return Clock(hour, vague=0 < hour <= 12) if hour < 24 else None


@rules.add(Head.FIGURE, rf"(?P<hour>\d{{1,2}}) ?(?:o'? ?clock|uhr){_HALF}?")
def o_clock(match: re.Match[str], _now: datetime) -> Part | None:
    """ "3 o'clock", "3 oclock pm"."""
    if match["half"] or match["letter"]:
        clock = _halved(match)
        return Part(clock=clock) if clock else None
    hour = int(match["hour"])
    return Part(clock=Clock(hour, vague=0 < hour <= 12)) if hour <= 24 else None


@rules.add(
    Head.LETTER | Head.FIGURE,
    r"(?:the |next |12(?::00)? )?"
    r"(?P<name>noon|midday|mid day|midnight|mid night)(?:ish)?",
)
def noon(match: re.Match[str], _now: datetime) -> Part:
    """ "noon"; "midnight" begins the day it is said with."""
    return Part(Strength.TRAILING, clock=_NAMED[match["name"].replace(" ", "")])


@rules.add(
    Head.LETTER,
    r"(?:(?:at|by|before|(?P<after>after)) )?"
    r"(?P<meal>breakfast|lunch(?: ?time)?|dinner(?: ?time)?)",
)
def meal(match: re.Match[str], _now: datetime) -> Part:
    """Meals stand for the hour they are eaten at."""
    hours = {"breakfast": 8, "lunch": 12, "dinner": 19}
    name = match["meal"].removesuffix("time").rstrip()
    hour = hours[name] + (1 if match["after"] else 0)
    return Part(Strength.WHOLE, clock=Clock(hour))


@rules.add(Head.LETTER, r"(?:at )?this time")
def this_time(_match: re.Match[str], now: datetime) -> Part:
    """ "this time tomorrow"."""
    return Part(Strength.WHOLE, clock=Clock(now.hour, now.minute))


@rules.add(Head.LETTER, r"(?:at )?this time next week")
def this_time_next_week(_match: re.Match[str], now: datetime) -> Part:
    """In seven days, to the minute."""
    day = now.date() + timedelta(weeks=1)
    clock = Clock(now.hour, now.minute)
    return Part(Strength.TRAILING, dates=(day,), clock=clock)


@rules.add(
    Head.FIGURE, r"(?P<hour>1[0-2]|[1-9])(?: o'?clock)?[ -]?ish", place=Place.FOLLOWING
)
def ish(match: re.Match[str], _now: datetime) -> Part:
    """The hour of "tomorrow 4-ish"."""
    return Part(Strength.LED, clock=Clock(int(match["hour"]), vague=True))


@rules.add(Head.LETTER, rf"this (?:early |late )?{_PERIOD}")
@rules.add(Head.LETTER, r"to(?P<period>night)")
def this_period(match: re.Match[str], now: datetime) -> Part:
    """ "this morning", "tonight"."""
    return Part(near=now.date(), period=_PERIODS[match["period"]])


@rules.add(Head.LETTER, rf"(?:in (?:the )?|at )(?:early |late )?{_PERIOD}")
@rules.add(Head.LETTER, rf"(?:early |late )?{_PERIOD}", place=Place.FOLLOWING)
def period(match: re.Match[str], _now: datetime) -> Part:
    """The part of the day in "tomorrow morning", "8 in the evening"."""
    return Part(Strength.LED, period=_PERIODS[match["period"]])


@rules.add(
    Head.LETTER,
    r"first thing|(?:at the )?(?:very )?latest|end of play",
    place=Place.FOLLOWING,
)
def no_more(_match: re.Match[str], _now: datetime) -> Part:
    """ "monday first thing", "friday at the latest": no hour is said."""
    return Part(Strength.LED)


@rules.add(
    Head.LETTER,
    rf"(?:the )?(?:early |late )?{_PERIOD}",
    place=Place.OPENING,
)
def lone_period(match: re.Match[str], _now: datetime) -> Part:
    """ "afternoon" as a whole; in a title it is about something else."""
    return Part(Strength.WHOLE, period=_PERIODS[match["period"]])
