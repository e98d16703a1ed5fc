"""What follows when two are one."""

from datetime import date

from tests.bot.links.people import changes, filled, link, person_of, text
from tests.driver import Member, Team

TODAY = date(2026, 3, 2)


async def test_what_two_had_one_has(team: Team, grace: Member, ya: Member) -> None:
    """Tasks given, made and followed, days away: everything is there, on both sides."""
    await team.know_everyone()
    await grace.says("task add Order boxes @Grace friday")
    await ya.says("任务 新增 盘点仓库 周五")
    await ya.says("请假 周四")
    await link(grace, ya)
    for member in (grace, ya):
        listed = text(await member.says("task list"))
        assert "Order boxes" in listed
        assert "盘点仓库" in listed
    async with team.store.reading() as db:
        person = await person_of(team, grace)
        assert await db.absences.of(person.id, team.clock.now().date())


async def test_both_in_one_stand_up_are_asked_and_counted_once(
    team: Team, grace: Member, ya: Member
) -> None:
    """The prompt on the other side shows what became of it; nobody is reminded who
    has answered.
    """
    boss = team.person("Boss", admin=True)
    await team.know_everyone()
    await boss.says("standup new Daily at 09:30 in #general for everyone")
    await team.waits(hours=2)
    prompts = [s for m in (grace, ya) for s in m.inbox if ":ask:" in s.key]
    assert len(prompts) == 2
    await ya.presses("填写", prompts[1])
    assert await ya.fills(**filled(ya, "在查价格")) == {}
    await link(grace, ya)
    shown = [s for s in grace.inbox if ":ask:" in s.key]
    assert len(shown) == 1
    assert shown[0].edited > 0
    assert "Saved." in shown[0].text
    before = len([s for m in (grace, ya) for s in m.inbox if ":remind:" in s.key])
    await team.waits(hours=3)
    after = [s for m in (grace, ya) for s in m.inbox if ":remind:" in s.key]
    assert len(after) == before
    async with team.store.reading() as db:
        [standup] = await db.standups.all()
        last = await db.standups.days.last(standup.id)
        assert last is not None
        people = await db.standups.days.participants(last.id)
        ids = [each.person_id for each in people]
    assert len(ids) == len(set(ids)) == 2


async def test_who_was_asked_twice_is_reminded_once(
    team: Team, grace: Member, ya: Member
) -> None:
    """On one platform only; the prompt of the other one shows the answer too."""
    boss = team.person("Boss", admin=True)
    await team.know_everyone()
    await boss.says("standup new Daily at 09:30 in #general for everyone")
    await team.waits(hours=2)
    await link(grace, ya)
    await team.waits(minutes=45)
    reminded = [s for m in (grace, ya) for s in m.inbox if ":remind:" in s.key]
    assert len(reminded) == 1
    [prompt] = [s for s in ya.inbox if ":ask:" in s.key]
    await grace.presses("Fill")
    assert await grace.fills(**filled(grace, "prices")) == {}
    [shown] = [s for s in ya.inbox if ":ask:" in s.key]
    assert (shown.ref, shown.edited > prompt.edited) == (prompt.ref, True)
    await team.waits(hours=24)
    asked = [s for m in (grace, ya) for s in m.inbox if ":2026-03-03:ask:" in s.key]
    assert len(asked) == 1


async def test_what_both_sides_answered_is_kept(
    team: Team, grace: Member, ya: Member
) -> None:
    """The later answer counts, the earlier one is an older version of it."""
    boss = team.person("Boss", admin=True)
    await team.know_everyone()
    await boss.says("standup new Daily at 09:30 in #general for everyone")
    await team.waits(hours=2)
    for member, button, words in ((ya, "填写", "盘点"), (grace, "Fill", "prices")):
        await member.presses(button)
        assert await member.fills(**filled(member, words)) == {}
        await team.waits(minutes=1)
    await link(ya, grace)
    async with team.store.reading() as db:
        person = await person_of(team, grace)
        [(day, part)] = await db.standups.days.parts(person.id, TODAY)
        assert (part.version, part.edited) == (2, True)
        assert (await db.standups.days.answers(day.id))[part.id][0] == "prices"
        assert person.id == (await person_of(team, ya)).id
    told = [s for s in boss.sees("#general") if ":answer:" in s.key]
    assert len(told) == 2
    assert all("prices" in s.text for s in told)


async def test_people_choose_where_they_are_written(
    team: Team, grace: Member, ya: Member
) -> None:
    """Tasks here, the rest there; who chose nothing gets it where they were last."""
    boss = team.person("Boss", admin=True)
    await team.know_everyone()
    await grace.says("settings")
    assert [f.name for f in grace.form.fields if f.name.startswith("where")] == []
    await team.waits(minutes=5)
    await link(grace, ya)
    await team.waits(hours=2)
    await ya.says("today")
    seen = len(grace.inbox)
    await boss.says("task add Order boxes @Grace friday")
    assert "Order boxes" in ya.inbox[-1].text, "they typed there last"
    assert len(grace.inbox) == seen
    await ya.says("设置")
    assert await ya.fills(**{"where-task": "slack"}) == {}
    await boss.says("task add Count tea @Grace friday")
    assert "Count tea" in grace.inbox[-1].text
    assert "Count tea" not in "".join(s.text for s in ya.inbox)


async def test_who_leaves_one_side_is_written_on_the_other(
    team: Team, grace: Member, ya: Member
) -> None:
    """They have left for good when no account is there any more."""
    boss = team.person("Boss", admin=True)
    await team.know_everyone()
    await link(grace, ya)
    await ya.says("设置")
    assert await ya.fills(**{"where-any": "dingtalk"}) == {}
    await changes(team, ya, "Ev-gone", active=False)
    await boss.says("task add Order boxes @Grace friday")
    assert "Order boxes" in grace.inbox[-1].text
    await changes(team, grace, "Ev-gone-too", active=False)
    assert "not in this workspace any more" in text(
        await boss.says("task add Count tea @Grace friday")
    )


async def test_on_the_other_side_people_are_called_by_any_name(
    team: Team, grace: Member, ya: Member
) -> None:
    """By the name of either account; by a nickname the platform ties to them."""
    boss = team.person("老板", platform="dingtalk", language="zh")
    await team.know_everyone()
    await link(grace, ya)
    await boss.says("任务 新增 查价格 @陈雅 周五", "#仓库")
    await boss.says("任务 新增 数茶叶 @Grace 周五", "#仓库")
    listed = text(await grace.says("task list"))
    assert "查价格" in listed
    assert "数茶叶" in listed
