"""A typed reader over the words after a command.

Each `take` removes what it understood; `rest` is what is left: the title, the reason.
Quotes of every kind ("…", “…”, 「…」) keep words together: inside them nothing is read.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot import dates as days
from bot.errors import UsageError
from bot.gaps import CUT, GLUED, mended
from bot.model import repetition
from bot.model.expression import expression
from bot.model.text import simplified

QUOTED = expression(
    r"""(?<![^\s:：])(?:"([^"]*)"|“([^”]*)”|「([^」]*)」|『([^』]*)』|«([^»]*)»)"""
)
HIDDEN = expression("\ue000(\\d+)\ue001")
NO_MARKS = dict.fromkeys(range(0xE000, 0xE004), "\ufffd")  # our own marks, never typed
ACCOUNT = expression(r"<@([A-Za-z0-9_$:.-]+)(?:\|([^>]*))?>")
PLACE = expression(r"<#([A-Za-z0-9_$:.-]+)(?:\|([^>]*))?>")
_WORD = r"[^\s@＠<>#＃!！?？,，、。:：;；|()（）\[\]【】\"“”‘’\ue000-\ue003]"
NAME = expression(rf"(?<![A-Za-z0-9_.@])[@＠]((?:(?!['/]|\.(?!\w)){_WORD})+)")
MENTION = expression(f"{ACCOUNT.pattern}|{NAME.pattern}")
# "#10023" and "order #7" are numbers of orders, "#618" is a project.
TAG = expression(
    r"(?<![A-Za-z0-9_&/])(?<!\border )(?<!\borders )(?<!订单)(?<!订单 )(?<!单号)"
    rf"(?<!單號)(?<!訂單)[#＃](?!\d{{5}})((?:(?!\.(?!\w)){_WORD})+)",
    re.IGNORECASE,
)
FLAG = expression(r"(?:(?<!\S)|(?<=[,，、;；。)）]))[!！]([^\W\d_]+)[!！]*(?!\w)")
NUMBER = (
    r"[\s,，、;；&+\ue002\ue003]*(?:(?:and|和|与|及|跟)\s*)?"
    r"(?:(?P<letter>[A-Za-z])\s*[-－–]?\s*|[#＃№])?(?P<number>\d{1,9})"
    r"(?![A-Za-z0-9_%])(?![:.：]\d)(?!\s?[-－–~～至]\s?\d)"
    r"(?![点點月天日号號个個小分年件折张張条條款箱瓶套台位名次批家种種份单單])"
    r"(?![周週](?![一二三四五六日天末]))"
    r"\s*[:：,，、;；.。]?"
)


# Where a sentence goes on behind a mention, with a word of its own.
GOES_ON = expression(r"\s*(?:['’]s\b|[^\W\d])")
_MENTIONED = rf"(?:<@[^<>\s]+>|[@＠]{_WORD}+)"
_PIECE = expression("[@＠<#＃!！,，、。;；|\n\ue000-\ue003]")  # ends what is no date
_PIECE_WORDS = 5
_OPENS = r"(?<![^\s,，、;；。(（])"
_SPACE = r"[\s\ue002\ue003]*"


def fold(text: str) -> str:
    """The words as commands are compared: width, case, spacing and the script of
    Chinese do not matter.
    """
    plain = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(simplified(plain).split())


def as_read(text: str) -> str:
    """The words as a person reads them: linked people and places by their names."""
    named = ACCOUNT.sub(lambda match: f"@{match.group(2) or match.group(1)}", text)
    return PLACE.sub(lambda match: f"#{match.group(2) or match.group(1)}", named)


@dataclass(frozen=True, slots=True)
class Who:
    """A person as typed: by the platform's id, or by a name still to be looked up."""

    name: str
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Repeats:
    """How often as typed: its rule, and the first day and the time said beside it."""

    rule: str
    first: date | None = None
    wall: time | None = None


