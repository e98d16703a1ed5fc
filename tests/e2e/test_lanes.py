"""A stand-up of many people over Slack's own limits: nobody is overrun, nobody waits.

The pretend Slack refuses what is too fast; the clock is moved from turn to turn.
"""

import time
from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from adapters.simulator.company import Employee
from adapters.simulator.slack.limits import POSTS_PER_WORKSPACE_PER_MINUTE, Limits
from tests.e2e.two_chats import (
    ANNA,
    BERLIN,
    EVENING,
    IN_BERLIN,
    ROOM,
    TwoChats,
    two_chats,
)

MINUTE = timedelta(minutes=1)
PER_SECOND = POSTS_PER_WORKSPACE_PER_MINUTE / 60


def _employees(count: int) -> tuple[Employee, ...]:
    return tuple(
        Employee(
            f"U{number:05}",
            f"p{number}",
            f"Person {number}",
            tz=BERLIN,
            email=f"p{number}@tea.example",
        )
        for number in range(count)
    )


def _limited(chats: TwoChats) -> None:
    """From now on Slack counts, by the clock that is moved."""
    clock, slack = chats.simulator.clock, chats.simulator.slack
    slack.limits = Limits(lambda: clock.now().timestamp(), on=True)
    slack.requests.clear()


def _posts(chats: TwoChats) -> list[datetime]:
    """When Slack took a post."""
    calls = chats.simulator.slack.requests
    return [each.at for each in calls if each.method == "chat.postMessage" and each.ok]


def _refused(chats: TwoChats) -> Counter[str]:
    calls = chats.simulator.slack.requests
    return Counter(each.method for each in calls if each.error == "ratelimited")


async def _fan_out(folder: Path, count: int) -> None:
    """So many people are asked at half past nine; in the midst, somebody asks us."""
    address = f"sqlite+aiosqlite:///{folder}/shop.db"
    people = _employees(count)
    async with two_chats(address, EVENING, more=people) as chats:
        await chats.say(ANNA, ROOM, "/crew standup new Daily at 09:30 in #shop")
        await chats.until(IN_BERLIN - MINUTE)
        _limited(chats)
        await chats.simulator.move({"to": str(IN_BERLIN + timedelta(seconds=5))})
        waited = await _asked_in_the_midst(chats)
        await chats.until(IN_BERLIN + timedelta(seconds=count) + MINUTE)
        posts = _posts(chats)
        assert _refused(chats) == {}
        asked = {each.id for each in people if chats.read(each.id, "dm", "Daily")}
        assert len(asked) == count
        assert (posts[-1] - IN_BERLIN).total_seconds() <= 1.1 * len(posts) / PER_SECOND
        assert waited < 1
        assert _most(posts, MINUTE) <= POSTS_PER_WORKSPACE_PER_MINUTE


async def _asked_in_the_midst(chats: TwoChats) -> float:
    """Seconds until a command is answered: no clock is moved for it."""
    begun, before = time.perf_counter(), len(chats.read(ANNA, "dm"))
    await chats.simulator.side_of(ANNA).say(ANNA, "dm", "/crew help", None)
    await chats.house.crew.dispatcher.idle()
    assert len(chats.read(ANNA, "dm")) == before + 1
    return time.perf_counter() - begun


def _most(moments: list[datetime], span: timedelta) -> int:
    """How many of them there are in any such span at most."""
    return max(
        sum(start <= each < start + span for each in moments) for start in moments
    )


async def test_sixty_people_are_asked_at_the_pace_of_slack(tmp_path: Path) -> None:
    """No call is refused, the last one is asked in time, a command is answered."""
    await _fan_out(tmp_path, 60)


@pytest.mark.heavy
@pytest.mark.timeout(900)
async def test_five_hundred_people_are_asked_at_the_pace_of_slack(
    tmp_path: Path,
) -> None:
    """The same for a whole company."""
    await _fan_out(tmp_path, 500)


async def test_no_conversation_is_opened_to_ask(tmp_path: Path) -> None:
    """That would be Slack's narrowest part: the first message goes to the person."""
    address = f"sqlite+aiosqlite:///{tmp_path}/shop.db"
    async with two_chats(address, EVENING, more=_employees(5)) as chats:
        await chats.say(ANNA, ROOM, "/crew standup new Daily at 09:30 in #shop")
        chats.simulator.slack.requests.clear()
        await chats.until(IN_BERLIN + MINUTE)
        methods = Counter(each.method for each in chats.simulator.slack.requests)
        assert methods["chat.postMessage"] >= 5
        assert methods["conversations.open"] == 0
