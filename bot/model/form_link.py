"""A link to one form, for one person, in one browser."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.model.draft import Opener
from bot.model.refs import PlaceRef, UserRef

ENTRY = "task.page"  # what a key from a chat opens: the page of a task
SOON = timedelta(minutes=15)  # how long such a key works


class LinkState(StrEnum):
    """What a link is worth to the browser that comes with it."""

    OPEN = "open"
    USED = "used"
    EXPIRED = "expired"
    TAKEN = "taken"


@dataclass(frozen=True, slots=True)
class FormLink:
    """`key` and `browser` are hashes: who reads the database can open nothing.

    `browser` is the first one that opened it. `taken` is what was sent, in words:
    labels and texts.
    """

    key: str
    person_id: int
    who: UserRef
    opener: Opener
    expires: datetime
    where: PlaceRef | None = None
    browser: str | None = None
    used_at: datetime | None = None
    taken: tuple[tuple[str, str], ...] = ()

    def state(self, now: datetime, browser: str) -> LinkState:
        """A stranger's browser learns nothing else than that."""
        if self.browser != browser:
            return LinkState.TAKEN
        if self.used_at is not None:
            return LinkState.USED
        return LinkState.OPEN if now < self.expires else LinkState.EXPIRED
