"""Who types on a keyboard without the letters of a name still calls its person."""

import pytest

from bot.offers import people_called
from tests.driver import a_team


@pytest.mark.parametrize(
    "typed",
    ["@Li Wei", "@liwei", "@LiWei", "@Wei Li", "@weili", "@wei"],
)
@pytest.mark.parametrize("platform", ["slack", "dingtalk"])
async def test_a_chinese_name_is_called_in_pinyin(typed: str, platform: str) -> None:
    """Half of the team has no other way to write it."""
    async with a_team() as team:
        anna = team.person("Anna Berger", platform=platform)
        wei = team.person("李伟", platform="dingtalk", language="zh")
        for each in (anna, wei):
            await each.says("today")
        seen = await anna.says(f"task add Check labels {typed} due tomorrow")
        assert seen is not None
        assert "李伟" in seen.text
        assert "Check labels" in seen.text


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Jörg Müller", "@Joerg Mueller"),
        ("Jörg Müller", "@jorg muller"),
        ("José Núñez", "@Jose"),
        ("Łukasz Øster", "@Lukasz"),
        ("Иван Петров", "@Ivan Petrov"),
        ("欧阳娜娜", "@Ouyang Nana"),
        ("曾国藩", "@Zeng Guofan"),
    ],
)
async def test_a_name_is_called_without_its_marks(name: str, typed: str) -> None:
    """Umlauts, accents, other alphabets and family names that sound otherwise."""
    async with a_team() as team:
        anna = team.person("Anna Berger")
        await team.person(name, platform="dingtalk").says("today")
        seen = await anna.says(f"task add Check labels {typed} due tomorrow")
        assert seen is not None
        assert name in seen.text


async def test_who_is_really_called_so_comes_first() -> None:
    """Li Wei is Li Wei, and 李伟 only where nobody else is."""
    async with a_team() as team:
        anna, li = team.person("Anna Berger"), team.person("Li Wei")
        await team.person("李伟", platform="dingtalk").says("today")
        await li.says("today")
        seen = await anna.says("task add Check labels @Li Wei")
        assert seen is not None
        assert "Li Wei" in seen.text
        assert "李伟" not in seen.text


async def test_two_who_sound_alike_are_asked_about() -> None:
    """Nobody is guessed."""
    async with a_team() as team:
        anna = team.person("Anna Berger")
        for name in ("李伟", "李维"):
            await team.person(name, platform="dingtalk").says("today")
        seen = await anna.says("task add Check labels @liwei")
        assert seen is not None
        assert list(seen.buttons) == ["1 李伟", "2 李维"]


async def test_a_field_for_people_offers_them_by_sound() -> None:
    """Slack asks while somebody types."""
    async with a_team() as team:
        anna = team.person("Anna Berger")
        await anna.says("today")
        await team.person("李伟", platform="dingtalk").says("today")
        async with team.store.reading() as db:
            for typed in ("li", "liw", "wei l", "李"):
                found = await people_called(db, anna.ref, typed)
                assert [one.label for one in found] == ["李伟"], typed
