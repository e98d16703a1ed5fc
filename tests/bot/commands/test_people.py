"""Away, back and settings, as people type, press and fill them."""

from datetime import date, time

import pytest

from bot.model.people import Hours
from tests import abuse
from tests.driver import Member, Team, a_team


async def _away_days(team: Team, member: Member) -> list[tuple[date, date, str]]:
    async with team.store.reading() as db:
        person = (await db.people.known([member.ref]))[member.ref]
        absences = await db.absences.of(person.id, date(2026, 1, 1))
    return [(one.first, one.last, one.reason) for one in absences]


async def _hours(team: Team, member: Member) -> Hours:
    async with team.store.reading() as db:
        return (await db.people.known([member.ref]))[member.ref].hours


@pytest.mark.parametrize(
    ("typed", "first", "last", "reason"),
    [
        ("away friday", date(2026, 3, 6), date(2026, 3, 6), ""),
        (
            "away tomorrow to friday dentist",
            date(2026, 3, 3),
            date(2026, 3, 6),
            "dentist",
        ),
        ("away friday to monday", date(2026, 3, 6), date(2026, 3, 9), ""),
        ("请假 周五到下周一", date(2026, 3, 6), date(2026, 3, 9), ""),
        ("away until friday", date(2026, 3, 2), date(2026, 3, 6), ""),
        ("away 12 March to 20 March", date(2026, 3, 12), date(2026, 3, 20), ""),
        ("请假 明天", date(2026, 3, 3), date(2026, 3, 3), ""),
        ("请假 周三到周五 看牙", date(2026, 3, 4), date(2026, 3, 6), "看牙"),
        ("请假到周五", date(2026, 3, 2), date(2026, 3, 6), ""),
        ("请假 下周一到下周五", date(2026, 3, 9), date(2026, 3, 13), ""),
        ("away next monday to next friday", date(2026, 3, 9), date(2026, 3, 13), ""),
        ("请假 明天到后天 旅行", date(2026, 3, 3), date(2026, 3, 4), "旅行"),
        ("请假 明天 后天 旅行", date(2026, 3, 3), date(2026, 3, 4), "旅行"),
        ("请假 明天和后天", date(2026, 3, 3), date(2026, 3, 4), ""),
        ("请假 周五到周二", date(2026, 3, 6), date(2026, 3, 10), ""),
        ("请假 3月25日-3月27日", date(2026, 3, 25), date(2026, 3, 27), ""),
        ("请假 3月25日至27日 看病", date(2026, 3, 25), date(2026, 3, 27), "看病"),
        ("away 25 March to 2 April", date(2026, 3, 25), date(2026, 4, 2), ""),
        ("away 12 to 20 March", date(2026, 3, 12), date(2026, 3, 20), ""),
    ],
)
async def test_an_absence_is_read_from_one_line(
    typed: str, first: date, last: date, reason: str
) -> None:
    """One day, a span, or until a day; what is left is the reason."""
    async with a_team() as team:
        anna = team.person("Anna Berger")
        await anna.says(typed)
        assert await _away_days(team, anna) == [(first, last, reason)]


@pytest.mark.parametrize("typed", ["away wednesday and friday", "请假 周三、周五"])
async def test_days_apart_are_no_span(typed: str) -> None:
    """Nobody is away on the day between two that were named: it is asked again."""
    async with a_team() as team:
        anna = team.person("Anna Berger")
        seen = await anna.says(typed)
        assert seen is not None
        assert "one day at a time" in seen.text
        assert await _away_days(team, anna) == []


@pytest.mark.parametrize("typed", ["请假 旅行", "请假 周三、周五", "请假 昨天"])
async def test_what_to_type_instead_is_in_the_readers_words(typed: str) -> None:
    """All of it, not its first word only."""
    async with a_team() as team:
        wang = team.person("王芳", zone="Asia/Shanghai", language="zh")
        seen = await wang.says(typed)
        assert seen is not None
        assert "请假 周五到下周一" in seen.text


async def test_the_answer_names_the_day_they_are_back() -> None:
    """Friday away means back on Monday: the weekend is no working day (PEERS B01)."""
    async with a_team() as team:
        anna = team.person("Anna Berger")
        seen = await anna.says("away friday", "#general")
        assert seen is not None
        assert "Mon 9 Mar" in seen.text
        assert seen.only == anna.ref


async def test_days_to_come_are_taken_back_with_a_button() -> None:
    """Nobody is back before they went."""
    async with a_team() as team:
        anna = team.person("Anna Berger")
        seen = await anna.says("away friday")
        assert seen is not None
        assert list(seen.buttons) == ["Cancel these days"]
        taken = await anna.presses("Cancel these days", seen)
        assert taken is not None
        assert "not away on Fri 6 Mar after all" in taken.text
        assert await _away_days(team, anna) == []
        again = await anna.presses("Cancel these days", seen)
        assert again is not None
        assert "Nothing was changed" in again.text


async def test_back_before_the_days_to_come_keeps_them() -> None:
    """It says which they are, and how to take them back."""
    async with a_team() as team:
        wang = team.person("王芳", zone="Asia/Shanghai", language="zh")
        await wang.says("请假 周三到周五")
        seen = await wang.says("我回来了")
        assert seen is not None
        assert "3月4日周三至3月6日周五的请假仍然有效" in seen.text
        assert len(await _away_days(team, wang)) == 1
        await wang.presses("取消这次请假", seen)
        assert await _away_days(team, wang) == []


