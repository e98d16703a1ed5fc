"""What happens in the organization, as events (facts §1.10)."""

from __future__ import annotations

import json

from adapters.simulator.dingtalk.company import LI, WANG, ZHAO, Worker
from adapters.simulator.dingtalk.side import DingTalkSide
from adapters.simulator.dingtalk.stage import DingTalkStage
from tests.adapters.simulator.dingtalk.stranger import Stream

NEW = Worker("new1", "孙悦", "实习生", (102,), WANG)


async def test_an_event_frame_says_what_it_is_about(
    stream: Stream, ding: DingTalkSide
) -> None:
    """Type, id, organization and time are headers, all of them strings."""
    ding.happenings.person_joins(NEW)
    frame = await stream.frame()
    await stream.ack(frame, {"status": "SUCCESS"})
    headers = frame["headers"]
    assert (frame["type"], headers["topic"]) == ("EVENT", "*")
    assert headers["eventType"] == "user_add_org"
    assert headers["eventCorpId"] == "dingteaware00000001"
    assert {"eventId", "eventBornTime", "eventUnifiedAppId"} <= set(headers)
    assert all(isinstance(value, str) for value in headers.values())
    data = json.loads(frame["data"])
    assert data["userId"] == ["new1"]
    assert isinstance(data["timeStamp"], str)
    assert ding.organization.people["new1"].name == "孙悦"


async def test_people_change_and_leave(stream: Stream, ding: DingTalkSide) -> None:
    """A change shows before and after; who leaves is in no group any more."""
    ding.happenings.person_changes(LI, name="李大伟", manager="")
    kind, data = await stream.event()
    assert kind == "user_modify_org"
    assert data["diffInfo"]["userid"] == LI
    assert data["diffInfo"]["prev"]["name"] == "李伟"
    assert data["diffInfo"]["curr"]["name"] == "李大伟"
    ding.happenings.person_leaves(LI)
    assert (await stream.event())[0] == "user_leave_org"
    assert all(LI not in place.members for place in ding.organization.places.values())


async def test_a_group_changes(
    stream: Stream, ding: DingTalkSide, stage: DingTalkStage
) -> None:
    """Who comes and goes, its name, its end; the time is a number here."""
    place = ding.organization.places["cidTEAWARE3=="]
    await stage.join("王芳", "仓库")
    kind, data = await stream.event()
    assert (kind, data["userId"], data["openConversationId"]) == (
        "chat_add_member",
        [WANG],
        "cidTEAWARE3==",
    )
    assert isinstance(data["timeStamp"], int)
    ding.happenings.is_removed(WANG, place)
    assert (await stream.event())[0] == "chat_remove_member"
    ding.happenings.quits_group(ZHAO, place)
    kind, data = await stream.event()
    assert (kind, data["operator"]) == ("chat_quit", ZHAO)
    ding.happenings.renames(LI, place, "新仓库")
    kind, data = await stream.event()
    assert (kind, data["title"]) == ("chat_update_title", "新仓库")
    ding.happenings.disbands(LI, place)
    assert (await stream.event())[0] == "chat_disband"
    assert "新仓库" not in {one["name"] for one in stage.places(LI)}


async def test_contact_events_are_free_and_others_are_billed(
    stream: Stream, ding: DingTalkSide, stage: DingTalkStage
) -> None:
    """The month counts pushes about groups, not about people (facts §9.1)."""
    ding.happenings.person_joins(NEW)
    await stream.event()
    assert ding.quota.pushes == 0
    await stage.join("王芳", "仓库")
    await stream.event()
    assert ding.quota.pushes == 1
