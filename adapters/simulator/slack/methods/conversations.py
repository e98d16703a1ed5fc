"""conversations.open, info, list, members, join, and users.conversations."""

from __future__ import annotations

from adapters.simulator.slack.call import Call, method
from adapters.simulator.slack.errors import SlackError
from adapters.simulator.slack.paging import page
from adapters.simulator.slack.records import Conversation, Kind
from adapters.simulator.wire import Json

_TYPES = {
    "public_channel": (Kind.PUBLIC, "channels:read"),
    "private_channel": (Kind.PRIVATE, "groups:read"),
    "im": (Kind.IM, "im:read"),
    "mpim": (None, "mpim:read"),
}


def open_dm(call: Call) -> Json:
    """Open the direct messages with one person; the id never changes."""
    workspace = call.slack.workspace
    users = [user for user in (call.text("users") or "").split(",") if user]
    if not users and not call.text("channel"):
        raise SlackError("users_list_not_supplied")
    if not users:
        return {"channel": {"id": call.channel().id}}
    if len(users) > 8:
        raise SlackError("too_many_users")
    if len(users) > 1:
        raise SlackError("method_not_supported_for_channel_type")
    user = workspace.users.get(users[0])
    if user is None:
        raise SlackError("user_not_found")
    if user.deleted:
        raise SlackError("user_disabled")
    if user.is_bot:
        raise SlackError("cannot_dm_bot")
    known = f"D{user.id[1:]}" in workspace.conversations
    conversation = workspace.dm(user.id)
    if call.flag("return_im"):
        whole = wire(call, conversation)
        return {"no_op": known, "already_open": known, "channel": whole}
    return {"channel": {"id": conversation.id}}


def info(call: Call) -> Json:
    """One conversation."""
    conversation = call.channel()
    call.needs_for(conversation, "read")
    found = wire(call, conversation)
    if call.flag("include_num_members"):
        found["num_members"] = len(conversation.members)
    if call.flag("include_locale"):
        found["locale"] = "en-US"
    return {"channel": found}


def listed(call: Call) -> Json:
    """The conversations of the workspace that the app can see."""
    return _page(call, member=None)


def of_user(call: Call) -> Json:
    """The conversations that a person and the app share, or the app's own."""
    user = call.text("user") or call.slack.workspace.bot.id
    if user not in call.slack.workspace.users:
        raise SlackError("user_not_found")
    return _page(call, member=user)


def members(call: Call) -> Json:
    """Ids of the members, bots included."""
    conversation = call.channel()
    call.needs_for(conversation, "read")
    found, cursor = page(call, conversation.members)
    return {"members": found, "response_metadata": {"next_cursor": cursor}}


def join(call: Call) -> Json:
    """Join a public channel."""
    conversation = call.channel()
    if conversation.kind is not Kind.PUBLIC:
        raise SlackError("method_not_supported_for_channel_type")
    if conversation.archived:
        raise SlackError("is_archived")
    bot = call.slack.workspace.bot.id
    if bot in conversation.members:
        return {
            "channel": wire(call, conversation),
            "warning": "already_in_channel",
            "response_metadata": {"warnings": ["already_in_channel"]},
        }
    call.slack.join(conversation, bot)
    return {"channel": wire(call, conversation)}


def wire(call: Call, conversation: Conversation) -> Json:
    """A conversation as the Web API shows it."""
    workspace = call.slack.workspace
    common: Json = {
        "id": conversation.id,
        "created": conversation.created,
        "is_archived": conversation.archived,
        "is_im": conversation.kind is Kind.IM,
        "is_org_shared": False,
        "context_team_id": workspace.company.team_id,
        "updated": conversation.created * 1000,
    }
    if conversation.kind is Kind.IM:
        return common | {"user": conversation.user, "is_user_deleted": False}
    private = conversation.kind is Kind.PRIVATE
    note = {"value": conversation.topic, "creator": "", "last_set": 0}
    return common | {
        "name": conversation.name,
        "name_normalized": conversation.name,
        "is_channel": True,
        "is_group": False,
        "is_mpim": False,
        "is_private": private,
        "is_general": conversation.name == "general",
        "is_shared": False,
        "is_ext_shared": False,
        "is_pending_ext_shared": False,
        "is_member": workspace.has_bot(conversation),
        "creator": conversation.creator,
        "num_members": len(conversation.members),
        "topic": note,
        "purpose": {"value": "", "creator": "", "last_set": 0},
        "previous_names": [],
    }


def _page(call: Call, member: str | None) -> Json:
    workspace = call.slack.workspace
    kinds = _kinds(call)
    found = [
        conversation
        for conversation in workspace.conversations.values()
        if conversation.kind in kinds
        and (conversation.kind is Kind.PUBLIC or workspace.has_bot(conversation))
        and (member is None or member in conversation.members)
        and not (call.flag("exclude_archived") and conversation.archived)
    ]
    shown, cursor = page(call, found)
    wires = [wire(call, conversation) for conversation in shown]
    return {"channels": wires, "response_metadata": {"next_cursor": cursor}}


def _kinds(call: Call) -> set[Kind]:
    kinds: set[Kind] = set()
    for name in (call.text("types") or "public_channel").split(","):
        if name.strip() not in _TYPES:
            raise SlackError("invalid_types")
        kind, scope = _TYPES[name.strip()]
        call.needs(scope)
        kinds |= {kind} if kind else set()
    return kinds


_LIST = "types limit cursor exclude_archived"

METHODS = (
    method(
        "conversations.open",
        open_dm,
        "im:write mpim:write",
        "users channel return_im prevent_creation",
    ),
    method(
        "conversations.info",
        info,
        "channels:read groups:read im:read mpim:read",
        "channel include_locale include_num_members",
    ),
    method("conversations.list", listed, "channels:read groups:read im:read", _LIST),
    method(
        "users.conversations",
        of_user,
        "channels:read groups:read im:read",
        f"{_LIST} user",
    ),
    method(
        "conversations.members",
        members,
        "channels:read groups:read im:read mpim:read",
        "channel limit cursor",
    ),
    method("conversations.join", join, "channels:join", "channel"),
)
