"""What the chats accepted: everything, in order, and nothing is ever taken out."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from time import monotonic
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Said:
    """One message that a chat accepted. `key` is what it can be looked up by, if it
    can; `real` the second of this machine at which it came.
    """

    number: int
    platform: str
    place: str
    id: str
    text: str
    at: datetime
    key: str = ""
    thread: str = ""
    body: Json = field(default_factory=dict)
    real: float = field(default_factory=monotonic)


@dataclass
class Ledger:
    """Both chats write here. `open_calls` are those that were not answered yet."""

    said: list[Said] = field(default_factory=list)
    places: defaultdict[str, list[Said]] = field(
        default_factory=lambda: defaultdict(list)
    )
    shown: dict[tuple[str, str], tuple[str, Json]] = field(default_factory=dict)
    whispers: int = 0
    edits: int = 0
    refused: int = 0  # cards that were there already: the platform says no
    provoked: int = 0  # calls that were too fast, by the chats' own limits
    open_calls: int = 0
    last_call: float = field(default_factory=monotonic)
    unknown: defaultdict[str, int] = field(default_factory=lambda: defaultdict(int))

    def accept(
        self,
        platform: str,
        place: str,
        id: str,
        text: str,
        at: datetime,
        *,
        key: str = "",
        thread: str = "",
        body: Json | None = None,
    ) -> Said:
        """Writes down one message."""
        number = len(self.said)
        said = Said(number, platform, place, id, text, at, key, thread, body or {})
        self.said.append(said)
        self.places[place].append(said)
        self.shown[place, id] = (text, said.body)
        return said

    def edit(self, place: str, id: str, text: str, body: Json) -> bool:
        """What it shows now; False where there is no such message."""
        if (place, id) not in self.shown:
            return False
        self.edits += 1
        self.shown[place, id] = (text, body)
        return True

    def in_place(self, place: str, containing: str = "") -> Iterator[Said]:
        """What was said there, the newest first."""
        inside = reversed(self.places[place])
        return (said for said in inside if containing in said.text)

    def now_shown(self, said: Said) -> tuple[str, Json]:
        """What people see of it now."""
        return self.shown[said.place, said.id]


def words_in(part: Any) -> str:
    """Every word that a message of either chat shows, in order."""
    return " ".join(_words(part))


def _words(part: Any) -> Iterator[str]:
    if isinstance(part, list):
        for one in part:
            yield from _words(one)
    elif isinstance(part, dict):
        text = part.get("text")
        if isinstance(text, str):
            yield text
        for name in ("text", "elements", "fields", "accessory", "title", "options"):
            if not isinstance(part.get(name), str):
                yield from _words(part.get(name))


def actions_in(part: Any) -> Iterator[Json]:
    """Every button of Slack's in there."""
    if isinstance(part, list):
        for one in part:
            yield from actions_in(one)
    elif isinstance(part, dict):
        if "action_id" in part:
            yield part
        for inner in part.values():
            yield from actions_in(inner)
