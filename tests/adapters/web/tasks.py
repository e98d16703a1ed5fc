"""Tea's tasks on pages, with a platform that says who somebody is."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp.test_utils import TestServer

from adapters.web.app import build
from adapters.web.forms import routes
from adapters.web.tasks import routes as task_routes
from bot.errors import Rejected
from bot.model.refs import UserRef
from bot.ports.login import Inside, Login
from tests.adapters.web.browser import ADDRESS, Browser
from tests.databases import Kind
from tests.driver import Member, Team, a_team

THERE = "https://login.example/auth"


@dataclass
class FakeLogin:
    """Knows whose code is whose; each works once."""

    codes: dict[str, UserRef] = field(default_factory=dict)
    inside: Inside | None = None

    def ask(self, back: str, state: str) -> str:
        """The platform's page."""
        return f"{THERE}?state={state}&redirect_uri={back}"

    async def who(self, code: str, *, inside: bool) -> UserRef:
        """Whose code it is."""
        if code not in self.codes:
            raise Rejected("nobody")
        return self.codes.pop(code)


_login: type[Login] = FakeLogin


@dataclass
class Office:
    """A team whose tasks have pages."""

    team: Team
    server: TestServer
    login: FakeLogin
    open: list[Browser] = field(default_factory=list)

    def browser(self) -> Browser:
        """A browser that was never here."""
        self.open.append(Browser(self.server))
        return self.open[-1]

    async def key(self, member: Member, task: str = "T-1") -> str:
        """The address that somebody gets in the chat."""
        seen = await member.says(f"task page {task}")
        assert seen is not None
        (url,) = [button.url for button in seen.buttons.values() if button.url]
        return url

    async def signed_in(self, member: Member) -> Browser:
        """A browser in which somebody is known."""
        return await self.signed_in_as(member, "T-1")

    async def signed_in_as(self, member: Member, task: str) -> Browser:
        """The same, by the key to one task."""
        browser = self.browser()
        await browser.opens(await self.key(member, task))
        return browser


@asynccontextmanager
async def an_office(
    address: str = ADDRESS, kind: Kind = "sqlite"
) -> AsyncIterator[Office]:
    """Anna has T-1 of Bo's; Cy has nothing to do with it."""

    async def checks() -> Mapping[str, bool]:
        return {}

    login = FakeLogin()
    async with a_team(kind, public_url=address, logins={"dingtalk": login}) as team:
        for name in ("Anna Berger", "Bo Lin", "Cy Young"):
            team.person(name)
        team.person("李伟", platform="dingtalk", language="zh", zone="Asia/Shanghai")
        await team.know_everyone()
        bo = team.people["Bo Lin"]
        await bo.says("task add Check prices @Anna Berger")
        pages = (*routes(team.crew.pages), *task_routes(team.crew.tasks))
        server = TestServer(build(checks, pages))
        await server.start_server(access_log=None)
        office = Office(team, server, login)
        try:
            yield office
        finally:
            for browser in office.open:
                await browser.close()
            await server.close()
