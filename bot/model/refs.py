"""Names of people, places and messages on a platform: only the adapter that made an id
reads it.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class UserRef:
    """One account: `tenant` is the Slack team id or the DingTalk corp id."""

    platform: str
    tenant: str
    id: str


@dataclass(frozen=True, slots=True)
class PlaceRef:
    """One channel, group or direct conversation; `thread` is its parent's id."""

    platform: str
    tenant: str
    id: str
    thread: str | None = None

    def unthreaded(self) -> "PlaceRef":
        """The same place, outside any thread."""
        return PlaceRef(self.platform, self.tenant, self.id)


@dataclass(frozen=True, slots=True)
class MessageRef:
    """One message that can be edited or answered to."""

    place: PlaceRef
    id: str


@dataclass(frozen=True, slots=True)
class Handle:
    """What an interaction lets us do for a short while: open a form, answer privately.

    `token` is the adapter's own text; nobody else reads it.
    """

    platform: str
    token: str
