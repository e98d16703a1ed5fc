"""One line that makes a stand-up, taken apart: the name, then keywords in any order.

A word is a keyword only where a value follows it, and never as the first word: "Check
in at 9:30" is a name and a time. Quotes keep words together. Times, days, #places and
@people are known by their looks, with or without a keyword before them.
"""

import re
from dataclasses import dataclass, field
from enum import StrEnum

from bot.arguments import fold
from bot.model.repetition import parse


class Slot(StrEnum):
    """What a keyword is about."""

    AT = "at"
    DAYS = "days"
    PLACE = "place"
    PEOPLE = "people"
    OBSERVERS = "observers"
    CLOSE = "close"
    REMIND = "remind"
    ZONE = "zone"
    QUESTIONS = "questions"


WORDS = {
    Slot.AT: "at 时间",
    Slot.DAYS: "on every each 重复",
    Slot.PLACE: "in 在 于 频道",
    Slot.PEOPLE: "for 给 参与 参加 人员",
    Slot.OBSERVERS: "observers observer cc 旁观 观察 抄送",
    Slot.CLOSE: "close closes 截止 关闭",
    Slot.REMIND: "remind reminder 提醒",
    Slot.ZONE: "zone timezone 时区",
    Slot.QUESTIONS: "ask asks 问 提问 问题",
}
KEYWORDS = {word: slot for slot, words in WORDS.items() for word in words.split()}
SPOKEN = frozenset({"every", "each"})  # these are part of what they announce

TOKEN = re.compile(
    r"(?P<quoted>\"[^\"]*\"|“[^”]*”|「[^」]*」|『[^』]*』|«[^»]*»)"
    r"|<[@#][^>]*>|[^\s<\"“「『«]+|[<\"“「『«]"
)
COLON = re.compile(rf"({'|'.join(KEYWORDS)})[:：](?=\S)", re.IGNORECASE)
GLUED = re.compile(
    r"(?:在|于)(?=[#＃])|(?:给|参与|参加|旁观|抄送)(?=[@＠])"
    r"|(?:截止|时间|提醒|时区)(?=[\d０-９上下早晚中半一-十])"
)
TIME = re.compile(
    r"\d{1,2}:\d{2}(?:am|pm)?|\d{1,2}(?:am|pm)"
    r"|(?:上午|下午|早上|早晨|中午|晚上)?(?:\d{1,2}|[一二两三四五六七八九十]{1,3})点"
    r"(?:半|一刻|三刻|\d{1,2}分?)?"
)
NAMELESS = frozenset({Slot.AT, Slot.PLACE, Slot.PEOPLE})


@dataclass(frozen=True, slots=True)
class Token:
    """One word, mention or quoted phrase, and where it begins in the line."""

    text: str
    start: int
    quoted: bool = False

    @property
    def slot(self) -> Slot | None:
        """What it announces, if it is a keyword."""
        return None if self.quoted else KEYWORDS.get(fold(self.text))


@dataclass(frozen=True, slots=True)
class Sentence:
    """The name and the words of each slot, as typed; quoted questions one by one."""

    name: str
    slots: dict[Slot, str] = field(default_factory=dict)
    questions: tuple[str, ...] = ()


def split(text: str) -> Sentence:
    """The line taken apart. It never fails: what a slot holds is read by others."""
    tokens = _tokens(text)
    slots: dict[Slot, list[str]] = {}
    questions: list[str] = []
    slot: Slot | None = None
    value_expected = False
    name_end = len(text)
    for index, token in enumerate(tokens):
        if value_expected and slot is Slot.QUESTIONS and not token.quoted:
            questions.extend(_split_questions(text[token.start :]))
            break
        found = None if value_expected else _begins(tokens, index)
        if found is None and token.quoted and slot is not None and not value_expected:
            found = Slot.QUESTIONS
        if found:
            name_end = min(name_end, token.start)
            slot = found
            value_expected = token.slot is found
            if value_expected and fold(token.text) not in SPOKEN:
                continue
        value_expected = False
        if slot is Slot.QUESTIONS and token.quoted:
            questions.append(token.text)
        elif slot:
            slots.setdefault(slot, []).append(token.text)
    return Sentence(
        _name(text[:name_end], tokens),
        {each: " ".join(words) for each, words in slots.items()},
        tuple(questions),
    )


def _begins(tokens: list[Token], index: int) -> Slot | None:
    """The slot that begins with this token, by its word or by its looks."""
    token = tokens[index]
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if token.quoted:
        return None
    looks = _by_looks(token.text)
    if index == 0:
        # The first word is the name, unless what follows shows that there is none.
        value = _by_looks(following.text) if following else None
        nameless = token.slot is not None and token.slot is value
        return token.slot if nameless else looks if looks in NAMELESS else None
    if token.slot:
        if following is None:
            return None
        both_days = token.slot is following.slot is Slot.DAYS
        return token.slot if following.slot is None or both_days else None
    return looks


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
    if word == "weekdays" or (not word.isascii() and parse(word)):
        return Slot.DAYS
    return None


def _tokens(text: str) -> list[Token]:
    found: list[Token] = []
    for match in TOKEN.finditer(text):
        if match["quoted"]:
            found.append(Token(match[0][1:-1], match.start(), True))
        else:
            found.extend(_unglued(match[0], match.start()))
    return found


def _unglued(word: str, start: int) -> list[Token]:
    """The word in two where a keyword has no space after it: 截止11:00, at:9:30."""
    match = COLON.match(word) or GLUED.match(word)
    if match is None:
        return [Token(word, start)]
    keyword = match.group(1) if match.re is COLON else match.group(0)
    return [Token(keyword, start), Token(word[match.end() :], start + match.end())]


def _name(typed: str, tokens: list[Token]) -> str:
    """The words before the first slot; quotes around all of them are not part of it."""
    first = tokens[0] if tokens else None
    if first and first.quoted and typed.strip()[1:-1] == first.text:
        return first.text
    return " ".join(typed.split())


def _split_questions(text: str) -> list[str]:
    """Unquoted questions: each ends with its mark, or with its line."""
    return [part.strip() for part in re.findall(r"[^?？;；\n]+[?？]?", text)]
