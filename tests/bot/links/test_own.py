"""Their own accounts, as people type, press and read it."""

import pytest

from tests import abuse
from tests.bot.links.people import code_of, joined, link, person_of, text
from tests.driver import Member, Team, a_team


async def test_a_code_of_one_side_typed_on_the_other_makes_one_person(
    team: Team, grace: Member, ya: Member
) -> None:
    """Both hear it, each in private and in the language of the one they are now."""
    code = await code_of(grace)
    answer = text(await ya.says(f"关联 {code.lower()}"))
    assert "陈雅（钉钉）" in answer
    assert "Grace Chen（Slack）" in answer
    assert await joined(team, grace, ya)
    news = grace.inbox[-1]
    assert "One person now: Grace Chen (Slack) and 陈雅 (DingTalk)." in news.text
    assert news.key.startswith("link:linked:")
    assert len([s for s in ya.inbox if s.key.startswith("link:")]) == 0


@pytest.mark.parametrize("shape", ["{}", "{0:.4}-{1}", "{0:.4} {1}", " {}。"])
async def test_a_code_may_be_typed_as_people_do(shape: str) -> None:
    """In either case, with a gap, glued to the Chinese word, full width."""
    async with a_team() as team:
        grace = team.person("Grace Chen")
        ya = team.person("陈雅", platform="dingtalk", language="zh")
        code = await code_of(grace)
        typed = shape.format(code, code[4:])
        await ya.says(f"关联{typed}")
        assert await joined(team, grace, ya), typed


async def test_a_public_code_is_answered_in_private(team: Team, grace: Member) -> None:
    """Typed in a channel, only they see it."""
    seen = await grace.says("link", "#general")
    assert seen is not None
    assert seen.only == grace.ref


async def test_wrong_codes_are_refused_kindly_and_not_for_ever(
    team: Team, grace: Member, ya: Member
) -> None:
    """Five an hour; then even the right one waits."""
    code = await code_of(grace)
    for left in ("4 more tries", "3 more tries", "2 more tries", "one more try"):
        assert left in text(await grace.says("link AAAACCCC"))
    for _ in range(5):
        assert "没有这个关联码" in text(await ya.says("link AAAACCCC"))
    assert "尝试次数太多" in text(await ya.says(f"link {code}"))
    assert not await joined(team, grace, ya)
    await team.waits(minutes=61)
    await link(grace, ya)
    assert await joined(team, grace, ya)


async def test_a_code_ends(team: Team, grace: Member, ya: Member) -> None:
    """After ten minutes, after it was used, and when there is a newer one."""
    first = await code_of(grace)
    second = await code_of(grace)
    assert "没有这个关联码" in text(await ya.says(f"link {first}"))
    await team.waits(minutes=10)
    assert "已过期" in text(await ya.says(f"link {second}"))
    third = await code_of(grace)
    await ya.says(f"link {third}")
    eva = team.person("Eva", platform="dingtalk")
    assert "used already" in text(await eva.says(f"link {third}"))


async def test_a_code_on_its_own_side_is_explained(team: Team, grace: Member) -> None:
    """And one of a colleague in the same workspace links nobody."""
    code = await code_of(grace)
    assert "on the other side" in text(await grace.says(f"link {code}"))
    bo = team.person("Bo Lin")
    assert "same workspace" in text(await bo.says(f"link {code}"))
    assert not await joined(team, grace, bo)


async def test_words_that_are_no_code_are_explained(team: Team, ya: Member) -> None:
    """With what to type instead, in their words."""
    answer = text(await ya.says("关联 我的 Slack"))
    assert "八位字母和数字" in answer
    assert "可以试试 关联" in answer


async def test_who_is_linked_sees_their_accounts_and_can_part_them(
    team: Team, grace: Member, ya: Member
) -> None:
    """Both sides hear it; the history stays."""
    await link(grace, ya)
    await grace.says("task add Check prices @Grace tomorrow")
    shown = await ya.says("关联")
    assert "these accounts" in text(shown), "they are Grace now, who reads English"
    assert shown is not None
    assert "Unlink" in shown.buttons
    answer = await ya.says("取消关联 钉钉")
    assert "on its own again" in text(answer)
    assert "陈雅 (DingTalk) is on its own again" in grace.inbox[-1].text
    assert not await joined(team, grace, ya)
    alone = await person_of(team, ya)
    assert (alone.name, alone.language) == ("陈雅", "zh")
    assert "Check prices" in text(await grace.says("task list"))
    assert "Check prices" not in text(await ya.says("task list"))
    assert "只有一个账号" in text(await ya.says("unlink"))


async def test_an_account_is_parted_by_its_button(
    team: Team, grace: Member, ya: Member
) -> None:
    """From either side; nobody parts a stranger's."""
    await link(grace, ya)
    shown = await grace.says("link", "#general")
    assert shown is not None
    eva = team.person("Eva")
    await eva.presses("Unlink", shown)
    assert "Only an admin" in text(eva.last())
    assert await joined(team, grace, ya)
    await grace.presses("Unlink", shown)
    assert not await joined(team, grace, ya)


async def test_anything_typed_is_answered(team: Team, grace: Member) -> None:
    """Nothing anybody types breaks the commands."""
    for typed in abuse.everything()[::15]:
        for command in ("link", "unlink", "link people", "link @Grace with"):
            seen = await grace.says(f"{command} {typed}", "#general")
            assert "went wrong" not in text(seen), (command, typed)
