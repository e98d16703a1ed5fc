"""What an admin sees and says about the platforms' monthly quotas."""

import pytest

from bot.model.budget import Mode
from bot.model.delivery import Draft
from bot.model.task import Task
from tests.bot.rituals.budgets import a_shop, budget_of, spend, title, told
from tests.driver import Member, a_team


async def test_the_card_tells_the_whole_month() -> None:
    """Used, of how many, how it will end and when, and whether it saves."""
    async with a_shop() as team:
        wang = team.people["王芳"]
        await spend(team, calls=3200, pushes=900)
        card = await wang.says("用量")
        assert card is not None
        assert title(card) == "本月用量"
        assert "钉钉 · 2026-03" in card.text
        assert "接口调用\n已用 3,200 / 5,000（64%）" in card.text
        assert "照目前的速度，月底约 6,399" in card.text
        assert "预计用完：3月25日周三" in card.text
        assert "消息推送\n已用 900 / 3,000（30%）" in card.text
        assert "节省模式未开启" in card.text
        assert "/v1.0/robot/oToMessages/batchSend：3,200" in card.text


async def test_last_month_is_told_beside_this_one() -> None:
    """And makes the first forecast of a month."""
    async with a_shop() as team:
        await spend(team, calls=2200)
        await team.waits(days=15)  # 1 April
        anna = team.people["Anna Berger"]
        card = await anna.says("usage")
        assert card is not None
        assert "0 of 5,000 used (0 %)" in card.text
        assert "At last month’s pace about 2,0" in card.text
        assert "Last month: 2,200" in card.text


@pytest.mark.parametrize("words", ["usage", "额度", "设置 用量", "settings usage"])
async def test_it_is_found_by_many_words(words: str) -> None:
    """Beside the settings too."""
    async with a_shop() as team:
        card = await team.people["Anna Berger"].says(words)
        assert card is not None
        assert title(card) == "What this month costs"


async def test_saving_is_switched_by_a_word_and_by_buttons() -> None:
    """The card says since when, and what is saved."""
    async with a_shop() as team:
        anna = team.people["Anna Berger"]
        on = await anna.says("usage save on")
        assert on is not None
        assert "Saving since Tue 17 Mar 02:00 (Berlin)" in on.text
        assert "every 15 minutes at most" in on.text
        assert (await budget_of(team)).mode is Mode.ON
        await team.waits(hours=1)
        again = await anna.says("usage save on")
        assert again is not None
        assert "02:00 (Berlin)" in again.text
        await anna.presses("Do not save", again)
        assert (await budget_of(team)).mode is Mode.OFF
        off = next(seen for seen in anna.inbox if seen.ref == again.ref)
        assert "I will not begin by myself" in off.text
        await anna.presses("Save when it must be", off)
        assert (await budget_of(team)).mode is Mode.AUTO


async def test_automatic_saving_begins_at_once_where_it_must() -> None:
    """Nobody waits for the next call to be counted."""
    async with a_shop() as team:
        wang = team.people["王芳"]
        await wang.says("用量 节省 关")
        await spend(team, calls=4500)
        assert not (await budget_of(team)).saves(team.clock.now())
        card = await wang.says("用量 节省 自动")
        assert card is not None
        assert "节省模式已自动开启" in card.text


@pytest.mark.parametrize("words", ["usage save", "usage save maybe", "usage tomorrow"])
async def test_other_words_get_an_example(words: str) -> None:
    """Kindly, with what to type."""
    async with a_shop() as team:
        refused = await team.people["Anna Berger"].says(words)
        assert refused is not None
        assert "/crew usage save auto" in refused.text
        assert (await budget_of(team)).mode is Mode.AUTO


async def test_only_admins_see_it_and_press_its_buttons() -> None:
    """What a company pays is not for everybody."""
    async with a_shop() as team:
        li, wang = team.people["李雷"], team.people["王芳"]
        refused = await li.says("用量")
        assert refused is not None
        assert "管理员" in refused.text
        card = await wang.says("用量")
        pressed = await li.presses("现在开启节省", card)
        assert pressed is not None
        assert "管理员" in pressed.text
        assert (await budget_of(team)).mode is Mode.AUTO


@pytest.mark.parametrize("words", ["usage", "usage save on", "usage retry"])
async def test_slack_has_no_quota(words: str) -> None:
    """It says so."""
    async with a_team() as team:
        anna = team.person("Anna Berger", admin=True)
        card = await anna.says(words)
        assert card is not None
        assert "Slack has no monthly quota" in title(card)


async def _hands_over(anna: Member, wang: Member) -> None:
    """Anna gives 王芳 a task, from Slack to DingTalk."""
    async with anna.team.store() as db:
        people = {each.name: each.id for each in await db.people.everyone()}
        draft = Draft(
            "news", "task.assigned", {"task": 1, "by": 1}, person_id=people[wang.name]
        )
        task = Task(
            title="检查横幅",
            owner_id=people[wang.name],
            creator_id=people[anna.name],
            created_at=anna.team.clock.now(),
        )
        await db.tasks.add(task)
        await db.deliveries.add(draft)
        await db.commit()
    await anna.team.crew.pulse.settle()


@pytest.mark.parametrize("way", ["button", "words"])
async def test_what_is_used_up_can_be_tried_again(way: str) -> None:
    """After more was bought; what waited arrives."""
    async with a_shop() as team:
        anna, wang = team.people["Anna Berger"], team.people["王芳"]
        team.chat.spent.add("dingtalk")
        await _hands_over(anna, wang)
        (dry,) = told(anna, "dry")
        seen = await anna.says("usage")
        assert seen is not None
        assert "What waits goes out on Wed 1 Apr" in seen.text
        team.chat.spent.clear()
        if way == "button":
            await anna.presses("Try again now", dry)
        else:
            await anna.says("usage retry")
        assert "交给了您" in wang.inbox[-1].text
        assert not (await budget_of(team)).dry


async def test_trying_again_in_vain_is_told_once() -> None:
    """Nobody is told twice a month what they know."""
    async with a_shop() as team:
        anna, wang = team.people["Anna Berger"], team.people["王芳"]
        team.chat.spent.add("dingtalk")
        await _hands_over(anna, wang)
        refused = team.chat.refused
        await anna.says("usage retry")
        assert team.chat.refused > refused
        assert (await budget_of(team)).dry
        assert len(told(anna, "dry")) == 1
