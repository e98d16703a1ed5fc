"""Who else looks after a stand-up, and calling one by the number lists show."""

from collections.abc import AsyncIterator

import pytest

from bot.commands import COMMANDS
from tests.bot.rituals.standups import NINE_THIRTY
from tests.driver import Member, Team, a_team


@pytest.fixture
async def team() -> AsyncIterator[Team]:
    """Anna, Kim and Asha; Bo is on DingTalk and reads Chinese."""
    async with a_team(commands=COMMANDS) as made:
        for name in ("Anna Berger", "Kim Lee", "Asha Rao"):
            made.person(name)
        made.person("Bo Lin", language="zh", platform="dingtalk")
        async with made.store() as db:
            await db.people.connect("dingtalk", "D1", "Tea")
            await db.commit()
        await made.know_everyone()
        yield made


@pytest.fixture
def anna(team: Team) -> Member:
    """The owner."""
    return team.people["Anna Berger"]


@pytest.fixture
def kim(team: Team) -> Member:
    """One of the team."""
    return team.people["Kim Lee"]


async def told(who: Member, words: str) -> str:
    """What somebody who types these words hears."""
    seen = await who.says(words)
    assert seen is not None
    return seen.text


async def admins(team: Team) -> tuple[int, ...]:
    """Who they are, by id."""
    async with team.store.reading() as db:
        (only,) = await db.standups.all()
        return only.admins


async def test_an_admin_is_added_and_hears_of_it(
    team: Team, anna: Member, kim: Member
) -> None:
    """From then on they may change it, and add others."""
    await anna.says("standup new Daily at 09:30 for everyone")
    assert "no other admin" in await told(anna, "standup admins Daily")
    assert "Only Anna Berger" in await told(kim, "standup pause Daily")
    assert "its admins: Kim Lee" in await told(anna, "standup admins Daily @Kim")
    await team.until(NINE_THIRTY)
    assert any("made you an admin of Daily" in seen.text for seen in kim.inbox)
    assert "Asha Rao" in await told(kim, "standup admins add @Asha")
    assert len(await admins(team)) == 2


async def test_in_chinese_on_dingtalk(team: Team, anna: Member) -> None:
    """站会 管理员, with and without names."""
    bo = team.people["Bo Lin"]
    await bo.says("站会 新建 晨会 9:30 所有人")
    assert "没有其他管理员" in await told(bo, "站会 管理员 晨会")
    assert "管理员：Anna Berger" in await told(bo, "站会 管理员 晨会 @Anna")
    assert "没有其他管理员" in await told(bo, "站会 管理员 晨会 移除 @Anna")
    assert await admins(team) == ()


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("standup admins Daily @Anna", "may change “Daily” already"),
        ("standup admins Daily remove @Anna", "owner always looks after"),
        ("standup admins Daily remove @Asha", "no admin of “Daily”"),
        ("standup admins Nightly @Kim", "no stand-up called “Nightly”"),
        ("standup admins Daily @Nobody", "Nobody"),
    ],
)
async def test_what_cannot_be_is_said_kindly(
    team: Team, anna: Member, words: str, part: str
) -> None:
    """Nothing is changed."""
    await anna.says("standup new Daily at 09:30 for everyone")
    assert part in await told(anna, words)
    assert await admins(team) == ()


async def test_others_may_look_and_not_change(
    team: Team, anna: Member, kim: Member
) -> None:
    """Who may change it is no secret."""
    await anna.says("standup new Daily at 09:30 for everyone")
    assert "belongs to Anna Berger" in await told(kim, "standup admins Daily")
    assert "Only Anna Berger" in await told(kim, "standup admins Daily @Kim")
    assert await admins(team) == ()


async def test_the_number_of_the_list_is_a_name(team: Team, anna: Member) -> None:
    """#2 is filled, skipped, looked at and run."""
    await anna.says("standup new Daily at 09:30 for everyone")
    await anna.says("standup new Shop at 09:30 for everyone")
    await team.until(NINE_THIRTY)
    await anna.says("standup fill #2")
    assert "Shop" in str(anna.form)
    assert "Shop" in await told(anna, "standup report #2")
    assert "#2" in await told(anna, "standup list")
    await anna.says("站会 跳过 #1")
    assert "Daily" not in await told(anna, "standup")
    assert "Shop" in await told(anna, "standup")


async def test_of_several_each_can_be_skipped_by_a_button_of_its_own(
    team: Team, anna: Member
) -> None:
    """`standup skip` asks which, and has nothing else on its card."""
    await anna.says("standup new Daily at 09:30 for everyone")
    await anna.says("standup new Shop at 09:30 for everyone")
    await team.until(NINE_THIRTY)
    assert "Which one do you leave out today?" in await told(anna, "standup skip")
    await anna.presses("Skip today")
    left = await told(anna, "standup")
    assert ("Daily" in left) != ("Shop" in left)
