"""The bodies that Slack sends to an app, key by key (facts §2-§4)."""

from __future__ import annotations

import itertools
from typing import Any

from adapters.simulator.company import Employee
from adapters.simulator.slack.records import Conversation, Kind
from adapters.simulator.slack.state import Workspace, random_id
from adapters.simulator.wire import Json

VERIFICATION_TOKEN = "legacy-verification-token"  # noqa: S105 a public constant
_context = itertools.count(1)


def team(workspace: Workspace) -> Json:
    """The team as interactive payloads name it."""
    return {"id": workspace.company.team_id, "domain": workspace.company.domain}


def person(workspace: Workspace, user: str) -> Json:
    """The acting person as interactive payloads name them."""
    handle = workspace.users[user].handle
    return {
        "id": user,
        "username": handle,
        "name": handle,
        "team_id": workspace.company.team_id,
    }


def channel_name(conversation: Conversation) -> str:
    """`directmessage` for a DM, `privategroup` for a private channel."""
    return {Kind.IM: "directmessage", Kind.PRIVATE: "privategroup"}.get(
        conversation.kind, conversation.name
    )


def channel(conversation: Conversation) -> Json:
    """The channel as interactive payloads name it."""
    return {"id": conversation.id, "name": channel_name(conversation)}


def slash_command(
    workspace: Workspace, user: Employee, conversation: Conversation, **own: str
) -> Json:
    """A slash command; `own` brings command, text, trigger_id and response_url."""
    company = workspace.company
    return {
        "token": VERIFICATION_TOKEN,
        "team_id": company.team_id,
        "team_domain": company.domain,
        "channel_id": conversation.id,
        "channel_name": channel_name(conversation),
        "user_id": user.id,
        "user_name": user.handle,
        "api_app_id": company.app_id,
        "is_enterprise_install": "false",
        **own,
    }


def interaction(workspace: Workspace, kind: str, user: str, **own: Any) -> Json:
    """What all interactive payloads share, and the keys of this one."""
    return {
        "type": kind,
        "user": person(workspace, user),
        "api_app_id": workspace.company.app_id,
        "token": VERIFICATION_TOKEN,
        "team": team(workspace),
        "enterprise": None,
        "is_enterprise_install": False,
        **own,
    }


def shortcut(workspace: Workspace, kind: str, user: str, **own: Any) -> Json:
    """A global or message shortcut; the user has only `username`, or only `name`."""
    named = person(workspace, user)
    named.pop("name" if kind == "shortcut" else "username")
    return {
        "type": kind,
        "token": VERIFICATION_TOKEN,
        "action_ts": workspace.next_ts(),
        "team": team(workspace),
        "user": named,
        "is_enterprise_install": False,
        "enterprise": None,
        **own,
    }


def event_callback(workspace: Workspace, event: Json) -> Json:
    """The envelope around one event of the Events API."""
    company = workspace.company
    authorization = {
        "enterprise_id": None,
        "team_id": company.team_id,
        "user_id": workspace.bot.id,
        "is_bot": True,
        "is_enterprise_install": False,
    }
    return {
        "token": VERIFICATION_TOKEN,
        "team_id": company.team_id,
        "context_team_id": company.team_id,
        "context_enterprise_id": None,
        "api_app_id": company.app_id,
        "event": event,
        "type": "event_callback",
        "event_id": random_id("Ev"),
        "event_time": int(workspace.clock.now().timestamp()),
        "authorizations": [authorization],
        "is_ext_shared_channel": False,
        "event_context": f"4-{next(_context):032x}",
    }
