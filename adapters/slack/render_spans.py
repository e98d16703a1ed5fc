"""Spans → rich-text elements, text objects and notification text.

What a person typed is only ever a rich-text `text` element or `plain_text`: there it
cannot mention, link or format. `mrkdwn` is used only for lines without a single
character that means something in it.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any, assert_never

from adapters.prose import clean, cut
from adapters.slack import SLACK
from bot.messages import (
    Bold,
    Code,
    Line,
    Link,
    Mention,
    Moment,
    MomentStyle,
    Span,
    plain,
)

Json = dict[str, Any]

TEXT = 3000  # characters in one text, and in one piece of a long one
FALLBACK = 200
NOTIFICATION = 3900  # chat.update refuses more than 4000
MARKED = re.compile(r"[*_~`>|]|:[\w+'-]+:")  # what mrkdwn would read as markup
ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s<>|\"]{1,2900}", re.IGNORECASE)
USER = re.compile(r"[UW][A-Z0-9]+")
BROADCAST = re.compile(r"@(?=here|channel|everyone|group)", re.IGNORECASE)
SHAPES = {
    MomentStyle.DATE: "{date_short_pretty}",
    MomentStyle.TIME: "{time}",
    MomentStyle.DATE_TIME: "{date_short_pretty} {time}",
}


def elements(line: Iterable[Span], *, bold: bool = False) -> list[Json]:
    """The line as the elements of a rich-text section; empty texts are left out."""
    found = (_element(span, bold=bold) for span in line)
    return [element for element in found if element.get("text") != ""]


def text_object(line: Line) -> Json | None:
    """The line as one text object; None when only rich text can show it safely.

    Mentions and links are never lost; a moment may be shown by its fallback.
    """
    words = shown(line)
    if not words.strip() or len(words) > TEXT:
        return None
    if all(isinstance(span, str) for span in line):
        return plain_text(words)
    written = "".join(_mrkdwn(line))
    if not MARKED.search(words) and len(written) <= TEXT:
        return {"type": "mrkdwn", "text": written, "verbatim": True}
    if any(isinstance(span, Mention | Link) for span in line):
        return None
    return plain_text(words)


def plain_text(words: str, limit: int = TEXT) -> Json:
    """Words as a text that means nothing but itself; never empty."""
    kept = cut(clean(words), limit)
    return {"type": "plain_text", "text": kept if kept.strip() else "…", "emoji": False}


def notification(line: Line) -> str:
    """The line for the notification and for screen readers, without any markup."""
    words = BROADCAST.sub("@\u2060", shown(line)).strip() or "…"
    escaped = escape(words)
    while len(escaped) > NOTIFICATION:
        words = cut(words, len(words) - (len(escaped) - NOTIFICATION) // 5 - 1)
        escaped = escape(words)
    return escaped


def pieces(line: Line, limit: int = TEXT) -> Iterator[Line]:
    """The line in parts of at most `limit` characters, nothing lost."""
    part: list[Span] = []
    room = limit
    for span in line:
        for bit in _bits(span, limit):
            size = len(plain((bit,)))
            if part and size > room:
                yield tuple(part)
                part, room = [], limit
            part.append(bit)
            room -= size
    if part:
        yield tuple(part)


def shown(line: Line) -> str:
    """What a reader will see of the line."""
    return clean(plain(line))


def escape(text: str) -> str:
    """The text with Slack's three control characters as entities."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _bits(span: Span, limit: int) -> Iterator[Span]:
    """A long text span in parts; other spans are whole."""
    match span:
        case str() if len(span) > limit:
            yield from (span[at : at + limit] for at in range(0, len(span), limit))
        case Bold(text) if len(text) > limit:
            yield from map(Bold, _bits_of(text, limit))
        case Code(text) if len(text) > limit:
            yield from map(Code, _bits_of(text, limit))
        case _:
            yield span


def _bits_of(text: str, limit: int) -> Iterator[str]:
    return (text[at : at + limit] for at in range(0, len(text), limit))


def _element(span: Span, *, bold: bool) -> Json:
    match span:
        case str():
            return _text(span, bold=bold)
        case Bold(text):
            return _text(text, bold=True)
        case Code(text):
            return {"type": "text", "text": clean(text), "style": {"code": True}}
        case Link(url, label):
            if not ADDRESS.fullmatch(url):
                return _text(label or url, bold=bold)
            return {"type": "link", "url": url, "text": clean(label) or url}
        case Mention(user, name):
            if not _is_ours(span):
                return _text(f"@{name}", bold=bold)
            return {"type": "user", "user_id": user.id}
        case Moment(at, fallback, style):
            if at.timestamp() < 0:
                return _text(fallback, bold=bold)
            how = {"format": SHAPES[style], "fallback": _fallback(fallback)}
            return {"type": "date", "timestamp": int(at.timestamp()), **how}
        case _:
            assert_never(span)


def _text(text: str, *, bold: bool) -> Json:
    element: Json = {"type": "text", "text": clean(text)}
    return element | {"style": {"bold": True}} if bold else element


def _fallback(words: str) -> str:
    return cut(clean(words).strip(), FALLBACK) or "…"


def _is_ours(mention: Mention) -> bool:
    user = mention.user
    return user.platform == SLACK and USER.fullmatch(user.id) is not None


def _mrkdwn(line: Line) -> Iterator[str]:
    """The line as mrkdwn, for lines that hold nothing mrkdwn would read as markup."""
    for number, span in enumerate(line):
        before = plain(line[:number])[-1:]
        after = plain(line[number + 1 :])[:1]
        match span:
            case Bold(text) if _stands_alone(before, text, after):
                yield f"*{escape(clean(text))}*"
            case Code(text) if _stands_alone(before, text, after):
                yield f"`{escape(clean(text))}`"
            case str() | Bold() | Code():
                yield escape(clean(plain((span,))))
            case Link(url, label) if ADDRESS.fullmatch(url):
                yield f"<{escape(url)}|{escape(clean(label) or url)}>"
            case Mention(user, _) if _is_ours(span):
                yield f"<@{user.id}>"
            case Moment(at, fallback, style) if at.timestamp() >= 0:
                how = f"{SHAPES[style]}|{escape(_fallback(fallback))}"
                yield f"<!date^{int(at.timestamp())}^{how}>"
            case Link() | Mention() | Moment():
                yield escape(clean(plain((span,))))
            case _:
                assert_never(span)


def _stands_alone(before: str, text: str, after: str) -> bool:
    """Whether mrkdwn would see the marks: it wants spaces, which Chinese has not."""
    whole = bool(text) and text == text.strip() and "\n" not in text
    return whole and not before.strip() and not after.strip(" \n.,;:!?)")
