"""A day that a stand-up leaves out: said in a sentence, told, and taken back."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.commands.standup.cancelled import cancelled
from tests.bot.rituals.standups import kept
from tests.databases import KINDS, Kind
from tests.driver import Member, Team, a_team
from tests.fakes.chat import Seen

THURSDAY = timedelta(days=3)


@pytest.fixture(params=KINDS)
async def team(request: pytest.FixtureRequest) -> AsyncIterator[Team]:
    """Anna looks after the Daily; Bo is asked in it, and 王芳 has one of her own."""
    kind: Kind = request.param
    async with a_team(kind) as made:
        made.place("#shop")
        made.person("Anna Berger")
        made.person("Bo Lin")
        made.person("王芳", language="zh", zone="Asia/Shanghai")
        await made.know_everyone()
        await made.people["Anna Berger"].says(
            "standup new Daily at 09:30 for @Anna @Bo"
        )
        yield made


@pytest.fixture
def anna(team: Team) -> Member:
    """Who looks after it."""
    return team.people["Anna Berger"]


@pytest.fixture
def bo(team: Team) -> Member:
    """Who is asked."""
    return team.people["Bo Lin"]


def text(seen: Seen | None) -> str:
    """What was said."""
    assert seen is not None
    return seen.text


def asked(who: Member) -> int:
    """How often a stand-up asked them."""
    return sum(":ask:" in seen.key for seen in who.inbox)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("no standup on friday", "standup cancel standup on friday"),
        ("No stand-up tomorrow, please", "standup cancel stand-up tomorrow"),
        ("cancel friday's standup", "standup cancel standup friday"),
        ("friday's standup is cancelled", "standup cancel standup friday"),
        ("we don't need the standup on thursday", "standup cancel standup on thursday"),
        ("no standup from 24 to 26 dec", "standup cancel standup from 24 to 26 dec"),
        ("no retro this friday", "standup cancel retro this friday"),
        ("skip tomorrow's standup", "standup skip standup tomorrow"),
        ("I can't make standup tomorrow", "standup skip me standup tomorrow"),
        ("I have to miss tomorrow's standup", "standup skip me standup tomorrow"),
        ("bring back friday's standup", "standup unskip standup friday"),
        ("friday's standup takes place after all", "standup unskip standup friday"),
        ("下周五不开站会", "站会 取消 站会 下周五"),
        ("下周五不開站會", "站会 取消 站會 下周五"),
        ("明天的站会取消", "站会 取消 站会 明天"),
        ("这周五站会不开了", "站会 取消 站会 这周五"),
        ("国庆期间不开站会", "站会 取消 站会 国庆期间"),
        ("跳过明天的站会", "站会 跳过 站会 明天"),
        ("我明天不参加站会", "站会 跳过 我 站会 明天"),
        ("周五站会照常", "站会 照常 站会 周五"),
        ("恢复周五的站会", "站会 照常 站会 周五"),
        ("standup明天cancel", "站会 取消 standup 明天"),
        ("no standup today", ""),
        ("is there no standup on friday?", ""),
        ("cancel the order on friday", ""),
        ("今天不开站会", ""),
        ("周五要开站会吗", ""),
        ("周五下午三点开站会", ""),
    ],
)
def test_a_sentence_says_which_day(typed: str, meant: str) -> None:
    """Today's is another thing, and a question changes nothing."""
    assert cancelled(typed).replace("會", "会") == meant.replace("會", "会")


async def test_nobody_is_asked_on_that_day(
    team: Team, anna: Member, bo: Member
) -> None:
    """They are before and after it."""
    told = text(await anna.says("no standup on friday"))
    assert "Daily is left out on Fri 6 Mar" in told
    await team.until(team.clock.now() + THURSDAY + timedelta(hours=12))
    before = asked(bo)
    await team.waits(days=1)
    assert asked(bo) == before
    await team.waits(days=3)
    assert asked(bo) == before + 1
    assert (await kept(team)).skipped == ()


