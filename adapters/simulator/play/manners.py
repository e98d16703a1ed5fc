"""How each person of the sample company is: on time, late, silent, away, blocked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

MON, TUE, WED, THU, FRI = range(5)


class Answers(StrEnum):
    """When somebody answers what they are asked."""

    SOON = "soon"
    LAST_MINUTE = "last minute"  # whoever reminds them gets an answer
    AFTER_THE_CLOSE = "after the close"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Absence:
    """What somebody types on a weekday, and the time of their own clock."""

    weekday: int
    words: str
    hour: int = 8
    minute: int = 40


@dataclass(frozen=True, slots=True)
class Blocked:
    """On these weekdays something is in the way, and `asks` could help."""

    weekdays: frozenset[int]
    asks: str


@dataclass(frozen=True, slots=True)
class Manner:
    """One person's way. `trade` is what they talk about."""

    trade: str
    answers: Answers = Answers.SOON
    absence: Absence | None = None
    blocked: Blocked | None = None


ANNA, JONAS, SOFIA, MAYA, SAM = "U0ANNA1", "U0JONAS1", "U0SOFIA1", "U0MAYA1", "U0SAM01"
LI, WANG, ZHANG, CHEN, LIU, ZHAO = (
    "manager4521", "254168301229", "254168301310", "chenchen8808", "0312456789",
    "0312456790",
)  # fmt: skip
WANG_ON_SLACK, GRACE_ON_SLACK = "U0WANGF1", "U0GRACE1"

_WANG = Manner("content")
_GRACE = Manner("office")
MANNERS = {
    ANNA: Manner("marketing"),
    JONAS: Manner("it", Answers.NEVER),
    SOFIA: Manner("service", absence=Absence(WED, "away today to friday")),
    MAYA: Manner("shop", blocked=Blocked(frozenset({TUE, WED, THU}), JONAS)),
    SAM: Manner("finance", Answers.AFTER_THE_CLOSE),
    WANG_ON_SLACK: _WANG,
    WANG: _WANG,
    GRACE_ON_SLACK: _GRACE,
    CHEN: _GRACE,
    LI: Manner("warehouse"),
    ZHANG: Manner("data", Answers.LAST_MINUTE),
    LIU: Manner("service", absence=Absence(THU, "请假 今天 到 周五")),
    ZHAO: Manner("warehouse", blocked=Blocked(frozenset({THU}), LI)),
}
USUAL = Manner("office")


def manner_of(person: str) -> Manner:
    """The manner of this account; a stranger is punctual."""
    return MANNERS.get(person, USUAL)
