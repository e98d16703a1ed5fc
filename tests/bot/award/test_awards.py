"""An award on both chats: nominated, shortlisted, voted on once each, announced."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from sqlalchemy import select

from bot.model.award import NOMINATING, VOTING, Stage
from storage.tables.awards import award_ballots
from tests.bot.kudos.shop import WALL, WINS, Shop, a_shop
from tests.bot.links.people import changes, link
from tests.databases import KINDS, Kind
from tests.driver import Member

REASON = "for a launch that nobody else dared"


@pytest.fixture(params=KINDS)
async def shop(request: pytest.FixtureRequest) -> AsyncIterator[Shop]:
    """Anna has opened "Star", given monthly; on both databases."""
    kind: Kind = request.param
    async with a_shop(kind) as made:
        await made.anna.says('award new "Star" monthly')
        yield made


async def ids(shop: Shop, *members: Member) -> list[str]:
    """Who they are in a form of ours."""
    async with shop.team.store() as db:
        known = await db.people.known([each.ref for each in members])
    return [str(known[each.ref].id) for each in members]


async def voting(shop: Shop) -> None:
    """Li and 王芳 are nominated and shortlisted; Bo has nominated both."""
    await shop.bo.says(f"award nominate @Li {REASON}")
    await shop.bo.says("award nominate @王芳 for the night at the warehouse")
    await shop.anna.says("award shortlist")
    assert (
        await shop.anna.fills(people=tuple(await ids(shop, shop.li, shop.wang))) == {}
    )


async def votes(shop: Shop, who: Member, whom: Member) -> dict[str, str]:
    """Opens the ballot and fills it in."""
    await who.says("award vote" if who.ref.platform == "slack" else "评奖 投票")
    (choice,) = await ids(shop, whom)
    return dict(await who.fills(person=choice))


async def stage(shop: Shop) -> Stage:
    """How far the newest round is."""
    async with shop.team.store() as db:
        found = [
            *await db.awards.rounds(over=False),
            *await db.awards.rounds(over=True),
        ]
    return found[0].stage


def said(shop: Shop, where: str) -> str:
    """Everything that a place was told of awards."""
    place = shop.team.places[where]
    return "\n".join(
        seen.text
        for seen in shop.team.chat.messages
        if seen.ref.place.unthreaded() == place and seen.only is None
    )


def inbox(who: Member) -> str:
    """Everything somebody was told in private."""
    return "\n".join(seen.text for seen in who.inbox)


async def test_everybody_is_called_on_both_walls(shop: Shop) -> None:
    """Each in its own language, with a button."""
    assert "Who should get “Star · 2026-03”?" in said(shop, WINS)
    assert "“Star · 2026-03”该颁给谁？" in said(shop, WALL)
    await shop.bo.presses("Nominate")
    assert await shop.bo.fills(person=shop.li.ref.id, reason=REASON) == {}
    assert "Li Mei is nominated" in shop.answer(shop.bo).text
    await shop.wang.says("评奖 提名 @李伟 因为周末守住了仓库")
    async with shop.team.store() as db:
        (round,) = await db.awards.rounds(over=False)
        found = await db.awards.nominations(round.id)
    assert [each.reason for each in found] == [
        "a launch that nobody else dared",
        "周末守住了仓库",
    ]


async def test_the_whole_way_to_the_announcement(shop: Shop) -> None:
    """Votes of both chats count; the winner is told on both (L11)."""
    await voting(shop)
    assert "The shortlist for “Star · 2026-03”" in said(shop, WINS)
    assert "a launch that nobody else dared" in said(shop, WINS)
    assert "Bo Lin" not in said(shop, WINS)
    assert await votes(shop, shop.wei, shop.li) == {}
    assert await votes(shop, shop.anna, shop.wang) == {}
    assert await votes(shop, shop.bo, shop.wang) == {}
    await shop.team.waits(days=VOTING.days)
    assert await stage(shop) is Stage.ENDED
    assert "🏆 Star · 2026-03: 王芳" in said(shop, WINS)
    assert "🏆 Star · 2026-03：王芳" in said(shop, WALL)
    await shop.team.waits(days=3)  # over the weekend
    assert "颁给了您，恭喜" in inbox(shop.wang)
    assert "went to somebody else this time" in inbox(shop.li)
    assert "somebody else" not in said(shop, WINS)
    seen = await shop.wei.says("评奖 名单")
    assert seen
    assert "Star · 2026-03：王芳" in seen.text


async def test_a_vote_can_be_changed_and_is_never_shown(shop: Shop) -> None:
    """Not to admins, not in the database when it was counted."""
    await voting(shop)
    assert await votes(shop, shop.bo, shop.li) == {}
    assert await votes(shop, shop.bo, shop.wang) == {}
    assert await votes(shop, shop.anna, shop.wang) == {}
    await shop.bo.says("award vote")
    (field,) = shop.bo.form.fields
    assert getattr(field, "value", None) is None
    seen = await shop.anna.says("award")
    assert seen
    assert "王芳" not in seen.text
    await shop.team.waits(days=VOTING.days)
    async with shop.team.store() as db:
        (round,) = await db.awards.rounds(over=True)
        counted = {each.votes for each in await db.awards.finalists(round.id)}
        left = (await db.connection.execute(select(award_ballots))).all()
    assert counted == {0, 2}
    assert left == []
    seen = await shop.anna.says("award ledger")
    assert seen
    assert "2 " not in seen.text.replace("2026", "")


async def test_two_accounts_are_one_vote(shop: Shop) -> None:
    """The last one counts, on whatever chat."""
    await voting(shop)
    await link(shop.anna, shop.wei)
    assert await votes(shop, shop.anna, shop.li) == {}
    await shop.wei.says("评奖 投票")
    (wang,) = await ids(shop, shop.wang)
    assert await shop.wei.fills(person=wang) == {}
    async with shop.team.store() as db:
        (round,) = await db.awards.rounds(over=False)
        assert await db.awards.count(round.id) == {int(wang): 1}


async def test_two_accounts_that_voted_before_they_were_one(shop: Shop) -> None:
    """One of the votes stays."""
    await voting(shop)
    assert await votes(shop, shop.anna, shop.li) == {}
    assert await votes(shop, shop.wei, shop.wang) == {}
    await link(shop.anna, shop.wei)
    async with shop.team.store() as db:
        (round,) = await db.awards.rounds(over=False)
        assert sum((await db.awards.count(round.id)).values()) == 1


async def test_a_vote_after_the_end_is_refused(shop: Shop) -> None:
    """Kindly, by an old button and an open form."""
    await voting(shop)
    await shop.bo.presses("Vote")
    (li,) = await ids(shop, shop.li)
    await shop.team.waits(days=VOTING.days)
    told = "\n".join((await shop.bo.fills(person=li)).values())
    assert "Voting for “Star · 2026-03” is over. Your earlier vote" in told
    seen = await shop.bo.says("award vote")
    assert seen
    assert "There is nothing to vote on now" in seen.text
    assert await stage(shop) is Stage.TIED


async def test_conflicts_are_refused(shop: Shop) -> None:
    """Oneself, who leads one, guests, who left; a ring of managers is none (L11)."""
    await changes(shop.team, shop.bo, "Ev-bo", manager=shop.li.ref)
    await changes(shop.team, shop.li, "Ev-li", manager=shop.bo.ref)
    await changes(shop.team, shop.wang, "Ev-wang", active=False)
    for typed, told in (
        (f"award nominate @Bo {REASON}", "Nominations are for others"),
        (f"award nominate @Li {REASON}", "Li Mei leads you"),
        (f"award nominate @Gus {REASON}", "is a guest here"),
        (f"award nominate @王芳 {REASON}", "王芳"),
        ("award nominate @Anna great", "say a little more"),
        (f"award nominate @Anna @Li {REASON}", "One person at a time"),
    ):
        seen = await shop.bo.says(typed)
        assert seen
        assert told in seen.text, typed
    seen = await shop.gus.says(f"award nominate @Anna {REASON}")
    assert seen
    assert "for the people of the company" in seen.text
    async with shop.team.store() as db:
        (round,) = await db.awards.rounds(over=False)
        assert await db.awards.nominations(round.id) == []


async def test_nobody_votes_for_themselves_or_their_own(shop: Shop) -> None:
    """They are not on the ballot, nor taken from a form that was made up."""
    await voting(shop)
    li, wang = await ids(shop, shop.li, shop.wang)
    await shop.li.says("award vote")
    (field,) = shop.li.form.fields
    assert [option.value for option in getattr(field, "options", ())] == [wang]
    assert "choose one of the list" in (await shop.li.fills(person=li))["person"]
    seen = await shop.gus.says("award vote")
    assert seen
    assert "for the people of the company" in seen.text


async def test_equal_votes_are_decided_by_more_nominators(shop: Shop) -> None:
    """Who more people nominated gets it."""
    await voting(shop)
    assert await votes(shop, shop.anna, shop.li) == {}
    assert await votes(shop, shop.wei, shop.wang) == {}
    async with shop.team.store() as db:
        (round,) = await db.awards.rounds(over=False)
        nominated = (await db.awards.nominations(round.id))[0]
        anna = (await db.people.known([shop.anna.ref]))[shop.anna.ref].id
        await db.awards.nominate(replace(nominated, nominator_id=anna))
        await db.commit()
    await shop.team.waits(days=VOTING.days)
    assert "🏆 Star · 2026-03: Li Mei" in said(shop, WINS)


async def test_what_is_still_equal_is_decided_by_an_admin(shop: Shop) -> None:
    """And the ledger says who did."""
    await voting(shop)
    assert await votes(shop, shop.anna, shop.li) == {}
    assert await votes(shop, shop.wei, shop.wang) == {}
    await shop.team.waits(days=VOTING.days)
    assert await stage(shop) is Stage.TIED
    await shop.team.waits(days=3)
    assert "is undecided" in inbox(shop.anna)
    assert "is undecided" not in inbox(shop.bo)
    await shop.anna.presses("Decide")
    (li,) = await ids(shop, shop.li)
    assert await shop.anna.fills(person=li) == {}
    assert "🏆 Star · 2026-03: Li Mei" in said(shop, WINS)
    seen = await shop.anna.says("award export csv")
    assert seen
    (attachment,) = [b for b in seen.card.blocks if hasattr(b, "sheet")]
    rows = attachment.sheet.rows
    assert ("🏆 Li Mei", "1", "Anna Berger") in {row[2:5] for row in rows}


async def test_without_a_nomination_nothing_is_said(shop: Shop) -> None:
    """The round ends; the next one opens with the next month."""
    await shop.team.waits(days=NOMINATING.days)
    assert await stage(shop) is Stage.DROPPED
    await shop.team.waits(days=30)
    assert "Star · 2026-04" in said(shop, WINS)


async def test_who_shortlists_is_asked_and_reminded_once(shop: Shop) -> None:
    """And nobody else."""
    await shop.bo.says(f"award nominate @Li {REASON}")
    await shop.team.waits(days=NOMINATING.days + 10)
    asked = [s for s in shop.anna.inbox if "Who is on the shortlist" in s.text]
    assert len(asked) == 2
    assert "Who is on the shortlist" not in inbox(shop.bo)
    seen = await shop.bo.says("award shortlist")
    assert seen
    assert "Only the jury does that" in seen.text


async def test_a_jury_votes_alone(shop: Shop) -> None:
    """It shortlists, too; an admin who is not of it does not."""
    await shop.anna.says("award new Courage once jury @Bo @王芳")
    await shop.li.says(f"award nominate @Gus {REASON}")
    async with shop.team.store() as db:
        rounds = {r.award_id: r for r in await db.awards.rounds(over=False)}
        (award,) = [a for a in await db.awards.all() if a.name == "Courage"]
        assert len(award.jury) == 2
    assert award.id in rounds
    seen = await shop.li.says("award nominate @Anna for the courage to begin")
    assert seen
    assert "Which award do you mean" in seen.text


async def test_bad_words_are_answered_kindly(shop: Shop) -> None:
    """And nothing is made of them."""
    for typed, told in (
        ("award new", "What is the award called?"),
        (f"award new {'x' * 61}", "What is the award called?"),
        ('award new "star"', "There is an award called star already"),
        ("award export", "No award has been given yet"),
        ("award vote", "There is nothing to vote on now"),
        ("award shortlist", "Nobody is nominated"),
    ):
        seen = await shop.anna.says(typed)
        assert seen
        assert told in seen.text, typed
    seen = await shop.bo.says("award new Mine monthly")
    assert seen
    async with shop.team.store() as db:
        assert [each.name for each in await db.awards.all()] == ["Star"]


async def test_an_award_is_given_no_more(shop: Shop) -> None:
    """Only by an admin; no round opens any more, and what was voted is forgotten."""
    await voting(shop)
    assert await votes(shop, shop.bo, shop.li) == {}
    await shop.bo.says("award stop Star")
    assert await stage(shop) is Stage.VOTING
    seen = await shop.anna.says("award stop Moon")
    assert seen
    assert "Which award do you mean: Star?" in seen.text
    await shop.anna.says('award stop "star"')
    assert await stage(shop) is Stage.DROPPED
    async with shop.team.store() as db:
        assert (await db.connection.execute(select(award_ballots))).all() == []
    await shop.team.waits(days=40)
    assert "2026-04" not in said(shop, WINS)


async def test_a_sentence_names_the_award(shop: Shop) -> None:
    """Which of several is meant, and it is no part of the reason."""
    await shop.anna.says("award new Courage once")
    await shop.li.says(f"nominate @Bo for Courage: {REASON}")
    assert "Courage" in shop.answer(shop.li).text
    await shop.wang.says(f"提名 @李伟 Star {REASON}")
    assert "Star" in shop.answer(shop.wang).text
    async with shop.team.store() as db:
        named = {award.id: award.name for award in await db.awards.all()}
        for round in await db.awards.rounds(over=False):
            (one,) = await db.awards.nominations(round.id)
            assert named[round.award_id] not in one.reason


async def test_who_is_nominated_makes_no_shortlist(shop: Shop) -> None:
    """While somebody who is not can make it; alone, they may."""
    await shop.anna.says("award new Courage once jury @Bo @王芳")
    await shop.li.says(f"nominate @Bo Courage {REASON}")
    await shop.bo.says("award shortlist Courage")
    assert "You are nominated yourself" in shop.answer(shop.bo).text
    await shop.wang.says("评奖 入围 Courage")
    assert shop.wang.form.name == "award.shortlist"
    await shop.li.says(f"nominate @Anna Star {REASON}")
    await shop.anna.says("award shortlist Star")
    assert shop.anna.form.name == "award.shortlist"
