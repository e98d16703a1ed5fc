"""Opening and sending whatever form a press brings: a modal, a card, a page."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from adapters.simulator.play import pages
from adapters.simulator.play.fields import Field, in_card, in_modal
from adapters.simulator.side import Press, Side
from adapters.simulator.wire import Json

PRIMARY = "primary"
CLOSED = "disabled"
Settle = Callable[[], Awaitable[None]]


class Sheet(Protocol):
    """A form that is open in front of one person."""

    fields: list[Field]

    async def send(self, values: Mapping[str, Any]) -> set[str] | None:
        """Send it: None when it was taken, else the names of what was wrong, if told.

        What was wrong may stand in front of the person still, to be sent again.
        """
        ...

    async def leave(self) -> None:
        """Go away from it without sending."""
        ...


@dataclass(frozen=True, slots=True)
class Desk:
    """One person in front of their client."""

    side: Side
    who: str
    settle: Settle

    async def press(self, message: Json, button: Press) -> Sheet | None:
        """Press it; the form that it opened, if any."""
        known = {shown["ts"] for shown in self._cards()}
        page = self.side.view(self.who).get("page")
        await self.side.press(self.who, button)
        await self.settle()
        view = self.side.view(self.who)
        if view.get("modal"):
            return ModalSheet(self, in_modal(view["modal"]))
        if view.get("page") and view["page"] != page:
            return await pages.opened(str(view["page"]))
        for shown in self._cards():
            if shown["ts"] not in known:
                return CardSheet(self, in_card(shown["card"]["form"]), shown["ts"])
        return None

    async def say(self, words: str) -> None:
        """Type it to the bot, and wait for what comes of it."""
        command = str(self.side.app()["command"])
        spoken = f"{command} {words}" if command.startswith("/") else words
        await self.side.say(self.who, "dm", spoken, None)
        await self.settle()

    def is_open(self, ts: str) -> bool:
        """Whether a card's form still waits to be sent."""
        return any(shown["ts"] == ts for shown in self._cards())

    def _cards(self) -> list[Json]:
        """The messages with an open form on them, newest first."""
        found = self.side.messages(self.who, "dm", None)
        return [one for one in reversed(found) if _has_form(one)]


@dataclass
class ModalSheet:
    """A modal."""

    desk: Desk
    fields: list[Field]

    async def send(self, values: Mapping[str, Any]) -> set[str] | None:
        """Errors stand beside the fields."""
        answer = await self.desk.side.submit(self.desk.who, dict(values))
        await self.desk.settle()
        return None if answer["ok"] else set(answer.get("errors") or ())

    async def leave(self) -> None:
        """Close it with the X."""
        if self.desk.side.view(self.desk.who).get("modal"):
            await self.desk.side.close(self.desk.who, all_views=True)
            await self.desk.settle()


@dataclass
class CardSheet:
    """A form on a card."""

    desk: Desk
    fields: list[Field]
    ts: str

    async def send(self, values: Mapping[str, Any]) -> set[str] | None:
        """What was taken is closed; what was wrong stands on the card in words."""
        press = Press("form", self.ts, values=dict(values))
        await self.desk.side.press(self.desk.who, press)
        await self.desk.settle()
        return set() if self.desk.is_open(self.ts) else None

    async def leave(self) -> None:
        """Nobody closes a card: it stays."""


def primary(message: Json) -> Press | None:
    """The button that a message offers first of all; None if it offers none."""
    for element in _elements(message.get("blocks") or ()):
        if element.get("style") == PRIMARY and element.get("type") == "button":
            value = element.get("value")
            return Press(element["action_id"], message["ts"], value=value)
    card = message.get("card") or {}
    for button in _buttons(card.get("params") or {}):
        if button.get("style") == PRIMARY:
            return Press(str(button["id"]), message["ts"])
    if message.get("buttons"):  # a message that is no card has no styles
        return Press(str(message["buttons"][0]["id"]), message["ts"])
    return None


def title_of(message: Json) -> str:
    """What a message is about, in its own words."""
    params = (message.get("card") or {}).get("params") or {}
    words = params.get("title") or message.get("title") or message.get("text") or ""
    return str(words).partition("\n")[0]


def offers(message: Json, press: Press) -> bool:
    """Whether the message still has that button, whatever it looks like by now."""
    return _label(message, press) is not None


def label_of(message: Json, press: Press) -> str:
    """What stands on that button."""
    return _label(message, press) or ""


def _label(message: Json, press: Press) -> str | None:
    for element in _elements(message.get("blocks") or ()):
        same = element.get("action_id") == press.button
        if same and element.get("value") == press.value:
            return str(element["text"]["text"])
    params = (message.get("card") or {}).get("params") or {}
    for button in (*_buttons(params), *(message.get("buttons") or ())):
        if str(button["id"]) == press.button:
            return str(button.get("text") or button.get("label") or "")
    return None


def _elements(blocks: Any) -> Iterator[Json]:
    for block in blocks:
        yield from block.get("elements") or ()
        if block.get("accessory"):
            yield block["accessory"]


def _buttons(params: Json) -> list[Json]:
    try:
        found = json.loads(params.get("buttons") or "[]")
    except ValueError:
        return []
    return [each for each in found if isinstance(each, dict) and "id" in each]


def _has_form(message: Json) -> bool:
    card = message.get("card") or {}
    return bool(card.get("form")) and card.get("state") != CLOSED
