"""What was said months ago is let go by night; what people still use stays."""

from datetime import timedelta

from sqlalchemy import func, select

from bot.model.lane import Limit
from storage.tables.deliveries import deliveries
from storage.tables.lanes import lanes
from tests.driver import Team, a_team

DAYS = timedelta(days=1)


async def _kept(team: Team) -> tuple[int, int]:
    """How many messages and lane rows there are."""
    async with team.store.reading() as db:
        said = await db.connection.scalar(select(func.count()).select_from(deliveries))
        rows = await db.connection.scalar(select(func.count()).select_from(lanes))
    return said or 0, rows or 0


async def test_old_messages_are_let_go_by_night() -> None:
    """After ninety days nothing edits them; lanes have recovered long ago."""
    async with a_team() as team:
        anna, bo = team.person("Anna Berger", admin=True), team.person("Bo Lin")
        team.chat.limits["slack"] = Limit(rate=1, burst=5)
        await team.know_everyone()
        await anna.says("task add Check prices @Bo", "#general")
        await bo.presses("Done")
        await team.crew.courier.deliver_due()
        said, rows = await _kept(team)
        assert said
        assert rows
        team.clock.set(team.clock.now() + 80 * DAYS)
        await team.crew.forget()
        assert (await _kept(team))[0] == said
        team.clock.set(team.clock.now() + 11 * DAYS)
        await team.crew.forget()
        assert await _kept(team) == (0, 0)


async def test_a_message_that_is_edited_again_and_again_stays() -> None:
    """What is old is what nobody has touched, not what began long ago."""
    async with a_team() as team:
        anna = team.person("Anna Berger")
        await anna.says("task add Check prices", "#general")
        (card,) = anna.sees("#general")
        for edits in range(1, 5):
            team.clock.set(team.clock.now() + 40 * DAYS)
            async with team.store() as db:
                await db.deliveries.touch(subject="task:1")
                await db.commit()
            await team.crew.pulse.settle()
            await team.crew.forget()
            assert anna.sees("#general")[0].ref == card.ref
            assert anna.sees("#general")[0].edited == edits
