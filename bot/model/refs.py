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

    @property
    def is_company(self) -> bool:
        """Whether it is nobody in particular: the workspace itself."""
        return self.id == self.tenant


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

    def unthreaded(self) -> "MessageRef":
        """The same message, whether or not its thread is known."""
        return MessageRef(self.place.unthreaded(), self.id)

    @property
    def answers(self) -> "MessageRef | None":
        """The first message of the thread it is in."""
        thread = self.place.thread
        return MessageRef(self.place.unthreaded(), thread) if thread else None


@dataclass(frozen=True, slots=True)
class Handle:
    """What an interaction lets us do for a short while: open a form, answer privately.

    `token` is the adapter's own text; nobody else reads it.
    """

    platform: str
    token: str
