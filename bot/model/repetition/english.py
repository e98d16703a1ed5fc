"""How often, in English words."""

import re

from bot.model.repetition.rule import WEEK, WEEKEND, WORKING_WEEK, Every, Repetition

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
    "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3,
    "fourth": 4, "4th": 4, "last": -1,
}  # fmt: skip
COUNT = rf"(?:(?:every|each) (?P<count>\d{{1,3}}|{'|'.join(NUMBERS)})|every|each)"
FORTNIGHT = r"(?P<two>bi-?weekly|fortnightly|(?:every|each) fortnight)"
DAY = (
    r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:rs?|rsday)?|fri(?:day)?"
    r"|sat(?:urday)?|sun(?:day)?)s?"
)
DAYS = rf"(?P<days>{DAY}(?:(?: ,(?: and)?| and| &)? {DAY})*)"
WORK = r"(?:weekdays?|workdays?|(?:work|working|business) days?)"
OF_MONTH = rf"(?: of(?: the| a)?)?(?: {COUNT})? months?"
MONTH_DAY = r"(?:(?:day )?(?P<day>\d{1,2})(?:st|nd|rd|th)?|(?P<last>last) day)"
NTH = rf"(?P<nth>{'|'.join(ORDINALS)}) (?:(?P<work>{WORK})|{DAYS})"

PATTERNS: tuple[tuple[str, Repetition | Every], ...] = (
    (r"daily|everyday", Repetition(Every.DAY)),
    (rf"(?:{COUNT} |on )?{WORK}|mon(?:day)? ?(?:-|–|to) ?fri(?:day)?",
     Repetition(Every.WEEK, days=WORKING_WEEK)),
    (r"(?:(?:every|each) |on )?weekends?", Repetition(Every.WEEK, days=WEEKEND)),
    (rf"{COUNT} days?", Every.DAY),
    (rf"(?:weekly|{FORTNIGHT}|{COUNT} weeks?)(?: on)?(?: {DAYS})?", Every.WEEK),
    (rf"(?:{COUNT} |on )?{DAYS}(?: weekly| {COUNT.replace('count', 'weeks')} weeks?)?",
     Every.WEEK),
    (r"quarterly|(?:every|each) quarter", Repetition(Every.MONTH, 3)),
    (rf"(?:monthly|{COUNT} months?)(?:(?: on)?(?: the)? (?:{MONTH_DAY}|{NTH}))?",
     Every.MONTH),
    (rf"(?:on )?(?:the |every |each )?(?:{MONTH_DAY}|{NTH})"
     rf"(?: monthly|{OF_MONTH})", Every.MONTH),
    (rf"yearly|annually|{COUNT} years?", Every.YEAR),
)  # fmt: skip


def read(text: str) -> Repetition | None:
    """What the words mean, or None; `text` is folded and half-width."""
    words = " ".join(text.replace(",", " , ").split()).strip(" ,.!")
    for pattern, meaning in PATTERNS:
        if match := re.fullmatch(pattern, words):
            found = (
                meaning if isinstance(meaning, Repetition) else _build(meaning, match)
            )
            return found if found.possible else None
    return None


def _build(every: Every, match: re.Match[str]) -> Repetition:
    said = match.groupdict()
    day = -1 if said.get("last") else int(said.get("day") or 0)
    return Repetition(
        every,
        2 if said.get("two") else _count(said.get("count") or said.get("weeks")),
        WORKING_WEEK if said.get("work") else _days(said.get("days") or ""),
        ORDINALS[said["nth"]] if said.get("nth") else None,
        day if said.get("day") or said.get("last") else None,
    )


def _count(word: str | None) -> int:
    if not word:
        return 1
    return NUMBERS[word] if word in NUMBERS else int(word)


def _days(words: str) -> tuple[str, ...]:
    """The weekdays named, Monday first."""
    named = {word[:2].upper() for word in re.findall(r"[a-z]{3,}", words)}
    return tuple(code for code in WEEK if code in named)
