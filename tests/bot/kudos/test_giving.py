"""Kudos are given in a sentence or a form, and seen on both chats."""

from collections.abc import AsyncIterator

import pytest

from tests.bot.kudos.shop import WALL, WINS, Shop, a_shop
from tests.bot.links.people import link
from tests.databases import KINDS, Kind


@pytest.fixture(params=KINDS)
async def shop(request: pytest.FixtureRequest) -> AsyncIterator[Shop]:
    """On both databases."""
    kind: Kind = request.param
    async with a_shop(kind) as made:
        yield made


async def test_thanks_are_seen_where_they_are_given_and_on_both_walls(
    shop: Shop,
) -> None:
    """Each in its own language, once (L06, L17)."""
    await shop.anna.says("kudos @Bo @Li for the red banner #care", "#general")
    (here,) = shop.on("#general")
    assert "Anna Berger thanks Bo Lin and Li Mei" in here.text
    assert "the red banner" in here.text
    assert "💙 care · K-1" in here.text
    assert "#care" not in here.text
    assert not here.buttons
    wins, wall = shop.on(WINS)[-1], shop.on(WALL)[-1]
    assert "Anna Berger thanks Bo Lin and Li Mei" in wins.text
    assert "Anna Berger 感谢 Bo Lin 和 Li Mei" in wall.text
    assert "💙 用心" in wall.text
    assert len([s for s in shop.on(WINS) if "K-1" in s.text]) == 1


async def test_thanks_from_dingtalk_reach_slack(shop: Shop) -> None:
    """为了什么 is what follows 因为; names in the reason are only told."""
    await shop.wang.says("点赞 @李伟 因为周末守着仓库，帮了 @王芳 大忙 #用心", "#运营")
    (here,) = shop.on("#运营")
    assert "王芳 感谢 李伟" in here.text
    assert "周末守着仓库" in here.text
    assert "因为" not in here.text
    stored = await shop.kudos()
    assert stored.values == ("care",)
    assert len(stored.receivers) == 1
    assert "王芳 thanks 李伟" in shop.on(WINS)[-1].text


async def test_who_is_thanked_hears_of_it_when_they_work(shop: Shop) -> None:
    """In their own language; nobody is woken by thanks."""
    await shop.anna.says("kudos @Bo for the red banner", "#general")
    assert "Anna Berger thanks you" in shop.told(shop.bo)[-1].text
    await shop.team.waits(hours=3)  # 20:00 in Shanghai
    await shop.bo.says("kudos @王芳 for the night at the warehouse", "#general")
    assert shop.told(shop.wang) == []
    await shop.team.waits(hours=14)
    (told,) = shop.told(shop.wang)
    assert "Bo Lin 感谢您" in told.text
    assert "the night at the warehouse" in told.text


async def test_a_short_reason_is_asked_for_gently(shop: Shop) -> None:
    """Only who wrote it sees so, and the form holds what was typed (L02)."""
    seen = await shop.anna.says("kudos @Bo thanks #care", "#general")
    assert seen
    assert seen.only == shop.anna.ref
    assert "say a little more" in seen.text
    assert "kudos @Bo thanks #care" in seen.text
    assert shop.on("#general") == []
    await shop.anna.presses("Say what for", seen)
    form = {field.name: field for field in shop.anna.form.fields}
    assert getattr(form["people"], "values", ()) == (shop.bo.ref.id,)
    assert getattr(form["reason"], "value", "") == "thanks"
    assert getattr(form["values"], "values", ()) == ("care",)
    wrong = await shop.anna.fills(reason="ok")
    assert "say a little more" in wrong["reason"]
    assert await shop.anna.fills(reason="for the red banner on the shop") == {}
    assert "the red banner on the shop" in shop.on("#general")[-1].text
    assert "💙 care" in shop.on("#general")[-1].text


async def test_nobody_thanks_themselves(shop: Shop) -> None:
    """Neither by command nor by form; nobody else sees it tried (L04)."""
    for typed in ("kudos @Anna for being so great", "kudos @Bo @Anna for the banner"):
        seen = await shop.anna.says(typed, "#general")
        assert seen
        assert seen.only == shop.anna.ref
        assert "Kudos are for others" in seen.text
    await shop.anna.says("kudos")
    wrong = await shop.anna.fills(people=(shop.anna.ref.id,), reason="for being great")
    assert "Kudos are for others" in wrong["people"]
    assert shop.on("#general") == []


