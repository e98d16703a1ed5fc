"""Slack's payloads → events: pure, and never surprised."""

import copy
import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.slack.inbound import (
    parse,
    parse_action,
    parse_command,
    parse_shortcut,
    parse_view,
)
from adapters.slack.tickets import ticket_of
from bot.events import (
    Commanded,
    Filled,
    HomeOpened,
    Joined,
    Left,
    PlaceChanged,
    Pressed,
    ProfileChanged,
    Said,
    Shortcut,
)
from bot.model.files import FileLink
from bot.model.people import Profile
from bot.model.refs import MessageRef, PlaceRef, UserRef
from tests.adapters.slack import bodies

NOW = datetime(2026, 3, 2, 7, 0, tzinfo=UTC)
ANN = UserRef("slack", "T1", "U1")
SHOP = PlaceRef("slack", "T1", "C1")


def test_a_slash_command_is_commanded() -> None:
    """The words after the command, and the ways to answer."""
    event = parse(bodies.command(text="task add <@U2|bo> &lt;x&gt;"), NOW)
    assert isinstance(event, Commanded)
    assert event.text == "task add <@U2|bo> <x>"
    assert (event.who, event.where, event.id, event.at) == (ANN, SHOP, "1.2.abc", NOW)
    assert event.name_hint == "ann"
    ticket = ticket_of(event.handle)
    assert ticket.trigger == "1.2.abc"
    assert ticket.url == "https://hooks.slack.com/commands/T1/1/x"


def test_a_mention_is_commanded() -> None:
    """Words after the bot's own mention; the event's own id and time."""
    event = parse(bodies.mention("<@UBOT> task list"), NOW)
    assert isinstance(event, Commanded)
    assert (event.text, event.id, event.where) == ("task list", "Ev1", SHOP)
    assert event.at == datetime.fromtimestamp(1_700_000_001, UTC)
    assert event.handle is None


def test_a_mention_in_a_thread_is_in_the_thread() -> None:
    """The answer belongs where the question was."""
    event = parse(bodies.mention("<@UBOT> help", thread_ts="1699.5"), NOW)
    assert isinstance(event, Commanded)
    assert event.where == PlaceRef("slack", "T1", "C1", "1699.5")


@pytest.mark.parametrize("subtype", [None, "file_share", "thread_broadcast"])
def test_words_in_the_direct_conversation_are_said(subtype: str | None) -> None:
    """Files and broadcasts are words too."""
    event = parse(bodies.direct("task add Tea", subtype=subtype), NOW)
    assert isinstance(event, Said)
    assert event.text == "task add Tea"
    assert event.where == PlaceRef("slack", "T1", "D1")


@pytest.mark.parametrize(
    "extra",
    [
        {"bot_id": "B9"},
        {"user": "UBOT"},
        {"user": "USLACKBOT"},
        {"user": None},
        {"hidden": True},
        {"subtype": "message_changed", "hidden": True},
        {"subtype": "message_deleted"},
        {"subtype": "channel_join"},
        {"subtype": "bot_message"},
        {"channel_type": "channel"},
        {"channel_type": "mpim"},
        {"edited": {"user": "U1", "ts": "1700000002.000100"}},
    ],
)
def test_what_no_person_said_to_the_bot_is_nothing(extra: dict[str, Any]) -> None:
    """Bots, edits, Slack's own lines and other conversations."""
    assert parse(bodies.direct("hello", **extra), NOW) is None


def test_a_mended_mention_is_not_a_second_call() -> None:
    """Slack brings an edited mention again, as a new event of the same message."""
    edited = {"user": "U1", "ts": "1700000002.000100"}
    assert parse(bodies.mention("<@UBOT> task add x", edited=edited), NOW) is None


