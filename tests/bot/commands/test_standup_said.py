"""Stand-ups made and looked up in sentences, as people who know no command type."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.commands.standup.said import said_of_standups
from tests.bot.rituals.standups import NINE_THIRTY, answers, kept
from tests.driver import Member, Team, a_team
from tests.fakes.chat import Seen


@pytest.fixture
async def team() -> AsyncIterator[Team]:
    """Anna in Berlin, Bo who reads Chinese, and two of one name."""
    async with a_team() as made:
        made.place("#shop")
        made.person("Anna Berger")
        made.person("王芳", language="zh")
        made.person("Li Wei")
        made.person("Li Wei", email="li2@tea.example")
        await made.know_everyone()
        yield made


@pytest.fixture
def anna(team: Team) -> Member:
    """Who types."""
    return team.people["Anna Berger"]


def text(seen: Seen | None) -> str:
    """What was said."""
    assert seen is not None
    return seen.text


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("create a daily standup at 9:30", "standup new at 9:30"),
        ("Can you set up a daily stand-up at 9, please?", "standup new at 9"),
        ("I want a standup every day at 9", "standup new every day at 9"),
        ("let's have a team stand-up meeting at 9", "standup new at 9"),
        ("new daily standup 9:30", "standup new 9:30"),
        ("add a standup called Early at 8", "standup new called Early at 8"),
        (
            "create a weekly standup at 10",
            "standup new “Weekly standup” at 10 every week",
        ),
        (
            "set up a customer service standup at 9",
            "standup new “Customer service standup” at 9 for dept:customer-service",
        ),
        ("I'd like a weekly standup", "standup new"),
        ("我要加入站会", ""),
        ("帮我加个站会", "站会 新建"),
        ("帮我建一个每天早上九点半的站会", "站会 新建 每天早上九点半"),
        ("给市场部建一个每天早上9点的站会", "站会 新建 每天早上9点 给 市场部"),
        ("每个工作日早上9点半开站会", "站会 新建 每个工作日早上9点半"),
        ("创建一个叫早会的站会 9:30", "站会 新建 「早会」 9:30"),
        ("可以帮我们建个仓库站会 每天8点吗？", "站会 新建 「仓库站会」 每天8点"),
        ("last month's standup of Li", "standup history Li last month"),
        ("what did Sam say yesterday in the standup?", "standup history Sam yesterday"),
        ("李伟上个月的站会", "standup history 李伟上个月"),
        ("幫我建一個每天早上九點半的站會", "站会 新建 每天早上九點半"),
        ("在店铺群建一个每天9点的站会", "站会 新建 每天9点 在 店铺群"),
        ("王芳昨天站会说了什么？", "standup history 王芳昨天"),
        ("who has not answered the standup?", "standup history today"),
        ("谁还没交站会", "standup history today"),
        ("when is the next standup", "standup list"),
        ("有哪些站会？", "standup list"),
        ("how did the standup go last month", "standup stats last month"),
        ("把站会改到10点", "standup edit"),
        ("跳过今天的站会", "standup skip"),
        ("skip today's standup", "standup skip"),
        ("daily standup at 9", "standup new at 9"),
        ("每个工作日早上9点站会", "站会 新建 每个工作日早上9点"),
        ("who hasn't done their standup?", "standup history today"),
        ("今天站会谁没填", "standup history today"),
        ("has everyone answered the standup?", "standup history today"),
        ("今天几点站会", "standup list"),
        ("cancel today's standup", "standup pause until tomorrow"),
        ("no standup today", "standup pause until tomorrow"),
        ("今天不开站会", "standup pause until tomorrow"),
        ("取消今天的站会", "standup pause until tomorrow"),
        ("preview", "standup preview"),
        ("预览", "standup preview"),
    ],
)
def test_a_sentence_means_a_command(typed: str, meant: str) -> None:
    assert said_of_standups(typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "we have a standup at 9 today",
        "the standup at 9 is boring",
        "why did you create a standup at 9?",
        "create a task for the standup at 9",
        "create a standup report",
        "明天开个早会",
        "建一个任务：准备早会 每天9点",
        "我们每天9点有站会",
    ],
)
def test_words_about_a_stand_up_make_none(typed: str) -> None:
    assert said_of_standups(typed) == ""


async def test_who_gives_no_name_is_told_which_it_got(team: Team, anna: Member) -> None:
    """It is called after its channel, with a number where that is taken, and how to
    change that is said.
    """
    said = text(await anna.says("create a daily standup at 9:30", "#shop"))
    assert "Shop stand-up is set up" in said
    assert "standup rename Shop stand-up to" in said
    assert "Shop stand-up 2 is set up" in text(
        await anna.says("create a standup every weekday at 10am", "#shop")
    )
    wang = team.people["王芳"]
    said = text(await wang.says("帮我建一个每天早上九点半的站会"))
    assert "“每日站会”已建好" in said
    assert "站会 改名 每日站会 为" in said
    assert "“市场站会”已建好" in text(
        await wang.says("给市场部建一个每个工作日 早上 9:15的站会")
    )
    assert (await kept(team, "市场站会")).at.minute == 15


@pytest.mark.parametrize(
    ("typed", "name", "hour"),
    [
        ("standup new every morning at 9", "Daily stand-up", 9),
        ("standup new every afternoon at 5", "Daily stand-up", 17),
        ("standup new Shop at 5 in the afternoon", "Shop", 17),
        ("standup new Sales monday mornings at 9", "Sales", 9),
        ("standup new Buy on weekday mornings at 9", "Buy", 9),
        ("standup new Closing shift at 9", "Closing shift", 9),
        ("standup new Store close at 9", "Store close", 9),
        ("standup new Shift starts at 9", "Shift starts", 9),
        ("standup new Meet with questions at 9", "Meet with questions", 9),
        ("standup new weekdays at 9:30", "Daily stand-up", 9),
        ("standup new for marketing at 9", "Marketing stand-up", 9),
        (
            "standup new for the marketing team at 9am, closing at 10",
            "Marketing stand-up",
            9,
        ),
        (
            'standup new at 9 asking "What is late?" and "Who helps?"',
            "Daily stand-up",
            9,
        ),
        ("站會 新建 早會 每天早上九點半", "早會", 9),
        (
            "新建站会，9点半开始，11点截止，问：昨天做了什么？今天呢？",
            "Daily stand-up",
            9,
        ),
        ("站会 新建 早会 每天早上 8:10", "早会", 8),
    ],
)
async def test_mornings_and_days_are_no_names(
    team: Team, anna: Member, typed: str, name: str, hour: int
) -> None:
    assert "is set up" in text(await anna.says(typed))
    assert (await kept(team, name)).at.hour == hour


async def test_questions_are_announced_as_people_do(team: Team, anna: Member) -> None:
    """And one that has such words in it stays as it was typed."""
    await anna.says('standup new One at 9 asking "Are you asking: why?" and "Who?"')
    await anna.says("standup new Two at 9 with questions: What is late? Who helps?")
    one, two = await kept(team, "One"), await kept(team, "Two")
    assert [each.text for each in one.questions] == ["Are you asking: why?", "Who?"]
    assert [each.text for each in two.questions] == ["What is late?", "Who helps?"]


async def test_the_past_is_asked_for_in_a_sentence(team: Team, anna: Member) -> None:
    """Also of a stand-up that is called like a time, and of one of several people with
    one name.
    """
    await anna.says("standup new Noon at 09:30 in #shop for everyone")
    await team.until(NINE_THIRTY)
    await answers(anna, "Parcels for Leipzig")
    await team.until(NINE_THIRTY + timedelta(days=1))
    for typed in (
        "what did Anna say yesterday in the standup",
        "Anna Berger's standup yesterday",
        "standup show @Anna Berger",
        "standup of Anna yesterday",
        "standup history Noon",
    ):
        assert "Parcels for Leipzig" in text(await anna.says(typed))
    assert "Which Li do you mean" in text(await anna.says("standup of Li"))
    assert "Noon" in text(await anna.says("standup report Noon"))
    empty = text(await anna.says("last month's standup of Anna"))
    assert "Anna Berger" in empty
    assert "Nothing is found" in empty


async def test_the_only_one_needs_not_be_named(anna: Member) -> None:
    """And its name alone shows it."""
    await anna.says("standup new Shop at 09:30")
    assert "is called Early" in text(await anna.says("standup rename to Early"))
    assert "09:30" in text(await anna.says("standup early"))


async def test_missing_people_of_one_name_are_told_apart(
    team: Team, anna: Member
) -> None:
    """By their departments, where everybody reads it."""
    async with team.store() as db:
        known = [one for one in await db.people.everyone() if one.name == "Li Wei"]
        for one, name in zip(known, ("warehouse", "finance"), strict=True):
            await db.people.save(replace(one, departments=(name,)))
        await db.commit()
    await anna.says("standup new Daily at 09:30 in #shop for everyone close 11:00")
    await team.until(NINE_THIRTY + timedelta(hours=2))
    day = next(seen for seen in team.chat.messages if seen.key.endswith(":parent"))
    assert "Li Wei (Warehouse)" in day.text
    assert "Li Wei (Finance)" in day.text
    assert "Anna Berger (" not in day.text


async def test_who_is_asked_anyway_hears_so(team: Team, anna: Member) -> None:
    """And who is not of its department hears whom it asks."""
    await anna.says("standup new Daily at 09:30 for everyone")
    await anna.says("standup new Legal at 09:30 for dept:legal")
    assert "asks you already" in text(await anna.says("standup join Daily"))
    assert "asks everybody in Legal" in text(await anna.says("standup join Legal"))


async def test_an_answer_given_today_is_taken_over(team: Team, anna: Member) -> None:
    """To the same questions of another stand-up (PEERS A21), but for a blocker."""
    await anna.says("standup new Shop at 09:30 in #shop for @Anna Berger")
    await anna.says("standup new Whole at 09:30 for @Anna Berger")
    await team.until(NINE_THIRTY)
    asked = {name: _asked(anna, name) for name in ("Shop", "Whole")}
    await anna.presses("Fill", asked["Shop"])
    assert "Filled in" not in str(anna.form.intro)
    assert await anna.fills(q0="Sorted", q1="Pack", q2="No labels") == {}
    await anna.presses("Fill", asked["Whole"])
    assert "Shop" in str(anna.form.intro)
    first = [getattr(field, "value", "") for field in anna.form.fields]
    assert first == ["Sorted", "Pack", ""]
    await team.until(NINE_THIRTY + timedelta(days=1))
    await anna.presses("Fill", _asked(anna, "Whole"))
    assert "Filled in" not in str(anna.form.intro)


async def test_what_was_said_to_few_is_not_taken_over(team: Team, anna: Member) -> None:
    """Not even as a suggestion: it could be sent to all by mistake."""
    team.place("#board", private=True, of=(anna,))
    await anna.says("standup new Board at 09:30 for @Anna Berger", "#board")
    await anna.says("standup new Boss at 09:30 for @Anna Berger")
    await anna.says("standup new Shop at 09:30 in #shop for @Anna Berger")
    await team.until(NINE_THIRTY)
    for name in ("Boss", "Board", "Shop"):
        await anna.presses("Fill", _asked(anna, name))
        assert "Filled in" not in str(anna.form.intro)
        assert await anna.fills(q1=f"Said to {name}") == {}


def _asked(who: Member, name: str) -> Seen:
    """The newest prompt of a stand-up."""
    return [m for m in who.inbox if ":ask:" in m.key and f"{name} ·" in m.text][-1]
