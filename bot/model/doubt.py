"""What becomes of a message that may have arrived, where the platform cannot say; pure.

A call that gets no answer may have done its work. Slack tells what stands in a
conversation where we may read, and a card of DingTalk's is not shown twice under one
id: there nobody has to guess. A plain message of DingTalk's robot cannot be looked up
(facts/dingtalk §4.3): then the kind of the message decides.

| kind of message | rule |
|---|---|
| asks somebody to do something, or tells one person what is theirs to know | REPEAT |
| a living message that others hang on or that people press: a day, a task | REPEAT |
| answers, wrap-ups and digests, read by many or long: `DIGESTS` | FLAG |

A question that comes twice is a small nuisance, one that never comes costs a day; a
wrap-up that comes twice to forty people is worse than one that an admin sends again.
"""

from datetime import timedelta
from enum import StrEnum

# Said to many, or long: these are not said twice.
DIGESTS = frozenset(
    {
        "absence.news",
        "bundle",
        "room.card",
        "room.reply",
        "standup.answer",
        "standup.end",
        "standup.late",
        "standup.together",
        "standup.week",
        "standup.wrapup",
        "task.added",
    }
)
# How long to wait before each time it is said again: an outage of hours is survived,
# and nobody gets it more than a few times.
AGAIN = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 120))


class Rule(StrEnum):
    """What is done about the doubt."""

    REPEAT = "repeat"
    FLAG = "flag"


def rule_of(kind: str) -> Rule:
    """The rule for messages of a kind."""
    return Rule.FLAG if kind in DIGESTS else Rule.REPEAT


def wait_before(kind: str, doubts: int) -> timedelta | None:
    """How long until it is said again after so many attempts in doubt; None when it is
    not said again, and admins are told.
    """
    if rule_of(kind) is Rule.FLAG or doubts > len(AGAIN):
        return None
    return AGAIN[max(doubts, 1) - 1]
