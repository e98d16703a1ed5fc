"""Tasks over time: the bundle, the ladder, snoozes, repetitions, undo."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.events import ProfileChanged
from bot.model.task import TaskState
from tests.bot.commands.tasks import Crew, a_crew, private, said
from tests.driver import Member

FRIDAY = datetime(2026, 3, 6, tzinfo=UTC)


def bundles(member: Member) -> list[str]:
    """The daily bundles somebody got, as they read now."""
    return [s.text for s in member.inbox if "working mornings" in s.text]


async def mornings(crew: Crew, member: Member, days: int) -> list[int]:
    """On which days of the month a new bundle came."""
    found: list[int] = []
    for _ in range(days):
        before = len(bundles(member))
        await crew.team.waits(days=1)
        if len(bundles(member)) > before:
            found.append((crew.team.clock.now() - timedelta(hours=12)).day)
    return found


async def test_the_ladder_is_climbed_one_bundle_a_day() -> None:
    """Due on Friday the 6th: the 5th, the 6th, the 9th, then every week."""
    async with a_crew() as crew:
        await crew.anna.says("task add Check prices @Cy friday", "#general")
        await crew.anna.says("task add Check stock @Cy friday", "#general")
        assert await mornings(crew, crew.cy, 24) == [5, 6, 9, 16, 23]
        assert "2 tasks are due on your next working day" in bundles(crew.cy)[0]
        assert "2 tasks are due today" in bundles(crew.cy)[1]
        assert "2 tasks are overdue" in bundles(crew.cy)[2]
        assert bundles(crew.anna) == []


async def test_the_bundle_comes_when_the_owners_day_starts() -> None:
    """Nine o'clock in Shanghai is the middle of the night in Berlin."""
    async with a_crew() as crew:
        await crew.anna.says("task add Check prices @Bo friday", "#general")
        await crew.team.until(datetime(2026, 3, 5, 0, 59, tzinfo=UTC))
        assert bundles(crew.bo) == []
        await crew.team.until(datetime(2026, 3, 5, 1, 0, tzinfo=UTC))
        assert len(bundles(crew.bo)) == 1


async def test_nothing_to_say_is_silence() -> None:
    """Undated, far away, done or dropped: no bundle (PEERS F10, R04)."""
    async with a_crew() as crew:
        await crew.cy.says("task add Some day", "#general")
        await crew.cy.says("task add Far 20 December", "#general")
        await crew.cy.says("task add Done friday", "#general")
        await crew.cy.says("task done 3", "#general")
        await crew.team.waits(days=14)
        assert bundles(crew.cy) == []


async def test_done_stops_the_ladder_and_shows_in_todays_bundle() -> None:
    """Pressed in the bundle; it can be undone there."""
    async with a_crew() as crew:
        await crew.cy.says("task add Check prices friday", "#general")
        await crew.team.until(FRIDAY + timedelta(hours=9))
        await crew.cy.presses("Done", crew.cy.inbox[-1])
        (_, today) = bundles(crew.cy)
        assert "All done" in today
        assert "Closed today (1)" in today
        await crew.cy.presses("Undo", crew.cy.inbox[-1])
        assert "One task is due today" in bundles(crew.cy)[-1]
        await crew.cy.presses("Done", crew.cy.inbox[-1])
        await crew.team.waits(days=14)
        assert len(bundles(crew.cy)) == 2


async def test_a_bundle_of_another_day_stays_as_it_was() -> None:
    """What was said on Thursday is not rewritten on Friday."""
    async with a_crew() as crew:
        await crew.cy.says("task add Check prices friday", "#general")
        await crew.team.until(FRIDAY + timedelta(hours=6))
        (thursday,) = bundles(crew.cy)
        await crew.cy.says("task done 1", "#general")
        assert bundles(crew.cy) == [thursday]


async def test_days_off_and_absences_are_left_alone() -> None:
    """Away from Thursday to Monday: the first word comes on Tuesday."""
    async with a_crew() as crew:
        await crew.cy.says("task add Check prices friday", "#general")
        await crew.cy.says("away 5 March to 9 March")
        assert await mornings(crew, crew.cy, 10) == [10]
        assert "One task is overdue" in bundles(crew.cy)[0]


async def test_a_new_date_makes_a_new_ladder() -> None:
    """The old one is forgotten; its owner hears of the change (PEERS F06)."""
    async with a_crew() as crew:
        await crew.anna.says("task add Check prices @Cy friday", "#general")
        await crew.anna.says("task due 1 12 March", "#general")
        assert "Anna Berger changed T-1" in crew.cy.inbox[-1].text
        assert await mornings(crew, crew.cy, 12) == [11, 12, 13]
        await crew.anna.says("任务 延期 1 无", "#general")
        assert await mornings(crew, crew.cy, 12) == []


