"""Ways to one person that are no conversation: they can read it, and not answer."""

from collections.abc import Sequence
from typing import Protocol

from bot.messages import Card
from bot.model.people import Account, Person
from bot.model.refs import PlaceRef


class Letters(Protocol):
    """Brings letters to boxes of its own. `platform` is its name on receipts."""

    @property
    def platform(self) -> str: ...

    def box(self, person: Person, accounts: Sequence[Account]) -> PlaceRef | None:
        """Where the person gets letters of this kind; None where they have no box."""
        ...

    async def send(self, box: PlaceRef, letter: Card, *, key: str) -> None:
        """Puts a letter there; one with the same key is not shown twice.

        May raise a `ChatError`.
        """
        ...
