"""One message that must reach one person or place, and how far it has come."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from bot.model.lane import STALE
from bot.model.refs import MessageRef, PlaceRef

# Who began to send and did not go on within FRESH plans it anew: another process may
# have taken over by LOST, which is longer than any call takes.
FRESH = timedelta(seconds=5)
LOST = timedelta(seconds=40)
# A call that was cut off reaches the platform within SETTLED, if at all: who looks
# earlier may not see what is about to stand there, and say it twice.
SETTLED = timedelta(seconds=5)
# What was said so long ago is let go, and its key with it: nothing edits it any more.
KEPT = timedelta(days=90)
# … but for what is asked once, whenever that was.
ONCE = frozenset({"link.proposal"})
ANSWER = "answer:"  # how the key of a promised answer begins


class DeliveryState(StrEnum):
    """`pending → sending → sent | failed | expired`; an edit goes round again."""

    PENDING = "pending"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    EXPIRED = "expired"


class Hold(StrEnum):
    """Why a delivery waits, or may not: for a quota's sake (`bot.model.thrift`), or
    for its reader's working time (`bot.model.quiet`).
    """

    THRIFT = "thrift"  # an edit that waits for the next ones
    BUNDLE = "bundle"  # a line of the next morning's message
    QUOTA = "quota"  # the month is used up
    QUIET = "quiet"  # its reader does not work now
    AWAITED = "awaited"  # somebody pressed a button on it and looks at it


@dataclass(frozen=True, slots=True)
class Draft:
    """A message to be sent: what it is about, never what it says.

    `kind` and `args` name the notice that writes the text when it is sent, in the
    reader's language and from what is true by then. `key` is unique for ever.
    Exactly one of `person_id` and `place` is set. `parent` is the key of the delivery
    whose thread this belongs to. `subject` ("task:12") lets a change edit it later.
    `origin` is the key of the delivery that this one shows in another place.
    """

    key: str
    kind: str
    args: Mapping[str, int | str] = field(default_factory=dict)
    person_id: int | None = None
    place: PlaceRef | None = None
    parent: str | None = None
    subject: str | None = None
    due: datetime | None = None
    expires: datetime | None = None
    origin: str | None = None

    @property
    def is_answer(self) -> bool:
        """Whether somebody who asked waits for it (`bot.answers`)."""
        return self.key.startswith(ANSWER) and self.origin is None


@dataclass(frozen=True, slots=True)
class Delivery:
    """A draft with its state. `wanted` counts the versions asked for, `shown` the one
    people see. `turn` is when it may be sent, as far as that was planned.
    """

    id: int
    organization_id: int
    draft: Draft
    state: DeliveryState
    wanted: int = 1
    shown: int = 0
    attempts: int = 0
    message: MessageRef | None = None
    error: str = ""
    tried_at: datetime | None = None
    hold: Hold | None = None
    turn: datetime | None = None

    @property
    def never_came(self) -> bool:
        """Whether it is over and nobody has seen it."""
        over = self.state in (DeliveryState.FAILED, DeliveryState.EXPIRED)
        return over and not self.shown and self.message is None

    @property
    def in_line(self) -> datetime | None:
        """Its turn, unless it was put off, or asked for at once, after it was given."""
        return self.turn if self.turn == self.draft.due else None

    def in_turn(self, now: datetime) -> bool:
        """Whether it was let through a moment ago, and comes when it was told to."""
        return self.in_line is not None and now - self.in_line <= STALE
