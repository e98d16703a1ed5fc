"""Hours of a day: "monday 14:00-16:00", 周四下午2点到4点; the halves they touch."""

import re
from dataclasses import dataclass

from bot.arguments import Arguments
from bot.commands.absence.counted import EDGES
from bot.dates.view import view
from bot.model.expression import expression
from bot.model.people import NOON, DayHalf

_OFFICE_STARTS = 7  # "2-4pm" is two in the afternoon
_AFTER_NOON = ("中午", "下午", "晚上")


def _time(number: int) -> str:
    return (
        rf"(?:(?P<part{number}>上午|早上|中午|下午|晚上) ?)?(?P<hour{number}>\d{{1,2}})"
        rf"(?::(?P<minute{number}>[0-5]\d))? ?"
        rf"(?:(?P<half{number}>[ap])\.?m\b\.?"
        rf"|(?P<sign{number}>[点时])(?:(?P<thirty{number}>半)|(?P<past{number}>[0-5]?\d)分?)?"
        r"(?:钟|整)?|h\b)?"
    )


_RANGE = expression(
    rf"(?:\b(?:from|between) |从)?(?<![\d.:/-]){_time(1)}"
    rf" ?(?:[-–—~]|(?:to|until|till|and)\b|到|至) ?{_time(2)}"
    r"(?![\d/.:-]|[月天日号周个])"
)
_EDGE = re.compile(
    rf"(?:\b(?P<from>from|after)|\b(?P<until>until|till|before)) {_time(1)}(?![\d/.:-])"
    rf"|(?P<zh>){_time(2)}(?:(?P<since>[之以]?后|起|开始)|(?P<to>[之以]?前))"
)


@dataclass(frozen=True, slots=True)
class Hours:
    """Hours as said, and the half of the day they lie in; across noon there is none."""

    said: str
    half: DayHalf | None


def hours(args: Arguments) -> tuple[Hours, Arguments] | None:
    """The hours of one day, and the words without them; None where none are said."""
    seen = view(args.typed)
    match = _RANGE.search(seen.text) or _EDGE.search(seen.text)
    if match is None or not match[0]:
        return None
    begin, end = _minutes(match, 1), _minutes(match, 2)
    if match.re is _EDGE:
        begin, end = _open(match, begin if begin is not None else end)
    else:
        begin, end = _in_order(begin, end) if _is_time(match) else (None, None)
    if begin is None or end is None:
        return None
    start, stop = seen.original(*match.span())
    left = f"{args.typed[:start].rstrip(EDGES)} {args.typed[stop:].lstrip(EDGES)}"
    said = f"{begin // 60:02}:{begin % 60:02}–{end // 60:02}:{end % 60:02}"
    return Hours(said, _half(begin, end)), Arguments(left.strip(), args.now)


def _is_time(match: re.Match[str]) -> bool:
    """Not "3 to 5 march": one of both ends is written as a time."""
    signs = ("minute", "half", "sign", "part")
    return any(match[f"{sign}{number}"] for sign in signs for number in (1, 2))


def _minutes(match: re.Match[str], number: int) -> int | None:
    said = match.groupdict()
    if not said.get(f"hour{number}"):
        return None
    hour = int(said[f"hour{number}"])
    minute = int(said[f"minute{number}"] or said[f"past{number}"] or 0)
    minute = 30 if said[f"thirty{number}"] else minute
    late = said[f"half{number}"] == "p" or said[f"part{number}"] in _AFTER_NOON
    if late and hour < NOON:
        hour += NOON
    if said[f"half{number}"] == "a" and hour == NOON:
        hour = 0
    return hour * 60 + minute if hour <= 24 else None


def _open(match: re.Match[str], at: int | None) -> tuple[int | None, int | None]:
    """Until the day ends, or from when it begins; a bare figure is no time."""
    said = match.groupdict()
    signs = ("minute", "half", "sign", "part")
    if at is None or not any(said[f"{sign}{n}"] for sign in signs for n in (1, 2)):
        return None, None
    return (0, at) if said["until"] or said["to"] else (at, 24 * 60)


def _in_order(begin: int | None, end: int | None) -> tuple[int | None, int | None]:
    """ "2-4pm" and 下午2点到4点 lie in the same half; 9 to 5 ends in the afternoon."""
    if begin is None or end is None:
        return None, None
    late = NOON * 60
    if begin < _OFFICE_STARTS * 60 and begin + late < end:
        begin += late
    if end <= begin and end + late > begin and end <= late:
        end += late
    return (begin, end) if begin < end <= 24 * 60 else (None, None)


def _half(begin: int, end: int) -> DayHalf | None:
    if end <= NOON * 60:
        return DayHalf.MORNING
    return DayHalf.AFTERNOON if begin >= NOON * 60 else None
