"""A company says how it gives kudos; admins do, in both languages."""

from collections.abc import AsyncIterator

import pytest

from tests.bot.kudos.shop import WALL, WINS, Shop, a_shop
from tests.databases import KINDS, Kind


@pytest.fixture(params=KINDS)
async def shop(request: pytest.FixtureRequest) -> AsyncIterator[Shop]:
    """On both databases."""
    kind: Kind = request.param
    async with a_shop(kind) as made:
        yield made


async def test_values_have_names_in_both_languages(shop: Shop) -> None:
    """Old kudos keep a value that is none any more (L03)."""
    seen = await shop.wang.says("点赞 价值观")
    assert seen
    assert "💙 用心 – 输入 #用心" in seen.text
    assert "修改" not in seen.buttons
    await shop.bo.says("kudos @Li for the red banner #care", "#general")
    await shop.anna.says("kudos values")
    await shop.anna.presses("Change")
    for lines, wrong in (
        ("💙 care 用心", "3 to 7"),
        ("care 用心\n🌱 b 乙\n🦁 c 丙", "cannot read “care 用心”"),
        ("💙 a 甲\n🌱 A 乙\n🦁 c 丙", "there twice"),
    ):
        refused = await shop.anna.fills(lines=lines)
        assert wrong in refused["lines"]
    new = "🍵 calm 从容\n🌱 better 进取\n🦁 courage 担当"
    assert await shop.anna.fills(lines=new) == {}
    await shop.bo.says("kudos edit K-1 the red banner of Monday")
    assert "💙 care" in shop.on(WINS)[-1].text
    await shop.wang.says("点赞 @李伟 因为再忙也不慌张 #从容", "#运营")
    assert "🍵 calm" in shop.on(WINS)[-1].text


async def test_an_allowance_is_told_to_who_gives_only(shop: Shop) -> None:
    """Off until an admin says so; each person thanked counts (L05)."""
    await shop.anna.says("kudos allowance 2")
    await shop.bo.says("kudos @Li for the red banner", "#general")
    seen = shop.answer(shop.bo)
    assert "You can thank 1 more person this month." in seen.text
    assert "more person" not in shop.on("#general")[-1].text
    await shop.bo.says("kudos @Li @Anna for the blue banner", "#general")
    seen = shop.answer(shop.bo)
    assert "You can thank 1 more people this month, of 2" in seen.text
    assert "the blue banner" in seen.text
    await shop.anna.says("kudos allowance off")
    await shop.bo.says("kudos @Li @Anna for the blue banner", "#general")
    assert "blue banner" in shop.on("#general")[-1].text
    for typed in ("0", "-1", "many", "9" * 40, ""):
        refused = await shop.anna.says(f"kudos allowance {typed}")
        assert refused
        assert "How many people a month?" in refused.text, typed


async def test_the_ranking_counts_people_and_is_off_at_first(shop: Shop) -> None:
    """Two who thank each other all day count once each (L07)."""
    seen = await shop.bo.says("kudos ranking")
    assert seen
    assert "There is no ranking here" in seen.text
    refused = await shop.bo.says("kudos ranking on")
    assert refused
    assert "Only admins" in refused.text
    await shop.anna.says("点赞 排行 开启")
    for number in range(3):
        await shop.bo.says(f"kudos @Anna for banner number {number}", "#general")
    for who in (shop.bo, shop.anna):
        await who.says("kudos @Li for the red banner", "#general")
    await shop.wang.says("点赞 排行 本月")
    seen = shop.answer(shop.wang)
    first, second = (
        line for line in seen.text.splitlines() if "位同事" in line and "–" in line
    )
    assert first.startswith("Li Mei – 2")
    assert second.startswith("Anna Berger – 1")
    assert seen.only == shop.wang.ref or seen.ref.place == shop.wang.dm


async def test_lists_say_what_somebody_was_thanked_for(shop: Shop) -> None:
    """With a name, as people type it."""
    await shop.bo.says("kudos @Li for the red banner", "#general")
    await shop.wang.says("点赞 @李伟 因为周末守着仓库", "#运营")
    seen = await shop.anna.says("kudos list @Li", "#general")
    assert seen
    assert "the red banner" in seen.text
    assert "周末" not in seen.text
    seen = await shop.anna.says("kudos list")
    assert seen
    assert "周末守着仓库" in seen.text
    seen = await shop.anna.says("kudos list @Gus")
    assert seen
    assert "No kudos yet" in seen.text


async def test_guests_read_what_is_said_where_they_are(shop: Shop) -> None:
    """The wall is for the people of the company."""
    await shop.wang.says("点赞 @李伟 因为周末守着仓库", "#运营")
    await shop.bo.says("kudos @Li for the red banner", "#general")
    before = await shop.gus.says("kudos list")
    assert before
    assert "the red banner" not in before.text
    await shop.gus.says("today", "#general")
    seen = await shop.gus.says("kudos list")
    assert seen
    assert "the red banner" in seen.text
    assert "周末" not in seen.text


async def test_nobody_else_makes_rules(shop: Shop) -> None:
    """Neither by words nor by a form."""
    for typed in ("kudos wall off", "kudos allowance 1", "kudos ranking on"):
        await shop.bo.says(typed)
    async with shop.team.store() as db:
        rules = await db.kudos.rules()
    assert rules.wall == shop.team.places[WINS]
    assert (rules.allowance, rules.ranking) == (None, False)


async def test_a_wall_is_chosen_by_name(shop: Shop) -> None:
    """In the chat where it is; a group where it is typed."""
    seen = await shop.anna.says("kudos wall #singles-day")
    assert seen
    assert "shown there from now on" in seen.text
    await shop.bo.says("kudos @Li for the red banner", "#general")
    assert "red banner" in shop.on("#singles-day")[-1].text
    assert not any("red banner" in each.text for each in shop.on(WALL))
    refused = await shop.anna.says("kudos wall here")
    assert refused
    assert "Please type this in the channel" in refused.text
