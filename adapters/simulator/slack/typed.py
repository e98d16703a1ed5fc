"""What a Slack client makes of typed words: mentions, links, emoji, rich text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from adapters.simulator.company import Employee
from adapters.simulator.slack.markup import escape
from adapters.simulator.slack.records import Conversation, Kind
from adapters.simulator.slack.state import Workspace
from adapters.simulator.wire import Json

# A link ends before closing punctuation, full-width marks included.
_LINK = re.compile(r"https?://[^\s<>|`\u3000-\u303f\uff00-\uffef]*[\w/=&%#+~-]")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_EMOJI = re.compile(r":([a-z0-9_+-]*[a-z][a-z0-9_+-]*):")
_BROADCAST = re.compile(r"@(here|channel|everyone)(?![\w-])")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of what was typed: plain text, or one live thing."""

    kind: str
    text: str
    target: str = ""


def pieces(workspace: Workspace, text: str, *, whole: bool = True) -> list[Piece]:
    """Split typed text into plain runs and the things a client makes live.

    `whole` also takes broadcasts and emoji, which slash commands leave as typed.
    """
    found: list[Piece] = []
    plain = ""
    position = 0
    while position < len(text):
        live = _live(workspace, text, position, whole=whole)
        if live is None:
            plain += text[position]
            position += 1
            continue
        if plain:
            found.append(Piece("text", plain))
        found.append(live)
        plain, position = "", position + len(live.text)
    return [*found, Piece("text", plain)] if plain else found


def command_text(workspace: Workspace, text: str) -> str:
    """Text of a slash command under `should_escape: true` (facts §2)."""
    return "".join(
        _written(workspace, piece, named=True)
        for piece in pieces(workspace, text, whole=False)
    )


def message_text(workspace: Workspace, typed: list[Piece]) -> str:
    """The `text` of an ordinary message."""
    return "".join(_written(workspace, piece, named=False) for piece in typed)


def rich_text(typed: list[Piece]) -> Json:
    """The rich_text block that a client sends along with a typed message."""
    section = {
        "type": "rich_text_section",
        "elements": [_element(piece) for piece in typed],
    }
    return {"type": "rich_text", "block_id": "typed", "elements": [section]}


def _live(
    workspace: Workspace, text: str, position: int, *, whole: bool
) -> Piece | None:
    character = text[position]
    before = text[position - 1] if position else " "
    boundary = not (before.isascii() and (before.isalnum() or before in "_@#/."))
    if character == "@" and boundary:
        broadcast = _BROADCAST.match(text, position) if whole else None
        if broadcast:
            return Piece("broadcast", broadcast.group(0), broadcast.group(1))
        return _mention(workspace, text, position)
    if character == "#" and boundary:
        return _channel(workspace, text, position)
    if not boundary:
        return None
    if match := _LINK.match(text, position):
        return Piece("link", match.group(0), match.group(0))
    if match := _MAIL.match(text, position):
        return Piece("link", match.group(0), f"mailto:{match.group(0)}")
    if whole and (match := _EMOJI.match(text, position)):
        return Piece("emoji", match.group(0), match.group(1))
    return None


def _mention(workspace: Workspace, text: str, position: int) -> Piece | None:
    rest = text[position + 1 :]
    best: tuple[int, str] | None = None
    for kind in _NAMES:
        named: dict[str, list[str]] = {}
        for user in workspace.users.values():
            if user.deleted or not (name := kind(user)):
                continue
            if _starts_with_name(rest, name):
                named.setdefault(name.casefold(), []).append(user.id)
        for name, ids in named.items():
            if len(ids) == 1 and (best is None or len(name) > best[0]):
                best = (len(name), ids[0])
    if best is None:
        return None
    return Piece("user", text[position : position + 1 + best[0]], best[1])


def _channel(workspace: Workspace, text: str, position: int) -> Piece | None:
    rest = text[position + 1 :]
    channels = [c for c in workspace.conversations.values() if c.kind is not Kind.IM]
    for channel in sorted(channels, key=lambda c: -len(c.name)):
        if _starts_with_name(rest, channel.name):
            typed = text[position : position + 1 + len(channel.name)]
            return Piece("channel", typed, channel.id)
    return None


_NAMES: tuple[Callable[[Employee], str], ...] = (
    lambda user: user.handle,
    lambda user: user.display_name,
    lambda user: user.name,
    lambda user: user.name.split()[0] if user.name else "",
    lambda user: _part(user.name, latin=True),
    lambda user: _part(user.name, latin=False),
)


def _part(name: str, *, latin: bool) -> str:
    """The Latin or the other half of a name such as `Wang Fang 王芳`."""
    return " ".join(word for word in name.split() if word.isascii() is latin)


def _starts_with_name(text: str, name: str) -> bool:
    if text[: len(name)].casefold() != name.casefold():
        return False
    after = text[len(name) : len(name) + 1]
    return not re.match(r"[A-Za-z0-9_-]", after)


def _written(workspace: Workspace, piece: Piece, *, named: bool) -> str:
    match piece.kind:
        case "user":
            handle = workspace.users[piece.target].handle
            return f"<@{piece.target}|{handle}>" if named else f"<@{piece.target}>"
        case "channel":
            channel = workspace.conversations[piece.target]
            return f"<#{piece.target}|{_shown_name(workspace, channel)}>"
        case "broadcast":
            return f"<!{piece.target}>"
        case "link" if piece.target != piece.text:
            return f"<{escape(piece.target)}|{escape(piece.text)}>"
        case "link":
            return f"<{escape(piece.target)}>"
        case _:
            return escape(piece.text)


def _shown_name(workspace: Workspace, channel: Conversation) -> str:
    hidden = channel.kind is Kind.PRIVATE and not workspace.has_bot(channel)
    return "" if hidden else channel.name


def _element(piece: Piece) -> Json:
    match piece.kind:
        case "user":
            return {"type": "user", "user_id": piece.target}
        case "channel":
            return {"type": "channel", "channel_id": piece.target}
        case "broadcast":
            return {"type": "broadcast", "range": piece.target}
        case "emoji":
            return {"type": "emoji", "name": piece.target}
        case "link" if piece.target != piece.text:
            return {"type": "link", "url": piece.target, "text": piece.text}
        case "link":
            return {"type": "link", "url": piece.target}
        case _:
            return {"type": "text", "text": piece.text}


def find_person(workspace: Workspace, reference: str) -> str | None:
    """The id of the person meant by an id, a handle or a name; None if unclear."""
    if reference in workspace.users:
        return reference
    name = reference.removeprefix("@").casefold()
    matches = set(_named(workspace, name))
    return matches.pop() if len(matches) == 1 else None


def _named(workspace: Workspace, name: str) -> Iterator[str]:
    for user in workspace.users.values():
        if name in {kind(user).casefold() for kind in _NAMES}:
            yield user.id