class Arguments:
    """The words after a command, as typed. `now` is the present in the person's own
    zone.
    """

    def __init__(self, text: str, now: datetime) -> None:
        self.typed = text.strip()
        self.now = now
        self._quotes: list[tuple[str, str]] = []  # without its marks, and with them
        self.kept = ""  # a date that was read as a part of the title
        self._left = QUOTED.sub(self._hide, self.typed.translate(NO_MARKS))

    def __bool__(self) -> bool:
        """Whether anything is left to read."""
        return bool(self._left.strip(f" \n\t\r{CUT}{GLUED}"))

    def rest(self) -> str:
        """What no `take` understood, spaces and gaps tidied; line breaks stay.

        Quotes around all of it are opened; quotes around a part of it stay.
        """
        lines = "\n".join(mended(line) for line in self._left.splitlines()).strip()
        whole = HIDDEN.fullmatch(lines)
        shown = self._show(lines) if whole else self._show(lines, marks=True)
        return as_read(shown).strip()

    def pieces(self) -> tuple[str, ...]:
        """What is left as the list it is: by semicolons or lines, else by quotes, else
        by commas.
        """
        quotes = HIDDEN.findall(self._left)
        between = HIDDEN.sub("", self._left)
        if len(quotes) > 1 and not re.sub(r"[\s,，、;；]|\band\b|和", "", between):
            return tuple(self._quotes[int(index)][0] for index in quotes)
        pattern = next(
            (
                each
                for each in (r"[;；\n]", r"[,，、]|\s+and\s+(?=[^,]*$)")
                if re.search(each, self._left)
            ),
            r"\n",
        )
        parts = (self._show(part, marks=True) for part in re.split(pattern, self._left))
        return tuple(part.strip() for part in parts if part.strip())

    def word(self) -> str | None:
        """Takes the next word, or the next quoted words."""
        match = re.match(rf"{_SPACE}(\S+)", self._left)
        return self._show(self._cut(match).group(1)) if match else None

    def keyword(self, *words: str) -> bool:
        """Takes the next words if they are one of these; says whether they were."""
        for wanted in sorted(words, key=len, reverse=True):
            pattern = _SPACE + re.escape(wanted).replace(r"\ ", r"\s+")
            glued = not wanted[-1].isascii()
            match = re.match(
                pattern + ("" if glued else r"(?!\w)"), self._left, re.IGNORECASE
            )
            if match:
                self._cut(match)
                return True
        return False

    def number(self, letter: str) -> int | None:
        """Takes a leading short number: "T-12", "t12", "#12" or "12"."""
        match = re.match(NUMBER, self._left)
        if not match or (match["letter"] or letter).upper() != letter.upper():
            return None
        self._cut(match)
        return int(match["number"])

    def numbers(self, letter: str) -> tuple[int, ...]:
        """Takes every leading short number: "3 4, T-5"."""
        found: list[int] = []
        while (number := self.number(letter)) is not None:
            found.append(number)
        return tuple(found)

    def people(
        self, lead: re.Pattern[str] | None = None, within: re.Pattern[str] | None = None
    ) -> tuple[Who, ...]:
        """Takes every mention, in the order typed: `<@U1|ann>` and `@Ann` alike.

        The words `lead` finds before a mention go with it. Behind words that `within`
        finds, inside a sentence that goes on, a mention is read and stays.
        """
        found: dict[Who, None] = {}
        for match in reversed(list(MENTION.finditer(self._left))):
            found = {_who(match): None} | found
            before, after = self._left[: match.start()], self._left[match.end() :]
            if within and within.search(before) and GOES_ON.match(after):
                continue
            led = lead.search(before) if lead else None
            self._take(led.start() if led else match.start(), match.end())
        return tuple(found)

    def people_after(self, *words: str) -> tuple[Who, ...]:
        """Takes the mentions right behind one of these words, and it: `cc @Bo`."""
        found: list[Who] = []
        mentions = rf"(?:\s*[,，、&和]?\s*(?:{_MENTIONED}))+"
        pattern = re.compile(
            rf"(?<![A-Za-z0-9_])(?:{_either(words)})\s?[:：]?{mentions}", re.IGNORECASE
        )
        while match := pattern.search(self._left):
            found += [_who(each) for each in MENTION.finditer(match.group(0))]
            self._take(*match.span())
        return tuple(dict.fromkeys(found))

    def places(self) -> tuple[str, ...]:
        """Takes every linked place, `<#C1|shop>`: the platform's ids."""
        found = tuple(match.group(1) for match in PLACE.finditer(self._left))
        self._take_all(PLACE)
        return found

    def tags(self) -> tuple[str, ...]:
        """Takes every #tag, by name: a linked place is a tag by its name too."""
        found = [
            match.group(2) or match.group(1) for match in PLACE.finditer(self._left)
        ]
        self._take_all(PLACE)
        found += [match.group(1) for match in TAG.finditer(self._left)]
        self._take_all(TAG)
        return tuple(dict.fromkeys(found))

    def flags(self, *known: str) -> tuple[str, ...]:
        """Takes every !word, folded, without its mark.

        Known ones may be glued to the words before them: 检查价格！高.
        """
        glued = re.compile(rf"[!！]({_either(known)})(?!\w)", re.IGNORECASE)
        patterns = (FLAG, glued) if known else (FLAG,)
        found: list[str] = []
        for pattern in patterns:
            found += [fold(match.group(1)) for match in pattern.finditer(self._left)]
            self._take_all(pattern)
        return tuple(found)

    def option(self, *names: str) -> str | None:
        """Takes `name:value` (one word, or quoted); the last one typed counts."""
        pattern = re.compile(
            rf"{_OPENS}(?:{_either(names)})\s?[:：]\s*([^\s,，;；]+)", re.IGNORECASE
        )
        values = [self._show(match.group(1)) for match in pattern.finditer(self._left)]
        self._take_all(pattern)
        return values[-1] if values else None

    def due(self, *names: str) -> days.Due | None:
        """Takes the date, as `found_due` does."""
        found = self.found_due(*names)
        return found.due if found else None

    def found_due(self, *names: str) -> days.Found | None:
        """Takes the date: after `name:` if that was typed, else the one the words say
        the thing is due; one that belongs to what they name stays, and is `kept`.

        Raises UsageError for a date that is not understood, does not exist, can be
        read in two ways, or is one of two.
        """
        marked = self._marked_dates(names)
        if len(marked) > 1:
            raise UsageError("date-two", first=marked[0].text, second=marked[1].text)
        found = marked[0] if marked else self._only(self._dates(self._left))
        if found and (both := days.two_ways(self.typed, found, self.now)):
            one, two = (day.isoformat() for day in both)
            raise UsageError("date-two-ways", typed=found.text, first=one, second=two)
        return found

    def repetition(self) -> "Repeats | None":
        """Takes how often, where the words say so: "every friday 17:00", 每周五.

        A day stands in for it, so that the time beside it is read as one with it.
        """
        said = repetition.find(self._left)
        if said is None:
            return None
        before, after = self._left[: said.start], self._left[said.end :]
        day = "明天" if _han(self._left[said.start]) else "tomorrow"
        over = range(said.start, said.start + len(day))
        for one in self._dates(f"{before}{day}{after}"):
            if one.start <= over.start and over.stop <= one.end:
                self._take(one.start, said.end + one.end - over.stop)
                tomorrow = self.now.date() + timedelta(days=1)
                first = one.due.day if one.due.day != tomorrow else None
                return Repeats(said.rule, first, one.due.time)
        self._take(said.start, said.end)
        return Repeats(said.rule)

    def dates(self) -> tuple[days.Found, ...]:
        """Takes every date the words hold, in the order typed, for spans of days.

        Raises UsageError for a day that does not exist.
        """
        found = self._dates(self._left)
        for one in reversed(found):
            self._take(one.start, one.end)
        return found

    def _marked_dates(self, names: tuple[str, ...]) -> list[days.Found]:
        """Takes every `name: <date>` out of the words."""
        found: list[days.Found] = []
        pattern = re.compile(rf"{_OPENS}(?:{_either(names)})\s?[:：]\s*", re.IGNORECASE)
        while names and (match := pattern.search(self._left)):
            after = self._left[match.end() :]
            quoted = HIDDEN.match(after)
            here, length = self._date_at_start(
                self._show(quoted.group()) if quoted else after
            )
            length = quoted.end() if quoted else length
            self._left = f"{self._left[: match.start()]} {CUT} {after[length:]}"
            found.append(here)
        return found

    def _date_at_start(self, text: str) -> tuple[days.Found, int]:
        first = next(iter(self._dates(text)), None)
        if first and not text[: first.start].strip():
            return first, first.end
        piece = " ".join(_PIECE.split(text, maxsplit=1)[0].split()[:_PIECE_WORDS])
        try:
            due = days.read(piece, self.now)
        except days.NotADate:
            raise UsageError("date-unknown", typed=piece) from None
        end = text.index(piece) + len(piece) if piece in text else 0
        return days.Found(0, end, piece, due), end

    def _dates(self, text: str) -> tuple[days.Found, ...]:
        try:
            return days.find(text.replace(CUT, "\0").replace(GLUED, "\0"), self.now)
        except days.NotADate as wrong:
            raise UsageError(f"date-{wrong.problem.value}", typed=wrong.text) from wrong

    def _only(self, found: tuple[days.Found, ...]) -> days.Found | None:
        meant = days.due_among(self._left, found)
        if len(meant) > 1:
            raise UsageError("date-two", first=meant[0].text, second=meant[1].text)
        if not meant:
            self.kept = days.left_over(self._left, found, self.now)
            return None
        self._take(meant[0].start, meant[0].end)
        return meant[0]

    def _take(self, start: int, end: int) -> None:
        """Takes a part out, and marks where it was."""
        before, after = self._left[:start], self._left[end:]
        glued = _han(before[-1:]) and _han(after[:1])
        self._left = f"{before} {GLUED if glued else CUT} {after}"

    def _take_all(self, pattern: re.Pattern[str]) -> None:
        for match in reversed(list(pattern.finditer(self._left))):
            self._take(*match.span())

    def _cut(self, match: re.Match[str]) -> re.Match[str]:
        self._left = self._left[match.end() :]
        return match

    def _hide(self, match: re.Match[str]) -> str:
        inner = next(part for part in match.groups() if part is not None)
        self._quotes.append((inner, match.group(0)))
        return f"\ue000{len(self._quotes) - 1}\ue001"

    def _show(self, text: str, *, marks: bool = False) -> str:
        return HIDDEN.sub(lambda match: self._quotes[int(match.group(1))][marks], text)


def parts(text: str) -> list[str]:
    """The things of a typed list: commas, semicolons and lines part them."""
    for mark in "，、;；\n":
        text = text.replace(mark, ",")
    return [part.strip() for part in text.split(",") if part.strip()]


def _either(names: tuple[str, ...]) -> str:
    return "|".join(re.escape(name) for name in names)


def _who(match: re.Match[str]) -> Who:
    account, label, name = match.groups()
    return Who(label or account, account) if account else Who(name)


def _han(letter: str) -> bool:
    return letter > "\u2e7f" and letter.isprintable()
