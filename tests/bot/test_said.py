"""What people say in passing is understood as the command it means."""

from collections.abc import AsyncIterator

import pytest

from tests.bot.kudos.shop import Shop, a_shop
from tests.databases import KINDS, Kind


@pytest.fixture(params=KINDS)
async def shop(request: pytest.FixtureRequest) -> AsyncIterator[Shop]:
    """On both databases."""
    kind: Kind = request.param
    async with a_shop(kind) as made:
        yield made


async def test_who_is_away_is_asked_in_many_ways(shop: Shop) -> None:
    """Everybody's own days, half ones too; a reason only where one was given."""
    await shop.wei.says("请假 明天 看牙")
    await shop.li.says("away tomorrow afternoon")
    await shop.bo.says("away next week")
    for typed in ("who is away?", "away who", "Who's out this week", "away list"):
        said = await _told(shop, "bo", typed)
        assert "李伟 · Tue 3 Mar · 看牙" in said
        assert "Li Mei · Tue 3 Mar in the afternoon" in said
        assert "Bo Lin" not in said or "this week" not in typed
    for typed in ("谁请假了", "请假 谁", "这周谁请假", "谁明天不在？"):
        said = await _told(shop, "wang", typed)
        assert "李伟 · 3月3日周二 · 看牙" in said
        assert "Li Mei · 3月3日周二下午" in said
    said = await _told(shop, "bo", "who is off next week?")
    assert "Away from Mon 9 Mar to Sun 15 Mar" in said
    assert "Bo Lin · Mon 9 Mar to Sun 15 Mar" in said
    assert "李伟" not in said
    assert "没有人请假" in await _told(shop, "wang", "今天谁请假")
    said = await _told(shop, "bo", "who is away someday")
    assert "Try /crew away who next week" in said


async def test_a_guest_hears_of_nobody_they_do_not_meet(shop: Shop) -> None:
    await shop.bo.says("away tomorrow")
    assert "Nobody is away" in await _told(shop, "gus", "who is away?")
    for typed in ("who is Bo Lin?", "team Bo"):
        assert "bo@tea.example" not in await _told(shop, "gus", typed)


async def test_somebody_is_asked_for_by_name(shop: Shop) -> None:
    for typed in ("who is Li Mei?", "Who's Li Mei", "team Li Mei", "team li"):
        assert "Slack: @li" in await _told(shop, "bo", typed)
    for typed in ("李伟是谁", "谁是李伟？", "团队 李伟"):
        assert "钉钉" in await _told(shop, "wang", typed)
    assert "no department “lunch" in await _told(shop, "bo", "team lunch")


async def test_thanks_are_kudos(shop: Shop) -> None:
    await shop.bo.says("thanks @Li for the banner that saved us")
    assert (await shop.kudos(1)).reason == "the banner that saved us"
    await shop.wang.says("谢谢 @李伟 帮忙盘点仓库")
    assert (await shop.kudos(2)).reason == "帮忙盘点仓库"
    await shop.wang.says("给 @李伟 点赞 昨晚加班改海报")
    assert (await shop.kudos(3)).reason == "昨晚加班改海报"


@pytest.mark.parametrize(
    ("who", "typed"),
    [
        ("bo", "blocker the payment gateway answers nothing"),
        ("wang", "阻塞 打包机从早上就坏了"),
    ],
)
async def test_a_sentence_behind_blocker_is_one(
    shop: Shop, who: str, typed: str
) -> None:
    """What is no sentence is still asked about."""
    said = await _told(shop, who, typed)
    assert "B-1" in said
    assert typed.split(maxsplit=1)[1] in said
    said = await _told(shop, "bo", "blocker frobnicate")
    assert "Try /crew blocker add frobnicate" in said


async def test_a_refusal_names_people_and_not_their_accounts(shop: Shop) -> None:
    """What was typed stands there as the chat showed it."""
    said = await _told(shop, "bo", f"frobnicate <@{shop.li.ref.id}> quickly please")
    assert f"@{shop.li.name} quickly" in said
    assert shop.li.ref.id not in said


async def _told(shop: Shop, who: str, typed: str) -> str:
    member = {"bo": shop.bo, "wang": shop.wang, "gus": shop.gus}[who]
    seen = await member.says(typed)
    return seen.text if seen else shop.answer(member).text
