"""What comes again, and what is lost (facts §1.8)."""

from __future__ import annotations

import json

from adapters.simulator.dingtalk.company import LI
from adapters.simulator.dingtalk.side import DingTalkSide
from adapters.simulator.dingtalk.stage import DingTalkStage
from adapters.simulator.simulator import Simulator
from tests.adapters.simulator.dingtalk.stranger import Stranger, Stream


async def test_an_unacknowledged_message_comes_again_a_minute_later(
    stream: Stream, stage: DingTalkStage, simulator: Simulator, ding: DingTalkSide
) -> None:
    """The same frame with the same ids."""
    await stage.say("李伟", "dm", "帮助", None)
    first = await stream.frame()
    await ding.outbox.idle()
    await simulator.advance(59)
    await simulator.advance(2)
    again = await stream.frame()
    while again["headers"]["topic"] == "ping":
        again = await stream.frame()
    assert again["headers"]["messageId"] == first["headers"]["messageId"]
    assert json.loads(again["data"]) == json.loads(first["data"])
    await stream.ack(again, {"response": None})
    await ding.outbox.idle()
    assert [receipt.trouble for _, receipt in ding.outbox.sent] == ["timeout", None]


async def test_a_message_to_nobody_is_lost(
    stage: DingTalkStage, stranger: Stranger, simulator: Simulator, ding: DingTalkSide
) -> None:
    """There is no queue for an app that is offline."""
    await stage.say("李伟", "dm", "帮助", None)
    await ding.outbox.idle()
    late = await stranger.connect()
    await simulator.advance(300)
    assert len(ding.outbox.sent) == 1
    await late.socket.close()


async def test_an_event_comes_until_it_is_taken(
    stream: Stream, simulator: Simulator, ding: DingTalkSide
) -> None:
    """`LATER` asks for another try."""
    ding.happenings.person_changes(LI, title="仓储经理")
    kind, data = await stream.event("LATER")
    assert (kind, data["userId"]) == ("user_modify_org", [LI])
    await ding.outbox.idle()
    await simulator.advance(61)
    frame = await stream.frame()
    while frame["type"] == "SYSTEM":
        frame = await stream.frame()
    assert frame["headers"]["eventType"] == "user_modify_org"
    await stream.ack(frame, {"status": "SUCCESS"})
    await ding.outbox.idle()


async def test_a_lost_acknowledgement_brings_the_message_again(
    stream: Stream, stage: DingTalkStage, simulator: Simulator, ding: DingTalkSide
) -> None:
    """`drop_ack`: the app did well, DingTalk does not know."""
    await stage.fault({"kind": "drop_ack"})
    await stage.say("李伟", "dm", "帮助", None)
    first = await stream.message()
    await ding.outbox.idle()
    await simulator.advance(61)
    frame = await stream.frame()
    while frame["type"] == "SYSTEM":
        frame = await stream.frame()
    assert json.loads(frame["data"])["msgId"] == first["msgId"]


async def test_a_duplicate_can_be_asked_for(
    stream: Stream, stage: DingTalkStage
) -> None:
    """`duplicate_next` and `redeliver` repeat what was sent."""
    await stage.fault({"kind": "duplicate_next"})
    await stage.say("李伟", "dm", "帮助", None)
    ids = {(await stream.message())["msgId"] for _ in range(2)}
    assert len(ids) == 1


async def test_a_dead_connection_swallows_messages(
    stream: Stream, stage: DingTalkStage, ding: DingTalkSide
) -> None:
    """`zombie`: the socket is open and nothing comes."""
    await stage.fault({"kind": "zombie"})
    await stage.say("李伟", "dm", "帮助", None)
    await ding.outbox.idle()
    assert ding.outbox.sent[0][1].trouble == "timeout"
    await stream.socket.ping()


async def test_a_used_up_month_takes_the_words_away(
    stream: Stream, stage: DingTalkStage
) -> None:
    """The frame comes with an error code and without text (facts §1.8)."""
    await stage.fault({"kind": "quota", "of": "pushes"})
    await stage.say("李伟", "dm", "帮助", None)
    told = await stream.message()
    assert told["errorCode"] == 20001
    assert "errorMessage" in told
    assert "text" not in told
    await stage.fault({"kind": "quota", "on": False})
    await stage.say("李伟", "dm", "帮助", None)
    assert (await stream.message())["text"] == {"content": "帮助"}


async def test_a_push_may_name_another_corporation(
    stream: Stream, stage: DingTalkStage, ding: DingTalkSide
) -> None:
    """`wrong_corp`: what an app must refuse."""
    await stage.fault({"kind": "wrong_corp"})
    await stage.say("李伟", "dm", "帮助", None)
    corp = ding.organization.company.corp_id
    assert (await stream.message())["senderCorpId"] != corp
    await stage.say("李伟", "dm", "帮助", None)
    assert (await stream.message())["senderCorpId"] == corp
