"""Everything else a team may choose, said in the line that makes a stand-up."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, time

import pytest

from bot.commands import COMMANDS
from bot.commands.standup.sentence import Slot, split
from bot.model.question import QuestionKind
from bot.model.standup import WHENEVER, Standup
from bot.model.standup.policy import AwayNews, MissingStyle, Readers
from tests.driver import Member, Team, a_team

ENGLISH = (
    "standup new Late shift at 18:00 the evening before in #general for @Anna"
    " optional @Bo @Kim admins @Kim observers @Sofia close 01:00 next day"
    " nudge 60m after missing count readers managers away news long holidays Germany"
    ' pool "What is new?" "Who helped you?" from 9 march escalate @Sofia ask "Today?"'
)
CHINESE = (
    "站会 新建 晚班 前一晚18:00 在 #general 给 @Anna 可选@Bo @Kim 管理员 @Kim"
    " 旁观 @Sofia 截止 次日 01:00 发出后 60 分钟提醒 未交 人数 可见 主管"
    " 请假通知 一天以上 节假日 德国 题库 “What is new?” “Who helped you?”"
    " 从 3月9日 开始 升级给 @Sofia 问 “Today?”"
)


@pytest.fixture
async def team() -> AsyncIterator[Team]:
    """Anna, Kim and Sofia in Berlin, Bo in Shanghai; Monday, eight in Berlin."""
    async with a_team(commands=COMMANDS) as made:
        for name in ("Anna Berger", "Kim Lee", "Sofia Rossi"):
            made.person(name)
        made.person("Bo Lin", zone="Asia/Shanghai", language="zh")
        await made.know_everyone()
        yield made


@pytest.fixture
def anna(team: Team) -> Member:
    """Who makes the stand-ups."""
    return team.people["Anna Berger"]


async def only(team: Team) -> Standup:
    """The one stand-up there is."""
    async with team.store.reading() as db:
        (found,) = await db.standups.all()
    return found


async def ids(team: Team, *names: str) -> tuple[int, ...]:
    """People's ids."""
    refs = [team.people[name].ref for name in names]
    async with team.store.reading() as db:
        known = await db.people.known(refs)
    return tuple(known[ref].id for ref in refs)


@pytest.mark.parametrize("line", [ENGLISH, CHINESE])
async def test_every_choice_can_be_said_in_one_line(
    team: Team, anna: Member, line: str
) -> None:
    """In either language, in any order."""
    await anna.says(line)
    made = await only(team)
    bo, kim, sofia = await ids(team, "Bo Lin", "Kim Lee", "Sofia Rossi")
    assert (made.at, made.eve) == (time(18), True)
    # The day after that evening is the day itself.
    assert (made.close_at, made.closes_next) == (time(1), False)
    assert (made.optional, made.admins, made.observers) == ((kim, bo), (kim,), (sofia,))
    assert (made.country, made.start) == ("DE", date(2026, 3, 9))
    assert [each.text for each in made.pool] == ["What is new?", "Who helped you?"]
    policy = made.policy
    assert (policy.remind_after, policy.escalate_to) == (60, sofia)
    assert policy.missing is MissingStyle.COUNT
    assert policy.readers is Readers.MANAGERS
    assert policy.away_news is AwayNews.LONG


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        (
            ENGLISH,
            (
                "18:00 on the evening before",
                "01:00 on the day itself",
                "60 minutes after the prompt",
                "Holidays of: Germany",
                "2 questions in turn",
                "Each one’s manager",
                "Old blockers to: Sofia Rossi",
                "Optional: Bo Lin, Kim Lee",
            ),
        ),
        (
            CHINESE,
            (
                "前一天晚上 18:00",
                "当天 01:00",
                "节假日: 德国",
                "各自的主管",
                "共 2 个问题",
            ),
        ),
    ],
)
async def test_its_card_tells_every_choice(
    team: Team, anna: Member, line: str, parts: tuple[str, ...]
) -> None:
    """In the words of its reader."""
    who = anna if line is ENGLISH else team.people["Bo Lin"]
    said = await who.says(line)
    assert said is not None
    for part in parts:
        assert part in said.text


async def test_what_is_usual_is_not_told(anna: Member) -> None:
    """A plain stand-up has a plain card."""
    said = await anna.says("standup new Daily at 9:30 in #general")
    assert said is not None
    for word in ("Holidays", "Admins", "Optional", "In turn", "Begins", "Answers for"):
        assert word not in said.text


async def test_the_words_of_the_form_are_understood_in_a_line(
    team: Team, anna: Member
) -> None:
    """Who reads 都通知 on a card types it."""
    await anna.says(
        "站会 新建 早会 未交 只显示人数 可见 各自的主管 请假通知 都通知 给 @Bo"
    )
    policy = (await only(team)).policy
    assert (policy.missing, policy.readers, policy.away_news) == (
        MissingStyle.COUNT,
        Readers.MANAGERS,
        AwayNews.ALL,
    )


