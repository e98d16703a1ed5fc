"""An award that somebody approves before it is announced, and one that is stuck."""

from bot.model.award import CHOOSING, NOMINATING, VOTING, Stage
from tests.bot.award.test_awards import REASON, ids, inbox, said, shop, stage, votes
from tests.bot.kudos.shop import WALL, WINS, Shop
from tests.bot.links.people import changes

__all__ = ["shop"]


async def approved_by_wei(shop: Shop) -> None:
    """Courage is approved by 李伟; Li got most votes, 王芳 is on the shortlist, too."""
    await shop.anna.says("award stop Star")
    await shop.anna.says("award new Courage once approved by @李伟")
    await shop.bo.says(f"I nominate Li Mei for Courage, {REASON}")
    await shop.li.says("award nominate @王芳 for the night at the warehouse")
    await shop.anna.says("award shortlist")
    people = tuple(await ids(shop, shop.li, shop.wang))
    assert await shop.anna.fills(people=people) == {}
    assert await votes(shop, shop.bo, shop.li) == {}
    await shop.team.waits(days=VOTING.days)


async def test_nothing_is_announced_before_it_is_approved(shop: Shop) -> None:
    """Only who approves is told; then both walls, and the ledger names them."""
    await approved_by_wei(shop)
    assert await stage(shop) is Stage.TIED
    assert "🏆 Courage: Li Mei" not in said(shop, WINS)
    await shop.team.waits(days=2)  # over the weekend
    assert "“Courage”将颁给 Li Mei，请您批准" in inbox(shop.wei)
    assert "if you approve" not in inbox(shop.anna)
    await shop.anna.says("award approve")
    assert "Nothing waits for your approval" in shop.answer(shop.anna).text
    await shop.wei.says("评奖 批准")
    await shop.wei.presses("批准")
    assert "🏆 Courage: Li Mei" in said(shop, WINS)
    assert "🏆 Courage：Li Mei" in said(shop, WALL)
    async with shop.team.store() as db:
        (round,) = [r for r in await db.awards.rounds(over=True) if not r.period]
        known = await db.people.known([shop.wei.ref])
    assert round.decided_by == known[shop.wei.ref].id


async def test_what_is_not_approved_is_told_in_private(shop: Shop) -> None:
    """To who nominated and who was on the shortlist, neutrally; no wall shows it."""
    await approved_by_wei(shop)
    await shop.wei.says("评奖 批准")
    await shop.wei.presses("这次不颁")
    assert await stage(shop) is Stage.DROPPED
    await shop.team.waits(days=2)
    for who, words in (
        (shop.bo, "“Courage” is given to nobody this time"),
        (shop.li, "“Courage” is given to nobody this time"),
        (shop.wang, "“Courage”这次没有颁出"),
    ):
        assert words in inbox(who)
    assert "nobody this time" not in said(shop, WINS)
    assert (
        "Li Mei" not in said(shop, WINS).rpartition("shortlist")[2].partition("🏆")[2]
    )


async def test_nobody_approves_their_own(shop: Shop) -> None:
    """An admin does, where it is the approver who won, or who left."""
    await shop.anna.says("award stop Star")
    await shop.anna.says("award new Courage once approved by @Li")
    await shop.bo.says(f"nominate @Li {REASON}")
    await shop.bo.says("nominate @王芳 for the night at the warehouse")
    await shop.anna.says("award shortlist")
    people = tuple(await ids(shop, shop.li, shop.wang))
    assert await shop.anna.fills(people=people) == {}
    assert await votes(shop, shop.bo, shop.li) == {}
    await shop.team.waits(days=VOTING.days)
    await shop.li.says("award approve")
    assert "Nothing waits" in shop.answer(shop.li).text
    await changes(shop.team, shop.li, "Ev-li", active=True)
    await shop.anna.says("award approve Courage")
    assert "goes to Li Mei, if you approve" in shop.answer(shop.anna).text


async def test_who_nominated_has_them_asked_once_more(shop: Shop) -> None:
    """When three days brought nothing; once, whoever of them it is (L12)."""
    await shop.bo.says(f"award nominate @Li {REASON}")
    await shop.wang.says("评奖 提名 @李伟 因为周末守住了仓库")
    await shop.team.waits(days=NOMINATING.days, hours=1)
    await shop.bo.says("award remind")
    assert "have three days first" in shop.answer(shop.bo).text
    await shop.team.waits(days=CHOOSING.days)
    await shop.team.waits(hours=30)
    assert "waited for a decision for 3 days" in inbox(shop.bo)
    before = inbox(shop.anna).count("Who is on the shortlist")
    await shop.bo.presses("Ask once more")
    await shop.team.waits(hours=30)
    assert inbox(shop.anna).count("Who is on the shortlist") == before + 1
    await shop.wang.says("评奖 催办")
    assert "已经再次提醒过" in shop.answer(shop.wang).text
    await shop.li.says("award remind")
    assert "Only who nominated somebody" in shop.answer(shop.li).text


async def test_the_award_is_heard_out_of_a_sentence(shop: Shop) -> None:
    """Without an @, and with the award behind the name; else it is the reason's."""
    await shop.anna.says("award new Courage once")
    for sentence, award in (
        (f"I nominate Li Mei for Courage, {REASON}", "Courage"),
        (f"nominate Anna for the Courage award because {REASON}", "Courage"),
        ("我提名Bo Lin参评Star：他把仓库管理得很好", "Star"),
    ):
        who = shop.bo if sentence.isascii() else shop.wang
        await who.says(sentence)
        assert award in shop.answer(who).text, sentence
    await shop.bo.says("award nominate @Anna for the courage to begin again")
    assert "Which award do you mean" in shop.answer(shop.bo).text