async def test_back_ends_what_runs_today() -> None:
    """`back` takes today and the rest of it away."""
    async with a_team() as team:
        wang = team.person("王芳", zone="Asia/Shanghai", language="zh")
        await wang.says("请假到周五")
        seen = await wang.says("我回来了")
        assert seen is not None
        assert "欢迎回来" in seen.text
        assert await _away_days(team, wang) == []


async def test_the_form_says_beside_the_field_what_is_wrong() -> None:
    """A last day before the first is named there; the mended form is taken."""
    async with a_team() as team:
        anna = team.person("Anna Berger")
        await anna.says("away", "#general")
        errors = await anna.fills(first="2026-03-10", last="2026-03-09")
        assert errors == {"last": "The last day is before the first. Please swap them."}
        assert (
            await anna.fills(first="2026-03-09", last="2026-03-10", reason="sea") == {}
        )
        assert await _away_days(team, anna) == [
            (date(2026, 3, 9), date(2026, 3, 10), "sea")
        ]


async def test_settings_change_language_and_zone_at_once() -> None:
    """The answer comes in the language just chosen, and a city is enough."""
    async with a_team() as team:
        anna = team.person("Anna Berger")
        await anna.says("settings", "#general")
        errors = await anna.fills(zone="Atlantis", start="18:00", end="09:00", days=())
        assert sorted(errors) == ["days", "end", "zone"]
        assert await anna.fills(language="zh", zone="上海") == {}
        seen = anna.last()
        assert seen is not None
        assert "已保存" in seen.text
        assert "Asia/Shanghai" in seen.text


async def test_what_a_person_chose_wins_over_the_platform() -> None:
    """A profile that changes does not undo what they set themselves."""
    async with a_team() as team:
        anna = team.person("Anna Berger", zone="Europe/Berlin")
        await anna.says("settings zone New York")
        await team.know_everyone()
        async with team.store.reading() as db:
            person = (await db.people.known([anna.ref]))[anna.ref]
        assert person.zone == "America/New_York"


@pytest.mark.parametrize(
    ("typed", "start", "end"),
    [
        ("settings hours 10-16", time(10), time(16)),
        ("settings hours 10:00-16:00", time(10), time(16)),
        ("settings hours from 9.30 to 17.30", time(9, 30), time(17, 30)),
        ("settings hours 9-5", time(9), time(17)),
        ("settings hours 6-22", time(6), time(22)),
        ("settings hours 1-9pm", time(13), time(21)),
        ("设置 工时 10-16", time(10), time(16)),
        ("设置 工时 上午9点到下午6点半", time(9), time(18, 30)),
        ("设置工作时间 十点到十八点", time(10), time(18)),
    ],
)
async def test_working_hours_are_set_in_one_line(
    typed: str, start: time, end: time
) -> None:
    """The days stay what they were; the answer says what is in force."""
    async with a_team() as team:
        anna = team.person("Anna Berger")
        await anna.says("settings", "#general")
        assert await anna.fills(days=("1", "2", "3")) == {}
        seen = await anna.says(typed)
        assert seen is not None
        assert f"{start:%H:%M}–{end:%H:%M}" in seen.text
        assert await _hours(team, anna) == Hours(start, end, frozenset({1, 2, 3}))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("settings hours 16-10", "must end after it starts"),
        ("settings hours 22:00-06:00", "must end after it starts"),
        ("settings hours 9", "I cannot read “9” as working hours"),
        ("settings hours 10-25", "I cannot read “10-25” as working hours"),
        ("settings hours whenever", "I cannot read “whenever”"),
        ("设置 工时 16-10", "must end after it starts"),
    ],
)
async def test_hours_that_cannot_be_are_refused_with_an_example(
    typed: str, said: str
) -> None:
    """No form opens, and nothing changes."""
    async with a_team() as team:
        anna = team.person("Anna Berger")
        seen = await anna.says(typed)
        assert seen is not None
        assert said in seen.text
        assert "settings hours 9:00-17:30" in seen.text
        assert await _hours(team, anna) == Hours()


async def test_the_example_of_hours_is_in_the_readers_words() -> None:
    """As they would type it."""
    async with a_team() as team:
        wang = team.person("王芳", language="zh")
        seen = await wang.says("设置 工时 随便")
        assert seen is not None
        assert "没看懂“随便”" in seen.text
        assert "设置 工时 9:00-17:30" in seen.text


async def test_abuse_is_refused_kindly_or_kept_as_a_reason() -> None:
    """Nothing anybody types breaks a command, and nothing is lost."""
    async with a_team() as team:
        anna = team.person("Anna Berger")
        for text in abuse.everything()[::12]:
            for command in (
                "away",
                "settings zone",
                "settings hours",
                "settings",
                "help",
                "",
            ):
                seen = await anna.says(f"{command} {text}", "#general")
                assert seen is None or "went wrong" not in seen.text, (command, text)


async def test_help_explains_in_the_readers_language() -> None:
    """With the words they would type themselves."""
    async with a_team() as team:
        anna, wang = team.person("Anna Berger"), team.person("王芳", language="zh")
        english, chinese = await anna.says("help away"), await wang.says("帮助 请假")
        assert english is not None
        assert chinese is not None
        assert "/crew away" in english.text
        assert "/crew 请假" in chinese.text


async def test_a_zone_is_picked_from_those_people_live_in() -> None:
    """With the time there now; never a list of four hundred (B12)."""
    async with a_team() as team:
        anna = team.person("Anna Berger")
        team.person("Li Wei", zone="Asia/Shanghai")
        await team.know_everyone()
        seen = await anna.says("settings zone")
        assert seen
        assert "Berlin 08:00" in seen.text
        await anna.presses("Shanghai 15:00", seen)
        assert "Asia/Shanghai" in anna.inbox[-1].text
