"""English spans: "in 3 days", "two weeks from now", "1h 30m", "+2 days"."""

import re
from datetime import datetime

from bot.dates import spans
from bot.dates.parts import Part, Strength
from bot.dates.rules import Head, Place, Rules
from bot.dates.spans import UNITS, Span
from bot.model.expression import expression

rules = Rules()

_UNIT = (
    r"(?:(?P<second>sec(?:ond)?s?(?![a-z])|\")|(?P<minute>min(?:ute)?s?(?![a-z])|m(?![a-z])|')"
    r"|(?P<hour>hours?(?![a-z])|hrs?(?![a-z])|h(?![a-z]))"
    r"|(?P<day>d(?:a?ys?)?(?![a-z]))|(?P<week>w(?:(?:ee)?ks?)?(?![a-z]))"
    r"|(?P<fortnight>fortnights?(?![a-z]))|(?P<month>mo(?:nths?|s)?(?![a-z])|mths?(?![a-z]))"
    r"|(?P<year>y(?:ea)?rs?(?![a-z])|y(?![a-z]))|(?P<decade>decades?(?![a-z])))"
)
_AMOUNT = (
    r"(?:(?P<n>\d{1,4}(?:[.,]\d{1,2})?)|(?P<share>[1-9]/[1-9])"
    r"|(?P<half>half(?: an?)?|1/2 an?)|(?P<quarter>(?:a )?quarter of an)"
    r"|(?P<few>a few|few)|(?P<couple>an? couple(?: of)?)|(?P<one>an?)(?= ))"
)
_ONE = rf"{_AMOUNT}(?P<and> and a half)? ?{_UNIT}(?P<more> and a half)?"
_PLAIN = re.sub(r"\?P<\w+>", "?:", _ONE)
CHUNK = rf"(?P<chunk>{_PLAIN}(?:,? ?(?:and )?{_PLAIN}){{0,3}})"
_PIECE = expression(_ONE)
_ABOUT = r"(?:about |around |approximately |roughly |another )?"
_CLOCK_HOUR = expression(r"(?:1[3-9]|2[0-3]) ?h")
_FULL_WORDS = r"(?<=[a-z]{3})"


def length(chunk: str) -> Span:
    """ "1 day, 2hr and 5min" as one span."""
    return sum((_piece(match) for match in _PIECE.finditer(chunk)), Span())


def _piece(match: re.Match[str]) -> Span:
    unit = spans.named(match, UNITS)
    half = 0.5 if match["and"] or match["more"] else 0.0
    if match["n"] or match["share"]:
        return unit * (spans.amount(match["n"] or match["share"]) + half)
    factors = {"half": 0.5, "quarter": 0.25, "few": 3, "couple": 2, "one": 1}
    return unit * (next(factors[name] for name in factors if match[name]) + half)


@rules.add(Head.LETTER, rf"in (?:the next )?{_ABOUT}{CHUNK}(?:'s?)?(?: time)?")
@rules.add(Head.LETTER | Head.FIGURE, rf"{CHUNK} (?:later|hence|out)")
@rules.add(Head.FIGURE, rf"\+ ?{CHUNK}")
def ahead(match: re.Match[str], now: datetime) -> Part:
    """ "in 3 days", "2 weeks later", "+15 minutes"; "in 15m" may be metres."""
    metres = match["chunk"].endswith("m")
    strength = Strength.TRAILING if metres else Strength.CERTAIN
    return spans.ahead(length(match["chunk"]), now, strength)


@rules.add(Head.LETTER, r"in (?P<hours>\d{1,2}) ?h ?(?P<minutes>[0-5]\d)")
def hours_and_minutes(match: re.Match[str], now: datetime) -> Part:
    """ "in 1h30"."""
    span = UNITS["hour"] * int(match["hours"]) + UNITS["minute"] * int(match["minutes"])
    return spans.ahead(span, now, Strength.CERTAIN)


@rules.add(
    Head.LETTER,
    r"(?:in|within) (?:the next )?(?P<n>\d{1,3}) (?:business|working|work) ?days?",
)
@rules.add(
    Head.FIGURE,
    r"(?P<n>\d{1,3}) (?:business|working|work) ?days?"
    r" (?:from (?:now|today)|later|hence)",
)
def working_days(match: re.Match[str], now: datetime) -> Part:
    """ "in 3 working days"."""
    return spans.working_days(int(match["n"]), now, Strength.TRAILING)


@rules.add(Head.LETTER, rf"(?:within|upcoming) (?:the next )?{_ABOUT}{CHUNK}")
def within(match: re.Match[str], now: datetime) -> Part:
    """ "within 3 days" is a policy in the middle of a title, a due date at its end."""
    return spans.ahead(length(match["chunk"]), now, Strength.TRAILING)


@rules.add(Head.LETTER | Head.FIGURE, rf"{CHUNK} from (?:right )?now")
def from_now(match: re.Match[str], now: datetime) -> Part:
    """ "from now" keeps the time of day, even for days and weeks."""
    return spans.ahead(length(match["chunk"]), now, Strength.CERTAIN, exact=True)


@rules.add(Head.LETTER | Head.FIGURE, rf"{CHUNK}{_FULL_WORDS} (?:ago|before)")
def ago(match: re.Match[str], now: datetime) -> Part:
    """ "1 minute ago"."""
    return spans.ahead(length(match["chunk"]) * -1, now, Strength.WHOLE)


@rules.add(Head.LETTER, rf"(?:for|after) {_ABOUT}{CHUNK}")
@rules.add(Head.FIGURE, CHUNK, place=Place.OPENING)
def bare(match: re.Match[str], now: datetime) -> Part | None:
    """ "5h", "3 days" as a whole; 17h is rather a time."""
    if _CLOCK_HOUR.fullmatch(match[0]):
        return None
    return spans.ahead(length(match["chunk"]), now, Strength.WHOLE)


@rules.add(Head.LETTER, r"(?P<chunk>an hour|half an hour)")
def bare_hour(match: re.Match[str], now: datetime) -> Part:
    """ "an hour" lasts; "a day" is more often a rate."""
    return spans.ahead(length(match["chunk"]), now, Strength.WHOLE)


@rules.add(Head.LETTER, r"(?:right |just )?now|at the (?:moment|minute)")
def right_now(_match: re.Match[str], now: datetime) -> Part:
    """ "now" as a whole."""
    return spans.ahead(Span(), now, Strength.WHOLE, exact=True)
