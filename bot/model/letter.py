"""Which messages may leave the chats when no chat takes them; pure.

A letter is the end of the chain (DESIGN §5): a work notice in DingTalk, then e-mail.
It is for what somebody waits for or has to answer for, never for what goes by, and
never for what is private: answers, absences, leave, accounts and their codes stay
where their reader was met.
"""

# DingTalk's own notices (facts/dingtalk §4.6), by the platform's name on receipts.
WORK_NOTICE = "dingtalk-notice"
MAIL = "mail"

# Theirs to do, or to answer for.
WRITTEN = frozenset(
    {
        "blocker.escalated",
        "blocker.overdue",
        "blocker.passed-on",
        "blocker.tagged",
        "budget.dry",
        "delivery.failed",
        "standup.blind",
        "standup.given",
        "standup.invite",
        "standup.lost-people",
        "standup.lost-place",
        "standup.owned",
        "standup.turned-away",
        "task.assigned",
        "task.chased",
        "task.declined",
        "task.handed",
        "task.late",
        "task.soon",
        "work.given-up",
    }
)
# A question of the day is worth a notice in the same app, and no e-mail.
NOTICED = WRITTEN | {"standup.prompt"}


def may_go_by(platform: str, kind: str) -> bool:
    """Whether a message of this kind may go this way."""
    return kind in (NOTICED if platform == WORK_NOTICE else WRITTEN)
