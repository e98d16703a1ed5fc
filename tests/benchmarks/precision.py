"""A41: how long after its minute a prompt is accepted, for many people of both chats at
once, under both platforms' limits: `python -m tests.benchmarks.precision 500`.

The product and both fakes share one process and its clock, so the figures are unkind.
"""

import asyncio
import sys
from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta

from adapters.dingtalk import DINGTALK
from adapters.simulator.clock import MovableClock
from adapters.simulator.company import Channel, Employee, company
from adapters.simulator.dingtalk.app import CLIENT_ID as ROBOT
from adapters.simulator.dingtalk.app import TEMPLATE_ID
from adapters.simulator.dingtalk.company import DingTalkCompany, Worker
from adapters.simulator.side import Side
from adapters.simulator.simulator import Simulator
from adapters.slack import SLACK
from bot.bootstrap import open_house, started
from bot.rituals.directory import meet_everyone
from bot.settings import Settings, load
from tests.benchmarks.machine import percentile
from tests.databases import KINDS, Kind, fresh_url

DUE = datetime(2026, 6, 10, 7, 30, tzinfo=UTC)  # 09:30 in Berlin, 15:30 in Hangzhou
BEFORE = timedelta(seconds=5)
BERLIN, BOT, MANY, PATIENCE = "Europe/Berlin", "U0CREW1", 500, 400.0


async def measure(kind: Kind, count: int) -> dict[str, list[float]]:
    """Seconds from 09:30 until each prompt was accepted, by chat."""
    simulator = _company(count)
    async with AsyncExitStack() as stack:
        url = await stack.enter_async_context(fresh_url(kind))
        await simulator.start()
        stack.push_async_callback(simulator.stop)
        house = await stack.enter_async_context(
            open_house(_settings(simulator, url), simulator.clock)
        )
        simulator.driver = house.crew.pulse
        await stack.enter_async_context(started(house, asyncio.Event()))
        corp = simulator.dingtalk.organization.company.corp_id
        team = simulator.slack.workspace.company.team_id
        await meet_everyone(house.crew.world, SLACK, team)
        await meet_everyone(house.crew.world, DINGTALK, corp)
        words = "/crew standup new Daily at 09:30 zone Berlin for everyone close 12:00"
        await simulator.sides[0].say("U0P0", "#shop", words, None)
        await house.crew.pulse.settle()
        simulator.clock.set(DUE - BEFORE)
        return await _until_asked(simulator, count)


def _company(count: int) -> Simulator:
    half = count // 2
    people = tuple(
        Employee(f"U0P{n}", f"p{n}", f"Person {n}", tz=BERLIN, is_admin=n == 0)
        for n in range(half)
    )
    mates = tuple(Worker(f"w{n}", f"W{n}") for n in range(count - half))
    shop = Channel("C0SHOP", "shop", (*(each.id for each in people), BOT))
    return Simulator(
        company(people, (shop,)),
        MovableClock(DUE - timedelta(minutes=20)),
        dingtalk=DingTalkCompany("dingtea0001", "Tea", mates),
    )


def _settings(simulator: Simulator, url: str) -> Settings:
    slack, ding = simulator.slack.app, simulator.dingtalk
    return load(
        shopcrew_database_url=url,
        shopcrew_timezone=BERLIN,
        slack_bot_token=slack.bot_token,
        slack_app_token=slack.app_token,
        slack_api_url=simulator.api_url,
        dingtalk_client_id=ding.app.client_id,
        dingtalk_client_secret=ding.app.client_secret,
        dingtalk_corp_id=ding.organization.company.corp_id,
        dingtalk_api_url=ding.api_url,
        dingtalk_oapi_url=ding.oapi_url,
        dingtalk_login_url=ding.login_url,
        dingtalk_card_template_id=TEMPLATE_ID,
        dingtalk_monthly_calls=0,
        dingtalk_monthly_pushes=0,
    )


async def _until_asked(simulator: Simulator, count: int) -> dict[str, list[float]]:
    """Returns when everybody has their prompt; raises if that takes too long."""
    async with asyncio.timeout(PATIENCE):
        while True:
            found = {side.platform: _waits(side) for side in simulator.sides}
            if sum(map(len, found.values())) >= count:
                return found
            await asyncio.sleep(2)


def _waits(side: Side) -> list[float]:
    found: list[float] = []
    for person in side.people():
        if person["id"] not in (BOT, ROBOT):
            said = side.messages(person["id"], "dm", None)
            times = [datetime.fromisoformat(each["at"]) for each in said if each["bot"]]
            late = [at for at in times if at >= DUE]
            found += [(late[0] - DUE).total_seconds()] if late else []
    return found


def main() -> None:
    """Prints a line for each database and chat."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else MANY
    for kind in KINDS:
        for chat, waits in asyncio.run(measure(kind, count)).items():
            p50, p95 = (percentile(waits, each) for each in (0.5, 0.95))
            sys.stdout.write(
                f"{kind:11} {chat:9} {len(waits):4} prompts: p50 {p50:.1f} s, "
                f"p95 {p95:.1f} s, last {max(waits):.1f} s\n"
            )


if __name__ == "__main__":
    main()
