"""How a team felt on one day, and since the last day that says so."""

from collections.abc import Sequence

from bot.model.standup import Occurrence, Participant, ParticipantState
from bot.model.standup.mood import Mood, asks_mood, mood_of
from bot.ports import UnitOfWork

LOOK_BACK = 10  # days that are looked through for one with enough answers


async def mood_on(
    db: UnitOfWork, occurrence: Occurrence, participants: Sequence[Participant]
) -> Mood | None:
    """The mood of a day; None where too few said how they feel (PEERS A23)."""
    if not asks_mood(occurrence.questions):
        return None
    value = await _average(db, occurrence, participants)
    if value is None:
        return None
    before = await _before(db, occurrence)
    return Mood(value, None if before is None else value - before)


async def _before(db: UnitOfWork, occurrence: Occurrence) -> float | None:
    days = db.standups.days
    earlier = await days.before(occurrence.standup_id, occurrence.day, LOOK_BACK)
    for each in earlier:
        if not asks_mood(each.questions):
            continue
        participants = await days.participants(each.id)
        found = await _average(db, each, participants)
        if found is not None:
            return found
    return None


async def _average(
    db: UnitOfWork, occurrence: Occurrence, participants: Sequence[Participant]
) -> float | None:
    """Late answers do not change what was told at the close (PEERS A15)."""
    answers = await db.standups.days.answers(occurrence.id)
    in_time = [each.id for each in participants if _counts(each)]
    named = [answers[id] for id in in_time if id in answers]
    sealed = await db.standups.sealed.of(occurrence.id)
    return mood_of(occurrence.questions, named, sealed)


def _counts(who: Participant) -> bool:
    return who.state is ParticipantState.ANSWERED and not who.late
