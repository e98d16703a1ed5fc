"""Who died while sending: known by looking on, not by what anybody's clock says.

Replicas' clocks differ, and are moved. A message that was not in `sending` when we
last looked has been so for no longer than since then, whatever is written; one that
stays so, before our eyes, for longer than any call takes is sent by nobody any more.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.model.delivery import LOST, Delivery

Try = tuple[int, int]  # which delivery, and which of its attempts
LONG = LOST.total_seconds()
LONG_AGO = float("-inf")


@dataclass(frozen=True, slots=True)
class Seen:
    """When a try was first seen, and when we had looked before, in seconds that nobody
    sets: it began in between.
    """

    first: float
    before: float


class Lost:
    """Looks on."""

    def __init__(self) -> None:
        self._seen: dict[Try, Seen] = {}
        self._looked = LONG_AGO

    def among(
        self, sending: Sequence[Delivery], now: datetime, steady: float
    ) -> Sequence[Delivery]:
        """Those of all in `sending` that nobody sends any more."""
        new = Seen(steady, self._looked)
        self._looked = steady
        self._seen = {_try(each): self._seen.get(_try(each), new) for each in sending}
        return [each for each in sending if self._is_lost(each, now, steady)]

    def nothing(self, steady: float) -> None:
        """Nothing was in `sending` just now."""
        self._looked = steady
        self._seen.clear()

    def _is_lost(self, sending: Delivery, now: datetime, steady: float) -> bool:
        seen = self._seen[_try(sending)]
        if steady - seen.first >= LONG:
            return True
        may_be = steady - seen.before >= LONG or _put_off(sending)
        return (
            may_be and sending.tried_at is not None and sending.tried_at <= now - LOST
        )


def _try(delivery: Delivery) -> Try:
    return delivery.id, delivery.attempts


def _put_off(sending: Delivery) -> bool:
    """Whether somebody knew already that it is in doubt, and lets it wait a while."""
    due, tried = sending.draft.due, sending.tried_at
    return due is not None and tried is not None and due > tried