def test_a_button_is_pressed() -> None:
    """The handler's name, the thing's value, and the message it was on."""
    event = parse(bodies.action(action_id="task.done~2", value="12"), NOW)
    assert isinstance(event, Pressed)
    assert (event.action, event.value) == ("task.done", "12")
    assert event.id == "1700000000.000100:1700000001.5:U1:task.done~2"
    assert event.card == MessageRef(SHOP, "1700000000.000100")
    assert event.where == SHOP
    ticket = ticket_of(event.handle)
    assert (ticket.message, ticket.ephemeral) == ("1700000000.000100", False)


def test_a_button_in_a_thread_is_in_the_thread() -> None:
    """Not so the thread's first message: it is in the channel."""
    body = bodies.action()
    body["container"]["thread_ts"] = "1600.1"
    inside = parse_action(body, NOW)
    assert inside
    assert inside.where == PlaceRef("slack", "T1", "C1", "1600.1")
    body["container"]["thread_ts"] = body["container"]["message_ts"]
    parent = parse_action(body, NOW)
    assert parent
    assert parent.where == SHOP


def test_a_button_on_a_private_message_knows_that_it_is_private() -> None:
    """Such a message can be changed through its address only."""
    body = bodies.action()
    body["container"]["is_ephemeral"] = True
    del body["message"]
    event = parse_action(body, NOW)
    assert event
    assert ticket_of(event.handle).ephemeral


def test_a_button_of_the_home_tab_has_no_place() -> None:
    """There is no message to edit."""
    body = bodies.action()
    body["container"] = {"type": "view", "view_id": "V1"}
    for gone in ("channel", "message", "response_url"):
        del body[gone]
    event = parse_action(body, NOW)
    assert isinstance(event, Pressed)
    assert (event.where, event.card) == (None, None)
    assert event.id.startswith("V1:")


def test_a_button_that_opens_a_page_is_nothing() -> None:
    """Slack tells of the click, but there is nobody to answer."""
    assert parse(bodies.action(action_id="open~url"), NOW) is None


@pytest.mark.parametrize(
    ("element", "value"),
    [
        ({"type": "static_select", "selected_option": {"value": "high"}}, "high"),
        ({"type": "overflow", "selected_option": {"value": "drop"}}, "drop"),
        ({"type": "users_select", "selected_user": "U2"}, "U2"),
        ({"type": "conversations_select", "selected_conversation": "C2"}, "C2"),
        ({"type": "channels_select", "selected_channel": "C2"}, "C2"),
        ({"type": "datepicker", "selected_date": "2026-03-12"}, "2026-03-12"),
        ({"type": "timepicker", "selected_time": "17:00"}, "17:00"),
        (
            {
                "type": "checkboxes",
                "selected_options": [{"value": "a"}, {"value": "b"}],
            },
            "a,b",
        ),
        ({"type": "static_select", "selected_option": None}, ""),
    ],
)
def test_a_picker_says_what_was_picked(element: dict[str, Any], value: str) -> None:
    """Whatever kind of picker it is."""
    body = bodies.action()
    body["actions"] = [{"action_id": "pick", "action_ts": "1.5", **element}]
    event = parse_action(body, NOW)
    assert isinstance(event, Pressed)
    assert event.value == value


def test_a_form_is_filled() -> None:
    """Every field by name; where it was opened travels with the form."""
    kept = {"state": "12", "place": "C1", "thread": "1.5", "url": "https://x.test"}
    body = bodies.view(json.dumps(kept))
    event = parse(body, NOW)
    assert isinstance(event, Filled)
    assert event.form == "task-new"
    assert event.state == "12"
    assert event.where == PlaceRef("slack", "T1", "C1", "1.5")
    assert event.id == "V1:1700000000.AbCdEf"
    assert ticket_of(event.handle).url == "https://x.test"
    assert event.values == {
        "title": "Check prices",
        "note": None,
        "priority": "high",
        "areas": ("tea", "cups"),
        "owner": "U2",
        "team": ("U2", "U3"),
        "room": "C2",
        "day": "2026-03-12",
        "time": "17:00",
        "count": "3.5",
        "nothing": None,
        "nobody": (),
    }


