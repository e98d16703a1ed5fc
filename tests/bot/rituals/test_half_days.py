"""Half a day that was said without which half: both are one tap away."""

from datetime import date, timedelta

import pytest

from bot.events import Pressed
from bot.messages import Buttons
from bot.model.absence import Days
from tests.bot.rituals.standups import NINE_THIRTY, on_dingtalk
from tests.bot.rituals.test_standup_away import (
    AFTERNOON,
    MORNING,
    kept_days,
    march,
    said,
)
from tests.driver import Member, Team


async def pressed(who: Member, value: str) -> None:
    """Presses a half that nobody was offered."""
    forged = Pressed(**who._event(), where=who.dm, action="people.half", value=value)
    await who.team.receive(forged)


@pytest.mark.parametrize(
    ("typed", "label", "day", "again"),
    [
        ("away half day tomorrow", "Afternoon", march(3, half=AFTERNOON), "tomorrow"),
        ("away friday half a day dentist", "Morning", march(6, half=MORNING), "friday"),
        ("明天请假半天", "Afternoon", march(3, half=AFTERNOON), "明天"),
        ("请假半天", "Morning", march(2, half=MORNING), "上午"),
    ],
)
async def test_the_half_is_one_tap_away(
    team: Team, kim: Member, typed: str, label: str, day: Days, again: str
) -> None:
    """Of the day that was typed, which the example names too."""
    await kim.says(typed)
    assert again in said(kim).partition("Try ")[2].partition("You typed")[0]
    await kim.presses(label)
    assert await kept_days(team, kim) == [day]


async def test_the_reason_goes_with_the_tap(team: Team, kim: Member) -> None:
    """Nothing that was typed is lost."""
    await kim.says("away friday half a day dentist: root")
    await kim.presses("Morning")
    async with team.store.reading() as db:
        person = (await db.people.known([kim.ref]))[kim.ref]
        (found,) = await db.absences.of(person.id, date(2026, 1, 1))
    assert found.reason == "dentist: root"


async def test_in_chinese_the_halves_are_offered_too(team: Team) -> None:
    """On DingTalk, in the reader's words."""
    bo = await on_dingtalk(team)
    await bo.says("明天请假半天")
    assert "请假 明天 上午" in said(bo)
    await bo.presses("下午")
    assert await kept_days(team, bo) == [march(3, half=AFTERNOON)]


async def test_a_half_of_somebody_else_is_typed_again(team: Team, kim: Member) -> None:
    """A button would mark who presses it; the example names the other person."""
    boss = team.person("Mia Boss", admin=True)
    seen = await boss.says("away @Kim half day tomorrow")
    assert seen is not None
    assert "away @Kim Lee morning tomorrow" in seen.text
    assert not any(isinstance(block, Buttons) for block in seen.card.blocks)
    assert await kept_days(team, boss) == await kept_days(team, kim) == []


@pytest.mark.parametrize("value", ["", "x", "2026-03-03:noon:", "2026-02-30:morning:"])
async def test_a_forged_half_opens_the_form(
    team: Team, kim: Member, value: str
) -> None:
    """Nothing is kept."""
    await kim.says("away half day tomorrow")
    await pressed(kim, value)
    assert kim.form.name == "people.away"
    assert await kept_days(team, kim) == []


async def test_a_half_that_is_over_by_now_is_refused(team: Team, kim: Member) -> None:
    """The button was pressed days later."""
    await kim.says("away half day tomorrow")
    await team.until(NINE_THIRTY + timedelta(days=3))
    await kim.presses("Morning")
    assert "already over" in said(kim)
    assert await kept_days(team, kim) == []
