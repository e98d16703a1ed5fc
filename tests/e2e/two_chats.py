"""One small company on two chats, with a clock that the test moves.

Everything runs in this process: the pretend Slack and DingTalk, the wires to both, and
the house as `bot.bootstrap` joins it. Time stands still unless it is moved.
"""

import asyncio
import re
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from aiohttp.test_utils import TestServer

from adapters.dingtalk import DINGTALK
from adapters.simulator.clock import MovableClock
from adapters.simulator.company import Channel, Employee, company
from adapters.simulator.dingtalk.app import CLIENT_ID as ROBOT
from adapters.simulator.dingtalk.app import TEMPLATE_ID
from adapters.simulator.dingtalk.company import DingTalkCompany, Group, Worker
from adapters.simulator.journey import Idle
from adapters.simulator.simulator import Simulator
from adapters.slack import SLACK
from adapters.web.app import build
from bot.bootstrap import House, open_house, started
from bot.rituals.directory import meet_everyone
from bot.settings import Settings, load
from tests.adapters.web.browser import ADDRESS, Browser
from tests.e2e.hands import Hands, well
from tests.e2e.wire import Json, known_shortcuts, words
from tests.patience import PATIENCE, PATIENT

ANNA, SAM, GRACE, BOT = "U0ANNA1", "U0SAM01", "U0GRACE1", "U0CREW1"
WANG, LI, CHEN = "254168301229", "manager4521", "chenchen8808"  # CHEN is Grace, too
BERLIN, SHANGHAI, NEW_YORK = "Europe/Berlin", "Asia/Shanghai", "America/New_York"
TITLE = "📋 Daily ·"  # of a day of the stand-up
# Tuesday, 9 June 2026: half past nine in each place, and the end of the stand-up.
MORNING = datetime(2026, 6, 9, 1, 30, tzinfo=UTC)  # in Hangzhou
IN_BERLIN = datetime(2026, 6, 9, 7, 30, tzinfo=UTC)
IN_NEW_YORK = datetime(2026, 6, 9, 13, 30, tzinfo=UTC)
CLOSE = IN_NEW_YORK + timedelta(minutes=90)
EVENING = datetime(2026, 6, 8, 20, 0, tzinfo=UTC)  # the one before, in Berlin
ROOM, GROUP, DM = "#shop", "店铺群", "dm"
EMPLOYEES = (
    Employee(
        ANNA, "anna", "Anna Berger", tz=BERLIN, is_admin=True, email="anna@tea.example"
    ),
    Employee(SAM, "sam", "Sam Taylor", tz=NEW_YORK, email="sam@tea.example"),
    Employee(
        GRACE, "grace", "Grace", tz=SHANGHAI, locale="zh-CN", email="grace@tea.example"
    ),
)
WORKERS = (
    Worker(CHEN, "Grace", "CEO", email="grace@tea.example", admin=True),
    Worker(WANG, "王芳", "内容运营", email="wangfang@tea.example", manager=CHEN),
    Worker(LI, "李伟", "仓储主管", email="liwei@tea.example", manager=CHEN),
)
TEAM = Group("cidSHOP1==", GROUP, (CHEN, WANG, LI))


@dataclass(repr=False)
class TwoChats(Hands):
    """The company, and the house that serves both its chats."""

    settings: Settings
    open: AsyncExitStack

    async def fill_page(self, link: str, **answers: str) -> str:
        """Opens a form's page as its first browser, and sends it; what it says then."""
        server = TestServer(build(self.house.ready, self.house.routes))
        async with server:
            browser = Browser(server)
            page = await browser.sends(await browser.opens(link), **answers)
            await browser.close()
        await self.settle()
        return page.text

    async def close(self) -> None:
        """Stops the house; the chats stay."""
        self.simulator.driver = Idle()
        await self.open.aclose()

    async def reopen(self) -> None:
        """Opens the house again on the same database."""
        self.open = AsyncExitStack()
        self.house = await _opened(self.open, self.settings, self.simulator)
        await self.settle()

    async def dingtalk_fails(self) -> None:
        """Every message of the robot is answered by an error from now on, and the
        connection ends.
        """
        for path in ("oToMessages/batchSend", "groupMessages/send"):
            await self._trouble(
                kind="server_error", path=f"v1.0/robot/{path}", count=1000
            )
        await self._trouble(kind="refuse_open")
        await self._trouble(kind="disconnect", abort=True)

    async def dingtalk_is_back(self) -> None:
        """Mends that, and waits for the connection."""
        await self._trouble(kind="clear")
        while not all((await self.house.ready()).values()):
            await self.simulator.revisions.beyond(
                self.simulator.revisions.number, timeout_seconds=0.1
            )

    async def _trouble(self, **fault: object) -> None:
        dingtalk = self.simulator.sides[-1]
        well(await dingtalk.fault(fault))

    def view(self, who: str) -> Json:
        """What stands beside somebody's chat."""
        return self.simulator.side_of(who).view(who)

    def read(self, who: str, where: str, containing: str = "") -> list[Json]:
        """The bot's messages that a person reads in a place, oldest first."""
        found = self.simulator.side_of(who).messages(who, where, None)
        return [each for each in found if each["bot"] and containing in said(each)]

    def last(self, who: str, where: str, containing: str = "") -> Json:
        """The newest of them."""
        return self.read(who, where, containing)[-1]


