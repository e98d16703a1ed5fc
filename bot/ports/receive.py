"""The door adapters bring events to."""

from collections.abc import Mapping
from typing import Protocol

from bot.events import Filled, Inbound


class Receive(Protocol):
    """Takes events in. An adapter acknowledges to its platform when a call returned."""

    async def accept(self, event: Inbound) -> None:
        """Stores the event durably and returns; the work is done afterwards.

        An event seen before is taken without effect. Raises when it could not be
        stored: then do not acknowledge, so that the platform delivers again.
        """
        ...

    async def submit(
        self, event: Filled, *, within: float | None = 2.5
    ) -> Mapping[str, str]:
        """Works on a form at once: what is wrong by field, in the reader's language.

        Empty when everything was taken, and after `within` seconds: then the form may
        close, and the core tells the person itself if it is refused in the end.
        """
        ...
