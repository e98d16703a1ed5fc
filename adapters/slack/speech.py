"""One card on its way to Slack: with its pictures, and as long as Slack takes it."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from slack_sdk.web.async_client import AsyncWebClient

from adapters.drawings import Drawings, pictured
from adapters.slack import render
from adapters.slack.errors import TOO_LONG
from adapters.slack.files import NOT_YET, PAUSES, hand_over
from adapters.slack.render import Message
from bot.errors import Rejected
from bot.messages import Card
from bot.ports.pictures import Pictures

T = TypeVar("T")
Send = Callable[[Message], Awaitable[T]]
Pause = Callable[[float], Awaitable[object]]


class Speech:
    """Says cards to one workspace; without `pictures` those of ours in words."""

    def __init__(
        self, client: AsyncWebClient, pictures: Pictures | None, pause: Pause
    ) -> None:
        self._drawings = Drawings(
            pictures, lambda png, words: hand_over(client, png, words)
        )
        self._pause = pause

    async def __call__(self, card: Card, send: Send[T]) -> T:
        """Sends the card; in words where Slack does not have its pictures after a
        while.
        """
        card = await self._drawings.placed(card)
        if not pictured(card):
            return await _fitted(card, send)
        for seconds in PAUSES:
            try:
                return await _fitted(card, send)
            except Rejected as refused:
                if refused.code != NOT_YET:
                    raise
            await self._pause(seconds)
        return await _fitted(self._drawings.forget(card), send)


async def _fitted(card: Card, send: Send[T]) -> T:
    """Sends the card; cut down where even the usual length was too much for Slack."""
    try:
        return await send(render.message(card))
    except Rejected as refused:
        if refused.code not in TOO_LONG:
            raise
    return await send(render.message(card, longest=render.BRIEF))
