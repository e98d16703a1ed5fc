"""Who may be one human: asked, listed, linked by an admin."""

from dataclasses import replace

import pytest

from bot.rituals.directory import meet_everyone
from tests.bot.links.people import changes, code_of, joined, text
from tests.driver import Member, Team, a_team


async def test_guests_are_linked_by_admins_only(team: Team, grace: Member) -> None:
    """Neither by their own code nor by another's."""
    guest = team.person("Gast", platform="dingtalk", guest=True)
    assert "An admin can" in text(await guest.says("link"))
    code = await code_of(grace)
    assert "An admin can" in text(await guest.says(f"link {code}"))
    assert not await joined(team, grace, guest)


async def test_an_admin_says_who_is_whom(team: Team, grace: Member, ya: Member) -> None:
    """By a mention here and the name there; both sides hear it."""
    boss = team.person("Boss", admin=True)
    await team.know_everyone()
    assert "Only an admin" in text(await grace.says("link @Grace with 陈雅"))
    assert "who Grace Chen is" in text(await boss.says("link @Grace"))
    assert "I do not know" in text(await boss.says("link @Grace with Nobody"))
    assert "same workspace" in text(await boss.says("link @Grace with Boss"))
    answer = text(await boss.says("link @Grace with 陈雅"))
    assert "Grace Chen (Slack) and 陈雅 (DingTalk) are one person now" in answer
    assert await joined(team, grace, ya)
    for member in (grace, ya):
        assert member.inbox[-1].key.startswith("link:linked:")
    answer = text(await boss.says("unlink @Grace dingtalk"))
    assert "on its own again" in answer
    for member in (grace, ya):
        assert member.inbox[-1].key.startswith("link:parted:")
    assert not await joined(team, grace, ya)


async def test_a_namesake_on_the_other_side_can_be_meant() -> None:
    """The person mentioned is not meant by the name behind it."""
    async with a_team() as team:
        boss = team.person("Boss", admin=True)
        grace = team.person("Grace Chen")
        other = team.person("Grace Chen", platform="dingtalk")
        await team.know_everyone()
        await boss.says("link @Grace with Grace Chen")
        assert await joined(team, grace, other)


async def test_an_admin_sees_who_may_be_one(
    team: Team, grace: Member, ya: Member
) -> None:
    """Alike by name or address; linked or put aside with a button."""
    boss = team.person("Boss", admin=True)
    twin = team.person("Chen Grace", platform="dingtalk")
    bo = team.person("Sofia Rossi")
    mail = team.person("索菲亚", platform="dingtalk", email="sofia@home.example")
    await team.know_everyone()
    assert "Only an admin" in text(await grace.says("link people"))
    listed = await boss.says("link people")
    assert "2 pairs" in text(listed)
    assert "Grace Chen (Slack) and Chen Grace (DingTalk)" in text(listed)
    assert "Sofia Rossi (Slack) and 索菲亚 (DingTalk)" in text(listed)
    await boss.presses("Link", listed)
    assert await joined(team, grace, twin)
    left = await boss.says("link people")
    assert "One pair" in text(left)
    await boss.presses("Not the same", left)
    assert "nobody who looks like" in text(boss.last())
    assert not await joined(team, bo, mail)


async def test_who_has_the_same_address_later_is_asked(
    team: Team, grace: Member, ya: Member
) -> None:
    """Once, in private; "yes" links them, "no" ends it."""
    await team.know_everyone()
    profile = replace(team.chat.profiles[ya.ref], email="grace@tea.example")
    await changes(team, ya, "Ev-mail", email=profile.email or "")
    asked = ya.inbox[-1]
    assert "Slack 上的“Grace Chen”也是您吗？" in asked.text
    eva = team.person("Eva", platform="dingtalk")
    await eva.presses("是我", asked)
    assert not await joined(team, eva, grace)
    await meet_everyone(team.crew.world, "dingtalk", "D1")
    await team.crew.pulse.settle()
    assert len([s for s in ya.inbox if s.key.startswith("link:propose")]) == 1
    await ya.presses("是我", asked)
    assert await joined(team, grace, ya)
    assert grace.inbox[-1].key.startswith("link:linked:")


async def test_who_says_no_is_not_asked_again(
    team: Team, grace: Member, ya: Member
) -> None:
    """Nor are they one."""
    await team.know_everyone()
    await changes(team, ya, "Ev-mail", email="grace@tea.example")
    await ya.presses("不是")
    await meet_everyone(team.crew.world, "dingtalk", "D1")
    await team.crew.pulse.settle()
    assert not await joined(team, grace, ya)
    assert len([s for s in ya.inbox if s.key.startswith("link:propose")]) == 1


@pytest.mark.parametrize("who", ["Grace Chen", "陈雅"])
@pytest.mark.parametrize(("label", "one"), [("是我", True), ("不是", False)])
async def test_either_account_answers_the_question(
    team: Team, ya: Member, who: str, label: str, one: bool
) -> None:
    """The one known longer is the same human's, and may say so too."""
    await team.know_everyone()
    await changes(team, ya, "Ev-mail", email="grace@tea.example")
    asked = ya.inbox[-1]
    stranger = team.person("Eva")
    await stranger.presses(label, asked)
    await team.people[who].presses(label, asked)
    grace = team.people["Grace Chen"]
    assert await joined(team, grace, ya) is one
    assert "没有任何改动" in text(await ya.presses(label, asked)) or one
