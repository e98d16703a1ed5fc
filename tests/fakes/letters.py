"""Boxes in memory."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.errors import ChatError
from bot.messages import Card
from bot.model.people import Account, Person
from bot.model.refs import PlaceRef
from bot.ports.letters import Letters


@dataclass
class FakeLetters:
    """Every person has a box by their e-mail. `broken` is raised first, one each."""

    platform: str = "mail"
    sent: list[tuple[str, str, Card]] = field(default_factory=list)
    broken: list[ChatError] = field(default_factory=list)

    def box(self, person: Person, accounts: Sequence[Account]) -> PlaceRef | None:
        """The person's own."""
        return PlaceRef(self.platform, "", person.email) if person.email else None

    async def send(self, box: PlaceRef, letter: Card, *, key: str) -> None:
        """Keeps the letter."""
        if self.broken:
            raise self.broken.pop(0)
        self.sent.append((box.id, key, letter))


_letters: type[Letters] = FakeLetters
