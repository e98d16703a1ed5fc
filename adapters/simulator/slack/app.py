"""How the app is configured at Slack: its manifest and its credentials."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypedDict

BOT_TOKEN = "xoxb-simulator-bot"  # noqa: S105 opens only the simulator
APP_TOKEN = "xapp-simulator-app"  # noqa: S105
SIGNING_SECRET = "simulator-signing-secret"  # noqa: S105

_SCOPES = """app_mentions:read channels:join channels:read chat:write chat:write.public
    commands dnd:read files:read files:write groups:read im:history im:read im:write
    reactions:read reactions:write team:read users.profile:read users:read
    users:read.email"""
DEFAULT_SCOPES = tuple(_SCOPES.split())

_EVENTS = """app_mention message.im app_home_opened reaction_added reaction_removed
    member_joined_channel member_left_channel team_join user_change channel_rename
    channel_archive app_uninstalled tokens_revoked"""
DEFAULT_EVENTS = tuple(_EVENTS.split())


@dataclass(frozen=True, slots=True)
class Shortcut:
    """A shortcut of the app's manifest; `kind` is `global` or `message`."""

    name: str
    callback_id: str
    kind: str = "global"


@dataclass(frozen=True, slots=True)
class SlackApp:
    """An app as it is installed: without a request URL it uses Socket Mode."""

    bot_token: str = BOT_TOKEN
    app_token: str = APP_TOKEN
    signing_secret: str = SIGNING_SECRET
    command: str = "/crew"
    should_escape: bool = True
    shortcuts: Iterable[Shortcut] = ()
    scopes: Iterable[str] = DEFAULT_SCOPES
    events: Iterable[str] = DEFAULT_EVENTS
    request_url: str | None = None
    limits: bool = True


class SlackOptions(TypedDict, total=False):
    """The same as keyword arguments of the simulator."""

    bot_token: str
    app_token: str
    signing_secret: str
    command: str
    should_escape: bool
    shortcuts: Iterable[Shortcut]
    scopes: Iterable[str]
    events: Iterable[str]
    request_url: str | None
    limits: bool
