"""What happens over time: state machines in rows, moved on by small durable jobs."""

from bot.rituals import (
    absence,
    blocker,
    budget,
    bundle,
    crossing,
    failed,
    leave,
    link,
    room,
    standup,
    task,
    todo,
)
from bot.rituals.flow import Flow

SUBJECTS = (
    absence,
    budget,
    bundle,
    leave,
    link,
    standup,
    blocker,
    task,
    todo,
    room,
    crossing,
    failed,
)


def _everything() -> Flow:
    flow = Flow()
    for subject in SUBJECTS:
        flow.include(subject.flow)
    return flow


FLOW = _everything()
