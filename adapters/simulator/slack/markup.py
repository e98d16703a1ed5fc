"""What Slack does with text: escaping, auto-parsing, and whom a message notifies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from adapters.simulator.slack.blocks import interactive
from adapters.simulator.slack.records import Kind, Message
from adapters.simulator.slack.state import Workspace
from adapters.simulator.wire import Json

ESCAPES = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"))
_CONTROL = re.compile(
    r"<(?:@[UW][A-Z0-9]+(?:\|[^<>]*)?|#[CG][A-Z0-9]+(?:\|[^<>]*)?"
    r"|!(?:here|channel|everyone)(?:\|[^<>]*)?|!subteam\^[A-Z0-9]+(?:\|[^<>]*)?"
    r"|!date\^[^<>]+|(?:https?://|mailto:|slack://|tel:)[^<>]+)>"
)
_ENTITY = re.compile(r"&(?:amp|lt|gt);")
_CODE = re.compile(r"```.*?```|`[^`\n]+`", re.DOTALL)
_BROADCAST = re.compile(r"(?<![\w@/.])@(here|channel|everyone)(?![\w.@-]*\w)")
_CHANNEL = re.compile(r"(?<![\w#&/])#([a-z0-9一-鿿_-]{1,80})")
_LINK = re.compile(r"(?<![\w<|\"'/])https?://[^\s<>|`]+[^\s<>|`.,;:!?)\]'\"]")
_NOTIFYING = re.compile(r"<(@|!)([UW][A-Z0-9]+|here|channel|everyone)(?:\|[^<>]*)?>")


def escape(text: str) -> str:
    """Turn the three control characters into entities, as clients do with typing."""
    for character, entity in ESCAPES:
        text = text.replace(character, entity)
    return text


def unescape(text: str) -> str:
    """What a reader sees in place of the three entities."""
    for character, entity in reversed(ESCAPES):
        text = text.replace(entity, character)
    return text


def stored_text(workspace: Workspace, text: str, *, parse: bool) -> str:
    """Text of an app as Slack keeps it.

    Known `<…>` sequences and entities stay, anything else is escaped. With `parse`
    (verbatim false, parse not none) `@here`, `#channel` and bare links become live.
    """
    pieces: list[str] = []
    for literal, inert in _split(text, _CONTROL):
        if inert:
            pieces.append(literal)
            continue
        for words, entity in _split(literal, _ENTITY):
            pieces.append(words if entity else escape(words))
    joined = "".join(pieces)
    return _parsed(workspace, joined) if parse else joined


def stored_blocks(workspace: Workspace, blocks: list[Json]) -> list[Json]:
    """Blocks as Slack keeps them: mrkdwn parsed unless verbatim, ids given."""
    kept = [stored_value(workspace, block) for block in blocks]
    for number, block in enumerate(kept):
        block.setdefault("block_id", _block_id(number, kept))
        for place, element in enumerate(interactive(block)):
            element.setdefault("action_id", f"a{place}x")
    return kept


def notified(workspace: Workspace, message: Message) -> set[str]:
    """Ids of the people whom the message notifies.

    A direct message notifies its reader; elsewhere only mentions of members do.
    """
    conversation = workspace.conversations[message.channel]
    humans = {
        id
        for id in conversation.members
        if not workspace.users[id].is_bot and id != message.user
    }
    if message.ephemeral_to is not None:
        return {message.ephemeral_to} & humans
    if conversation.kind is Kind.IM:
        return humans
    called: set[str] = set()
    for target in _targets(message):
        called |= {target} if target[:1] in "UW" else humans
    return called & humans


def _targets(message: Message) -> Iterator[str]:
    texts = [message.text]
    for node in _nodes([*message.blocks, *message.attachments]):
        kind = node.get("type")
        if kind == "mrkdwn":
            texts.append(str(node.get("text", "")))
        elif kind == "user":
            yield str(node.get("user_id", ""))
        elif kind == "broadcast":
            yield str(node.get("range", "channel"))
        texts += [str(node[key]) for key in ("pretext", "fallback") if key in node]
        if kind is None and isinstance(node.get("text"), str):
            texts.append(node["text"])
    for text in texts:
        yield from (match.group(2) for match in _NOTIFYING.finditer(text))


def _nodes(value: object) -> Iterator[Json]:
    if isinstance(value, dict):
        yield value
        for child in value.values():
            yield from _nodes(child)
    elif isinstance(value, list):
        for child in value:
            yield from _nodes(child)


def stored_value(workspace: Workspace, value: Json) -> Json:
    """An object as Slack keeps it, all text objects in it included."""
    kept: Json = {}
    for key, child in value.items():
        if isinstance(child, dict):
            kept[key] = stored_value(workspace, child)
        elif isinstance(child, list):
            kept[key] = [
                stored_value(workspace, item) if isinstance(item, dict) else item
                for item in child
            ]
        else:
            kept[key] = child
    if value.get("type") == "mrkdwn":
        verbatim = bool(value.get("verbatim"))
        kept["text"] = stored_text(workspace, str(value["text"]), parse=not verbatim)
        kept["verbatim"] = verbatim
    elif value.get("type") == "plain_text":
        kept.setdefault("emoji", True)
        kept["text"] = escape(unescape(str(value["text"])))
    return kept


def _block_id(number: int, blocks: list[Json]) -> str:
    taken = {block.get("block_id") for block in blocks}
    while (id := f"b{number}x") in taken:
        number += 100
    return id


def _parsed(workspace: Workspace, text: str) -> str:
    pieces: list[str] = []
    for words, code in _split(text, _CODE):
        if code:
            pieces.append(words)
            continue
        for free, control in _split(words, _CONTROL):
            pieces.append(free if control else _enlivened(workspace, free))
    return "".join(pieces)


def _enlivened(workspace: Workspace, text: str) -> str:
    pieces: list[str] = []
    for words, link in _split(text, _LINK):
        if link:
            pieces.append(f"<{words}>")
            continue
        words = _BROADCAST.sub(r"<!\1>", words)
        pieces.append(_CHANNEL.sub(lambda m: _channel_link(workspace, m), words))
    return "".join(pieces)


def _channel_link(workspace: Workspace, match: re.Match[str]) -> str:
    for conversation in workspace.conversations.values():
        if conversation.kind is Kind.PUBLIC and conversation.name == match.group(1):
            return f"<#{conversation.id}|{conversation.name}>"
    return match.group(0)


def _split(text: str, pattern: re.Pattern[str]) -> Iterator[tuple[str, bool]]:
    """Pieces of the text in order, each with whether the pattern matched it."""
    end = 0
    for match in pattern.finditer(text):
        if match.start() > end:
            yield text[end : match.start()], False
        yield match.group(0), True
        end = match.end()
    if end < len(text):
        yield text[end:], False
