"""Which feedback is asked for, and how much of it there is."""

from dataclasses import dataclass
from datetime import datetime

from bot.model.feedback import Kind, Outlet, Severity, State, Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What fits everything that is given; what is empty or None says nothing.

    `since` and `until` are about when it was said, with `ended` about when it ended.
    `late` is what is open and later than promised, `unowned` what is nobody's. Each of
    `words` stands in what was said. Those joined to others never fit.
    """

    states: tuple[State, ...] = ()
    step: Step | None = None
    severity: Severity | None = None
    kind: Kind | None = None
    outlet: Outlet | None = None
    market: str = ""
    sku: str = ""
    owner_id: int | None = None
    sender_id: int | None = None
    unowned: bool = False
    late: bool = False
    ended: bool = False
    words: tuple[str, ...] = ()
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Counted:
    """How many voices fit, in how many pieces of feedback, and how many are open."""

    voices: int = 0
    items: int = 0
    open: int = 0
