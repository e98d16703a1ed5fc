"""Commands in the words of people who never read the help."""

import pytest

from tests.driver import a_team

KIND = [
    ("remind me tomorrow at 9 to call the carrier", "call the carrier", "09:00"),
    ("remind me at 3pm to check the stock", "check the stock", "15:00"),
    ("please remind me on friday about the invoice", "the invoice", "Fri"),
    ("remind me every friday at 4pm to water plants", "water plants", "every Friday"),
    ("remind me to water plants", "water plants", ""),
    ("明天9点提醒我给快递打电话", "给快递打电话", "09:00"),
    ("每周五下午4点提醒我浇花", "浇花", "16:00"),
    ("2小时后提醒我看烤箱", "看烤箱", ""),
    ("下午3点提醒我 开会", "开会", "15:00"),
]


@pytest.mark.parametrize(("typed", "title", "when"), KIND)
async def test_a_reminder_is_a_task_with_its_time(
    typed: str, title: str, when: str
) -> None:
    """Wherever the time stands, it is no part of what is to be done."""
    async with a_team() as team:
        anna = team.person("Anna Berger")
        seen = await anna.says(typed)
        assert seen is not None
        assert f" {title}\n" in seen.text
        assert when in seen.text


@pytest.mark.parametrize(
    "typed", ["客户提醒我付款失败", "remind me when Bo asks to sit"]
)
async def test_who_only_speaks_of_reminding_is_not_taken_by_its_words(
    typed: str,
) -> None:
    """What stands before it is no time, and nothing of it is lost."""
    async with a_team() as team:
        seen = await team.person("Anna Berger").says(typed)
        assert seen is not None
        assert typed.removeprefix("remind me ") in seen.text


SAME = [
    ("my reviews", "review"),
    ("what are my measures?", "measure list mine"),
    ("我的指标", "指标 列表 我的"),
    ("有哪些职责？", "职责 列表"),
    ("show stand-ups", "standup list"),
    ("what's my timezone?", "timezone"),
    ("please show the areas", "area list"),
    ("查看职责", "职责 列表"),
    ("create a measure Refund rate in %", "measure new Refund rate in %"),
    ("新建指标 退款率 %", "指标 新建 退款率 %"),
    ("export the feedback", "feedback export"),
    ("导出反馈", "反馈 导出"),
    ("what can you do?", "help"),
    ("你会做什么？", "帮助"),
    ("good morning!", "today"),
    ("早上好", "今天"),
    ("what's on my plate?", "today"),
    ("我今天有什么任务", "今天"),
    ("what is overdue?", "task list overdue"),
    ("有哪些逾期的任务", "任务 列表 逾期"),
    ("which tasks are due this week?", "task list"),
    ("what are the blockers?", "blocker list"),
    ("is tomorrow a holiday?", "holidays"),
    ("下一个节假日是什么时候", "节假日"),
    ("my working hours are 10 to 6pm", "settings hours 10 to 6pm"),
    ("我的工作时间改成10点到18点", "设置 工时 10点到18点"),
    ("I moved to Lisbon", "timezone Lisbon"),
    ("时区改成上海", "时区 上海"),
    ("please stop reminding me", "settings reminders off"),
    ("关闭提醒", "设置 提醒 关闭"),
    ("who is in marketing?", "team marketing"),
    ("市场部有谁", "团队 市场部"),
    ("who is my manager?", "team show me"),
    ("who won last month?", "award ledger"),
    ("how many kudos do I have?", "kudos mine"),
    ("who are you?", "help"),
    ("I can't join the standup today", "standup skip"),
    ("填站会", "站会 填写"),
]


@pytest.mark.parametrize(("typed", "command"), SAME)
async def test_words_the_other_way_round_do_the_same(typed: str, command: str) -> None:
    """Both sentences are answered alike."""
    async with a_team() as team:
        first = await team.person("Anna Berger").says(command)
    async with a_team() as team:
        second = await team.person("Anna Berger").says(typed)
    assert first is not None, "a form opens instead"
    assert second is not None
    assert second.text.replace(typed, command) == first.text


@pytest.mark.parametrize("typed", ["how do i create a measure?", "新建一个指标"])
async def test_a_form_opens_for_who_asks_how_it_is_made(typed: str) -> None:
    """The form is the answer."""
    async with a_team() as team:
        anna = team.person("Anna Berger")
        await anna.says(typed, "#general")
        assert anna.form.title


@pytest.mark.parametrize(
    ("typed", "saved"),
    [
        ("speak chinese", "中文"),
        ("change language to Chinese", "中文"),
        ("请用中文回复", "中文"),
        ("切换语言为英文", "English"),
    ],
)
async def test_a_language_is_changed_by_asking_for_it(typed: str, saved: str) -> None:
    """In either language, and answered in the new one."""
    async with a_team() as team:
        seen = await team.person("Anna Berger").says(typed)
        assert seen is not None
        assert saved in seen.text


async def test_thanks_are_taken_and_with_a_name_are_kudos() -> None:
    """`thanks` is for the bot; `thanks @Bo for …` is for Bo."""
    async with a_team() as team:
        anna, bo = team.person("Anna Berger"), team.person("Bo")
        taken = await anna.says("thanks!")
        given = await anna.says(f"thanks <@{bo.ref.id}> for the banner")
        assert taken is not None
        assert given is not None
        assert "welcome" in taken.text
        assert "the banner" in given.text