async def set_up(chats: TwoChats, words: str = "on weekdays in #shop") -> None:
    """One room of the channel and the group, and its stand-up; all were seen there."""
    await chats.say(ANNA, ROOM, "/crew room tie shop")
    await chats.say(CHEN, GROUP, "@店小二 房间 关联 shop")
    await chats.say(ANNA, ROOM, f"/crew standup new Daily at 09:30 {words}")
    for who in (WANG, LI):
        await chats.say(who, GROUP, "@店小二 今天")


async def one_room(chats: TwoChats) -> None:
    """#shop and the group are one room, and everybody is known."""
    await chats.say(ANNA, ROOM, "/crew room tie shop")
    await chats.say(CHEN, GROUP, "@店小二 房间 关联 shop")
    for who in (WANG, LI):
        await chats.say(who, GROUP, "@店小二 今天")


def asked(chats: TwoChats) -> list[str]:
    """Who got a question, each question counted."""
    people = [p["id"] for side in chats.simulator.sides for p in side.people()]
    everybody = [id for id in people if id not in (BOT, ROBOT)]
    return sorted(who for who in everybody for _ in chats.read(who, DM, TITLE))


def missing(message: str) -> set[str]:
    """Who is missing, as a wrap-up names them."""
    _, _, names = message.replace("未提交：", "missing: ").partition("missing: ")
    return {each.strip() for each in re.split("[,、]", names.partition(" ———")[0])}


def day(chats: TwoChats) -> tuple[str, str]:
    """The day's message in the channel and in the group, each the only one."""
    (here,), (there,) = chats.read(ANNA, ROOM, TITLE), chats.read(WANG, GROUP, TITLE)
    return said(here), said(there)


async def fill(chats: TwoChats, who: str, button: str, **answers: str) -> None:
    """Presses the button of the prompt and sends the form that opens."""
    await chats.press(who, button, chats.read(who, DM, TITLE)[0])
    await chats.submit(who, **answers)


def said(message: Json) -> str:
    """Everything a message says now, on either platform: no markup, each space once."""
    card = (message.get("card") or {}).get("params") or {}
    parts = [words({"blocks": [], "text": "", **message}), message.get("title", "")]
    parts += [card.get("title", ""), card.get("markdown", "")]
    parts += [each["label"] for each in message.get("buttons") or ()]
    return " ".join(" ".join(parts).replace("**", "").split())


@asynccontextmanager
async def two_chats(
    database_url: str,
    start: datetime,
    *,
    cards: bool = True,
    more: tuple[Employee, ...] = (),
    mates: tuple[Worker, ...] = (),
    besides: Mapping[str, object] | None = None,
) -> AsyncIterator[TwoChats]:
    """The company at this moment, everybody met; `more` are on Slack, too, `mates` on
    DingTalk. Besides, any setting.

    Without `cards` the app has no card template: nothing there can be changed.
    """
    clock = MovableClock(start, monotonic=lambda: 0.0)
    corp = DingTalkCompany(
        "dingtea0001", "茶器之家", (*WORKERS, *mates), groups=(TEAM,)
    )
    people = (*EMPLOYEES, *more)
    shop = Channel("C0SHOP", "shop", (*(each.id for each in people), BOT))
    slack = company(people, (shop,))
    simulator = Simulator(
        slack, clock, limits=False, dingtalk=corp, dingtalk_app=PATIENT,
        ack_seconds=PATIENCE, shortcuts=known_shortcuts(),
    )  # fmt: skip
    async with AsyncExitStack() as stack:
        await simulator.start()
        stack.push_async_callback(simulator.stop)
        settings = _settings(simulator, database_url, besides or {}, cards=cards)
        opened = AsyncExitStack()
        house = await _opened(opened, settings, simulator)
        chats = TwoChats(simulator, house, settings, opened)
        stack.push_async_callback(lambda: chats.open.aclose())
        await chats.settle()
        yield chats


def _settings(
    simulator: Simulator,
    database_url: str,
    besides: Mapping[str, object],
    *,
    cards: bool,
) -> Settings:
    slack, ding = simulator.slack.app, simulator.dingtalk
    usual: dict[str, object] = {
        "shopcrew_database_url": database_url,
        "shopcrew_timezone": BERLIN,
        "shopcrew_country": "DE",
        "shopcrew_public_url": ADDRESS,
        "slack_bot_token": slack.bot_token,
        "slack_app_token": slack.app_token,
        "slack_api_url": simulator.api_url,
        "dingtalk_client_id": ding.app.client_id,
        "dingtalk_client_secret": ding.app.client_secret,
        "dingtalk_corp_id": ding.organization.company.corp_id,
        "dingtalk_api_url": ding.api_url,
        "dingtalk_oapi_url": ding.oapi_url,
        "dingtalk_login_url": ding.login_url,
        "dingtalk_card_template_id": TEMPLATE_ID if cards else "",
    }
    return load(**(usual | dict(besides)))


async def _opened(
    stack: AsyncExitStack, settings: Settings, simulator: Simulator
) -> House:
    house = await stack.enter_async_context(open_house(settings, simulator.clock))
    simulator.driver = house.crew.pulse
    await stack.enter_async_context(started(house, asyncio.Event()))
    world = house.crew.world
    await meet_everyone(world, SLACK, simulator.slack.workspace.company.team_id)
    corp = simulator.dingtalk.organization.company.corp_id
    await meet_everyone(world, DINGTALK, corp)  # both are done in the background, too
    return house
