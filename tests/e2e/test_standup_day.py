"""A whole day of a stand-up over Slack's wire, in Berlin, Shanghai and New York."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest

from tests.databases import KINDS, Kind, fresh_url
from tests.e2e.day import ANNA, GRACE, JONAS, LIWEI, SAM, WANG, Day, a_day
from tests.e2e.wire import Json, words

# Tuesday, 9 June 2026: half past nine, first there and last here.
SHANGHAI = datetime(2026, 6, 9, 1, 30, tzinfo=UTC)
BERLIN = datetime(2026, 6, 9, 7, 30, tzinfo=UTC)
NEW_YORK = datetime(2026, 6, 9, 13, 30, tzinfo=UTC)
CLOSE = NEW_YORK + timedelta(minutes=90)
SECOND = timedelta(seconds=1)
PRESENT = sorted([ANNA, JONAS, LIWEI, SAM, GRACE])
NEW = "/crew standup new Daily at 09:30 on weekdays in #shop"


@pytest.fixture(params=KINDS)
async def day(request: pytest.FixtureRequest) -> AsyncIterator[Day]:
    """The evening before in Berlin; the stand-up is made, and Wang Fang is away."""
    kind: Kind = request.param
    evening = datetime(2026, 6, 8, 20, 0, tzinfo=UTC)
    async with fresh_url(kind) as url, a_day(url, evening) as day:
        await day.say(ANNA, "#shop", NEW)
        await day.say(WANG, "#shop", "/crew away today")
        yield day


def prompt(day: Day, who: str) -> Json:
    """The question to one person, as it reads now."""
    dm = day.simulator.slack.person(who).dm().id
    (found,) = [message for message in day.sent(":ask:") if message["in"] == dm]
    return found


async def fill(day: Day, who: str, button: str = "Fill", **answers: str) -> None:
    """Presses the button on the prompt and sends the form."""
    await day.press(who, button, prompt(day, who))
    await day.submit(who, **answers)


async def test_a_day_goes_round_the_earth(day: Day) -> None:
    """Each asked at their own 09:30; one edits, one skips, one is away, one is late."""
    await _morning_in_shanghai(day)
    await _morning_in_berlin(day)
    await _morning_in_new_york(day)
    await _evening_in_berlin(day)
    assert len(day.sent(":answer:")) == 4
    assert day.readers(":ask:") == PRESENT
    assert WANG not in day.readers(":person:")
    assert day.pinged("C0SHOP") == set()


async def _morning_in_shanghai(day: Day) -> None:
    """The day's message, one prompt, an answer in the thread, edited in place."""
    await day.until(SHANGHAI - SECOND)
    assert day.sent("standup:") == []
    await day.until(SHANGHAI)
    assert day.readers(":ask:") == [LIWEI]
    (parent,) = day.sent(":parent")
    assert "Daily" in words(parent)
    assert "Tue 9 Jun" in words(parent)
    await fill(day, LIWEI, "填写", q0="发了 3 箱", q1="盘点 <!channel> *现货*")
    (answer,) = day.sent(":answer:")
    assert answer["thread_ts"] == parent["ts"]
    assert "盘点 <!channel> *现货*" in words(answer)
    await fill(day, LIWEI, "修改", q0="发了 4 箱")
    (edited,) = day.sent(":answer:")
    assert edited["ts"] == answer["ts"]
    assert "发了 4 箱" in words(edited)
    assert "已保存" in words(prompt(day, LIWEI))


async def _morning_in_berlin(day: Day) -> None:
    """Two more are asked; one leaves it out."""
    await day.until(BERLIN - SECOND)
    assert day.readers(":ask:") == [LIWEI]
    await day.until(BERLIN)
    assert day.readers(":ask:") == sorted([LIWEI, ANNA, JONAS])
    await day.press(JONAS, "Skip today", prompt(day, JONAS))
    assert "you count as away" in words(prompt(day, JONAS))


async def _morning_in_new_york(day: Day) -> None:
    """The last are asked; the parent counts along."""
    await day.until(NEW_YORK)
    assert day.readers(":ask:") == PRESENT
    await fill(day, SAM, q0="closed May", q1="taxes", q2="none")
    assert "2 of 4 in" in words(*day.sent(":parent"))


async def _evening_in_berlin(day: Day) -> None:
    """One reminder to the missing, the wrap-up in place, and one who is late."""
    await day.until(CLOSE - timedelta(minutes=30) - SECOND)
    assert day.sent(":remind:") == []
    await day.until(CLOSE - timedelta(minutes=30))
    assert day.readers(":remind:") == sorted([ANNA, GRACE])
    await fill(day, ANNA, q0="prices", q1="banners")
    (parent,) = day.sent(":parent")
    await day.until(CLOSE)
    (wrap_up,) = day.sent(":parent")
    assert wrap_up["ts"] == parent["ts"]
    told = "3 of 4 in · 2 away (Jonas Weber, Wang Fang) · missing: Grace Chen"
    assert told in words(wrap_up)
    assert day.readers(":remind:") == sorted([ANNA, GRACE])
    await fill(day, GRACE, q0="on a plane")
    late = day.sent(":answer:")[-1]
    assert "on a plane" in words(late)
    assert "late" in words(late)
    assert late["thread_ts"] == parent["ts"]
    assert words(*day.sent(":parent")) == words(wrap_up)


async def test_a_restart_in_the_middle_of_the_day_changes_nothing(day: Day) -> None:
    """Nobody is asked twice, and the wrap-up comes."""
    await day.until(BERLIN)
    await fill(day, ANNA, q0="prices")
    (parent,) = day.sent(":parent")
    before = len(day.sent("standup:"))
    await day.restart()
    assert len(day.sent("standup:")) == before
    await day.until(NEW_YORK)
    await day.restart()
    await fill(day, SAM, q0="closed May")
    await day.until(CLOSE)
    assert day.readers(":ask:") == PRESENT
    (wrap_up,) = day.sent(":parent")
    assert wrap_up["ts"] == parent["ts"]
    told = "2 of 5 in · 1 away (Wang Fang) · missing: Jonas Weber, 李伟, Grace Chen"
    assert told in words(wrap_up)
    # 14:30 in UTC is half past ten at night in Shanghai: reminded before going home
    assert day.readers(":remind:") == sorted([JONAS, LIWEI, GRACE])
    going_home = datetime(2026, 6, 9, 9, 30, tzinfo=UTC)
    first = day.sent(":remind:")[0]
    assert datetime.fromisoformat(first["at"]) - going_home < SECOND


async def test_what_was_missed_while_the_house_was_closed_is_caught_up(
    day: Day,
) -> None:
    """Asked late but not much later; nobody twice."""
    await day.until(SHANGHAI)
    await day.open.aclose()
    day.simulator.clock.set(BERLIN + timedelta(minutes=20))
    await day.restart()
    assert day.readers(":ask:") == sorted([LIWEI, ANNA, JONAS])
    await day.until(NEW_YORK)
    assert day.readers(":ask:") == PRESENT
