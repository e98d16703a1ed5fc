"""The app's manifest: what Slack must know to install us, and nothing more."""

from collections.abc import Iterable
from typing import Any, Literal, Protocol

Json = dict[str, Any]
PATH, REDIRECT = "/slack/events", "/slack/oauth_redirect"

SCOPES = (  # each with its reason
    "app_mentions:read",  # @bot in a channel
    "channels:read",  # names and members of public channels
    "chat:write",  # say and edit
    "chat:write.public",  # post in public channels without joining them
    "commands",  # the slash command and the shortcuts
    "groups:read",  # the same of private channels the bot was invited to
    "im:history",  # words typed in the conversation with the bot
    "im:write",  # open that conversation
    "users:read",  # names, languages, time zones
    "users:read.email",  # the same person on another platform
)
PICTURE_SCOPE = "files:write"  # pictures; without it they are told in words
FILE_SCOPE = "files:read"  # lists as files; without it they are pasted
EVENTS = (
    "app_home_opened",
    "app_mention",
    "app_uninstalled",
    "channel_archive",
    "channel_deleted",
    "channel_left",
    "channel_rename",
    "group_archive",
    "group_deleted",
    "group_left",
    "member_joined_channel",
    "member_left_channel",
    "message.im",
    "team_join",
    "tokens_revoked",
    "user_change",
)
# What answers in threads need, only where they are to cross between places.
THREAD_SCOPES = (
    "channels:history",  # what people answer to the bot in public channels
    "groups:history",  # the same in private channels the bot was invited to
)
THREAD_EVENTS = ("message.channels", "message.groups")
# What thanks by a sign on a message need, only where a company wants that.
REACTION_SCOPE, REACTION_EVENT = "reactions:read", "reaction_added"


class ShortcutFacts(Protocol):
    """What the registry knows of a shortcut."""

    @property
    def name(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def description(self) -> str: ...
    @property
    def on_message(self) -> bool: ...


def manifest(
    *,
    mode: Literal["socket", "http"],
    command: str,
    name: str,
    description: str,
    usage_hint: str,
    shortcuts: Iterable[ShortcutFacts] = (),
    public_url: str = "",
    threads: bool = False,
    reactions: bool = False,
) -> Json:
    """The manifest, to be printed as JSON. Over HTTP it needs the public address.

    With `threads`, the bot reads what people answer in channels; with `reactions`, it
    sees the signs they put on messages.
    """
    scopes, events = _wanted(threads=threads, reactions=reactions)
    url = public_url.rstrip("/") + PATH if mode == "http" else ""
    slash = {"command": command, "description": description, "usage_hint": usage_hint}
    slash |= {"url": url} if url else {}
    return {
        "_metadata": {"major_version": 2, "minor_version": 1},
        "display_information": {"name": name[:35], "description": description[:140]},
        "features": {
            "app_home": {
                "home_tab_enabled": True,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": False,
            },
            "bot_user": {"display_name": name[:80], "always_online": True},
            "shortcuts": [_shortcut(shortcut) for shortcut in shortcuts][:10],
            "slash_commands": [{**slash, "should_escape": True}],
        },
        "oauth_config": {**_redirects(public_url), "scopes": {"bot": scopes}},
        "settings": _settings(url, events),
    }


def wanted_scopes() -> list[str]:
    """What we ask a workspace for that installs us."""
    return _wanted()[0]


def _redirects(public_url: str) -> Json:
    """Where a browser comes back to that installs us: by https only."""
    if not public_url.startswith("https://"):
        return {}
    return {"redirect_urls": [public_url.rstrip("/") + REDIRECT]}


def _wanted(
    *, threads: bool = False, reactions: bool = False
) -> tuple[list[str], list[str]]:
    """Scopes and events."""
    scopes, events = [*SCOPES, PICTURE_SCOPE, FILE_SCOPE], [*EVENTS]
    if threads:
        scopes += THREAD_SCOPES
        events += THREAD_EVENTS
    if reactions:
        scopes.append(REACTION_SCOPE)
        events.append(REACTION_EVENT)
    return sorted(scopes), sorted(events)


def _settings(url: str, events: list[str]) -> Json:
    """How events come in: to our address, or over Socket Mode where there is none."""
    address = {"request_url": url} if url else {}
    return {
        "event_subscriptions": {**address, "bot_events": events},
        "interactivity": {"is_enabled": True, **address},
        "org_deploy_enabled": False,
        "socket_mode_enabled": not url,
        "token_rotation_enabled": False,
    }


def _shortcut(shortcut: ShortcutFacts) -> Json:
    return {
        "name": shortcut.label[:24],
        "callback_id": shortcut.name,
        "description": shortcut.description[:150],
        "type": "message" if shortcut.on_message else "global",
    }
