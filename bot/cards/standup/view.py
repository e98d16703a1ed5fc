"""A stand-up with the names its cards show."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from bot.model.standup import Standup


@dataclass(frozen=True, slots=True)
class StandupView:
    """A stand-up with the names of its owner, the people chosen, and its place.

    `known` are the names of everybody else in it, `alarm` is the place that hears of
    its blockers. `asked_at` is when it asks the reader next, if it does.
    """

    standup: Standup
    owner: str
    names: tuple[str, ...] = ()
    place: str = ""
    asked_at: datetime | None = None
    known: Mapping[int, str] = field(default_factory=dict)
    alarm: str = ""
