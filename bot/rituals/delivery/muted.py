"""Until when somebody wants to be left alone, once: kept as what they set aside."""

from datetime import datetime

from bot.model.draft import FormDraft, Opener
from bot.ports import UnitOfWork

OPENER = Opener("quiet")


async def muted_until(db: UnitOfWork, person_id: int, now: datetime) -> datetime | None:
    """The end of it, if that is to come."""
    kept = await db.drafts.of(person_id, OPENER)
    return kept.at if kept and kept.at > now else None


async def mute(db: UnitOfWork, person_id: int, until: datetime) -> None:
    """Lets what can wait do so until then."""
    await db.drafts.keep(FormDraft(person_id, OPENER, {}, until))


async def unmute(db: UnitOfWork, person_id: int) -> None:
    """What waited comes, as far as it is their working time."""
    await db.drafts.forget(person_id, OPENER)
    await db.deliveries.held.wake(person_id)
