"""A month of a platform with a quota: counted, warned of, used up."""

from datetime import timedelta

import pytest

from bot.model.budget import Quota
from bot.model.delivery import DeliveryState, Draft
from bot.rituals.delivery.budget import set_quota
from tests.bot.rituals.budgets import (
    DINGTALK,
    TUESDAY,
    a_shop,
    budget_of,
    counted,
    spend,
    title,
    told,
)
from tests.databases import KINDS, Kind
from tests.driver import TENANTS, Team

CALL = "calls:/v1.0/robot/oToMessages/batchSend"


async def test_counts_are_written_down_once_a_minute() -> None:
    """In between they are a sum in memory."""
    async with a_shop() as team:
        meter = team.crew.tally.meter(DINGTALK, "D1")
        meter("pushes")
        await team.waits(seconds=1)
        assert await counted(team) == {"pushes": 1}
        meter("pushes")
        meter("/send")
        await team.waits(seconds=58)
        assert await counted(team) == {"pushes": 1}
        await team.waits(seconds=1)
        assert await counted(team) == {"pushes": 2, "calls:/send": 1}


async def test_a_bot_that_stops_writes_down_what_it_counted() -> None:
    """Only a killed one loses a minute."""
    async with a_shop() as team:
        await spend(team, calls=1)
        team.crew.tally.meter(DINGTALK, "D1")("pushes")
        await team.crew.write_down()
        assert await counted(team) == {CALL: 1, "pushes": 1}


@pytest.mark.parametrize("kind", KINDS)
async def test_every_admin_is_warned_once_a_level(kind: Kind) -> None:
    """In their language, where they live; nobody else."""
    async with a_shop(kind) as team:
        anna, wang, li = (team.people[n] for n in ("Anna Berger", "王芳", "李雷"))
        await spend(team, calls=3500)
        (warned,) = told(wang, "70")
        assert title(warned) == "钉钉 · 接口调用：本月已用 70%"
        assert "已用 3,500 / 5,000（70%）" in warned.text
        assert "专业版" in warned.text
        await spend(team, calls=10)
        assert len(told(wang, "70")) == 1
        await spend(team, calls=1000)
        assert len(told(wang, "90")) == 1
        assert told(wang, "forecast") == []  # each of them told how it will end
        assert told(li, "70") == []
        await team.waits(hours=7)  # 09:00 in Berlin: nobody is woken for it
        assert [title(seen) for seen in told(anna, "70")] == [
            "DingTalk, API calls: 70 % of this month is used"
        ]
        assert len(told(anna, "90")) == 1


async def test_a_month_that_will_not_last_is_told_early() -> None:
    """Before any level is reached, with the day; a level tells it no more."""
    async with a_shop() as team:
        wang = team.people["王芳"]
        await spend(team, pushes=1800)
        (early,) = told(wang, "forecast")
        assert title(early) == "钉钉 · 消息推送：预计不够用到月底"
        assert "预计用完：3月26日周四" in early.text
        await spend(team, pushes=1)
        assert len(told(wang, "forecast")) == 1


async def test_saving_begins_when_the_month_would_not_last() -> None:
    """At eighty per cent, and goes on until the month ends."""
    async with a_shop() as team:
        await spend(team, calls=3900)
        assert not (await budget_of(team)).saves(team.clock.now())
        await spend(team, calls=200)
        since = (await budget_of(team)).since
        assert since
        await spend(team, calls=1)
        assert (await budget_of(team)).since == since
        assert not (await budget_of(team)).saves(TUESDAY + timedelta(days=15))


async def _post(team: Team, *keys: str, **facts: object) -> None:
    async with team.store() as db:
        for key in keys:
            draft = Draft(key, "room.card", {"room": 1}, place=team.places["#店铺"])
            await db.deliveries.add(draft)
        await db.commit()
    await team.crew.pulse.settle()


