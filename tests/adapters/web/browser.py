"""A browser in front of the form pages of a team, without looks."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from html.parser import HTMLParser

from aiohttp import ClientResponse, CookieJar
from aiohttp.test_utils import TestClient, TestServer

from adapters.web.app import build
from adapters.web.forms import routes
from tests.databases import Kind
from tests.driver import Member, Team, a_team

ADDRESS = "http://tea.example"


@dataclass
class Sheet(HTMLParser):
    """What a page shows: its text, what stands in its fields, where its buttons go."""

    status: int
    html: str
    path: str
    fields: dict[str, list[str]] = field(default_factory=dict)
    words: list[str] = field(default_factory=list)
    actions: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Reads the page."""
        super().__init__()
        self._open = ""
        self._silent = self._area = False
        self.feed(self.html)

    @property
    def text(self) -> str:
        """Everything a person reads, one piece a line."""
        return "\n".join(word for word in self.words if word)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keeps what a form would send."""
        found = {name: value or "" for name, value in attrs}
        self._silent = tag in ("style", "script", "title")
        self.actions += [found[n] for n in ("action", "formaction") if n in found]
        chosen = "checked" in found or found.get("type") not in ("radio", "checkbox")
        if tag in ("input", "textarea", "select"):
            self._open = found["name"]
            values = self.fields.setdefault(self._open, [])
            if tag == "input" and chosen:
                values.append(found["value"])
            if tag == "textarea":
                values.append("")
        if tag == "option" and "selected" in found:
            self.fields[self._open].append(found["value"])
        self._area = tag == "textarea"

    def handle_data(self, data: str) -> None:
        """Keeps words, and what stands in a text area."""
        if self._area:
            self.fields[self._open][0] += data.removeprefix("\n")
        elif not self._silent:
            self.words.append(data.strip())

    def handle_endtag(self, tag: str) -> None:
        """A text area ends."""
        self._area = False
        self._silent = self._silent and tag not in ("style", "script", "title")


class Browser:
    """Follows redirects and keeps cookies, as browsers do."""

    def __init__(self, server: TestServer) -> None:
        self._client = TestClient(server, cookie_jar=CookieJar(unsafe=True))

    async def opens(self, url: str) -> Sheet:
        """Goes to an address."""
        return await _sheet(await self._client.get(_path(url)))

    async def sends(
        self, sheet: Sheet, to: str = "", **changed: str | list[str]
    ) -> Sheet:
        """Sends what stands in the fields, some of it changed; `to` a button's own."""
        where = to or sheet.actions[0]
        path = sheet.path.rsplit("/", 1)[0] + "/" + where
        everything: Mapping[str, str | list[str]] = {**sheet.fields, **changed}
        pairs = [
            (name, value)
            for name, values in everything.items()
            for value in ([values] if isinstance(values, str) else values)
        ]
        return await _sheet(await self._client.post(path, data=pairs))

    async def asks(self, method: str, path: str, **how: object) -> ClientResponse:
        """One bare request."""
        return await self._client.request(
            method,
            _path(path),
            **how,  # type: ignore[arg-type]
        )

    async def close(self) -> None:
        """Ends the session; the server goes on."""
        await self._client.session.close()


@dataclass
class Web:
    """A team whose form pages are served."""

    team: Team
    server: TestServer
    open: list[Browser] = field(default_factory=list)

    def browser(self) -> Browser:
        """A browser that was never here."""
        self.open.append(Browser(self.server))
        return self.open[-1]

    async def link(
        self, member: Member, text: str, where: str | None = None, press: str = ""
    ) -> str:
        """The address this person gets for the form that a command opens, or a button
        of its answer.
        """
        await member.says("settings forms page")
        seen = await member.says(text, where)
        seen = await member.presses(press, seen) if press else seen
        assert seen is not None
        (url,) = [button.url for button in seen.buttons.values() if button.url]
        return url


@asynccontextmanager
async def a_web(address: str = ADDRESS, kind: Kind = "sqlite") -> AsyncIterator[Web]:
    """A team with pages, on a port of its own."""

    async def checks() -> Mapping[str, bool]:
        return {}

    async with a_team(kind, public_url=address) as team:
        server = TestServer(build(checks, routes(team.crew.pages)))
        await server.start_server(access_log=None)
        web = Web(team, server)
        try:
            yield web
        finally:
            for browser in web.open:
                await browser.close()
            await server.close()


async def _sheet(answer: ClientResponse) -> Sheet:
    return Sheet(answer.status, await answer.text(), answer.url.path)


def _path(url: str) -> str:
    return url.removeprefix("https://tea.example").removeprefix(ADDRESS)
