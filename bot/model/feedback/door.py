"""A door: where a system from outside brings something, each request signed."""

import base64
import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

NAME_LIMIT = 60
OVERLAP = timedelta(hours=24)  # so long an old secret works beside the new one
PREFIX = "whsec_"  # Standard Webhooks: how a secret begins
SECRET_BYTES, KEY_BYTES = 32, 9


class Brings(StrEnum):
    """What comes in by a door."""

    FEEDBACK = "feedback"
    MEASURES = "measures"


@dataclass(frozen=True, slots=True, kw_only=True)
class DoorSecret:
    """What signs requests; one that was replaced works `until` then."""

    value: str = field(repr=False)
    until: datetime | None = None

    def works(self, now: datetime) -> bool:
        """Whether what it signed is taken."""
        return self.until is None or now < self.until


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """One way in; `key` is in its address and is no secret. Not stored: id 0."""

    id: int = 0
    key: str
    name: str
    owner_id: int
    made_at: datetime
    secrets: tuple[DoorSecret, ...] = ()
    brings: Brings = Brings.FEEDBACK

    @property
    def path(self) -> str:
        """Where it is, below whatever our addresses begin with."""
        return f"{self.brings}/in/{self.key}"

    def working(self, now: datetime) -> tuple[str, ...]:
        """Every secret that works now."""
        return tuple(each.value for each in self.secrets if each.works(now))


def new_key() -> str:
    """An address that nobody guesses."""
    return secrets.token_urlsafe(KEY_BYTES)


def new_secret() -> str:
    """A secret as Standard Webhooks writes it."""
    return PREFIX + base64.b64encode(secrets.token_bytes(SECRET_BYTES)).decode()


def name_at(key: str, message: str) -> str:
    """What we call a sender's request, among those of all doors."""
    return f"{key}:{message}"


def key_of(external: str) -> str:
    """The key of the door through which a request came (`name_at`)."""
    return external.partition(":")[0]
