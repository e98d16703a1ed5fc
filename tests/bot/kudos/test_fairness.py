"""Where thanks do not reach is for admins, and only for their eyes (L14)."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from tests.bot.kudos.shop import Shop, a_shop
from tests.databases import KINDS, Kind


@pytest.fixture(params=KINDS)
async def shop(request: pytest.FixtureRequest) -> AsyncIterator[Shop]:
    """All but 李伟 are of marketing; Li was thanked; on both databases."""
    kind: Kind = request.param
    async with a_shop(kind) as made:
        async with made.team.store() as db:
            for person in await db.people.everyone():
                department = "warehouse" if person.name == "李伟" else "marketing"
                await db.people.save(replace(person, departments=(department,)))
            await db.commit()
        await made.bo.says("kudos @Li for the red banner", "#general")
        yield made


async def test_who_is_never_thanked_is_told_to_an_admin_alone(shop: Shop) -> None:
    """Even where others are; guests only visit, and small groups stay unnamed."""
    await shop.anna.says("kudos fairness", "#general")
    seen = shop.answer(shop.anna)
    assert seen.only == shop.anna.ref
    assert "Nobody thanked\nAnna Berger, Bo Lin, 李伟 and 王芳" in seen.text
    assert "Gus" not in seen.text
    assert "Slack | 3 | 33 %" in seen.text
    assert "DingTalk" not in seen.text
    assert "arehouse" not in seen.text


async def test_nobody_else_is_told(shop: Shop) -> None:
    """Whatever they type."""
    for who, typed in ((shop.bo, "kudos fairness"), (shop.wang, "点赞 分布")):
        await who.says(typed)
        assert "Anna Berger" not in shop.answer(who).text


async def test_after_ninety_days_thanks_are_long_ago(shop: Shop) -> None:
    """Whom nobody thanked since is told again."""
    await shop.team.waits(days=91)
    await shop.anna.says("kudos fairness")
    assert "Li Mei" in shop.answer(shop.anna).text


async def test_hr_sees_it_too(shop: Shop) -> None:
    """Who sees to people need not be an admin."""
    await shop.anna.says("team set @Bo dept hr")
    await shop.bo.says("kudos fairness")
    assert "Nobody thanked" in shop.answer(shop.bo).text
    await shop.wang.says("点赞 分布")
    assert "只有管理员和人事" in shop.answer(shop.wang).text
