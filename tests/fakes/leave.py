"""Leave in memory."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.errors import ChatError
from bot.model.refs import UserRef
from bot.ports.leave import Leave, Leaves


@dataclass
class FakeLeaves:
    """Tells what a test put in; counts how often it was asked, and how many for."""

    granted: list[Leave] = field(default_factory=list)
    asked: list[int] = field(default_factory=list)
    broken: list[ChatError] = field(default_factory=list)

    async def between(
        self, users: Sequence[UserRef], start: datetime, end: datetime
    ) -> Sequence[Leave]:
        """See `bot.ports.leave.Leaves.between`."""
        self.asked.append(len(users))
        if self.broken:
            raise self.broken.pop(0)
        return [
            leave
            for leave in self.granted
            if leave.who in users and leave.start < end and leave.end > start
        ]


_: type[Leaves] = FakeLeaves
