"""Which stand-ups a person is on."""

from datetime import timedelta

from bot.model.standup.days import Invitation
from storage.unit_of_work import SqlStore
from tests.storage.test_standups import DAY, NOW, draft, people, plan


async def test_who_was_on_the_latest_day_is_listed(store: SqlStore) -> None:
    """Earlier days do not count, nor do those of other stand-ups."""
    ann, bo = await people(store, "Ann", "Bo")
    async with store() as db:
        daily = await db.standups.add(draft(ann))
        other = await db.standups.add(draft(ann, name="Other"))
        await db.standups.days.open(daily, plan(Invitation(bo.id, NOW)))
        later = DAY + timedelta(days=1)
        await db.standups.days.open(daily, plan(Invitation(ann.id, NOW), day=later))
        await db.standups.days.open(other, plan(Invitation(bo.id, NOW)))
        assert await db.standups.listed(ann.id) == {daily.id}
        assert await db.standups.listed(bo.id) == {other.id}
