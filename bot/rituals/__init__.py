"""What happens over time: state machines in rows, moved on by small durable jobs."""

from bot.rituals import (
    absence,
    budget,
    bundle,
    crossing,
    failed,
    leave,
    link,
    room,
    todo,
    workspace,
)
from bot.rituals.blocker import steps as blocker
from bot.rituals.feedback import notices as feedback
from bot.rituals.flow import Flow
from bot.rituals.standup import steps as standup
from bot.rituals.task import steps as task

SUBJECTS = (
    absence,
    budget,
    bundle,
    leave,
    link,
    standup,
    blocker,
    task,
    feedback,
    todo,
    room,
    crossing,
    failed,
    workspace,
)


def _everything() -> Flow:
    flow = Flow()
    for subject in SUBJECTS:
        flow.include(subject.flow)
    return flow


FLOW = _everything()