def test_a_field_on_which_others_hang_brings_the_whole_form() -> None:
    """With what is asked no longer; the form is open, and its ids stay as they are."""
    kept = {"state": "12", "reopen": "standup.fill|4", "hidden": {"why": "no boxes"}}
    sent = bodies.view(json.dumps(kept))
    picked = {
        "type": "static_select",
        "block_id": "blocked",
        "action_id": "value1.2",
        "action_ts": "1700000001.5",
    }
    body = bodies.action() | {"view": sent["view"], "actions": [picked]}
    event = parse(body | {"container": {"type": "view", "view_id": "V1"}}, NOW)
    assert isinstance(event, Filled)
    assert event.partly
    assert event.id == "V1:1700000000.AbCdEf:1700000001.5"
    assert event.values["title"] == "Check prices"
    assert event.values["why"] == "no boxes"
    assert (event.state, event.reopen) == ("12", "standup.fill|4")
    ticket = ticket_of(event.handle)
    assert (ticket.view, ticket.ids) == ("V1", "value1.2")


def test_a_form_opened_nowhere_has_no_place() -> None:
    """From the home tab, or with metadata that is not ours."""
    for written in ("", "12", "[1]", '"x"', "{"):
        event = parse_view(bodies.view(written), NOW)
        assert event
        assert event.where is None


def test_a_form_of_a_guest_belongs_to_the_workspace_that_installed_us() -> None:
    """The guest's own workspace is another."""
    body = bodies.view("")
    body["team"]["id"] = body["user"]["team_id"] = body["view"]["team_id"] = "T9"
    event = parse_view(body, NOW)
    assert event
    assert event.who.tenant == "T1"


def test_a_shortcut_on_a_message_brings_the_message() -> None:
    """What it said, who said it, and a link to it."""
    event = parse(bodies.message_shortcut("ask <@U2> &amp; Bo"), NOW)
    assert isinstance(event, Shortcut)
    assert (event.name, event.text) == ("task_from_message", "ask <@U2> & Bo")
    assert event.author == UserRef("slack", "T1", "U2")
    assert event.message == MessageRef(SHOP, "1583636382.000300")
    assert event.permalink == "https://acme.slack.com/archives/C1/p1583636382000300"
    assert event.id == "111.222.xxx"


def test_a_shortcut_on_a_message_brings_its_files_as_links() -> None:
    """By name and address; what was deleted, or is no web page, is left out."""
    body = bodies.message_shortcut("see the banner")
    body["message"]["files"] = [
        {
            "id": "F1",
            "name": "banner.png",
            "size": 2048,
            "permalink": "https://acme.slack.com/f/1",
        },
        {"id": "F2", "mode": "tombstone"},
        {"id": "F3", "title": "价格.xlsx", "url_private": "https://files.slack.com/3"},
        {"id": "F4", "name": "x", "permalink": "javascript:alert(1)"},
    ]
    event = parse_shortcut(body, NOW)
    assert event is not None
    assert event.files == (
        FileLink("banner.png", "https://acme.slack.com/f/1", "F1", 2048),
        FileLink("价格.xlsx", "https://files.slack.com/3", "F3"),
    )


def test_a_global_shortcut_is_nowhere() -> None:
    """It has no channel and no message."""
    body = bodies.message_shortcut("x") | {"type": "shortcut"}
    for gone in ("channel", "message", "message_ts", "response_url"):
        del body[gone]
    event = parse_shortcut(body, NOW)
    assert event
    assert (event.where, event.message, event.text) == (None, None, "")


def test_looking_at_home_is_an_event_and_the_messages_tab_is_not() -> None:
    """Only the home tab shows something of ours."""
    opened = {"type": "app_home_opened", "user": "U1", "channel": "D1"}
    assert isinstance(parse(bodies.event(opened | {"tab": "home"}), NOW), HomeOpened)
    assert parse(bodies.event(opened | {"tab": "messages"}), NOW) is None


