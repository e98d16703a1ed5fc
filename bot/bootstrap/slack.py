"""Joins Slack to the house."""

from collections.abc import Mapping, Sequence
from contextlib import AsyncExitStack
from typing import Any

from aiohttp import web
from slack_sdk.web.async_client import AsyncWebClient

from adapters.pictures.pictures import DrawnPictures
from adapters.sheets.sheets import WrittenSheets
from adapters.slack import SLACK
from adapters.slack.app import SlackApp
from adapters.slack.chat import SlackChat
from adapters.slack.chats import SlackChats
from adapters.slack.client import open_client
from adapters.slack.doctor import checks
from adapters.slack.errors import ours
from adapters.slack.manifest import manifest, wanted_scopes
from adapters.slack.oauth import SlackOAuth
from adapters.slack.workspaces import Workspaces
from bot.bootstrap.crews import Crews
from bot.bootstrap.lines import Line, Way
from bot.clock import SystemClock
from bot.commands import COMMANDS
from bot.crew import Crew
from bot.errors import ConfigError
from bot.i18n import words
from bot.model.finding import Finding, Level
from bot.model.installation import Installed, Tokens
from bot.ports import Clock, Receive
from bot.rituals import workspace as ritual
from bot.settings import Settings, secret
from storage.database.engine import Database
from storage.installing.homes import HOUSE, SqlHomes
from storage.installing.installations import SqlInstallations

EVENTS_PATH = "/slack/events"
INSTALL_PATH, REDIRECT_PATH = "/slack/install", "/slack/oauth_redirect"


async def way_to_slack(
    stack: AsyncExitStack, settings: Settings, clock: Clock, access: "SlackAccess"
) -> Way:
    """Opens the way to Slack."""
    client = await stack.enter_async_context(
        open_client(secret(settings.slack_bot_token) or "", settings.slack_api_url)
    )
    access.token_of = client

    def join(receive: Receive) -> Line:
        app = SlackApp(
            client=client,
            receive=receive,
            clock=clock,
            app_token=secret(settings.slack_app_token),
            signing_secret=secret(settings.slack_signing_secret),
        )
        return Line(SLACK, app, [web.post(EVENTS_PATH, app.handle)])

    def make(theirs: AsyncWebClient) -> SlackChat:
        return SlackChat(theirs, DrawnPictures(), WrittenSheets())

    oauth = oauth_of(settings, client, clock) if settings.installs else None
    workspaces = Workspaces(client, make, access, clock, oauth)
    return Way(SLACK, SlackChats(workspaces), join, oauth=oauth)


def oauth_of(settings: Settings, client: AsyncWebClient, clock: Clock) -> SlackOAuth:
    """How workspaces install us by themselves."""
    return SlackOAuth(
        client,
        clock,
        client_id=settings.slack_client_id,
        client_secret=secret(settings.slack_client_secret) or "",
        redirect=f"{settings.shopcrew_public_url.rstrip('/')}{REDIRECT_PATH}",
        scopes=wanted_scopes(),
    )


class SlackAccess:
    """The tokens of every workspace: the owner's own, or those that were granted.

    Satisfies `bot.ports.installations.Access`. The owner's token counts for its own
    workspace, and for everything where nobody else can install us.
    """

    def __init__(self, settings: Settings, installations: SqlInstallations) -> None:
        self._token = secret(settings.slack_bot_token) or ""
        self._alone = not settings.installs
        self._installations = installations
        self._mine = ""
        self.token_of: AsyncWebClient | None = None
        self.crews: Crews | None = None
        self.claim = installations.claim
        self.renew = installations.renew

    async def find(self, platform: str, tenant: str) -> Installed | None:
        """See `bot.ports.installations.Access.find`."""
        found = await self._installations.find(platform, tenant)
        if self._token and (self._alone or tenant == await self._own()):
            gone = found.gone if found else False
            return Installed(HOUSE, Tokens(self._token), gone)
        return found

    async def lost(self, platform: str, tenant: str, why: str) -> None:
        """See `bot.ports.installations.Access.lost`."""
        if crew := await self._crew(platform, tenant):
            async with crew.world.store() as db:
                now = crew.world.clock.now()
                await ritual.lose(db, platform, tenant, why, now)
                await db.commit()

    async def back(self, platform: str, tenant: str) -> None:
        """See `bot.ports.installations.Access.back`."""
        if crew := await self._crew(platform, tenant):
            async with crew.world.store() as db:
                await db.connections.back(platform, tenant, crew.world.clock.now())
                await db.commit()

    async def _crew(self, platform: str, tenant: str) -> Crew | None:
        return await self.crews.of(platform, tenant) if self.crews else None

    async def _own(self) -> str:
        """The workspace of the owner's token, asked once."""
        if not self._mine and self.token_of:
            with ours():
                answer = await self.token_of.auth_test()
            self._mine = str(answer["team_id"])
        return self._mine


async def examine_slack(settings: Settings) -> Sequence[Finding]:
    """Looks at the way to Slack."""
    async with open_client(
        secret(settings.slack_bot_token) or "", settings.slack_api_url
    ) as client:
        return await checks(
            client,
            SystemClock(),
            app_token=secret(settings.slack_app_token),
            signing_secret=secret(settings.slack_signing_secret),
        )


async def examine_installs(
    settings: Settings, database: Database | None
) -> Sequence[Finding]:
    """Looks at how workspaces install us, and at those that did."""
    url = settings.shopcrew_public_url.rstrip("/")
    addresses = {"install": f"{url}{INSTALL_PATH}", "back": f"{url}{REDIRECT_PATH}"}
    found = [Finding(Level.OK, "doctor-slack-install", addresses)]
    if not url.startswith("https://"):
        found = [Finding(Level.FAIL, "doctor-slack-install-https", {"url": url})]
    if settings.slack_bot_token:
        found.append(Finding(Level.OK, "doctor-slack-both"))
    if database:
        known = [each for each in await SqlHomes(database).all(SLACK) if each.name]
        gone = [each.name for each in known if each.gone_at]
        count = {"count": len(known) - len(gone)}
        found.append(Finding(Level.OK, "doctor-slack-workspaces", count))
        if gone:
            names = {"names": ", ".join(gone)}
            found.append(Finding(Level.WARN, "doctor-slack-gone", names))
    return found


def slack_manifest(
    settings: Settings,
    mode: str,
    public_url: str,
    *,
    threads: bool = False,
    reactions: bool = False,
) -> Mapping[str, Any]:
    """Slack's app manifest, made from the commands there are. Raises ConfigError."""
    url = public_url or settings.shopcrew_public_url
    if mode not in ("", "socket", "http"):
        raise ConfigError("config-manifest-mode", mode=mode)
    if mode == "http" and not url.startswith("https://"):
        raise ConfigError("config-manifest-url")
    t = words(settings.shopcrew_language, "UTC")
    return manifest(
        mode="http" if mode == "http" else "socket",
        command=settings.shopcrew_command,
        name=t("app-name"),
        description=t("app-description"),
        usage_hint=t("app-usage-hint"),
        shortcuts=COMMANDS.shortcuts.values(),
        public_url=url,
        threads=threads,
        reactions=reactions,
    )
