"""The manifest: least scopes, and everything the adapter listens to."""

import json
from typing import Any

from adapters.slack.happenings import KINDS
from adapters.slack.manifest import EVENTS, SCOPES, manifest
from bot.commands import COMMANDS
from bot.registry import ShortcutEntry


async def _nobody(*_: object) -> None: ...


NEW = ShortcutEntry("task_new", "New task", "Makes a task", False, _nobody)
FROM = ShortcutEntry("task_from", "Make it a task", "Of a message", True, _nobody)


def made(**own: Any) -> dict[str, Any]:
    """The manifest as Slack reads it."""
    written = manifest(
        command="/crew",
        name="Shopcrew",
        description="One team bot",
        usage_hint="task add …",
        shortcuts=(NEW, FROM),
        **own,
    )
    read: dict[str, Any] = json.loads(json.dumps(written))
    return read


def test_socket_mode_needs_no_address() -> None:
    """Nothing in it is a URL."""
    written = made(mode="socket")
    assert written["settings"]["socket_mode_enabled"] is True
    assert "url" not in json.dumps(written)


def test_http_has_one_address_for_everything() -> None:
    """Commands, clicks and events."""
    written = made(mode="http", public_url="https://crew.tea.shop/")
    url = "https://crew.tea.shop/slack/events"
    settings = written["settings"]
    assert settings["socket_mode_enabled"] is False
    assert settings["event_subscriptions"]["request_url"] == url
    assert settings["interactivity"]["request_url"] == url
    assert written["features"]["slash_commands"][0]["url"] == url


def test_mentions_are_linked_by_slack() -> None:
    """`should_escape` is what tells us who `@ann` is."""
    (command,) = made(mode="socket")["features"]["slash_commands"]
    assert command["should_escape"] is True
    assert command["usage_hint"] == "task add …"


def test_people_may_write_to_the_bot() -> None:
    """The messages tab is not read-only."""
    home = made(mode="socket")["features"]["app_home"]
    assert home["messages_tab_enabled"] is True
    assert home["messages_tab_read_only_enabled"] is False


def test_shortcuts_are_those_of_the_registry() -> None:
    """With the names that come back."""
    shown = made(mode="socket")["features"]["shortcuts"]
    assert [(s["callback_id"], s["type"]) for s in shown] == [
        ("task_new", "global"),
        ("task_from", "message"),
    ]


def test_the_products_own_shortcuts_fit() -> None:
    """On a message: a task, and feedback; no name is cut, and none is left out."""
    written = manifest(
        command="/crew",
        name="Shopcrew",
        description="One team bot",
        usage_hint="task add …",
        mode="socket",
        shortcuts=COMMANDS.shortcuts.values(),
    )
    shown = json.loads(json.dumps(written))["features"]["shortcuts"]
    kinds = {each["callback_id"]: (each["type"], each["name"]) for each in shown}
    assert kinds["feedback.from_message"] == ("message", "Forward as feedback")
    assert len(kinds) == len(COMMANDS.shortcuts)
    assert [each["name"] for each in shown] == [
        entry.label for entry in COMMANDS.shortcuts.values()
    ]


def test_no_scope_is_asked_that_is_not_needed() -> None:
    """Nothing reads channels, nothing administers."""
    assert not [scope for scope in SCOPES if "history" in scope and scope[:2] != "im"]
    assert not [scope for scope in SCOPES if "admin" in scope or "customize" in scope]


def test_pictures_have_the_one_scope_they_need() -> None:
    """They are written, never read."""
    scopes = made(mode="socket")["oauth_config"]["scopes"]["bot"]
    assert [each for each in scopes if each.startswith("files")] == [
        "files:read",
        "files:write",
    ]


def test_only_crossing_threads_read_channels() -> None:
    """Two scopes and two events more, and nothing else changes."""
    usual, more = made(mode="socket"), made(mode="socket", threads=True)
    scopes = [m["oauth_config"]["scopes"]["bot"] for m in (usual, more)]
    events = [m["settings"]["event_subscriptions"]["bot_events"] for m in (usual, more)]
    assert set(scopes[1]) - set(scopes[0]) == {"channels:history", "groups:history"}
    assert set(events[1]) - set(events[0]) == {"message.channels", "message.groups"}
    for each in (usual, more):
        del each["oauth_config"], each["settings"]["event_subscriptions"]
    assert usual == more


def test_only_thanks_by_a_sign_see_reactions() -> None:
    """One scope and one event more."""
    usual, more = made(mode="socket"), made(mode="socket", reactions=True)
    scopes = [m["oauth_config"]["scopes"]["bot"] for m in (usual, more)]
    events = [m["settings"]["event_subscriptions"]["bot_events"] for m in (usual, more)]
    assert set(scopes[1]) - set(scopes[0]) == {"reactions:read"}
    assert set(events[1]) - set(events[0]) == {"reaction_added"}


def test_every_event_we_hear_of_is_read_or_noted() -> None:
    """Besides renames, which the directory asks about when it needs a name."""
    noted = {"channel_rename"}
    heard = {name.split(".")[0] for name in EVENTS}
    assert heard - set(KINDS) == noted


def test_browsers_come_back_by_https() -> None:
    """Workspaces can install the app where it has a public address."""
    there = made(mode="socket", public_url="https://crew.tea.shop/")
    back = "https://crew.tea.shop/slack/oauth_redirect"
    assert there["oauth_config"]["redirect_urls"] == [back]
    plain = made(mode="socket", public_url="http://127.0.0.1:8080")
    assert "redirect_urls" not in plain["oauth_config"]
