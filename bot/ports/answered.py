"""Answers to who is waiting, as deliveries: so that they can be edited, and none is
lost.
"""

from datetime import datetime
from typing import Protocol

from bot.model.delivery import Delivery, Draft
from bot.model.receipt import Attempt
from bot.model.refs import MessageRef


class Answered(Protocol):
    """They are not sent by the courier, unless whoever was to say them died."""

    async def promise(self, draft: Draft, now: datetime) -> Delivery | None:
        """Writes an answer that is being said from now on; None where there is one of
        that key.
        """
        ...

    async def said(
        self, delivery: Delivery, message: MessageRef | None, attempt: Attempt
    ) -> None:
        """Writes that it was said, and the attempt onto its receipt. One that was
        touched meanwhile goes round again; one that somebody else has taken over by now
        is theirs.
        """
        ...