@pytest.mark.parametrize("line", ["standup new Free whenever", "站会 新建 随便写 随时"])
async def test_one_without_a_schedule_asks_nobody(
    team: Team, anna: Member, line: str
) -> None:
    """People fill it when they like (PEERS A27)."""
    await anna.says(line)
    made = await only(team)
    assert (made.rule, made.next_day) == (WHENEVER, None)


@pytest.mark.parametrize(
    "typed",
    [
        "News from Berlin at 9:30",
        "Happy holidays at 9:30",
        "Swimming pool at 9:30",
        "Optional training at 9:30",
        "Missing parcels at 9:30",
        "Weekly nudge at 9:30",
        "Readers club at 9:30",
        "Our template for @Anna",
        "Get well whenever you like at 9:30",
        "Follow up of orders on mon",
    ],
)
def test_words_of_a_name_stay_in_it(typed: str) -> None:
    """A new word counts only where its own value follows."""
    kept = typed.split(" at ")[0].split(" for ")[0].removesuffix(" on mon")
    found = split(typed)
    assert found.name == kept
    assert set(found.slots) <= {Slot.AT, Slot.PEOPLE, Slot.DAYS}


@pytest.mark.parametrize(
    ("typed", "part"),
    [
        ("standup new A at 22:00 close 01:00", "close 01:00 next day"),
        ("standup new A nudge 3m", "10 minutes after the prompt"),
        ("standup new A from 1 january 2020", "That day is over"),
        ("standup new A zone Belrin", "Europe/Berlin"),
        ("standup new A in #nowhere", "do not know the channel “nowhere”"),
        ("standup new A for @Nobody", "Nobody"),
        (
            "standup new A ask " + " ".join(f'"Q{n}?"' for n in range(50)),
            "50 questions",
        ),
    ],
)
async def test_what_is_wrong_is_said_exactly_and_the_line_comes_back(
    team: Team, anna: Member, typed: str, part: str
) -> None:
    """Kindly, to who typed it, with every word."""
    said = await anna.says(typed, "#general")
    assert said is not None
    assert said.only == anna.ref
    assert part in said.text
    assert typed.replace("#", "") in said.text.replace("#", "")
    async with team.store.reading() as db:
        assert not await db.standups.all()


@pytest.mark.parametrize(
    ("typed", "part"),
    [
        ("站会 新建 甲 22:00 截止 1:00", "截止 次日 01:00"),
        ("站会 新建 甲 发出后 3 分钟提醒", "最早 10 分钟"),
        ("站会 新建 甲 时区 上诲", "上诲"),
        ("站会 新建 甲 在 #没有", "没有找到群“没有”"),
        ("站会 新建 模板", "模板"),
    ],
)
async def test_the_same_in_chinese(team: Team, typed: str, part: str) -> None:
    """In the words of who typed it."""
    said = await team.people["Bo Lin"].says(typed)
    assert said is not None
    assert part in said.text


@pytest.mark.parametrize(
    ("line", "name", "question"),
    [
        ("standup new Team talk from template retro", "Team talk", "What went well?"),
        ("standup new from template weekly", "Weekly check-in", "What did you get"),
        ("站会 新建 模板 健康检查", "团队健康检查", "这一周感觉怎么样？"),
        ("standup new Shift template handover for @Kim", "Shift", "What must the next"),
    ],
)
async def test_a_template_gives_days_and_questions(
    team: Team, anna: Member, line: str, name: str, question: str
) -> None:
    """In the maker's language; what the line says goes before."""
    who = team.people["Bo Lin"] if line.startswith("站会") else anna
    await who.says(line)
    made = await only(team)
    assert made.name == name
    assert made.questions[0].text.startswith(question)


async def test_a_health_check_is_anonymous_and_asks_for_the_mood(
    team: Team, anna: Member
) -> None:
    """The kinds of its questions come with the template."""
    await anna.says("standup new from template health check")
    made = await only(team)
    assert made.questions[0].kind is QuestionKind.MOOD
    assert all(each.anonymous for each in made.questions)


async def test_templates_are_listed_with_a_button_each(anna: Member) -> None:
    """One press opens the first step with it."""
    said = await anna.says("standup templates")
    assert said is not None
    for name in ("Daily stand-up", "Weekly check-in", "Retro", "hand-over"):
        assert name in said.text
    uses = [each for each in said.controls if each.label == "Use"]
    assert [getattr(each, "value", "") for each in uses][2] == "template:retro"
    await anna.presses("Use", said)
    assert anna.form.name == "standup.new"


async def test_who_is_optional_and_silent_is_not_said_to_have_skipped(
    team: Team,
) -> None:
    """A08: nobody missed their answer, and they did nothing about it."""
    anna = team.people["Anna Berger"]
    await anna.says("standup new Calm at 09:30 @Anna optional @Kim close 11:00")
    await team.until(datetime(2026, 3, 2, 10, 30, tzinfo=UTC))
    seen = await anna.says("standup history Calm")
    assert seen
    assert "optional, no answer: Kim Lee" in seen.text
    assert "skipped" not in seen.text
