"""What a team wants to happen when something new holds somebody up (PEERS C07)."""

from bot.model.blocker import Blocker
from bot.model.standup import Standup
from bot.model.standup.policy import Readers
from bot.rituals.blocker.task import make_task
from bot.rituals.blocker.work import BlockerWork


async def alarm(work: BlockerWork, blocker: Blocker, standup: Standup) -> Blocker:
    """It is told in the place the team chose, and becomes a task where they wish so.

    What only some may read is told nowhere else: whoever answered was promised that.
    """
    policy = standup.policy
    if policy.readers is not Readers.ALL:
        return blocker
    if policy.alarm_place:
        await work.post(blocker, policy.alarm_place, "alarm")
    if policy.alarm_task:
        blocker, _ = await make_task(work, blocker, blocker.reporter_id)
    return blocker
