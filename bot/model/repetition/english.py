"""How often, in English words."""

import re
from collections.abc import Iterator

from bot.model.repetition import building
from bot.model.repetition.building import Patterns, Said, Tongue
from bot.model.repetition.rule import (
    LAST,
    WEEK,
    WEEKEND,
    WORKING_WEEK,
    Every,
    Repetition,
)

SMALL = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve",
)  # fmt: skip
NUMBERS = {word: number for number, word in enumerate(SMALL, 1)} | {
    "other": 2,
    "second": 2,
    "2nd": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
}
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": LAST,
}  # fmt: skip
MONTHS = (
    "jan(?:uary)?", "feb(?:ruary)?", "mar(?:ch)?", "apr(?:il)?", "may", "june?",
    "july?", "aug(?:ust)?", "sept?(?:ember)?", "oct(?:ober)?", "nov(?:ember)?",
    "dec(?:ember)?",
)  # fmt: skip
SHORT_WEEKS = {
    "mwf": ("MO", "WE", "FR"),
    "tth": ("TU", "TH"),
    "tuth": ("TU", "TH"),
    "m , w , f": ("MO", "WE", "FR"),
    "m-f": WORKING_WEEK,
}
COUNT = rf"(?:(?:every|each) (?P<count>\d{{1,3}}|{'|'.join(NUMBERS)})|every|each)"
FORTNIGHT = (
    r"(?P<two>bi-?weekly|fortnightly|(?:every|each|once a) fortnight"
    r"|alternat(?:e|ing)(?: weeks(?: on)?)?)"
)
DAY = (
    r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:rs?|rsday)?|fri(?:day)?"
    r"|sat(?:urday)?|sun(?:day)?)s?"
)
AND = r"(?: ,(?: and)?| and| &| \+)?(?: on)?(?: the)? "
ONE_DAY = rf"{DAY}(?:(?:-| (?:to|through|thru|till|until) ){DAY})?"
SOME_DAYS = rf"{ONE_DAY}(?:{AND}{ONE_DAY})*"
DAYS = rf"(?P<days>{SOME_DAYS})"
WORK = r"(?:week ?days?|workdays?|(?:work|working|business) days?)"
ONCE = r"(?:once (?:a|per|every|each) )"
OF_MONTH = rf"(?: (?:of|in)(?: the| a)?)?(?: {COUNT})? months?"
OF_QUARTER = r"(?: (?:of|in))?(?: the| a| every| each)? quarter"
BEFORE = {
    "second": -2, "2nd": -2, "next": -2, "penultimate": -2, "last but one": -2,
    "third": -3, "3rd": -3, "last but two": -3, "fourth": -4, "4th": -4,
    "fifth": -5, "5th": -5,
}  # fmt: skip
BEFORE_LAST = (
    r"(?:second|2nd|next|third|3rd|fourth|4th|fifth|5th)[ -](?:(?:to|from)[ -](?:the[ "
    r"-])?)?"
    r"last|penultimate|last but (?:one|two)"
)
MONTH_DAY = (
    rf"(?:(?:day )?\d{{1,2}}(?:st|nd|rd|th)?|(?:last|first|{BEFORE_LAST}) day"
    rf"|first(?={AND}last day))"
)
MONTH_DAYS = rf"(?P<month_days>{MONTH_DAY}(?:{AND}{MONTH_DAY})*)"
ORDINAL = (
    rf"(?:{BEFORE_LAST}|first|second|third|fourth|fifth|last|\d{{1,2}}(?:st|nd|rd|th))"
)
NTH = rf"(?P<nth>{ORDINAL}(?:{AND}{ORDINAL})*) (?:(?P<work>{WORK})|{DAYS})"
MONTH = rf"(?P<month>{'|'.join(MONTHS)})"
DATE = (
    rf"(?:(?P<date>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {MONTH}"
    rf"|{MONTH.replace('month', 'month_first')} (?P<date_last>\d{{1,2}})"
    r"(?:st|nd|rd|th)?)"
)
EACH = "(?:the |a |every |each )?"
ON_THE = r"(?:(?: on| at)?(?: the)? )"

