"""A typed reader over the words after a command.

Each `take` removes what it understood; `rest` is what is left: the title, the reason.
Quotes of every kind ("…", “…”, 「…」) keep words together: inside them nothing is read.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime

from bot import dates as days
from bot.errors import UsageError

QUOTED = re.compile(
    r"""(?<!\S)(?:"([^"]*)"|“([^”]*)”|「([^」]*)」|『([^』]*)』|«([^»]*)»)"""
)
HIDDEN = re.compile("\ue000(\\d+)\ue001")
NO_MARKS = {0xE000: "\ufffd", 0xE001: "\ufffd"}  # what hides quotes is never typed
ACCOUNT = re.compile(r"<@([A-Za-z0-9_$:.-]+)(?:\|([^>]*))?>")
PLACE = re.compile(r"<#([A-Za-z0-9_$:.-]+)(?:\|([^>]*))?>")
NAME = re.compile(r"(?<![\w.@])[@＠]([^\s@＠<>#＃!！,，、。:：;；\ue000\ue001]+)")
TAG = re.compile(r"(?<![\w&/])[#＃]([^\s@＠<>#＃!！,，、。;；\ue000\ue001]+)")
FLAG = re.compile(r"(?<!\S)[!！]([^\W\d_]+)")
NUMBER = (
    r"[\s,，、]*(?:(?P<letter>[A-Za-z])\s*[-－–]?\s*|[#＃№])?"
    r"(?P<number>\d{1,9})(?![\w:.])"
)


def fold(text: str) -> str:
    """The words as commands are compared: full-width forms, case and spacing do not
    matter.
    """
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def as_read(text: str) -> str:
    """The words as a person reads them: linked people and places by their names."""
    named = ACCOUNT.sub(lambda match: f"@{match.group(2) or match.group(1)}", text)
    return PLACE.sub(lambda match: f"#{match.group(2) or match.group(1)}", named)


@dataclass(frozen=True, slots=True)
class Who:
    """A person as typed: by the platform's id, or by a name still to be looked up."""

    name: str
    id: str | None = None


