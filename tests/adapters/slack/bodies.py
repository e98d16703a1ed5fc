"""Bodies as Slack sends them, key by key (facts/slack.md §4)."""

from typing import Any

Body = dict[str, Any]

USER = {"id": "U1", "username": "ann", "name": "ann", "team_id": "T1"}
TEAM = {"id": "T1", "domain": "acme"}


def command(**own: str) -> Body:
    """A slash command."""
    return {
        "token": "x",
        "team_id": "T1",
        "team_domain": "acme",
        "channel_id": "C1",
        "channel_name": "dev",
        "user_id": "U1",
        "user_name": "ann",
        "command": "/crew",
        "text": "",
        "response_url": "https://hooks.slack.com/commands/T1/1/x",
        "trigger_id": "1.2.abc",
        "api_app_id": "A1",
        "is_enterprise_install": "false",
    } | own


def event(inner: Body) -> Body:
    """The envelope around an event."""
    return {
        "token": "x",
        "team_id": "T1",
        "api_app_id": "A1",
        "event": {"event_ts": "1700000001.000000", **inner},
        "type": "event_callback",
        "event_id": "Ev1",
        "event_time": 1_700_000_001,
        "authorizations": [
            {
                "enterprise_id": None,
                "team_id": "T1",
                "user_id": "UBOT",
                "is_bot": True,
                "is_enterprise_install": False,
            }
        ],
        "is_ext_shared_channel": False,
    }


def mention(text: str, **own: Any) -> Body:
    """Somebody calls the bot in a channel."""
    return event(
        {
            "type": "app_mention",
            "user": "U1",
            "text": text,
            "ts": "1700000001.000000",
            "channel": "C1",
            "team": "T1",
            **own,
        }
    )


def direct(text: str, **own: Any) -> Body:
    """A message in the conversation with the bot."""
    return event(
        {
            "type": "message",
            "channel": "D1",
            "channel_type": "im",
            "user": "U1",
            "text": text,
            "ts": "1700000001.000000",
            "team": "T1",
            **own,
        }
    )


def reply(text: str, **own: Any) -> Body:
    """A message in a thread of a channel, in its envelope."""
    return event(in_thread(text) | {"channel": "C1", "channel_type": "channel"} | own)


def changed_reply(kind: str, text: str, **own: Any) -> Body:
    """That message changed or was deleted: "message_changed", "message_deleted"."""
    part = "message" if kind == "message_changed" else "previous_message"
    return event(
        {
            "type": "message",
            "subtype": kind,
            "hidden": True,
            part: in_thread(text) | own,
            "channel": "C1",
            "channel_type": "channel",
            "ts": "1700000009.000000",
            "event_ts": "1700000009.000000",
        }
    )


def in_thread(text: str) -> Body:
    """A message in a thread, as a channel has it."""
    return {
        "type": "message",
        "user": "U1",
        "text": text,
        "ts": "1700000001.000000",
        "thread_ts": "1700000000.000100",
        "team": "T1",
    }


def action(**own: str) -> Body:
    """A button of a message."""
    button = {
        "type": "button",
        "action_id": "skip",
        "block_id": "b1",
        "text": {"type": "plain_text", "text": "Skip", "emoji": True},
        "value": "r:42",
        "action_ts": "1700000001.5",
    }
    return {
        "type": "block_actions",
        "user": dict(USER),
        "api_app_id": "A1",
        "token": "x",
        "container": {
            "type": "message",
            "message_ts": "1700000000.000100",
            "channel_id": "C1",
            "is_ephemeral": False,
        },
        "trigger_id": "1.2.abc",
        "team": dict(TEAM),
        "enterprise": None,
        "is_enterprise_install": False,
        "channel": {"id": "C1", "name": "dev"},
        "message": {"type": "message", "user": "UBOT", "ts": "1700000000.000100"},
        "state": {"values": {}},
        "response_url": "https://hooks.slack.com/actions/T1/1/x",
        "actions": [button | own],
    }


FIELDS = {
    "title": {"type": "plain_text_input", "value": "Check prices"},
    "note": {"type": "plain_text_input", "value": None},
    "priority": {"type": "radio_buttons", "selected_option": {"value": "high"}},
    "areas": {
        "type": "checkboxes",
        "selected_options": [{"value": "tea"}, {"value": "cups"}],
    },
    "owner": {"type": "users_select", "selected_user": "U2"},
    "team": {"type": "multi_users_select", "selected_users": ["U2", "U3"]},
    "room": {"type": "conversations_select", "selected_conversation": "C2"},
    "day": {"type": "datepicker", "selected_date": "2026-03-12"},
    "time": {"type": "timepicker", "selected_time": "17:00"},
    "count": {"type": "number_input", "value": "3.5"},
    "nothing": {"type": "static_select", "selected_option": None},
    "nobody": {"type": "multi_users_select", "selected_users": []},
}


def view(metadata: str) -> Body:
    """A form that was sent, with a field of every kind."""
    return {
        "type": "view_submission",
        "team": dict(TEAM),
        "user": dict(USER),
        "api_app_id": "A1",
        "token": "x",
        "trigger_id": "1.2.abc",
        "view": {
            "id": "V1",
            "team_id": "T1",
            "type": "modal",
            "blocks": [
                {"type": "input", "block_id": name, "element": {"action_id": "value"}}
                for name in FIELDS
            ],
            "private_metadata": metadata,
            "callback_id": "task-new",
            "state": {"values": {n: {"value": value} for n, value in FIELDS.items()}},
            "hash": "1700000000.AbCdEf",
            "root_view_id": "V1",
            "app_installed_team_id": "T1",
        },
        "response_urls": [],
        "is_enterprise_install": False,
        "enterprise": None,
    }


def suggestion(typed: str) -> Body:
    """Somebody types into a field that asks us what it offers."""
    return {
        "type": "block_suggestion",
        "user": dict(USER),
        "container": {"type": "view", "view_id": "V1"},
        "api_app_id": "A1",
        "token": "x",
        "action_id": "value",
        "block_id": "people",
        "value": typed,
        "team": dict(TEAM),
        "view": view("")["view"],
    }


def message_shortcut(text: str) -> Body:
    """A shortcut used on somebody's message."""
    return {
        "type": "message_action",
        "token": "x",
        "action_ts": "1583637157.207593",
        "team": dict(TEAM),
        "user": {"id": "U1", "name": "ann"},
        "channel": {"id": "C1", "name": "dev"},
        "callback_id": "task_from_message",
        "trigger_id": "111.222.xxx",
        "message_ts": "1583636382.000300",
        "message": {
            "type": "message",
            "text": text,
            "user": "U2",
            "ts": "1583636382.000300",
            "team": "T1",
        },
        "response_url": "https://hooks.slack.com/app/T1/1/x",
    }


def all_kinds() -> list[Body]:
    """One body of every kind."""
    user = {"id": "U1", "name": "ann", "tz": "Europe/Berlin", "profile": {}}
    return [
        command(),
        mention("hi"),
        direct("hi"),
        reply("hi"),
        changed_reply("message_changed", "hi"),
        changed_reply("message_deleted", "hi"),
        action(),
        view('{"place": "C1"}'),
        message_shortcut("hi"),
        event({"type": "app_home_opened", "user": "U1", "tab": "home"}),
        event({"type": "user_change", "user": user}),
        event({"type": "member_joined_channel", "user": "UBOT", "channel": "C1"}),
        event({"type": "channel_archive", "user": "U1", "channel": "C1"}),
    ]