async def test_nobody_thanks_themselves_through_their_other_account(
    shop: Shop,
) -> None:
    """Both are one person."""
    await link(shop.anna, shop.wei)
    seen = await shop.wei.says("点赞 @Anna 因为横幅做得真好", "#运营")
    assert seen
    assert "Kudos are for others" in seen.text
    assert shop.on("#运营") == []


async def test_bots_and_who_left_are_not_thanked(shop: Shop) -> None:
    """It says so kindly, and nothing is kept."""
    seen = await shop.anna.says("kudos <@B99|helper> for the endless help", "#general")
    assert seen
    assert "helper" in seen.text
    seen = await shop.anna.says("kudos for the endless help", "#general")
    assert seen
    assert "Whom do you thank?" in seen.text
    assert shop.on("#general") == []


async def test_alone_with_the_bot_thanks_are_for_the_wall(shop: Shop) -> None:
    """Nobody farms in private."""
    await shop.bo.says("kudos @Li for the red banner")
    seen = shop.answer(shop.bo)
    assert "It is on the wall, too." in seen.text
    assert "Bo Lin thanks Li Mei" in shop.on(WINS)[-1].text
    await shop.anna.says("kudos wall off")
    await shop.bo.says("kudos @Li for the blue banner")
    seen = shop.answer(shop.bo)
    assert "Nobody else reads this here" in seen.text
    refused = await shop.gus.says("kudos @Li for the green banner")
    assert refused
    assert "please give them in a channel" in refused.text
    assert len(shop.told(shop.li)) == 2


async def test_a_private_channel_keeps_its_own(shop: Shop) -> None:
    """The wall shows it only if who gave it wants so."""
    await shop.bo.says("kudos @Anna for the secret zeppelin", "#bunker")
    seen = shop.answer(shop.bo)
    assert "zeppelin" in shop.on("#bunker")[-1].text
    assert not any("zeppelin" in each.text for each in shop.on(WINS))
    assert not any(
        "zeppelin" in each.text
        for each in [await shop.li.says("kudos list", "#general")]
        if each
    )
    await shop.bo.presses("Show on the wall", seen)
    assert "zeppelin" in shop.on(WINS)[-1].text
    await shop.bo.presses("Show on the wall", seen)
    assert len([s for s in shop.on(WINS) if "zeppelin" in s.text]) == 1


async def test_a_message_is_thanked_for(shop: Shop) -> None:
    """The form knows who wrote it, and shows what it says; the card links to it."""
    await shop.bo.uses("kudos.from_message", "The banner is done", "#general")
    form = {field.name: field for field in shop.bo.form.fields}
    assert getattr(form["people"], "values", ()) == (shop.bo.ref.id,)
    assert (
        await shop.bo.fills(
            people=(shop.li.ref.id,), reason="the banner on time", values=("care",)
        )
        == {}
    )
    (card,) = shop.on("#general")
    assert "Bo Lin thanks Li Mei" in card.text
    assert "the message" in card.text


async def test_words_stay_words(shop: Shop) -> None:
    """Nothing in a reason mentions, links or formats."""
    await shop.anna.says("kudos @Bo for <!channel> *bold* {$x} <@U1>", "#general")
    (card,) = shop.on("#general")
    assert "<!channel> *bold* {$x}" in card.text


async def test_a_name_needs_no_sign_before_it(shop: Shop) -> None:
    """Thanks to a name are kudos, in both languages; thanks to nobody are answered."""
    for who, typed, to in (
        (shop.li, "thank you Bo for the translation of the newsletter", "Bo Lin"),
        (shop.li, "kudos Anna Berger great onboarding talk", "Anna Berger"),
        (shop.wang, "谢谢 李伟 帮忙打包", "李伟"),
    ):
        await who.says(typed)
        assert to in shop.answer(who).text
    await shop.li.says("thanks!")
    assert shop.answer(shop.li).text == "You are welcome."
    await shop.li.says("kudos Li Mei I am great")
    assert "Kudos are for others" in shop.answer(shop.li).text
