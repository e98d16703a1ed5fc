"""What happens over time: state machines in rows, moved on by small durable jobs."""

from bot.rituals import (
    budget,
    bundle,
    crossing,
    leave,
    link,
    room,
    standup,
    task,
    todo,
)
from bot.rituals.flow import Flow

SUBJECTS = (budget, bundle, leave, link, standup, task, todo, room, crossing)


def _everything() -> Flow:
    flow = Flow()
    for subject in SUBJECTS:
        flow.include(subject.flow)
    return flow


FLOW = _everything()