async def test_it_is_told_and_taken_back(team: Team, anna: Member, bo: Member) -> None:
    """A list and its card name the day; a button and a sentence bring it back."""
    first = await anna.says("standup cancel Daily tomorrow")
    assert "not on Tue 3 Mar" in text(await bo.says("standup list"))
    assert "Left out: Tue 3 Mar" in text(await bo.says("standup show Daily"))
    again = text(await anna.presses("Hold it after all", first))
    assert "Daily asks on Tue 3 Mar after all" in again
    assert "not on" not in text(await bo.says("standup list"))
    await anna.presses("Leave it out again")
    assert "left out on Tue 3 Mar already" in text(
        await anna.says("no standup tomorrow")
    )
    assert "after all" in text(await anna.says("bring back tomorrow's standup"))
    assert (await kept(team)).skipped == ()


async def test_of_a_week_only_its_own_days_are_left_out(anna: Member) -> None:
    """Nobody is asked on a weekend anyway; what has begun is not taken back."""
    told = text(await anna.says("no standup next week"))
    assert "Mon 9 Mar, Tue 10 Mar, Wed 11 Mar, Thu 12 Mar and Fri 13 Mar" in told
    assert "asks nobody on Sat 7 Mar" in text(await anna.says("no standup on saturday"))
    assert "is over" in text(await anna.says("standup cancel Daily 1 March 2026"))


async def test_only_who_looks_after_it_leaves_a_day_out(
    team: Team, anna: Member, bo: Member
) -> None:
    """Anybody else hears who does, and may be away alone."""
    assert "Only Anna Berger or an admin" in text(await bo.says("no standup on friday"))
    assert "away tomorrow standup:Daily" in text(
        await bo.says("skip tomorrow's standup")
    )
    alone = text(await anna.says("I can't make standup tomorrow"))
    assert "away tomorrow standup:Daily" in alone
    assert (await kept(team)).skipped == ()


async def test_several_are_asked_which(team: Team, anna: Member) -> None:
    """The button goes on with the day."""
    await anna.says("standup new Late shift at 15:00 for @Anna @Bo")
    await anna.says("no standup on friday")
    assert "Late shift is left out on Fri 6 Mar" in text(
        await anna.presses("Late shift")
    )
    told = text(await anna.says("cancel the Daily on friday"))
    assert "Daily is left out on Fri 6 Mar" in told


async def test_one_that_is_called_like_its_day(team: Team, anna: Member) -> None:
    """The day is a day all the same; a copy leaves out nothing."""
    await anna.says("standup new Friday at 15:00 every friday for @Anna @Bo")
    assert "Friday is left out on Fri 6 Mar" in text(
        await anna.says("no standup on friday")
    )
    await anna.says("no standup tomorrow")
    await anna.says("standup copy Friday as Demo")
    await anna.fills_all(name="Demo")
    assert "Left out" not in text(await anna.says("standup show Demo"))


async def test_what_is_called_so_is_left_out(anna: Member) -> None:
    """A retrospective is a stand-up of its own; where there is none, that is said."""
    assert "no stand-up called “retro”" in text(await anna.says("no retro this friday"))
    await anna.says("standup new Retro at 15:00 every friday for @Anna @Bo")
    told = text(await anna.says("no retro this friday"))
    assert "Retro is left out on Fri 6 Mar" in told


async def test_in_chinese(team: Team) -> None:
    """The same, with its button."""
    wang = team.people["王芳"]
    await wang.says("站会 新建 晨会 9:30 参加 @王芳")
    assert "3月13日周五不开晨会" in text(await wang.says("下周五不开晨会"))
    assert "照常开晨会" in text(await wang.presses("还是照常开"))
    assert "3月4日周三不开晨会" in text(await wang.says("站会 跳过 晨会 周三"))
    assert "照常开晨会" in text(await wang.says("周三的晨会照常开"))
