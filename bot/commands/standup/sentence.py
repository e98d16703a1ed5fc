"""One line that makes a stand-up, taken apart: the name, then keywords in any order.

A word is a keyword only where a value follows it, and never as the first word: "Check
in at 9:30" is a name and a time. Quotes keep words together. Times, days, #places and
@people are known by their looks, with or without a keyword before them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import takewhile

from bot.arguments import fold
from bot.commands.standup.day_words import ADVERBS, LONGEST, TWO, days_in, sure
from bot.commands.standup.ends import apart
from bot.commands.standup.here import without_here
from bot.commands.standup.keywords import (
    CLOCK,
    EVE,
    EVERYONE,
    KEYWORDS,
    ON_A_DAY,
    REPEATED,
    SO_OFTEN,
    SPOKEN,
    Slot,
    announced,
)
from bot.model.expression import expression
from bot.model.repetition import parse as known_days

__all__ = ["Sentence", "Slot", "split"]

QUOTE = r"\"[^\"]*\"|“[^”]*”|「[^」]*」|『[^』]*』|«[^»]*»"
TOKEN = expression(
    rf"(?P<quoted>{QUOTE})|{ON_A_DAY}(?!\w)|(?:{REPEATED})(?!\w)|<[@#][^>]*>"
    rf"|{SO_OFTEN}(?!\w)"
    r"|[^\s，；<\"“「『«]+|[<\"“「『«]",
    re.IGNORECASE,
)
COLON = re.compile(rf"({'|'.join(KEYWORDS)})[:：](?=\S)", re.IGNORECASE)
GLUED = expression(
    r"(?:在|于)(?=[#＃])|(?:给|参与|参加|旁观|抄送)(?=[@＠])"
    r"|(?:截止|时间|提醒|时区)(?=[\d０-９上下早晚中半一-十次第隔])"
)
QUESTION = expression(r"[^?？;；\n]+[?？]?(?:\s*[(（][^()（）\n]*[)）])*")
TIME = expression(rf"(?:(?:{EVE})\s*)?{CLOCK}")
BARE_HOUR = expression(r"\d{1,2}")
NAMELESS = frozenset({Slot.AT, Slot.PLACE, Slot.PEOPLE, Slot.TEMPLATE})
NAMED_SO = expression(
    r"(?<=[\s，,])(?:名字?叫|名为|取名|叫)(?=[^\s，,])|\b(?:called|named)\s+(?=\S)",
    re.IGNORECASE,
)
NOBODY = "\ue000"  # a name for who has none yet
DAYS = expression(REPEATED)
DAYS_AND_TIME = expression(rf"[^\d:：]*?\D(?=(?:{CLOCK})$)", re.IGNORECASE)
OFTEN = expression(SO_OFTEN)
UNPLANNED = frozenset({"whenever", "随时", "不定期"})
LISTED = frozenset({Slot.QUESTIONS, Slot.POOL})
CLOSED = frozenset({Slot.DAYS, Slot.START, Slot.UNTIL, Slot.TEMPLATE, *LISTED})
CALLED = frozenset(  # whoever is called Sun or Wed
    {Slot.PEOPLE, Slot.OBSERVERS, Slot.OPTIONAL, Slot.ADMINS, Slot.ESCALATE}
)
NAMED = frozenset({Slot.OBSERVERS, Slot.OPTIONAL, Slot.ADMINS})  # takes several people


@dataclass(frozen=True, slots=True)
class Token:
    """One word, mention or quoted phrase, and where it begins in the line.

    `announces` is what a keyword of several words, or one with its value checked, is
    about.
    """

    text: str
    start: int
    quoted: bool = False
    announces: Slot | None = None

    @property
    def slot(self) -> Slot | None:
        """What it announces, if it is a keyword."""
        if self.quoted:
            return None
        return self.announces or KEYWORDS.get(fold(self.text))


@dataclass(frozen=True, slots=True)
class Sentence:
    """The name and the words of each slot, as typed; quoted questions one by one.

    `alone` is a keyword at the end, with nothing after it.
    """

    name: str
    slots: dict[Slot, str] = field(default_factory=dict)
    questions: tuple[str, ...] = ()
    pool: tuple[str, ...] = ()
    alone: str = ""


def split(text: str) -> Sentence:
    """The line taken apart. It never fails: what a slot holds is read by others."""
    text = without_here(text)
    if named := NAMED_SO.search(text):
        # "every day at nine, called Early": nothing but options stands before it.
        before, after = _apart(f"{NOBODY} {text[: named.start()]}"), text[named.end() :]
        if before.name == NOBODY:
            found = _apart(after)
            return replace(found, slots={**before.slots, **found.slots})
    return _apart(text)


def _apart(text: str) -> Sentence:
    tokens = list(_tokens(text))
    slots: dict[Slot, list[str]] = {}
    lists: dict[Slot, list[str]] = {slot: [] for slot in LISTED}
    slot: Slot | None = None
    value_expected = False
    name_end = len(text)
    alone = ""
    for index, token in enumerate(tokens):
        if value_expected and slot is Slot.QUESTIONS and not token.quoted:
            lists[slot].extend(_split_questions(text[token.start :]))
            break
        found = None if value_expected else _turns(tokens, index, slot)
        if found:
            name_end = min(name_end, token.start)
            slot = found
            value_expected = token.slot is found
            if value_expected and fold(token.text) not in SPOKEN:
                continue
        if slot in LISTED and token.quoted:
            lists[slot].append(token.text)
        elif slot and not value_expected and token.slot and token is tokens[-1]:
            alone = token.text
        elif slot:
            slots.setdefault(slot, []).append(token.text)
        value_expected = False
    return Sentence(
        _name(text[:name_end], tokens),
        {each: " ".join(words) for each, words in slots.items()},
        tuple(lists[Slot.QUESTIONS]),
        tuple(lists[Slot.POOL]),
        alone,
    )


def _turns(tokens: list[Token], index: int, slot: Slot | None) -> Slot | None:
    """The slot that begins with this token, where the words of another one end."""
    token = tokens[index]
    found = _begins(tokens, index) or _days_begin(tokens, index, slot)
    if found is Slot.PEOPLE and slot in NAMED and token.slot is None:
        return None  # one more of them
    if found or slot is None:
        return found
    if token.quoted:
        return slot if slot in LISTED else Slot.QUESTIONS
    return Slot.PEOPLE if fold(token.text) in EVERYONE else None


def _days_begin(tokens: list[Token], index: int, slot: Slot | None) -> Slot | None:
    """The days, where they begin with no word before them: "at 9:30 daily".

    Behind a name, what follows them shows that they are none of it.
    """
    if slot in CLOSED or tokens[index].quoted:
        return None
    run = list(takewhile(_is_word, tokens[index : index + LONGEST]))
    length = days_in([token.text for token in run])
    if not length or (slot in CALLED and not sure(run[0].text, length)):
        return None
    if slot is None and (length < TWO or run[0].text.lower() in ADVERBS):
        return None
    after = index + length
    ends = after == len(tokens) or tokens[after].quoted or _begins(tokens, after)
    return Slot.DAYS if slot or ends else None


def _is_word(token: Token) -> bool:
    return not token.quoted and _by_looks(token.text) in (None, Slot.DAYS)


def _begins(tokens: list[Token], index: int) -> Slot | None:
    """The slot that begins with this token, by its word or by its looks."""
    token = tokens[index]
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if token.quoted:
        return None
    looks = _by_looks(token.text)
    if index == 0:
        # The first word is the name, unless what follows shows that there is none.
        if _is_nameless(tokens, following):
            return token.slot
        if _opens_with_days(tokens):
            return Slot.DAYS
        return looks if looks in NAMELESS else None
    if token.announces:
        return token.slot
    if token.slot:
        if following is None:
            return None
        both_days = token.slot is following.slot is Slot.DAYS
        return token.slot if following.slot is None or both_days else None
    if fold(token.text) in UNPLANNED and not looks:
        last = following is None or following.quoted
        return Slot.DAYS if last or _begins(tokens, index + 1) else None
    return looks


def _opens_with_days(tokens: list[Token]) -> bool:
    """Whether days come first, then another option: "weekdays at 9", 每天 9点. "Daily"
    and "Monday" are names.
    """
    run = list(takewhile(_is_word, tokens[:LONGEST]))
    length = days_in([token.text for token in run])
    word = fold(run[0].text) if run else ""
    sure_of_it = not word.isascii() or (word not in ADVERBS and sure(word, length))
    if not length or not sure_of_it:
        return False
    return length == len(tokens) or _begins(tokens, length) is not None


def _is_nameless(tokens: list[Token], following: Token | None) -> bool:
    """Whether the first word is a keyword with its value: "at 9:30", "at 9"."""
    slot = tokens[0].slot
    if tokens[0].announces:
        return slot in NAMELESS
    if slot is None or following is None:
        return False
    if tokens[0].text in ("for", "给"):
        return True
    if slot is Slot.AT and BARE_HOUR.fullmatch(fold(following.text)):
        return len(tokens) == 2 or _begins(tokens, 2) is not None
    return slot is _by_looks(following.text)


def _by_looks(text: str) -> Slot | None:
    word = fold(text)
    if TIME.fullmatch(word):
        return Slot.AT
    if text.startswith(("<#", "#", "＃")) and len(text) > 1:
        return Slot.PLACE
    if text.startswith(("<@", "@", "＠")) and len(text) > 1:
        return Slot.PEOPLE
    if re.match(r"(?:dept|department|部门)[:：]", word):
        return Slot.PEOPLE
    if word == "weekdays" or DAYS.fullmatch(word):
        return Slot.DAYS
    if OFTEN.fullmatch(word):
        return Slot.UNTIL
    if not word.isascii() and known_days(apart(word, known_days)[0]):
        return Slot.DAYS
    return None


def _tokens(text: str) -> Iterator[Token]:
    at = 0
    while match := TOKEN.search(text, at):
        start, at = match.start(), match.end()
        if match["quoted"]:
            yield Token(match[0][1:-1], start, True)
        elif found := announced(text, start):
            slot, at = found
            yield Token(text[start:at].strip(), start, announces=slot)
        else:
            yield from _unglued(match[0], start)


def _unglued(word: str, start: int) -> Iterator[Token]:
    """The word in two where a keyword has no space after it: 截止11:00, at:9:30; or
    the days none before their time: 每周一9点.
    """
    match = COLON.match(word) or GLUED.match(word) or _days_before_time(word)
    if match is None:
        yield Token(word, start)
        return
    keyword = match.group(1) if match.re is COLON else match.group(0)
    yield Token(keyword, start)
    yield Token(word[match.end() :], start + match.end())


def _days_before_time(word: str) -> re.Match[str] | None:
    glued = None if word.isascii() else DAYS_AND_TIME.match(word)
    return glued if glued and known_days(glued[0]) else None


def _name(typed: str, tokens: list[Token]) -> str:
    """The words before the first slot; quotes around all of them are not part of it."""
    first = tokens[0] if tokens else None
    if first and first.quoted and typed.strip()[1:-1] == first.text:
        return first.text
    return " ".join(typed.split()).strip("，； ")


def _split_questions(text: str) -> list[str]:
    """Unquoted questions: each ends with its mark and the brackets behind it, or with
    its line.
    """
    return [match[0].strip() for match in QUESTION.finditer(text)]
