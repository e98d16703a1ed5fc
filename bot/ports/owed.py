"""An answer that somebody waits for: kept with its event until it was said."""

from dataclasses import dataclass

from bot.events import Event, Inbound
from bot.messages import Reply
from bot.model.refs import UserRef


@dataclass(frozen=True, slots=True)
class Owed:
    """What is to be said to whom: written in the event's own transaction, so that a
    process that dies between the two does not leave anybody without an answer.
    """

    event: Inbound
    reply: Reply

    @property
    def id(self) -> str:
        """The event's."""
        return self.event.id

    @property
    def who(self) -> UserRef:
        """Who waits."""
        return self.event.who


def key_of(event: Event) -> str:
    """By which the answer to an event is found in the chat."""
    return f"answer:{event.who.tenant}:{event.id}"
