"""What a bot that saves does less of, and what it never does."""

from datetime import timedelta

import pytest

from bot.messages import Mention, Picker
from tests.bot.rituals.budgets import DINGTALK, TUESDAY, a_shop, spend, title
from tests.databases import KINDS, Kind
from tests.driver import Member, Team
from tests.fakes.chat import Seen

GROUP = "#店铺"
QUARTER = timedelta(minutes=15)


async def _saving(team: Team) -> Member:
    """王芳 has the bot save."""
    wang = team.people["王芳"]
    said = await wang.says("用量 节省 开")
    assert said is not None
    assert "节省模式已由管理员开启" in said.text
    return wang


def _card(who: Member, name: str, where: str = GROUP) -> Seen:
    """The task's card in the group."""
    return next(seen for seen in who.sees(where) if name in title(seen))


@pytest.mark.parametrize("kind", KINDS)
async def test_edits_in_a_group_are_merged(kind: Kind) -> None:
    """Several changes are one edit, a quarter of an hour after the last one."""
    async with a_shop(kind) as team:
        wang = await _saving(team)
        await wang.says("任务 新增 检查横幅", GROUP)
        for priority in ("高", "低", "紧急"):
            await wang.says(f"任务 优先级 1 {priority}")
            await team.waits(minutes=1)
        assert _card(wang, "检查横幅").edited == 0
        await team.until(TUESDAY + QUARTER)
        assert _card(wang, "检查横幅").edited == 1
        assert "紧急" in _card(wang, "检查横幅").text
        await wang.says("任务 优先级 1 低")
        assert _card(wang, "检查横幅").edited == 1
        await team.waits(minutes=15)
        assert _card(wang, "检查横幅").edited == 2


@pytest.mark.parametrize(
    ("words", "shown"), [("任务 完成 1", "✅"), ("任务 受阻 1 等供应商", "等供应商")]
)
async def test_what_is_done_or_blocked_shows_at_once(words: str, shown: str) -> None:
    """Even where an earlier change was put off."""
    async with a_shop() as team:
        wang = await _saving(team)
        await wang.says("任务 新增 检查横幅", GROUP)
        await wang.says("任务 优先级 1 高")
        assert _card(wang, "检查横幅").edited == 0
        await wang.says(words)
        assert _card(wang, "检查横幅").edited == 1
        assert shown in _card(wang, "检查横幅").text


async def test_who_presses_a_button_sees_what_it_did() -> None:
    """Their card is not put off: nothing else answers them."""
    async with a_shop() as team:
        wang = await _saving(team)
        await wang.says("任务 新增 检查横幅", GROUP)
        card = _card(wang, "检查横幅")
        (picker,) = [c for c in card.controls if isinstance(c, Picker)]
        await wang.presses(picker.label, card, picker.options[0].value)
        assert _card(wang, "检查横幅").edited == 1
        assert "⏰" in _card(wang, "检查横幅").text


async def test_other_platforms_do_not_save() -> None:
    """Slack has no quota, so nothing waits there."""
    async with a_shop() as team:
        await _saving(team)
        anna = team.people["Anna Berger"]
        await anna.says("task add Check banner", "#general")
        await anna.says("task priority 1 high")
        assert _card(anna, "Check banner", "#general").edited == 1


async def _give(team: Team, wang: Member) -> Member:
    """李雷 has a task of 王芳's."""
    await wang.says("任务 新增 检查横幅 @李雷")
    li = team.people["李雷"]
    assert "交给了您" in title(li.inbox[-1])  # who must act hears it at once
    return li


@pytest.mark.parametrize("kind", KINDS)
async def test_news_wait_for_the_morning_in_one_message(kind: Kind) -> None:
    """Done is good to know; tomorrow at nine it is a line."""
    async with a_shop(kind) as team:
        wang = await _saving(team)
        li = await _give(team, wang)
        before = len(wang.inbox)
        await li.says("任务 完成 1")
        assert len(wang.inbox) == before
        await team.waits(days=1)
        morning = wang.inbox[-1]
        assert morning.key.startswith("bundle:")
        assert title(morning) == "有 1 条任务动态"
        assert "T-1 检查横幅 已完成（李雷）" in morning.text


