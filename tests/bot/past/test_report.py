"""How a stand-up went, as people ask for it (PEERS A34)."""

from bot.model.blocker import Blocker, resolve
from bot.model.drawing import Drawing, TrendImage
from tests.bot.past.days import NOW, leads, said
from tests.driver import Member, Team


async def test_a_report_is_a_picture_and_the_same_in_words(
    anna: Member,
) -> None:
    """Late answers are answers; away people are not expected."""
    told = await said(anna, "standup report Daily")
    assert "Daily · last 4 weeks" in told
    assert "Answered: 8 of 21 (38%)" in told
    assert "Late: 1 of 8 (12%)" in told
    assert "Mood: not shown: too few answers" in told
    assert "Your own: 7 of 7 (100%)" in told
    seen = anna.last()
    assert seen is not None
    (picture,) = [b for b in seen.card.blocks if isinstance(b, Drawing)]
    assert "Answered by week" in picture.description


async def test_numbers_of_a_person_are_for_them_and_who_leads_them(
    team: Team, anna: Member, bo: Member, li: Member
) -> None:
    """Its owner sees all, a manager their reports, everybody else their own."""
    told = await said(anna, "standup report Daily")
    assert "Bo Lin 1/7 · 1 late" in told
    assert "李伟 0/7" in told
    told = await said(bo, "standup report Daily")
    assert "Your own: 1 of 7 (14%)" in told
    assert "李伟" not in told
    assert "People" not in told
    await leads(team, bo, li)
    told = await said(bo, "standup report Daily")
    assert "李伟 0/7" in told
    assert "Anna Berger" not in told


async def test_a_report_without_a_name_is_what_waits(anna: Member) -> None:
    """As it always was (PEERS A26)."""
    assert "wait" in await said(anna, "standup report")


async def test_a_report_goes_back_as_far_as_is_asked(anna: Member) -> None:
    """Twelve weeks are a table of those that were."""
    told = await said(anna, "standup report Daily 12 weeks")
    assert "last 12 weeks" in told
    assert "2 Mar | " in told
    assert "26 Jan" not in told
    assert "this week" in await said(anna, "standup report Daily this week")
    assert "last 2 weeks" in await said(anna, "standup stats since 3 march")
    assert "26 weeks are the most" in await said(anna, "standup report Daily 2024-01")


async def test_a_report_is_a_button_away(anna: Member) -> None:
    """On the stand-up's own card; from there to more weeks, and back."""
    await anna.says("standup show Daily")
    seen = await anna.presses("Report")
    assert seen is not None
    assert seen.only == anna.ref
    seen = await anna.presses("Last 12 weeks", seen)
    assert seen is not None
    assert "last 12 weeks" in seen.text
    assert "Last 4 weeks" in seen.buttons


async def test_a_report_names_who_is_away_next_week_and_not_why(
    anna: Member,
) -> None:
    """Only the days of that week."""
    told = await said(anna, "standup report Daily")
    assert "Cy Twombly: Mon 16 Mar – Fri 20 Mar" in told
    assert "surgery" not in told


async def test_open_blockers_are_in_the_report(team: Team, anna: Member) -> None:
    """With their ages in working days, and how many came and went."""
    async with team.store() as db:
        (standup,) = await db.standups.all()
        for number, day in enumerate((4, 6)):
            opened = NOW.replace(day=day)
            blocker = Blocker(
                reporter_id=standup.owner_id,
                text=f"no cartons {number}",
                opened_at=opened,
                standup_id=standup.id,
            )
            kept = await db.blockers.add(blocker)
            if number:
                solved = resolve(kept, standup.owner_id, NOW.replace(day=9))
                await db.blockers.save(solved)
        await db.commit()
    told = await said(anna, "standup report Daily")
    assert "Blockers: 1 open · 2 new · 1 solved" in told
    assert "B-1 no cartons 0 (day 5)" in told
    seen = anna.last()
    assert seen is not None
    (picture,) = [b for b in seen.card.blocks if isinstance(b, Drawing)]
    assert isinstance(picture.image, TrendImage)
    assert picture.image.trend.ages == (5,)


async def test_a_report_in_chinese(li: Member) -> None:
    """On DingTalk."""
    told = await said(li, "站会 统计 Daily")
    assert "Daily · 最近 4 周" in told
    assert "参与率: 21 次中 8 次（38%）" in told
    assert "您自己: 7 次中 0 次（0%）" in told
    assert await said(li, "站会 报告 Daily") == told
