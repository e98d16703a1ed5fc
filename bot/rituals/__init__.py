"""What happens over time: state machines in rows, moved on by small durable jobs."""

from bot.rituals import bundle, standup, task
from bot.rituals.flow import Flow

SUBJECTS = (bundle, standup, task)


def _everything() -> Flow:
    flow = Flow()
    for subject in SUBJECTS:
        flow.include(subject.flow)
    return flow


FLOW = _everything()
