"""What happens over time: state machines in rows, moved on by small durable jobs."""

from bot.rituals import (
    absence,
    bundle,
    celebration,
    crossing,
    leave,
    link,
    room,
    todo,
    workspace,
)
from bot.rituals.area import notices as area
from bot.rituals.award import notices as award
from bot.rituals.blocker import steps as blocker
from bot.rituals.delivery import budget, failed, given_up
from bot.rituals.feedback import notices as feedback
from bot.rituals.flow import Flow
from bot.rituals.kudos import notices as kudos
from bot.rituals.measure import notices as measure
from bot.rituals.onboarding import notices as onboarding
from bot.rituals.retro import notices as retro
from bot.rituals.review import notices as review
from bot.rituals.risk import notices as risk
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
    area,
    measure,
    kudos,
    retro,
    award,
    celebration,
    onboarding,
    review,
    risk,
    todo,
    room,
    crossing,
    failed,
    given_up,
    workspace,
)


def _everything() -> Flow:
    flow = Flow()
    for subject in SUBJECTS:
        flow.include(subject.flow)
    return flow


FLOW = _everything()
