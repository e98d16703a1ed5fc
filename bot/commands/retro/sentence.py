"""A note as one sentence says it: its kind in front, its room at the end; pure."""

import re
from dataclasses import dataclass

from bot.model.expression import expression
from bot.model.retro import NoteKind

SAID = {
    NoteKind.GOOD: (
        "went well", "what went well", "well", "good", "positive", "glad", "continue",
        "keep", "liked", "做得好的", "做得好", "好的", "顺利", "优点", "亮点", "继续",
        "保持", "好",
    ),
    NoteKind.BAD: (
        "went badly", "went wrong", "what went badly", "what went wrong", "badly",
        "bad", "negative", "mad", "sad", "stop", "problem", "不好的", "没做好",
        "做得不好", "做得不好的",
        "不好", "不顺利", "不足", "缺点", "问题", "停止", "待改进", "坏",
    ),
    NoteKind.IDEA: (
        "idea", "ideas", "suggestion", "start", "try", "improve", "to improve",
        "improvement", "想法", "点子", "建议", "改进", "尝试", "开始做",
    ),
}  # fmt: skip
_KINDS = {word: kind for kind, words in SAID.items() for word in words}
_WORDS = "|".join(sorted(map(re.escape, _KINDS), key=len, reverse=True))
LED = expression(
    rf"\s*(?:(?P<word>{_WORDS})\s*[:：]|(?P<sign>[+＋]))\s*", re.IGNORECASE
)
ONLY = expression(rf"\s*(?P<word>{_WORDS})\s*[.。]?\s*", re.IGNORECASE)
ROOM = expression(
    r"(?:^|\s)(?:(?:in|for|to|at|on)\s+|[在到]\s*)?(?:<#(?P<id>[A-Za-z0-9_$:.-]+)(?:\|[^>]*)?>|[#＃](?P<name>[^\s#＃]+))\s*$"
)


@dataclass(frozen=True, slots=True)
class Said:
    """What was typed: no kind where none was said, no room where none was named."""

    text: str
    kind: NoteKind | None = None
    place: str = ""
    room: str = ""


def read_said(typed: str) -> Said:
    """Everything the words hold."""
    place = room = ""
    if found := ROOM.search(typed):
        place, room = found["id"] or "", found["name"] or ""
        typed = typed[: found.start()]
    kind = None
    if led := LED.match(typed):
        kind = _KINDS[led["word"].lower()] if led["word"] else NoteKind.GOOD
        typed = typed[led.end() :]
    return Said(typed.strip(), kind, place, room)


def kind_of(typed: str) -> NoteKind | None:
    """The kind that was typed and nothing else: "good", 不好."""
    found = ONLY.fullmatch(typed)
    return _KINDS[found["word"].lower()] if found else None
