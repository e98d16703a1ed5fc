"""Nobody is written to outside their working time but for what cannot wait (B15)."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.errors import RateLimited
from bot.messages import Button, Item
from tests.databases import KINDS, Kind
from tests.driver import MONDAY, Member, Team, a_team

EVENING = MONDAY + timedelta(hours=13)  # 21:00 in Berlin


@pytest.fixture(params=KINDS)
async def team(request: pytest.FixtureRequest) -> AsyncIterator[Team]:
    kind: Kind = request.param
    async with a_team(kind, now=EVENING) as one:
        yield one


async def _works(who: Member, start: str = "09:00", end: str = "17:30") -> None:
    """Says when they work, in their settings."""
    await who.says("settings")
    assert await who.fills(start=start, end=end) == {}


async def test_who_said_nothing_hears_of_people_at_once(team: Team) -> None:
    """As in any chat: whoever writes at nine in the evening knows that it is nine."""
    anna, bo = team.person("Anna"), team.person("Bo")
    await team.know_everyone()
    await anna.says("task add Check banner @Bo", "#general")
    assert len(bo.inbox) == 1


async def test_who_said_when_they_work_hears_in_the_morning(team: Team) -> None:
    """A message that waited comes when their day begins."""
    anna, bo = team.person("Anna"), team.person("Bo")
    await _works(bo)
    before = len(bo.inbox)
    await anna.says("task add Check banner @Bo", "#general")
    await team.waits(hours=11, minutes=59)
    assert len(bo.inbox) == before
    await team.waits(minutes=1)
    assert "Check banner" in bo.inbox[-1].text
    assert len(bo.inbox) == before + 1


async def test_an_answer_that_was_put_off_does_not_wait(team: Team) -> None:
    """Who typed at nine in the evening sits there and waits: an hour later the answer
    would be worth nothing, and by the morning it has expired.
    """
    anna = team.person("Anna")
    await team.know_everyone()
    team.chat.broken.append(RateLimited("ratelimited", 5))
    await anna.says("task add Check banner")
    await team.waits(seconds=30)
    assert "Check banner" in anna.inbox[-1].text


async def test_what_is_urgent_does_not_wait(team: Team) -> None:
    """That is what urgent means."""
    anna, bo = team.person("Anna"), team.person("Bo")
    await _works(bo)
    before = len(bo.inbox)
    await anna.says("task add Checkout is down @Bo !urgent", "#general")
    assert len(bo.inbox) == before + 1


async def test_several_that_waited_are_one_message(team: Team) -> None:
    """With the buttons that each would have had."""
    anna, bo = team.person("Anna"), team.person("Bo")
    await _works(bo)
    before = len(bo.inbox)
    for title in ("Check banner", "Count returns", "Call customs"):
        await anna.says(f"task add {title} @Bo", "#general")
    await team.waits(hours=13)
    (morning,) = bo.inbox[before:]
    items = [each for each in morning.card.blocks if isinstance(each, Item)]
    assert len(items) == 3
    assert all(any(isinstance(b, Button) for b in each.buttons) for each in items)
    assert "Call customs" in morning.text


async def test_a_weekend_is_quiet(team: Team) -> None:
    """From Friday evening until Monday morning."""
    anna, bo = team.person("Anna"), team.person("Bo")
    await _works(bo)
    await team.waits(days=4)
    before = len(bo.inbox)
    await anna.says("task add Check banner @Bo", "#general")
    await team.waits(days=2)
    assert len(bo.inbox) == before
    await team.waits(hours=13)
    assert len(bo.inbox) == before + 1


async def test_who_is_away_hears_of_it_when_they_are_back(team: Team) -> None:
    """Even who never said when they work; `back` brings it at once."""
    anna, bo = team.person("Anna"), team.person("Bo")
    await team.know_everyone()
    await bo.says("away today to friday")
    await team.waits(hours=14)
    before = len(bo.inbox)
    await anna.says("task add Check banner @Bo", "#general")
    assert len(bo.inbox) == before
    await bo.says("back")
    assert any("Check banner" in seen.text for seen in bo.inbox[before:])


async def test_what_the_bot_says_of_itself_waits_for_everybody(team: Team) -> None:
    """A deadline in the night is announced while they still work."""
    anna = team.person("Anna")
    await anna.says("task add Send the stock list due tomorrow 23:00")
    before = len(anna.inbox)
    await team.waits(hours=22)
    seen = [each for each in anna.inbox[before:] if "23:00" in each.text]
    assert len(seen) == 2  # the morning's bundle, and the end of the working day
    assert team.clock.now() - EVENING < timedelta(days=1)
