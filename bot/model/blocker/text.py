"""What an answer says of blockers: each line one, and which of them are known."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from bot.model.blocker import Blocker
from bot.model.expression import expression
from bot.model.standup import same_name
from bot.model.text import simplified

AT_ONCE = 10  # blockers of one answer; the last one holds what is left
ALIKE = 85  # of 100: the same thing, said again
CHANGED = 45  # of 100: the same line, written anew on the same day
_BULLET = expression(r"^\s*(?:[-–—*•·‣▪]+\s+|[•·‣▪]|\(?\d{1,2}\s?[.)、．）](?!\d)\s*)")
_INLINE = expression(r"\s+(?=\(?\d{1,2}[.)、．）]\s)")
_APOSTROPHE = expression("['’]")
_CLAUSES = expression(r"[,，.。;；!！~～]")
_WORDS = expression(r"[^\W_]+")
_NOTHING = frozenset(
    {
        "no", "none", "non", "nope", "nothing", "nil", "na", "n a", "nada", "keine",
        "zero", "0", "x", "no blocker", "no blockers", "none today",
        "no blockers today", "nothing today", "nothing blocking", "nothing blocks me",
        "nothing blocking me", "nothing is blocking me", "not blocked",
        "im not blocked", "i am not blocked", "no issues", "no issue", "no problem",
        "no problems", "none really", "all good", "all clear", "all fine",
        "everything is fine", "im good", "i am good", "fine", "ok", "okay",
        "not at the moment", "none at the moment", "nothing at the moment",
        "none so far", "nothing so far", "no thanks", "no thank you", "not today",
        "无", "没有", "暂无", "没", "没有了", "无阻碍", "没有阻碍", "无阻塞",
        "没有阻塞", "没有障碍", "无障碍", "暂时没有", "暂时无", "暂无阻碍",
        "目前没有", "目前无", "目前没有阻碍", "今天没有", "今日无", "今天没有阻碍",
        "没有问题", "没问题", "无问题", "一切正常", "一切顺利", "顺利", "正常",
        "都好", "都正常", "都没有", "否", "不", "没事", "没啥", "没什么", "没有什么",
    }
)  # fmt: skip
_SAME = frozenset(
    {
        "same", "same as yesterday", "same as before", "same as last time",
        "same here", "as yesterday", "as before", "same thing", "same blocker",
        "same blockers", "same ones", "the same", "the same as yesterday",
        "still the same", "ditto", "unchanged", "no change", "no changes", "still",
        "still blocked", "see yesterday", "as above", "see above", "同上", "同昨",
        "同昨天", "同昨日", "和昨天一样", "跟昨天一样", "与昨天相同", "和之前一样",
        "跟之前一样", "一样", "没变", "没变化", "没有变化", "无变化", "不变",
        "老样子", "还是一样", "还是那样", "依旧", "仍然", "照旧",
    }
)  # fmt: skip
_NUMBER = expression(r"(?<![A-Za-z0-9])[bBＢ][-－–‐]\s?(\d{1,9})(?![A-Za-z0-9])")
_BARE = expression(r"(?:still|还是|仍是)?\s*b\s?-?\s?(\d{1,9})", re.IGNORECASE)
_STILL = expression(
    r"^(?:(?:still|again|yet)\s+|还在|还是|仍然在?|仍在|依然在?|依旧在?|继续|还)+|"
    r"(?:\s+(?:still|again))+$"
)
_LONG = expression(r"\d{4,}")


@dataclass(frozen=True, slots=True)
class Item:
    """One blocker as it is said, and whose help it asks for."""

    text: str
    tags: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """What an answer makes of blockers: new ones, those that are still there, those
    whose words are changed, and those it does not hold any more.
    """

    new: list[Item] = field(default_factory=list)
    still: list[tuple[Blocker, Item]] = field(default_factory=list)
    edited: list[tuple[Blocker, Item]] = field(default_factory=list)
    gone: list[Blocker] = field(default_factory=list)


def lines_of(answer: str) -> tuple[str, ...]:
    """Each blocker of an answer as typed; none for "no", "-", 无 and the like."""
    lines = [part for line in answer.splitlines() for part in _INLINE.split(line)]
    bare = [_BULLET.sub("", line, count=1).strip() for line in lines]
    said = [line for line in bare if not is_nothing(line)]
    if len(said) > AT_ONCE:
        said = [*said[: AT_ONCE - 1], "\n".join(said[AT_ONCE - 1 :])]
    return tuple(said)


def is_nothing(line: str) -> bool:
    """Whether a line says that nothing is in the way."""
    parts = (_plain(part) for part in _CLAUSES.split(line))
    return all(not part or part in _NOTHING for part in parts)


def compare(items: Sequence[Item], mine: Sequence[Blocker], day_id: int) -> Said:
    """What the answer of a day says, beside the reporter's blockers of that stand-up:
    those that are open, and those that this day's answer closed.
    """
    said = Said()
    left = list(mine)
    unknown: list[Item] = []
    same = False
    for item in items:
        if _plain(item.text) in _SAME:
            same = True
            for known in [b for b in left if b.open and b.occurrence_id != day_id]:
                _keep(said, left, known, item, day_id)
        elif known_ones := _named(item.text, left):
            for known in known_ones:
                _keep(said, left, known, item, day_id)
        else:
            unknown.append(item)
    unknown = _match(said, left, unknown, day_id, ALIKE)
    today = [b for b in left if b.open and b.occurrence_id == day_id]
    said.new.extend(_match(said, today, unknown, day_id, CHANGED))
    clean = not items and not same
    changed = {blocker.id for blocker, _ in said.edited}
    said.gone.extend(
        b
        for b in left
        if b.open and b.id not in changed
        if b.occurrence_id == day_id or (clean and not b.tags)
    )
    return said


def _match(
    said: Said, left: list[Blocker], items: Sequence[Item], day_id: int, bar: float
) -> list[Item]:
    """Takes the known ones out, the closest pairs first; gives those that are none."""
    pairs = sorted(
        (
            (alike(item.text, blocker.text), index, blocker)
            for index, item in enumerate(items)
            for blocker in left
        ),
        key=lambda pair: -pair[0],
    )
    taken: set[int] = set()
    for closeness, index, blocker in pairs:
        if closeness >= bar and index not in taken and blocker in left:
            taken.add(index)
            _keep(said, left, blocker, items[index], day_id)
    return [item for index, item in enumerate(items) if index not in taken]


def _keep(
    said: Said, left: list[Blocker], blocker: Blocker, item: Item, day_id: int
) -> None:
    """It is still there: its own words change only on the day it was reported."""
    left.remove(blocker)
    own = blocker.occurrence_id == day_id and not _named(item.text, [blocker])
    (said.edited if own else said.still).append((blocker, item))


def alike(one: str, other: str) -> float:
    """How much two lines say the same, 0 to 100; never with another long number."""
    if set(_LONG.findall(one)) != set(_LONG.findall(other)):
        return 0.0
    left, right = (_STILL.sub("", _plain(each)).strip() for each in (one, other))
    return max(fuzz.ratio(left, right), fuzz.token_sort_ratio(left, right))


def adds_nothing(text: str, blocker: Blocker) -> bool:
    """Whether a line only says that the blocker is still there."""
    rest = _STILL.sub("", _plain(_NUMBER.sub("", text))).strip()
    bare = _BARE.fullmatch(text.strip()) is not None
    return bare or not rest or _plain(text) in _SAME or alike(text, blocker.text) == 100


def _named(text: str, blockers: Sequence[Blocker]) -> list[Blocker]:
    """Those of them that the line names by their numbers."""
    numbers = {int(number) for number in _NUMBER.findall(text)}
    if bare := _BARE.fullmatch(text.strip()):
        numbers.add(int(bare[1]))
    return [each for each in blockers if each.number in numbers]


def _plain(text: str) -> str:
    """The words alone, as they are compared."""
    return " ".join(_WORDS.findall(_APOSTROPHE.sub("", simplified(same_name(text)))))
