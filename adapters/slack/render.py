"""Card and Form → Slack's wire: pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from adapters.slack.render_blocks import block, heading, note, paragraph
from adapters.slack.render_forms import form
from adapters.slack.render_spans import Json, notification
from bot.messages import Card

__all__ = ["BRIEF", "Message", "form", "home", "message"]

IN_MESSAGE, IN_HOME = 50, 100  # blocks
LONG = 12_000  # characters in a message's blocks: Slack's own limit is a little higher
BRIEF = 3_500  # what passes where even that was too much
HOME = 60_000
MORE = "…"


@dataclass(frozen=True, slots=True)
class Message:
    """What a card says: `text` is the notification, `blocks` is what people see."""

    text: str
    blocks: list[Json]

    def arguments(self) -> Json:
        """What every way to post or change a message takes."""
        return {
            "text": self.text,
            "blocks": self.blocks,
            "parse": "none",
            "link_names": False,
        }


def message(card: Card, *, longest: int = LONG, more: str = MORE) -> Message:
    """The card as a message; `more` stands where something had to be left out."""
    shown = [*paragraph(card.title, bold=True), *_body(card)]
    return Message(notification(card.title), _fit(shown, IN_MESSAGE, longest, more))


def home(card: Card, *, more: str = MORE) -> Json:
    """The card as a home tab."""
    shown = [*heading(card.title), *_body(card)]
    return {"type": "home", "blocks": _fit(shown, IN_HOME, HOME, more)}


def _body(card: Card) -> Iterator[Json]:
    for part in card.blocks:
        yield from block(part)


def _fit(blocks: list[Json], most: int, longest: int, more: str) -> list[Json]:
    """As many blocks as Slack takes; the controls at the end stay, whatever is cut."""
    if len(blocks) <= most and sum(map(_size, blocks)) <= longest:
        return blocks
    tail = blocks[-1:] if blocks[-1]["type"] == "actions" else []
    kept: list[Json] = []
    room = longest - sum(map(_size, tail))
    for shown in blocks[: most - 1 - len(tail)]:
        room -= _size(shown)
        if room < 0:
            break
        kept.append(shown)
    return [*kept, *note((more,)), *tail]


def _size(value: object) -> int:
    """How many characters of text there are in it."""
    if isinstance(value, dict):
        return sum(
            len(part) if name == "text" and isinstance(part, str) else _size(part)
            for name, part in value.items()
        )
    return sum(map(_size, value)) if isinstance(value, list) else 0
