"""Answers without a name are kept with one only while they are being given."""

from bot.model.draft import Opener
from bot.model.standup import Occurrence, Participant
from bot.ports import UnitOfWork

FILL = "standup.fill"  # what opens the form of a day


async def forget_sealed(
    db: UnitOfWork, occurrence: Occurrence, who: Participant
) -> None:
    """Lets go of what they typed and never sent, once it can be sent no more."""
    if not any(asked.anonymous for asked in occurrence.questions):
        return
    opener = Opener(FILL, str(occurrence.id))
    await db.drafts.forget(who.person_id, opener)
    interview = await db.interviews.of(who.person_id)
    if interview and Opener(interview.action, interview.value) == opener:
        await db.interviews.end(who.person_id)
