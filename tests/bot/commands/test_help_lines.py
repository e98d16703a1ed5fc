"""`help standup new`: what the line takes, with examples that work as they are."""

from collections.abc import AsyncIterator

import pytest

from bot.commands.standup.sentence import split
from tests.driver import Team, a_team


@pytest.fixture
async def team() -> AsyncIterator[Team]:
    async with a_team() as made:
        made.person("Anna Berger", admin=True)
        made.person("Bo Chen")
        made.person("陈雅", language="zh", platform="dingtalk", admin=True)
        made.person("王芳", language="zh", platform="dingtalk")
        made.place("#shop")
        made.place("#店铺", platform="dingtalk")
        await made.know_everyone()
        yield made


ASKED = {
    "Anna Berger": "help standup new",
    "陈雅": "帮助 站会 新建",
}
MADE = {
    "Anna Berger": ("#shop", "Shop check-in", "Ads review"),
    "陈雅": ("#店铺", "店铺早会", "投放复盘"),
}


async def _lines(team: Team, name: str) -> list[str]:
    seen = await team.people[name].says(ASKED[name])
    assert seen
    return [line.strip(" •-·") for line in seen.text.splitlines()]


@pytest.mark.parametrize("name", ASKED)
async def test_its_examples_make_stand_ups_as_they_are(team: Team, name: str) -> None:
    """Typed as they are shown, nothing of them is a part of the name."""
    calls = ("/crew standup new", "站会 新建")
    lines = await _lines(team, name)
    examples = [line for line in lines if line.startswith(calls) and "9:30" in line]
    examples += [line for line in lines if line.startswith(calls) and "14:00" in line]
    assert len(examples) == 2
    place, *names = MADE[name]
    for line in examples:
        await team.people[name].says(line.removeprefix("/crew "), place)
    async with team.store.reading() as db:
        assert sorted(each.name for each in await db.standups.all()) == sorted(names)


@pytest.mark.parametrize("name", ASKED)
async def test_every_part_it_names_is_understood(team: Team, name: str) -> None:
    """Each one alone behind a name is no part of the name."""
    lines = await _lines(team, name)
    parts = [line.split("  ")[0].strip("`") for line in lines if "  " in line]
    assert len(parts) == 11
    for part in parts:
        found = split(f"Daily 9:30 {part}")
        assert found.name == "Daily", part
        assert found.slots or found.questions, part
