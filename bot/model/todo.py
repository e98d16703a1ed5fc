"""Tasks in a platform's own list of things to do: what is shown there, what is next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.model.people import Account
from bot.model.refs import UserRef
from bot.model.task import Task, TaskState

HALF_HOUR = timedelta(minutes=30)
WORKING_DAY = timedelta(hours=9)
WORKING_DAYS = 22  # of a month
SHARE = 5  # a fifth of the month's calls may go into looking
CALLS = 2  # a look: what is open, and where something went, what is done


class MirrorState(StrEnum):
    """`open ⇄ done → removed`; `left` alone is what its owner threw away there."""

    OPEN = "open"
    DONE = "done"
    REMOVED = "removed"
    LEFT = "left"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mirror:
    """One task in one account's list.

    `key` is its name for ever, `todo_id` the platform's own once that is known, `shown`
    stands for what can be read there.
    """

    id: int
    task_id: int
    account_id: int
    who: UserRef
    key: str
    todo_id: str = ""
    shown: str = ""
    state: MirrorState = MirrorState.OPEN
    looked_at: datetime | None = None

    @property
    def there(self) -> bool:
        """Whether it stands in the list, as far as we know."""
        return self.state in (MirrorState.OPEN, MirrorState.DONE)


@dataclass(frozen=True, slots=True)
class Begin:
    """Put the task into a list it was not in."""

    account: Account


@dataclass(frozen=True, slots=True)
class Show:
    """Make the entry, or have it say what is true now."""

    mirror: Mirror


@dataclass(frozen=True, slots=True)
class Tick:
    """Tick the entry off, or open it again."""

    mirror: Mirror
    done: bool


@dataclass(frozen=True, slots=True)
class Remove:
    """Take the entry away."""

    mirror: Mirror


Step = Begin | Show | Tick | Remove


def next_step(
    task: Task, owner: Account | None, mirrors: Sequence[Mirror], reads: str
) -> Step | None:
    """What is to be done in lists so that they agree with the task; None once they do.

    `owner` is the account in whose list the task belongs, `reads` what it should read.
    """
    for mirror in mirrors:
        if mirror.there and (step := _step(task, owner, mirror, reads)):
            return step
    known = {each.account_id for each in mirrors if each.state != MirrorState.REMOVED}
    if owner and not task.closed and owner.id not in known:
        return Begin(owner)
    return None


def _step(task: Task, owner: Account | None, mirror: Mirror, reads: str) -> Step | None:
    if not mirror.todo_id:
        return Show(mirror)  # it may have arrived: only its key can tell
    wanted = owner is not None and owner.id == mirror.account_id
    if not wanted or task.state is TaskState.DROPPED:
        return Remove(mirror)
    ticked = mirror.state is MirrorState.DONE
    if ticked != task.closed:
        return Tick(mirror, task.closed)
    if not task.closed and mirror.shown != reads:
        return Show(mirror)
    return None


def pause(people: int, calls: int) -> timedelta:
    """How long to wait between two looks at the list of each of these people.

    Half an hour, or more where the month's quota of `calls` would not bear it; nought
    is no quota.
    """
    if not calls:
        return HALF_HOUR
    looks = max(1, calls // SHARE // WORKING_DAYS // CALLS)
    return max(HALF_HOUR, WORKING_DAY * people / looks)
