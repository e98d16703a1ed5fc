"""Spans → DingTalk's Markdown, in which typed text is nothing but text.

No document says whether a client knows backslashes or entities, and every client reads
Markdown in its own way (facts §4.9). So nothing here relies on an escape: a mark that
could format is replaced by its look-alike, and a construct that needs two characters
side by side is parted by a WORD JOINER, which nobody sees.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum, auto
from typing import Any, assert_never
from urllib.parse import quote

from adapters.dingtalk import DINGTALK
from adapters.prose import clean, cut
from bot.messages import Bold, Code, Line, Link, Mention, Moment, Span, plain

Json = dict[str, Any]

JOINER = "\u2060"
LONGEST = 2000  # characters of one typed text
NOTIFICATION = 120  # of what the chat list and the lock screen say
BRACKETS = str.maketrans("[]", "［］")
ALIKE = str.maketrans("*`~<>|\\", "∗ˋ～＜＞｜＼")
BREAK = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
# An underscore inside a word formats nowhere, and is part of every other SKU.
UNDERSCORE = re.compile(r"(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])")
PARTED = re.compile(
    r"[\[\]@]|!(?=\[|\Z)|&(?=[#a-z]|\Z)|\$(?=\$|\Z)|:(?=/|\Z)|www(?=\.|\Z)",
    re.IGNORECASE,
)
STARTS = re.compile(r"^(?=[ \t#+=:-]|\d+[.)])", re.MULTILINE)
EDGE = re.compile(r"\W")
ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s<>|\"]{1,2000}", re.IGNORECASE)
IN_ADDRESS = ":/?#@!$&*+,;=%~-._"  # what stays as it is; brackets would end a link
USER = re.compile(r"[\w.@$:-]{1,64}", re.ASCII)


class Call(Enum):
    """How somebody is called: by name only, by an id that the message lists beside
    its text, or by a tag of a card's Markdown (facts §7).
    """

    NAME = auto()
    ID = auto()
    TAG = auto()


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a kind of message is written; `pressable` where links can press buttons."""

    newline: str = "  \n"
    call: Call = Call.NAME
    tenant: str = ""
    pressable: bool = False


def written(line: Line, dialect: Dialect) -> str:
    """The line as Markdown; a newline in it is still a newline."""
    said = ""
    for span in line:
        more = _span(span, dialect)
        said += JOINER if said.endswith("*") and more.startswith("*") else ""
        said += more
    return STARTS.sub(JOINER, said)


def escape(text: str) -> str:
    """Typed text that cannot mention, link, format, colour or begin a block."""
    return STARTS.sub(JOINER, _inline(text))


def strong(text: str) -> str:
    """Typed text that stands out: one line."""
    return _bold_line(_inline(label(text)))


def caption(text: str) -> str:
    """Typed text inside brackets: one line, with none of its own."""
    return _inline(label(text).translate(BRACKETS))


def label(text: str) -> str:
    """Words on a button: one line."""
    return " ".join(CONTROL.sub(" ", clean(text)).split()) or "…"


def notification(line: Line) -> str:
    """The line for the chat list and the lock screen, without any markup."""
    return cut(label(plain(line)), NOTIFICATION)


def address(url: str) -> str | None:
    """The address as a link may hold it; None where it is none."""
    return quote(url, safe=IN_ADDRESS) if ADDRESS.fullmatch(url) else None


def called(value: object, tenant: str) -> dict[str, str]:
    """Everybody of this company who is called anywhere in a card: names by id."""
    found = (mention for mention in _mentions(value) if _is_ours(mention, tenant))
    return {mention.user.id: label(mention.name) for mention in found}


def _mentions(value: object) -> Iterator[Mention]:
    match value:
        case Mention():
            yield value
        case tuple():
            for part in value:
                yield from _mentions(part)
        case _ if is_dataclass(value):
            for each in fields(value):
                yield from _mentions(getattr(value, each.name))


def _is_ours(mention: Mention, tenant: str) -> bool:
    user = mention.user
    ours = (user.platform, user.tenant) == (DINGTALK, tenant)
    return ours and USER.fullmatch(user.id) is not None


def _span(span: Span, dialect: Dialect) -> str:
    match span:
        case str():
            return _inline(span)
        case Bold(text) | Code(text):  # code has no mark of its own in messages
            return _bold(_inline(text))
        case Link(url, name):
            shown = caption(name or url)
            return f"[{shown}]({found})" if (found := address(url)) else shown
        case Mention():
            return _mention(span, dialect)
        case Moment(_, fallback, _):
            return _inline(fallback)
        case _:
            assert_never(span)


def _inline(text: str) -> str:
    """The same inside a line, where no block can begin."""
    kept = CONTROL.sub("", BREAK.sub("\n", clean(cut(text, LONGEST))))
    kept = UNDERSCORE.sub("＿", kept.translate(ALIKE))
    return PARTED.sub(lambda mark: mark[0] + JOINER, kept)


def _mention(mention: Mention, dialect: Dialect) -> str:
    if not _is_ours(mention, dialect.tenant):
        return _inline(f"@{mention.name}")
    match dialect.call:
        case Call.NAME:
            return _inline(f"@{mention.name}")
        case Call.ID:
            return f"@{mention.user.id} "
        case Call.TAG:
            return f"<a atId={mention.user.id}>{caption(mention.name)}</a>"
        case _:
            assert_never(dialect.call)


def _bold(text: str) -> str:
    """Bold line by line. A mark beside punctuation would be read as a star."""
    return "\n".join(_bold_line(line) for line in text.split("\n"))


def _bold_line(text: str) -> str:
    core = text.strip()
    if not core or core.startswith("**"):
        return text
    before, _, after = text.partition(core)
    first = JOINER if EDGE.match(core[0]) else ""
    last = JOINER if EDGE.match(core[-1]) else ""
    return f"{before}**{first}{core}{last}**{after}"
