"""What became of every attempt to bring one message to its reader (PEERS Q08)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

BUG = "bug"  # why a message failed that we could not write: an error of ours
IN_DOUBT = "in_doubt"  # why a message failed of which nobody knows whether it arrived


class Outcome(StrEnum):
    """How one attempt ended."""

    SENT = "sent"
    FOUND = "found"  # no answer; it was looked up, and had arrived
    ABSENT = "absent"  # no answer; it was looked up, and had not arrived
    REROUTED = "rerouted"  # refused there; the person's other account is next
    RATE_LIMITED = "rate_limited"
    UNREACHABLE = "unreachable"  # nothing arrived; tried again later
    IN_DOUBT = "in_doubt"  # no answer: it may have arrived
    FAILED = "failed"


ENDS = frozenset({Outcome.SENT, Outcome.FOUND, Outcome.FAILED})


@dataclass(frozen=True, slots=True)
class Attempt:
    """One attempt: when, where and how it ended; never what was said.

    `direct` is a conversation of two. `error` is the platform's own word for why.
    """

    at: datetime
    platform: str
    tenant: str
    direct: bool
    outcome: Outcome
    error: str = ""

    @property
    def where(self) -> tuple[str, str]:
        """The workspace it was tried in."""
        return self.platform, self.tenant


def this_round(attempts: Sequence[Attempt]) -> tuple[Attempt, ...]:
    """Those since it was sent, or given up, the last time."""
    ended = [number for number, one in enumerate(attempts, 1) if one.outcome in ENDS]
    return tuple(attempts[ended[-1] if ended else 0 :])


def refused_by(attempts: Sequence[Attempt]) -> frozenset[tuple[str, str]]:
    """The workspaces that would not take it, in this round."""
    return frozenset(
        each.where for each in this_round(attempts) if each.outcome is Outcome.REROUTED
    )


def doubts(attempts: Sequence[Attempt]) -> tuple[Attempt, ...]:
    """The attempts of this round of which nobody knows whether they arrived."""
    return tuple(
        each for each in this_round(attempts) if each.outcome is Outcome.IN_DOUBT
    )


def may_come_late(attempts: Sequence[Attempt]) -> bool:
    """Whether a call of this round was cut off, and what it was to say was not there
    when it was looked for: it may stand there by now.
    """
    return any(each.outcome is Outcome.ABSENT for each in this_round(attempts))


def maybe_twice(attempts: Sequence[Attempt]) -> bool:
    """Whether the reader may have got it more than once: it was said again after an
    attempt of which nobody knows whether it arrived.
    """
    unclear = False
    for each in attempts:
        match each.outcome:
            case Outcome.SENT if unclear:
                return True
            case Outcome.IN_DOUBT:
                unclear = True
            case Outcome.FAILED if each.error == IN_DOUBT:
                unclear = True
            case Outcome.FOUND | Outcome.ABSENT:
                unclear = False
            case _:
                pass
    return False


@dataclass(frozen=True, slots=True)
class Sought:
    """Which messages are looked for: every part that is given has to fit.

    `subject` is what they are about, or how their keys begin with `prefix`: one of the
    two is enough. `since` leaves out what was tried before.
    """

    subject: str = ""
    prefix: str = ""
    person_id: int | None = None
    failed: bool = False
    since: datetime | None = None
