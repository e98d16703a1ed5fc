"""What is to be said to a person who is waiting."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.events import Inbound
from bot.messages import Card, Form, Reply
from bot.model.delivery import Delivery
from bot.model.people import Person
from bot.ports import Translate
from bot.ports.owed import Owed, key_of


@dataclass(frozen=True, slots=True)
class Answer:
    """What is to be said after the commit. `promise` is its delivery, `owed` how it is
    kept where it has none; `ours` tells whether nobody else can have taken up that.
    A `doubtful` one was begun by a process that ended.
    """

    event: Inbound
    person: Person
    t: Translate
    reply: Reply | None
    home: Card | None = None
    promise: Delivery | None = None
    owed: Owed | None = None
    ours: Callable[[], bool] = lambda: True
    doubtful: bool = False

    @property
    def key(self) -> str:
        """By which it is found in the chat, if anybody may look for it."""
        return key_of(self.event) if self.promise or self.owed else ""

    @property
    def is_form(self) -> bool:
        """Whether it opens a form."""
        return self.reply is not None and isinstance(self.reply.body, Form)
