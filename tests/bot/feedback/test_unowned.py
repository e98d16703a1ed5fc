"""What is said of feedback that is nobody's yet reaches those who triage."""

import pytest

from tests.bot.feedback.desk import TRIAGE, a_desk
from tests.databases import KINDS, Kind
from tests.driver import a_team


@pytest.mark.parametrize("kind", KINDS)
async def test_more_words_stand_in_the_thread_of_its_card(kind: Kind) -> None:
    """Once, and in no place besides."""
    async with a_desk(kind) as desk:
        await desk.sofia.says("feedback the cart is slow customer:Maria")
        await desk.team.waits(minutes=1)
        before = len(desk.jonas.sees(TRIAGE))
        await desk.sofia.says("feedback say 1 she wrote again: still slow")
        await desk.team.waits(minutes=1)
        news = desk.jonas.sees(TRIAGE)[before:]
        assert ["still slow" in seen.text for seen in news].count(True) == 1
        (said,) = (seen for seen in news if "still slow" in seen.text)
        assert said.ref.place.thread is not None
        assert not any("still slow" in text for text in desk.news(desk.anna))


async def test_who_works_on_it_hears_it_alone() -> None:
    """The room is told of nothing that has an owner."""
    async with a_desk() as desk:
        await desk.sofia.says("feedback the cart is slow")
        await desk.jonas.says("feedback take 1", TRIAGE)
        await desk.team.waits(minutes=1)
        before = len(desk.jonas.sees(TRIAGE))
        await desk.sofia.says("feedback say 1 still slow")
        await desk.team.waits(minutes=1)
        assert "still slow" in desk.jonas.inbox[-1].text
        assert len(desk.jonas.sees(TRIAGE)) == before


async def test_without_a_room_admins_hear_it() -> None:
    """Nobody else may see it."""
    async with a_team() as team:
        anna, bo = team.person("Anna Berger", admin=True), team.person("Bo Lin")
        await anna.says("today")
        await bo.says("feedback the cart is slow")
        await bo.says("feedback say 1 still slow today")
        await team.waits(minutes=1)
        assert "still slow today" in anna.inbox[-1].text