async def test_news_come_at_once_where_nothing_is_saved() -> None:
    """As always."""
    async with a_shop() as team:
        wang = team.people["王芳"]
        li = await _give(team, wang)
        await li.says("任务 完成 1")
        assert "已完成" in title(wang.inbox[-1])


async def test_blockers_and_words_of_people_always_go() -> None:
    """Somebody has to do something, or may have to."""
    async with a_shop() as team:
        wang = await _saving(team)
        li = await _give(team, wang)
        await li.says("任务 受阻 1 等供应商")
        assert "受阻" in title(wang.inbox[-1])
        await li.says("任务 评论 1 怎么办？")
        assert "评论了" in title(wang.inbox[-1])


async def _standup(team: Team, wang: Member, words: str) -> None:
    said = await wang.says(f"站会 新建 晨会 时间 09:30 {words}", GROUP)
    assert said is not None
    assert "已建好" in said.text


def _reminders(team: Team) -> list[Seen]:
    return [seen for seen in team.chat.messages if ":remind:" in seen.key]


async def test_several_who_are_missing_are_called_by_one_message() -> None:
    """In their group, by name, without a word of blame."""
    async with a_shop() as team:
        wang = await _saving(team)
        await _standup(team, wang, "")
        await team.waits(minutes=40)
        await wang.presses("填写", wang.inbox[-1])
        assert await wang.fills(q0="卖茶") == {}
        await team.waits(minutes=60)
        (called,) = _reminders(team)
        assert called.ref.place == team.places[GROUP]
        assert "还差 3 位：@李雷、@赵敏、@陈晨" in title(called)
        mentioned = [s.name for s in called.card.title if isinstance(s, Mention)]
        assert mentioned == ["李雷", "赵敏", "陈晨"]
        li = team.people["李雷"]
        await li.presses("填写", called)
        assert await li.fills(q0="发货") == {}


async def test_fewer_are_reminded_on_their_own() -> None:
    """Two messages do not cost so much more than one."""
    async with a_shop() as team:
        wang = await _saving(team)
        await _standup(team, wang, "")
        await team.waits(minutes=40)
        for name in ("王芳", "李雷"):
            who = team.people[name]
            await who.presses("填写", who.inbox[-1])
            assert await who.fills(q0="卖茶") == {}
        await team.waits(minutes=60)
        places = {seen.ref.place for seen in _reminders(team)}
        assert places == {team.people[name].dm for name in ("赵敏", "陈晨")}


async def test_a_day_that_closes_shows_at_once() -> None:
    """Its counts wait while it is open, its end does not."""
    async with a_shop() as team:
        wang = await _saving(team)
        await _standup(team, wang, "截止 10:00")
        await team.until(TUESDAY + timedelta(minutes=50))
        (day,) = [seen for seen in wang.sees(GROUP) if seen.key.endswith(":parent")]
        await wang.presses("填写", wang.inbox[-1])
        assert await wang.fills(q0="卖茶") == {}
        await team.until(TUESDAY + timedelta(minutes=60))
        (day,) = [seen for seen in wang.sees(GROUP) if seen.key.endswith(":parent")]
        assert "未提交" in day.text


async def test_saving_that_begins_by_itself_is_the_same() -> None:
    """Nobody has to say a word."""
    async with a_shop() as team:
        wang = team.people["王芳"]
        await wang.says("任务 新增 检查横幅", GROUP)
        await spend(team, calls=4100)
        await wang.says("任务 优先级 1 高")
        assert _card(wang, "检查横幅").edited == 0
        assert _card(wang, "检查横幅").ref.place.platform == DINGTALK