async def test_a_new_owner_is_reminded_and_the_old_one_is_not() -> None:
    """From the day it changed hands."""
    async with a_crew() as crew:
        await crew.anna.says("task add Check prices @Cy friday", "#general")
        await crew.anna.says("task assign 1 @Bo", "#general")
        await crew.team.waits(days=5)
        assert bundles(crew.cy) == []
        assert len(bundles(crew.bo)) == 2


async def test_people_choose_how_often_they_are_reminded() -> None:
    """Light: only today and overdue. Muted: never."""
    async with a_crew() as crew:
        await crew.cy.says("task add Check prices friday 17:00", "#general")
        await crew.bo.says("task add Check stock friday 17:00", "#general")
        await crew.cy.says("settings", "#general")
        assert await crew.cy.fills(reminders="light") == {}
        await crew.bo.says("settings", "#general")
        assert await crew.bo.fills(reminders="muted") == {}
        assert await mornings(crew, crew.cy, 6) == [6]
        assert not [s for s in crew.cy.inbox if "in an hour" in s.text]
        assert bundles(crew.bo) == []
        assert not [s for s in crew.bo.inbox if "in an hour" in s.text]


async def test_a_deadline_with_a_time_is_announced_an_hour_before() -> None:
    """To the owner, with buttons; not when it is done by then."""
    async with a_crew() as crew:
        await crew.cy.says("task add Check prices friday 17:00", "#general")
        await crew.cy.says("task add Check stock friday 17:00", "#general")
        await crew.team.until(FRIDAY + timedelta(hours=14, minutes=59))
        await crew.cy.says("task done 2", "#general")
        await crew.team.until(FRIDAY + timedelta(hours=15))
        assert "T-1 Check prices is due in an hour" in crew.cy.inbox[-1].text
        assert len([s for s in crew.cy.inbox if "in an hour" in s.text]) == 1


async def test_who_gave_it_hears_once_that_it_is_three_days_late() -> None:
    """Friday the 6th: on Wednesday the 11th."""
    async with a_crew() as crew:
        await crew.anna.says("task add Check prices @Cy friday", "#general")
        await crew.team.until(FRIDAY + timedelta(days=5, hours=7))
        assert crew.anna.inbox == []
        await crew.team.until(FRIDAY + timedelta(days=30))
        (told,) = crew.anna.inbox
        assert "three working days late" in told.text


async def test_a_snooze_ends_with_a_word() -> None:
    """An hour later on its own; tomorrow in the bundle (PEERS F08)."""
    async with a_crew() as crew:
        await crew.team.waits(hours=1)
        card = await crew.cy.says("task add Check prices", "#general")
        assert card is not None
        await crew.cy.presses("Snooze", card, "1 hour")
        assert "⏰ Mon 2 Mar 10:00" in crew.cy.sees("#general")[0].text
        await crew.team.waits(hours=1)
        assert "Back on your list: T-1" in crew.cy.inbox[-1].text
        await crew.cy.says("延后 1 明天", "#general")
        await crew.team.waits(days=1)
        assert "One task is back on your list" in bundles(crew.cy)[0]
        assert "T-1 Check prices" in bundles(crew.cy)[0]


async def test_what_is_snoozed_is_not_in_the_bundle() -> None:
    """Due on Friday, snoozed until Monday the 9th."""
    async with a_crew() as crew:
        await crew.cy.says("task add Check prices friday", "#general")
        seen = await crew.cy.says("task snooze 1 9 March", "#general")
        assert private(seen)
        assert await mornings(crew, crew.cy, 8) == [9]


async def test_a_repeated_task_comes_again_when_it_is_done() -> None:
    """The next Monday, with the same owner; undo takes it away again."""
    async with a_crew() as crew:
        await crew.anna.says("task add Check stock @Cy monday", "#general")
        seen = await crew.anna.says("task repeat 1 every 2 weeks on mon", "#general")
        assert "every 2 weeks on Monday" in said(seen)
        done = await crew.cy.says("task done 1", "#general")
        assert "next is T-2, due Mon 23 Mar" in said(done)
        following = await crew.task(2)
        assert following.deadline is not None
        assert following.deadline.day == date(2026, 3, 23)
        assert following.owner_id == (await crew.task(1)).owner_id
        await crew.cy.says("task undo 1", "#general")
        assert (await crew.task(2)).state is TaskState.DROPPED
        await crew.cy.says("task done 1", "#general")
        assert (await crew.task(2)).state is TaskState.OPEN
        assert len(await crew.tasks()) == 2


