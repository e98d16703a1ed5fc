"""Joins Slack to the house."""

from collections.abc import Mapping, Sequence
from contextlib import AsyncExitStack
from typing import Any

from aiohttp import web

from adapters.pictures.pictures import DrawnPictures
from adapters.sheets.sheets import WrittenSheets
from adapters.slack import SLACK
from adapters.slack.app import SlackApp
from adapters.slack.chat import SlackChat
from adapters.slack.client import open_client
from adapters.slack.doctor import checks
from adapters.slack.manifest import manifest
from bot.bootstrap.lines import Line, Way
from bot.clock import SystemClock
from bot.commands import COMMANDS
from bot.errors import ConfigError
from bot.i18n import words
from bot.model.finding import Finding
from bot.ports import Clock, Receive
from bot.settings import Settings, secret

EVENTS_PATH = "/slack/events"


async def way_to_slack(stack: AsyncExitStack, settings: Settings, clock: Clock) -> Way:
    """Opens the way to Slack."""
    client = await stack.enter_async_context(
        open_client(secret(settings.slack_bot_token) or "", settings.slack_api_url)
    )

    def join(receive: Receive) -> Line:
        app = SlackApp(
            client=client,
            receive=receive,
            clock=clock,
            app_token=secret(settings.slack_app_token),
            signing_secret=secret(settings.slack_signing_secret),
        )
        return Line(SLACK, app, [web.post(EVENTS_PATH, app.handle)])

    return Way(SLACK, SlackChat(client, DrawnPictures(), WrittenSheets()), join)


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


def slack_manifest(
    settings: Settings, mode: str, public_url: str, *, threads: bool = False
) -> Mapping[str, Any]:
    """Slack's app manifest, made from the commands there are. Raises ConfigError."""
    url = public_url or settings.shopcrew_public_url
    if mode not in ("", "socket", "http"):
        raise ConfigError(f"{mode!r} is no mode: say socket or http.")
    if mode == "http" and not url.startswith("https://"):
        raise ConfigError("Over HTTP Slack needs your public address: --url https://…")
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
    )
