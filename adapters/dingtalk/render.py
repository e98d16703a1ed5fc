"""Card → DingTalk's wire: the data of a card of ours, or a message. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from adapters.dingtalk.directory import is_direct
from adapters.dingtalk.render_blocks import lines
from adapters.dingtalk.render_controls import (
    Controls,
    in_card,
    in_message,
    link,
    wire,
)
from adapters.dingtalk.render_spans import (
    Call,
    Dialect,
    Json,
    called,
    notification,
    written,
)
from adapters.dingtalk.wire import as_json
from bot.messages import Card
from bot.model.refs import PlaceRef

LONG = 3500  # characters: clients show longer Markdown badly (facts §4.9)
HEAVY = 14_000  # bytes: the Robot API takes 15 000 with everything around it
MORE = "…"
PRESS = re.compile(r"\]\(dtmd:[^)]*\)")
CARD_BREAK = "\n\n"  # a card's Markdown breaks a line at an empty one only


@dataclass(frozen=True, slots=True)
class Message:
    """What a card says where there are no cards: `title` is the notification only."""

    title: str
    text: str
    buttons: tuple[tuple[str, str], ...] = ()
    called: tuple[str, ...] = ()

    def robot(self) -> tuple[str, str]:
        """The Robot API's `msgKey` and `msgParam` (facts §4.3)."""
        said: dict[str, str] = {"title": self.title, "text": self.text}
        match self.buttons:
            case ():
                return "sampleMarkdown", as_json(said)
            case ((name, url),):
                said |= {"singleTitle": name, "singleURL": url}
                return "sampleActionCard", as_json(said)
            case _:
                for number, (name, url) in enumerate(self.buttons, start=1):
                    said |= {f"actionTitle{number}": name, f"actionURL{number}": url}
                return f"sampleActionCard{len(self.buttons)}", as_json(said)

    def webhook(self) -> Json:
        """The body for an answering address (facts §4.4)."""
        said: Json = {"title": self.title, "text": self.text}
        at = {"at": {"atUserIds": list(self.called)}} if self.called else {}
        match self.buttons:
            case ():
                return {"msgtype": "markdown", "markdown": said, **at}
            case ((name, url),):
                said |= {"singleTitle": name, "singleURL": url}
            case _:
                buttons = [{"title": n, "actionURL": url} for n, url in self.buttons]
                said |= {"btnOrientation": "0", "btns": buttons}
        return {"msgtype": "actionCard", "actionCard": said, **at}


def message(
    card: Card, place: PlaceRef, *, mentions: bool = False, heavy: int = HEAVY
) -> Message:
    """The card as a message to that place; `mentions` where it can call people,
    `heavy` are the bytes that it may have.
    """
    direct = is_direct(place)
    call = Call.ID if mentions and not direct else Call.NAME
    dialect = Dialect(call=call, tenant=place.tenant, pressable=direct)
    controls = in_message(card, dialect)
    buttons = tuple(link(button) for button in controls.shown)
    room = heavy - sum(len(f"{name}{url}".encode()) + 50 for name, url in buttons)
    parts = [*_parts(card, dialect, controls)]
    title = f"### {' '.join(written(card.title, dialect).split())}"
    people = called(card, place.tenant) if call is Call.ID else {}
    return Message(
        notification(card.title),
        _fit([[title], *parts], dialect, room),
        buttons,
        tuple(people),
    )


def card_data(card: Card, place: PlaceRef) -> dict[str, str]:
    """What our template shows of a card: every variable it has, so that nothing of an
    earlier state stays.
    """
    call = Call.NAME if is_direct(place) else Call.TAG
    dialect = Dialect(CARD_BREAK, call, place.tenant)
    shown, controls = in_card(card, alone=is_direct(place))
    return {
        "title": notification(card.title),
        "markdown": _fit(_parts(shown, dialect, controls), dialect, HEAVY),
        "tone": card.tone.value,
        "buttons": as_json([wire(button) for button in controls.shown]),
        "updated": "",
    }


def _parts(card: Card, dialect: Dialect, controls: Controls) -> list[list[str]]:
    """Everything under the title, which is not said again."""
    parts = [found for block in card.blocks if (found := lines(block, dialect))]
    title = written(card.title, dialect).strip()
    if parts and parts[0][0].strip() == title:
        parts[0] = parts[0][1:]
    return [part for part in [*parts, list(controls.lines)] if part]


def _fit(parts: Sequence[list[str]], dialect: Dialect, bytes_: int) -> str:
    """As many whole lines as a client shows well; the buttons stay in any case."""
    said, size, room = "", 0, bytes_
    for part in parts:
        for number, line in enumerate(part):
            gap = dialect.newline if number else "\n\n" if said else ""
            size += len(PRESS.sub("]", line)) + len(gap)
            room -= len((line + gap).encode())
            if size > LONG or room < 0:
                return f"{said}\n\n{MORE}" if said else MORE
            said += gap + line
    return said