async def _states(team: Team, *keys: str) -> list[DeliveryState]:
    async with team.store.reading() as db:
        found = [await db.deliveries.get(key) for key in keys]
    return [each.state for each in found if each]


async def _room(team: Team) -> None:
    async with team.store() as db:
        await db.rooms.tie(await db.rooms.make("shop"), team.places["#店铺"])
        await db.commit()


async def test_what_a_used_up_month_refuses_goes_in_the_next_one() -> None:
    """One try tells it; nothing asks again until the first morning."""
    async with a_shop() as team:
        anna, wang = team.people["Anna Berger"], team.people["王芳"]
        await _room(team)
        team.chat.spent.add(DINGTALK)
        await _post(team, "one")
        await _post(team, "two", "three")
        assert team.chat.refused == 1
        (dry,) = told(anna, "dry")  # at once: she lives on Slack
        assert "the quota of 2026-03 is used up" in title(dry)
        assert "goes out on Wed 1 Apr" in dry.text
        await team.waits(days=14)
        assert team.chat.refused == 1
        team.chat.spent.clear()
        await team.waits(days=1)
        assert [seen.key for seen in wang.sees("#店铺")] == ["one", "two", "three"]
        assert "新的一个月已经开始" in told(wang, "dry")[0].text
        assert len(told(anna, "dry")) == 1


async def test_a_month_that_stays_used_up_does_not_loop() -> None:
    """A place or a person is tried once a month, however much waits for them: those
    that were served side by side when the first of them was refused.
    """
    async with a_shop() as team:
        await _room(team)
        team.chat.spent.add(DINGTALK)
        await _post(team, "one", "two", "three")
        assert team.chat.refused == 1
        await team.waits(days=40)
        assert team.chat.refused in {2, 3}


async def test_an_answer_that_is_refused_tells_it_too() -> None:
    """Where nobody but the person who asked was to hear something."""
    async with a_shop() as team:
        team.chat.spent.add(DINGTALK)
        await team.people["李雷"].says("任务 新增 检查横幅", "#店铺")
        await team.waits(seconds=5)
        assert len(told(team.people["Anna Berger"], "dry")) == 1


async def test_what_would_come_too_late_expires() -> None:
    """A reminder of last month is worth nothing."""
    async with a_shop() as team:
        await _room(team)
        team.chat.spent.add(DINGTALK)
        async with team.store() as db:
            soon = team.clock.now() + timedelta(hours=1)
            place = team.places["#店铺"]
            draft = Draft("late", "room.card", {"room": 1}, place=place, expires=soon)
            await db.deliveries.add(draft)
            await db.commit()
        await team.waits(days=1)
        team.chat.spent.clear()
        await team.waits(days=20)
        assert await _states(team, "late") == [DeliveryState.EXPIRED]
        assert team.people["王芳"].sees("#店铺") == []


async def test_a_person_with_another_account_hears_it_there() -> None:
    """Whatever was meant for the account that is shut off."""
    async with a_shop() as team:
        wang = team.people["王芳"]
        also = team.person("Wang Fang")
        await team.know_everyone()
        async with team.store() as db:
            both = await db.people.known([wang.ref, also.ref])
            await db.links.merge(both[also.ref].id, both[wang.ref].id)
            await db.commit()
        await _room(team)
        team.chat.spent.add(DINGTALK)
        await _post(team, "one")
        assert len(told(also, "dry")) == 1


async def test_after_buying_more_everything_is_tried_again() -> None:
    """By a larger limit at the next start, or by a word."""
    async with a_shop() as team:
        await _room(team)
        team.chat.spent.add(DINGTALK)
        await _post(team, "one")
        team.chat.spent.clear()
        async with team.store() as db:
            await set_quota(db, DINGTALK, TENANTS[DINGTALK], Quota(205_000, 53_000))
            await db.commit()
        await team.crew.pulse.settle()
        assert len(team.people["王芳"].sees("#店铺")) == 1
        assert not (await budget_of(team)).dry
