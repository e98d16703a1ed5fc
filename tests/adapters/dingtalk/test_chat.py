"""What the chat asks of DingTalk where there are no cards."""

from datetime import timedelta
from typing import Any

import pytest

from adapters.dingtalk.chat import DingTalkChat
from bot.chats import Platform
from bot.errors import (
    CannotEdit,
    HandleExpired,
    NoForm,
    RateLimited,
    Rejected,
    Unreachable,
)
from bot.model.refs import MessageRef, PlaceRef
from tests.adapters.dingtalk import bodies
from tests.adapters.dingtalk.recorder import Recorder
from tests.adapters.dingtalk.talks import (
    ALONE,
    ANSWER,
    CARD,
    FORM,
    GROUP,
    LI,
    NOW,
    TO_GROUP,
    TO_ONE,
    in_direct,
    in_group,
)
from tests.fakes.clock import FakeClock


def test_what_it_can_follows_from_the_template(
    talk: DingTalkChat, cards: DingTalkChat
) -> None:
    """Threads are nowhere, edits only where there are cards."""
    assert (talk.can(GROUP).threads, talk.can(GROUP).edits) == (False, False)
    assert (cards.can(GROUP).threads, cards.can(GROUP).edits) == (False, True)


async def test_an_answer_goes_where_the_question_was(
    talk: DingTalkChat, api: Recorder
) -> None:
    """Through its address, which calls people and costs no call."""
    assert await talk.post(GROUP, CARD, handle=in_group()) is None
    assert api.names() == [ANSWER]
    body = api.body()
    assert body["at"] == {"atUserIds": ["wang"]}
    assert "@wang" in body["markdown"]["text"]


@pytest.mark.parametrize("minutes", [86, 300])
async def test_an_old_address_is_not_used(
    talk: DingTalkChat, api: Recorder, clock: FakeClock, minutes: int
) -> None:
    """From five minutes before it ends: it may end early."""
    handle = in_group()
    clock.set(NOW + timedelta(minutes=minutes))
    message = await talk.post(GROUP, CARD, handle=handle)
    assert api.names() == [TO_GROUP]
    assert message == MessageRef(GROUP, "msg:key1")


@pytest.mark.parametrize("failed", [HandleExpired("300001"), Rejected("460101")])
async def test_an_address_that_refuses_is_given_up(
    talk: DingTalkChat, api: Recorder, failed: Exception
) -> None:
    """The robot says it."""
    api.wrong[bodies.WEBHOOK] = failed
    assert await talk.post(ALONE, CARD, handle=in_direct()) is not None
    assert api.names() == [ANSWER, TO_ONE]


async def test_an_answer_that_may_have_arrived_is_not_said_again(
    talk: DingTalkChat, api: Recorder
) -> None:
    """Somebody else decides that."""
    api.wrong[bodies.WEBHOOK] = Unreachable("timeout")
    with pytest.raises(Unreachable):
        await talk.post(GROUP, CARD, handle=in_group())
    assert api.names() == [ANSWER]


async def test_an_address_of_another_place_is_not_used(
    talk: DingTalkChat, api: Recorder
) -> None:
    """What is for somebody alone does not go to the group."""
    await talk.post(ALONE, CARD, handle=in_group())
    assert api.names() == [TO_ONE]


async def test_the_robot_speaks_to_people_and_groups(
    talk: DingTalkChat, api: Recorder
) -> None:
    """With the bodies of the document."""
    assert await talk.post(ALONE, CARD) == MessageRef(ALONE, "msg:key1")
    assert api.body()["userIds"] == ["manager4521"]
    assert api.body()["msgKey"] == "sampleActionCard"
    assert api.said()["singleTitle"] == "完成"
    assert await talk.post(GROUP, CARD, key="k") == MessageRef(GROUP, "msg:key1")
    body = api.body()
    assert sorted(body) == ["msgKey", "msgParam", "openConversationId", "robotCode"]
    assert (body["robotCode"], body["openConversationId"]) == ("dingapp", bodies.GROUP)
    assert body["msgKey"] == "sampleMarkdown"
    assert "完成" not in api.said()["text"], "nothing that cannot be pressed there"


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        ({"invalidStaffIdList": ["manager4521"]}, Rejected),
        ({"filteredStaffIdList": ["manager4521"]}, Rejected),
        ({"flowControlledStaffIdList": ["manager4521"]}, RateLimited),
    ],
)
async def test_a_person_may_be_left_out(
    talk: DingTalkChat, api: Recorder, answer: dict[str, Any], error: type[Exception]
) -> None:
    """Although the call succeeds."""
    api.wrong["/v1.0/robot/oToMessages/batchSend"] = {"processQueryKey": "k", **answer}
    with pytest.raises(error):
        await talk.post(ALONE, CARD)


async def test_a_thread_is_not_a_place(talk: DingTalkChat, api: Recorder) -> None:
    """There are none: the answer stands in the group."""
    inside = PlaceRef("dingtalk", "ding1", bodies.GROUP, "msg:key0")
    assert await talk.post(inside, CARD) == MessageRef(GROUP, "msg:key1")


async def test_a_private_answer_goes_to_their_own_conversation(
    talk: DingTalkChat, api: Recorder
) -> None:
    """The group sees one line: where to look."""
    await talk.whisper(GROUP, LI, CARD, handle=in_group())
    assert api.names() == [TO_ONE, ANSWER]
    line = api.body()
    assert line["markdown"] == {
        "title": "已私聊发给你",
        "text": "@manager4521 已私聊发给你",
    }
    assert line["at"] == {"atUserIds": ["manager4521"]}


async def test_the_line_in_the_group_is_a_courtesy(
    talk: DingTalkChat, api: Recorder
) -> None:
    """What matters has arrived."""
    api.wrong[bodies.WEBHOOK] = Unreachable("timeout")
    await talk.whisper(GROUP, LI, CARD, handle=in_group())
    await talk.whisper(GROUP, LI, CARD)
    assert api.names() == [TO_ONE, ANSWER, TO_ONE]


async def test_a_private_answer_alone_is_an_answer(
    talk: DingTalkChat, api: Recorder
) -> None:
    """Nobody else reads there."""
    await talk.whisper(ALONE, LI, CARD, handle=in_direct())
    assert api.names() == [ANSWER]


async def test_without_cards_nothing_changes_and_nothing_is_asked(
    talk: DingTalkChat, api: Recorder
) -> None:
    """The core says it in another way."""
    with pytest.raises(CannotEdit):
        await talk.edit(MessageRef(GROUP, "msg:key1"), CARD)
    with pytest.raises(CannotEdit):
        await talk.edit(MessageRef(GROUP, "card:x"), CARD)
    with pytest.raises(NoForm):
        await talk.ask(in_group(), FORM)
    assert api.calls == []


_: type[Platform] = DingTalkChat