@pytest.mark.parametrize("kind", ["user_change", "team_join", "user_profile_changed"])
def test_a_changed_profile_is_told(kind: str) -> None:
    """With everything Slack knows of the person."""
    user = {
        "id": "U1",
        "name": "ann",
        "real_name": "Ann Berger",
        "tz": "Europe/Berlin",
        "locale": "zh-CN",
        "is_owner": True,
        "profile": {"display_name": "Annie", "email": "ann@tea.shop"},
    }
    event = parse(bodies.event({"type": kind, "user": user}), NOW)
    assert isinstance(event, ProfileChanged)
    assert event.profile == Profile(
        ANN, "Ann Berger", "Annie", "ann@tea.shop", "Europe/Berlin", "zh", admin=True
    )


def test_bots_and_strangers_have_no_profile_for_us() -> None:
    """A bot is nobody's colleague, a stranger is another company's."""
    for extra in ({"is_bot": True}, {"is_stranger": True}, {"id": "USLACKBOT"}):
        user = {"id": "U1", "name": "x", **extra}
        assert parse(bodies.event({"type": "user_change", "user": user}), NOW) is None


def test_the_bots_coming_and_going_is_told_apart_from_others() -> None:
    """The place is ours or not; who else is in it is a change of the place."""
    bo = UserRef("slack", "T1", "U2")
    came = {"type": "member_joined_channel", "channel": "C1", "inviter": "U1"}
    event = parse(bodies.event(came | {"user": "UBOT"}), NOW)
    assert isinstance(event, Joined)
    assert (event.who, event.where) == (ANN, SHOP)
    other = parse(bodies.event(came | {"user": "U2"}), NOW)
    assert isinstance(other, PlaceChanged)
    assert (other.came, other.went, other.where) == ((bo,), (), SHOP)
    went = {"type": "member_left_channel", "channel": "C1"}
    assert isinstance(parse(bodies.event(went | {"user": "UBOT"}), NOW), Left)
    other = parse(bodies.event(went | {"user": "U2"}), NOW)
    assert isinstance(other, PlaceChanged)
    assert (other.came, other.went, other.where) == ((), (bo,), SHOP)


@pytest.mark.parametrize("kind", ["channel_archive", "channel_left", "group_left"])
def test_a_closed_place_is_left(kind: str) -> None:
    """Whoever closed it."""
    event = parse(bodies.event({"type": kind, "channel": "C1", "user": "U1"}), NOW)
    assert isinstance(event, Left)
    assert event.where == SHOP


def test_unstorable_characters_never_come_in() -> None:
    """NUL and half a surrogate pair would break a database later."""
    event = parse_command(bodies.command(text="tea\0 \ud83c\udf75 \ud800"), NOW)
    assert event
    assert event.text == "tea 🍵 \ufffd"


@given(st.data())
def test_payloads_with_anything_in_any_place_never_raise(data: st.DataObject) -> None:
    """Whatever is put into any place of any body, the answer is an event or nothing."""
    body = copy.deepcopy(data.draw(st.sampled_from(bodies.all_kinds())))
    anything = st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        max_leaves=4,
    )
    for _ in range(data.draw(st.integers(1, 3))):
        holder: Any = body
        while True:
            keys = list(holder) if isinstance(holder, dict) else range(len(holder))
            if not keys:
                break
            key = data.draw(st.sampled_from(list(keys)))
            if isinstance(holder[key], dict | list) and data.draw(st.booleans()):
                holder = holder[key]
                continue
            holder[key] = data.draw(anything)
            break
    parse(body, NOW)


@pytest.mark.parametrize("body", [None, 1, "x", [], {}, {"type": 3}, {"event": []}])
def test_bodies_without_shape_are_nothing(body: object) -> None:
    """Not even an object."""
    assert parse(body, NOW) is None