class Arguments:
    """The words after a command, as typed. `now` is the present in the person's own
    zone.
    """

    def __init__(self, text: str, now: datetime) -> None:
        self.typed = text.strip()
        self.now = now
        self._quotes: list[str] = []
        self._left = QUOTED.sub(self._hide, self.typed.translate(NO_MARKS))

    def __bool__(self) -> bool:
        """Whether anything is left to read."""
        return bool(self._left.strip())

    def rest(self) -> str:
        """What no `take` understood, quotes opened, spaces tidied; line breaks stay."""
        lines = (" ".join(line.split()) for line in self._left.splitlines())
        return as_read(self._show("\n".join(lines))).strip()

    def word(self) -> str | None:
        """Takes the next word, or the next quoted words."""
        match = re.match(r"\s*(\S+)", self._left)
        return self._show(self._cut(match).group(1)) if match else None

    def keyword(self, *words: str) -> bool:
        """Takes the next words if they are one of these; says whether they were."""
        for wanted in sorted(words, key=len, reverse=True):
            pattern = r"\s*" + re.escape(wanted).replace(r"\ ", r"\s+")
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

    def people(self) -> tuple[Who, ...]:
        """Takes every mention, in the order typed: `<@U1|ann>` and `@Ann` alike."""
        found: list[tuple[int, Who]] = []
        for match in ACCOUNT.finditer(self._left):
            found.append(
                (match.start(), Who(match.group(2) or match.group(1), match.group(1)))
            )
        for match in NAME.finditer(ACCOUNT.sub(_blank, self._left)):
            found.append((match.start(), Who(match.group(1))))
        self._left = NAME.sub(" ", ACCOUNT.sub(" ", self._left))
        return tuple(
            dict.fromkeys(who for _, who in sorted(found, key=lambda pair: pair[0]))
        )

    def places(self) -> tuple[str, ...]:
        """Takes every linked place, `<#C1|shop>`: the platform's ids."""
        found = tuple(match.group(1) for match in PLACE.finditer(self._left))
        self._left = PLACE.sub(" ", self._left)
        return found

    def tags(self) -> tuple[str, ...]:
        """Takes every #tag, by name: a linked place is a tag by its name too."""
        found = [
            match.group(2) or match.group(1) for match in PLACE.finditer(self._left)
        ]
        left = PLACE.sub(" ", self._left)
        found += [match.group(1) for match in TAG.finditer(left)]
        self._left = TAG.sub(" ", left)
        return tuple(dict.fromkeys(found))

    def flags(self) -> tuple[str, ...]:
        """Takes every !word, folded, without its mark."""
        found = tuple(fold(match.group(1)) for match in FLAG.finditer(self._left))
        self._left = FLAG.sub(" ", self._left)
        return found

    def option(self, *names: str) -> str | None:
        """Takes `name:value` (one word, or quoted); the last one typed counts."""
        pattern = re.compile(
            rf"(?<!\S)(?:{_either(names)})\s?[:：]\s*(\S+)", re.IGNORECASE
        )
        values = [self._show(match.group(1)) for match in pattern.finditer(self._left)]
        self._left = pattern.sub(" ", self._left)
        return values[-1] if values else None

    def due(self, *names: str) -> days.Due | None:
        """Takes the date: after `name:` if that was typed, else the one the words hold.

        Raises UsageError for a date that is not understood, does not exist, or is one
        of two.
        """
        marked = self._marked_dates(names)
        if not marked:
            return self._only(self._dates(self._left))
        if len(marked) > 1:
            raise UsageError("date-two", first=marked[0].text, second=marked[1].text)
        return marked[0].due

    def dates(self) -> tuple[days.Found, ...]:
        """Takes every date the words hold, in the order typed, for spans of days.

        Raises UsageError for a day that does not exist.
        """
        found = self._dates(self._left)
        for date in reversed(found):
            self._left = f"{self._left[: date.start]} {self._left[date.end :]}"
        return found

    def _marked_dates(self, names: tuple[str, ...]) -> list[days.Found]:
        """Takes every `name: <date>` out of the words."""
        found: list[days.Found] = []
        pattern = re.compile(rf"(?<!\S)(?:{_either(names)})\s?[:：]\s*", re.IGNORECASE)
        while names and (match := pattern.search(self._left)):
            after = self._left[match.end() :]
            here, length = self._date_at_start(
                self._show(after) if _hidden(after) else after
            )
            self._left = self._left[: match.start()] + " " + after[length:]
            found.append(here)
        return found

    def _date_at_start(self, text: str) -> tuple[days.Found, int]:
        first = next(iter(self._dates(text)), None)
        if first is None or text[: first.start].strip():
            word = text.split(maxsplit=1)[0] if text.split() else ""
            raise UsageError("date-unknown", typed=word)
        return first, first.end

    def _dates(self, text: str) -> tuple[days.Found, ...]:
        try:
            return days.find(text, self.now)
        except days.NotADate as wrong:
            raise UsageError(f"date-{wrong.problem.value}", typed=wrong.text) from wrong

    def _only(self, found: tuple[days.Found, ...]) -> days.Due | None:
        if len(found) > 1:
            raise UsageError("date-two", first=found[0].text, second=found[1].text)
        if not found:
            return None
        self._left = f"{self._left[: found[0].start]} {self._left[found[0].end :]}"
        return found[0].due

    def _cut(self, match: re.Match[str]) -> re.Match[str]:
        self._left = self._left[match.end() :]
        return match

    def _hide(self, match: re.Match[str]) -> str:
        self._quotes.append(next(part for part in match.groups() if part is not None))
        return f"\ue000{len(self._quotes) - 1}\ue001"

    def _show(self, text: str) -> str:
        return HIDDEN.sub(lambda match: self._quotes[int(match.group(1))], text)


def _either(names: tuple[str, ...]) -> str:
    return "|".join(re.escape(name) for name in names)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group(0))


def _hidden(text: str) -> bool:
    return text.lstrip().startswith("\ue000")