async def test_a_repetition_begins_on_its_first_day_and_ends_on_a_word() -> None:
    """每月5号, from one sentence; 不重复 ends it; dropping ends it too."""
    async with a_crew() as crew:
        await crew.wang.says("任务 新增 对账 重复:每月5号", "#general")
        task = await crew.task()
        assert task.deadline is not None
        assert task.deadline.day == date(2026, 3, 5)
        await crew.wang.says("任务 重复 1 不重复", "#general")
        await crew.wang.says("完成 1", "#general")
        assert len(await crew.tasks()) == 1
        await crew.cy.says("task add Check stock repeat:daily", "#general")
        await crew.cy.says("task drop 2 no more", "#general")
        assert len(await crew.tasks()) == 2


async def test_a_done_task_that_is_late_repeats_in_the_future() -> None:
    """Not once for every day that was missed."""
    async with a_crew() as crew:
        await crew.cy.says("task add Check stock today repeat:daily", "#general")
        await crew.team.waits(days=10)
        await crew.cy.says("task done 1", "#general")
        following = await crew.task(2)
        assert following.deadline is not None
        assert following.deadline.day == date(2026, 3, 13)


async def test_a_job_that_runs_twice_says_nothing_twice() -> None:
    """The same key, the same message."""
    async with a_crew() as crew:
        await crew.cy.says("task add Check prices friday 17:00", "#general")
        await crew.team.until(FRIDAY + timedelta(hours=16))
        count = len(crew.cy.inbox)
        for name in ("task.remind", "task.soon", "task.wake", "task.late"):
            async with crew.team.store() as db:
                await db.jobs.put(name, {1: crew.team.clock.now()})
                await db.commit()
            await crew.team.crew.pulse.settle()
        assert len(crew.cy.inbox) == count


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("", 60),
        ("1h", 60),
        ("for 2 hours", 120),
        ("30 min", 30),
        ("两小时", 120),
        ("半小时后", 30),
        ("tomorrow 10:00", 26 * 60),
        ("明天", 25 * 60),
        ("monday", 7 * 24 * 60 + 60),
    ],
)
async def test_a_snooze_is_a_length_or_a_date(typed: str, minutes: int) -> None:
    """A day alone ends when the person's own day starts."""
    async with a_crew() as crew:
        await crew.cy.says("task add Check prices", "#general")
        await crew.cy.says(f"task snooze 1 {typed}", "#general")
        until = (await crew.task()).snoozed_until
        assert until == crew.team.clock.now() + timedelta(minutes=minutes)


async def test_reminders_follow_a_person_to_another_zone() -> None:
    """The day stays; its morning and its end are those of the new clock."""
    async with a_crew() as crew:
        await crew.cy.says("task add Check prices friday", "#general")
        await crew.cy.says("settings zone Shanghai")
        task = await crew.task()
        assert task.deadline is not None
        assert task.deadline.at == FRIDAY + timedelta(hours=10)  # 18:00 in Shanghai
        await crew.team.until(FRIDAY + timedelta(days=-1, minutes=59))
        assert bundles(crew.cy) == []
        await crew.team.until(FRIDAY + timedelta(days=-1, hours=1))
        assert len(bundles(crew.cy)) == 1


async def test_reminders_follow_a_persons_hours() -> None:
    """Also the ladder of what is overdue; a time that was said stays."""
    async with a_crew() as crew:
        await crew.cy.says("task add Check prices friday", "#general")
        await crew.cy.says("task add Check stock friday 16:00", "#general")
        await crew.cy.says("settings")
        assert await crew.cy.fills(start="07:00", end="15:00") == {}
        ends = [task.deadline.at for task in await crew.tasks() if task.deadline]
        assert ends == [FRIDAY + timedelta(hours=14), FRIDAY + timedelta(hours=15)]
        await crew.team.until(FRIDAY + timedelta(days=-1, hours=6))
        assert len(bundles(crew.cy)) == 1


async def test_reminders_follow_what_the_platform_says() -> None:
    """A profile that moved to another zone."""
    async with a_crew() as crew:
        await crew.cy.says("task add Check prices friday", "#general")
        moved = replace(crew.team.chat.profiles[crew.cy.ref], zone="Asia/Shanghai")
        crew.team.chat.profiles[crew.cy.ref] = moved
        await crew.team.receive(ProfileChanged(**crew.cy._event(), profile=moved))
        task = await crew.task()
        assert task.deadline is not None
        assert task.deadline.at == FRIDAY + timedelta(hours=10)
