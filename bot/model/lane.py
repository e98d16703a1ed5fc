"""How fast a platform may be called, and when it is a message's turn (DESIGN §5).

A lane is counted by GCRA: one instant says when it will have recovered from everything
that was taken of it. It may be taken from as long as that instant is no further ahead
than a burst.
"""

from collections.abc import Iterable, MutableMapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum

EPOCH = datetime.fromtimestamp(0, UTC)
IDLE = timedelta(seconds=3)  # nothing was sent so long: a plan that is ahead is hollow
STALE = timedelta(seconds=10)  # a turn missed by more is no turn any more


class Call(StrEnum):
    """What is asked of a chat."""

    POST = "post"
    EDIT = "edit"
    WHISPER = "whisper"


class Row(StrEnum):
    """What is kept of a lane: turns given away, calls made, until when it is shut."""

    PLAN = "plan"
    LAW = "law"
    BLOCK = "block"


@dataclass(frozen=True, slots=True)
class Limit:
    """So many calls a second in the long run, and a few of them at once.

    `together` is how many turns are given for one instant: what one call can say to
    many has to meet.
    """

    rate: float
    burst: int = 1
    together: int = 1

    @property
    def step(self) -> timedelta:
        """What one call takes."""
        return timedelta(seconds=1 / self.rate)

    @property
    def slack(self) -> timedelta:
        """How far ahead a burst may be."""
        return self.step * (self.burst - 1)


@dataclass(frozen=True, slots=True)
class Lane:
    """What a limit is about: a kind of call in one workspace, or in one place of it."""

    platform: str
    tenant: str
    name: str
    limit: Limit
    place: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        """Its name among all lanes."""
        name = f"{self.name}:{self.place}" if self.place else self.name
        return self.platform, self.tenant, name


@dataclass(frozen=True, slots=True)
class Stand:
    """How a lane stands: `at` is when it will have recovered, `since` when it was taken
    from last, both of the row that was asked for. `blocked` is until when the platform
    wants to hear nothing. A plan also knows of the law: when the calls that were made
    will have recovered, and when the last one was.
    """

    at: datetime = EPOCH
    since: datetime = EPOCH
    blocked: datetime = EPOCH
    made: datetime = EPOCH
    called: datetime = EPOCH


Stands = MutableMapping[Lane, Stand]


def turn(stands: Stands, lanes: Iterable[Lane], now: datetime) -> datetime:
    """Takes the next turn that all lanes have: when it is."""
    when = now
    for lane in lanes:
        slot, stands[lane] = _slot(stands[lane], lane.limit, now)
        when = max(when, slot)
    return when


def admit(
    stands: Stands, lanes: Iterable[Lane], now: datetime, *, urgent: bool = False
) -> bool:
    """Takes a call from all lanes, if every one of them has it now. What is urgent
    waits for nobody but the platform.
    """
    asked = tuple(lanes)
    for lane in asked:
        stand = stands[lane] = _on_this_clock(stands[lane], now)
        if stand.blocked > now:
            return False
        if stand.at - lane.limit.slack > now and not urgent:
            return False
    spend(stands, asked, now)
    return True


def spend(stands: Stands, lanes: Iterable[Lane], now: datetime, times: int = 1) -> None:
    """Takes calls, whether or not there is room for them."""
    for lane in lanes:
        stand = _on_this_clock(stands[lane], now)
        taken = max(stand.at, now) + lane.limit.step * times
        stands[lane] = replace(stand, at=taken, since=now)


def _slot(stand: Stand, limit: Limit, now: datetime) -> tuple[datetime, Stand]:
    """The next turn of one lane, and how it stands then."""
    stand = _on_this_clock(stand, now)
    first = max(now, stand.blocked)
    ahead = stand.made if _hollow(stand, now) else max(stand.at, stand.made)
    slot = max(first, ahead - limit.slack)
    taken = replace(stand, at=max(ahead, slot) + limit.step, since=now)
    return (slot if slot == first else _met(slot, limit)), taken


def _met(slot: datetime, limit: Limit) -> datetime:
    """The instant at which those that go together meet."""
    if limit.together == 1:
        return slot
    grid = limit.step * limit.together
    return EPOCH - grid * ((EPOCH - slot) // grid)


def _on_this_clock(stand: Stand, now: datetime) -> Stand:
    """How it stands; what was taken at an instant that is still to come was taken on a
    clock that has been set back since, and holds up nobody.
    """
    soon = now + IDLE
    if stand.since > soon:
        stand = replace(stand, at=min(stand.at, now), since=now)
    if stand.called > soon:
        stand = replace(stand, made=min(stand.made, now), called=now)
    return stand


def _hollow(stand: Stand, now: datetime) -> bool:
    """Whether nobody comes for the turns that were given away."""
    quiet = now - IDLE
    return stand.since < quiet and stand.called < quiet and stand.blocked < quiet
