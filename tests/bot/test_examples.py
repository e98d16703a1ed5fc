"""What the bot tells people to type can be typed where they read it."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.commands import COMMANDS
from bot.events import Joined
from tests.driver import Member, Team, a_team
from tests.fakes.chat import Seen


@pytest.fixture
async def team() -> AsyncIterator[Team]:
    """Anna on Slack, 陈雅 on DingTalk, each with a place."""
    async with a_team() as made:
        made.person("Anna Berger", admin=True)
        made.person("陈雅", language="zh", platform="dingtalk", admin=True)
        ref = made.place("#仓库", platform="dingtalk")
        made.chat.places[ref] = replace(made.chat.places[ref], language="zh")
        yield made


@pytest.fixture
def anna(team: Team) -> Member:
    """On Slack, in English."""
    return team.people["Anna Berger"]


@pytest.fixture
def ya(team: Team) -> Member:
    """On DingTalk, in Chinese."""
    return team.people["陈雅"]


def _text(seen: Seen | None) -> str:
    assert seen is not None
    return seen.text


async def test_help_on_dingtalk_is_in_plain_words(ya: Member) -> None:
    """There is no slash command there, and alone with the bot nothing calls it."""
    overview = _text(await ya.says("帮助"))
    assert "/crew" not in overview
    assert "\n任务 新增 检查横幅价格" in overview
    assert "帮助 任务" in overview
    family = _text(await ya.says("帮助 任务"))
    assert "/crew" not in family


async def test_help_on_slack_is_with_the_slash_command(anna: Member) -> None:
    """Which works everywhere there."""
    overview = _text(await anna.says("help", "#general"))
    assert "/crew task add" in overview
    assert "/crew help task" in overview


@pytest.mark.parametrize("where", ["", "#仓库"])
async def test_a_mistake_on_dingtalk_is_answered_in_plain_words(
    ya: Member, where: str
) -> None:
    """The answer is read alone with the bot, wherever the mistake was made."""
    answer = _text(await ya.says("任务 完成 99", where))
    assert "可以试试 任务 列表" in answer
    assert "/crew" not in answer


async def test_what_means_something_in_a_group_calls_the_bot(ya: Member) -> None:
    """A robot hears of a group only what is said to it."""
    answer = _text(await ya.says("房间"))
    assert "可以试试 @店小二 房间 关联 双十一" in answer
    assert "@店小二 房间 关联 双十一" in _text(await ya.says("帮助"))


async def test_the_first_words_in_a_group_can_be_typed_there(
    team: Team, ya: Member
) -> None:
    """The bot introduces itself in the group's language, with a sentence for it."""
    event = Joined(id="j1", at=team.clock.now(), who=ya.ref, where=team.places["#仓库"])
    await team.receive(event)
    assert "@店小二 任务 新增" in _text(ya.last("#仓库"))


@pytest.mark.parametrize("platform", ["slack", "dingtalk"])
async def test_every_line_of_help_is_a_command(team: Team, platform: str) -> None:
    """Typed as it is shown, it is found in the table."""
    member = next(m for m in team.people.values() if m.ref.platform == platform)
    shown = _text(await member.says("help"))
    calls = ("/crew ", "@店小二 ")
    found = [line for line in shown.splitlines() if line.startswith(calls)]
    assert found
    for line in found:
        assert COMMANDS.find(line.split(" ", 1)[1]), line


async def test_a_stand_up_needs_no_name_where_it_lives(team: Team, ya: Member) -> None:
    """What people are told to type in a group means the one stand-up of that group."""
    team.place("#客服", platform="dingtalk")
    for place in ("#仓库", "#客服"):
        await ya.says(f"站会 新建 {place[1:]}早会 时间 9:30 工作日", place)
    alone = await ya.says("站会 查看")
    assert "您是指哪一个" in _text(alone)
    assert "客服早会" in _text(await ya.says("站会 查看", "#客服"))