PATTERNS: Patterns = (
    (r"daily|everyday|once a day", Repetition(Every.DAY)),
    (rf"(?:(?:every|each|on) )?{WORK}", Repetition(Every.WEEK, days=WORKING_WEEK)),
    (rf"(?:(?:every|each|on) )?(?:(?P<all>days?|daily)|{WORK}) "
     r"(?:except(?: for)?|but(?: not)?|excluding|without)(?: on)? "
     rf"(?P<but>{SOME_DAYS})", Every.WEEK),
    (r"(?:(?:every|each) |on |at )?weekends?", Repetition(Every.WEEK, days=WEEKEND)),
    (rf"(?:on )?(?P<days>{'|'.join(SHORT_WEEKS)})", Every.WEEK),
    (rf"{COUNT} days?", Every.DAY),
    (rf"(?:weekly|{ONCE}week|{FORTNIGHT}|{COUNT} weeks?)(?: on)?(?: {DAYS})?",
     Every.WEEK),
    (rf"(?:{COUNT} |on )?{DAYS}(?: weekly| {COUNT.replace('count', 'weeks')} weeks?)?",
     Every.WEEK),
    (rf"(?:every|each) {DAYS} (?:of|in) {EACH}month", Every.WEEK),
    (rf"(?P<quarter>quarterly|(?:every|each) quarter|{ONCE}quarter)"
     rf"(?:{ON_THE}(?:{MONTH_DAYS}|{NTH}))?", Every.MONTH),
    (rf"(?:on |at )?(?:the |every |each )?(?:{MONTH_DAYS}|{NTH})"
     rf"(?P<quarter>{OF_QUARTER}| quarterly)", Every.MONTH),
    (rf"(?:monthly|{ONCE}month|{COUNT} months?)(?:{ON_THE}(?:{MONTH_DAYS}|{NTH}))?",
     Every.MONTH),
    (rf"(?:on )?(?:the |every |each )?(?:{MONTH_DAYS}|{NTH})(?: monthly|{OF_MONTH})",
     Every.MONTH),
    (rf"(?:every|each) (?:(?P<nth>first|{BEFORE_LAST}|last)) "
     rf"(?:(?P<work>{WORK})|{DAYS})", Every.MONTH),
    (rf"(?:(?:every|each|at|at the) )?(?:(?P<ends>month[ -]end|end of {EACH}month)"
     rf"|(?P<starts>(?:start|beginning) of {EACH}month))", Every.MONTH),
    (r"half[ -]?yearly|(?:every|each) half[ -]?year|twice a year",
     Repetition(Every.MONTH, 6)),
    (rf"(?:yearly|annually|{ONCE}year|{COUNT} years?)(?:{ON_THE}{DATE})?", Every.YEAR),
    (rf"every {DATE}", Every.YEAR),
    (rf"(?:on )?(?:the |every |each )?{NTH} (?:of|in) {MONTH}", Every.YEAR),
    (rf"(?:yearly|annually|{ONCE}year|{COUNT} years?){ON_THE}{NTH} (?:of|in) {MONTH}",
     Every.YEAR),
)  # fmt: skip


def read(text: str) -> Repetition | None:
    """What the words mean, or None; `text` is folded and half-width."""
    words = re.sub(r"\s*[-–—−]\s*", "-", text)
    words = re.sub(r"(?<=[a-z])\.(?=[\s,-])", "", words)
    words = re.sub(r"(?<=[a-z])/(?=[a-z])", ",", words)
    words = " ".join(re.sub(r"([,+&])", r" \1 ", words).split()).strip(" ,.!")
    return building.read(words, PATTERNS, TONGUE)


def _count(said: Said) -> int:
    word = said.get("count") or said.get("weeks") or "1"
    return NUMBERS[word] if word in NUMBERS else int(word)


def _days(words: str) -> Iterator[tuple[int, int]]:
    for span in re.finditer(ONE_DAY, words):
        ends = [WEEK.index(day[:2].upper()) for day in re.findall(DAY, span[0])]
        yield ends[0], ends[-1]
    for letters in re.findall(rf"^(?:{'|'.join(SHORT_WEEKS)})$", words):
        yield from ((WEEK.index(day),) * 2 for day in SHORT_WEEKS[letters])


def _nth(words: str) -> Iterator[int]:
    return (_ordinal(match[0]) for match in re.finditer(ORDINAL, words))


def _ordinal(word: str) -> int:
    if re.fullmatch(BEFORE_LAST, word):
        return next(place for name, place in BEFORE.items() if word.startswith(name))
    return ORDINALS[word] if word in ORDINALS else int(re.sub(r"\D", "", word))


def _month_days(said: Said) -> Iterator[int]:
    if said.get("ends") or said.get("starts"):
        yield LAST if said["ends"] else 1
    if date := said.get("date") or said.get("date_last"):
        yield int(date)
    for match in re.finditer(MONTH_DAY, said.get("month_days", "")):
        yield _ordinal(match[0].removesuffix(" day"))


def _month(said: Said) -> int:
    word = said.get("month") or said.get("month_first") or ""
    numbers = (n for n, name in enumerate(MONTHS, 1) if re.fullmatch(name, word))
    return next(numbers, 0)


TONGUE = Tongue(_count, _days, _nth, _month_days, _month)
