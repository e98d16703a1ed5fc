"""DingTalk's events: people and groups that change, leave."""

from datetime import UTC, datetime
from typing import Any

import pytest

from adapters.dingtalk.inbound import PeopleChanged, parse_happening
from bot.events import LeaveChanged, Left, PlaceChanged
from bot.model.refs import PlaceRef, UserRef

NOW = datetime(2026, 3, 2, 7, 1, tzinfo=UTC)


@pytest.mark.parametrize("kind", ["user_add_org", "user_modify_org", "user_active_org"])
def test_people_change(kind: str) -> None:
    """Who they are now has to be asked; who was added is new."""
    data = {"timeStamp": "1772434800000", "userId": ["u1", "u2"]}
    event = parse_happening(kind, data, "ding1", NOW, "e1")
    at = datetime(2026, 3, 2, 7, 0, tzinfo=UTC)
    new = kind == "user_add_org"
    assert event == PeopleChanged("e1", at, ("u1", "u2"), came=new)


def test_people_leave() -> None:
    """Nobody may be asked who they were."""
    event = parse_happening("user_leave_org", {"userId": ["u1"]}, "ding1", NOW, "e1")
    assert event == PeopleChanged("e1", NOW, ("u1",), left=True)


def test_a_group_is_closed() -> None:
    """By whoever did it."""
    data = {"timeStamp": 1772434800000, "openConversationId": "cid1", "operator": "u1"}
    event = parse_happening("chat_disband", data, "ding1", NOW, "e1")
    assert isinstance(event, Left)
    assert event.where == PlaceRef("dingtalk", "ding1", "cid1")
    assert event.who == UserRef("dingtalk", "ding1", "u1")


@pytest.mark.parametrize(
    ("kind", "data", "came", "went", "name"),
    [
        ("chat_add_member", {"userId": ["u2", "u3"]}, ("u2", "u3"), (), ""),
        ("chat_remove_member", {"userId": ["u2"]}, (), ("u2",), ""),
        ("chat_quit", {}, (), ("u1",), ""),
        ("chat_update_title", {"title": "仓库二组"}, (), (), "仓库二组"),
    ],
)
def test_a_group_changes(
    kind: str, data: Any, came: tuple[str, ...], went: tuple[str, ...], name: str
) -> None:
    """Who came, who went, what it is called."""
    chat = {"timeStamp": 1772434800000, "openConversationId": "cid1", "operator": "u1"}
    event = parse_happening(kind, chat | data, "ding1", NOW, "e1")
    assert isinstance(event, PlaceChanged)
    assert event.where == PlaceRef("dingtalk", "ding1", "cid1")
    assert event.who == UserRef("dingtalk", "ding1", "u1")
    assert tuple(user.id for user in event.came) == came
    assert tuple(user.id for user in event.went) == went
    assert event.place_hint == name


def test_leave_changes() -> None:
    """Whose, nobody says: the company is who did it."""
    data = {"approveType": "LEAVE", "status": "finish"}
    event = parse_happening(
        "attendance_approve_status_change", data, "ding1", NOW, "e1"
    )
    assert isinstance(event, LeaveChanged)
    assert event.who.is_company


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("chat_update_owner", {"openConversationId": "cid1", "owner": "u1"}),
        ("chat_update_title", {"openConversationId": "cid1", "operator": "u1"}),
        ("chat_add_member", {"openConversationId": "cid1", "userId": []}),
        ("chat_quit", {"openConversationId": "cid1"}),
        ("attendance_approve_status_change", {"status": "start"}),
        ("chat_disband", {}),
        ("user_add_org", {"userId": []}),
        ("user_add_org", {"userId": "u1"}),
        ("org_dept_create", {"deptId": [1]}),
        ("check_url", None),
    ],
)
def test_other_happenings_are_nothing(kind: str, data: Any) -> None:
    """What does not concern us, and what says nothing."""
    assert parse_happening(kind, data, "ding1", NOW, "e1") is None
