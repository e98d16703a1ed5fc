"""Cards are put once, changed, and asked with."""

from typing import Any

import pytest

from adapters.dingtalk.chat import DingTalkChat
from adapters.dingtalk.tracks import place_of
from bot.errors import CannotEdit, HandleExpired, RateLimited, Rejected
from bot.messages import Card
from bot.model.refs import Handle, MessageRef
from tests.adapters.dingtalk import bodies
from tests.adapters.dingtalk.recorder import Recorder
from tests.adapters.dingtalk.talks import (
    ALONE,
    ANSWER,
    CARD,
    CHANGE,
    CREATE,
    FORM,
    GROUP,
    LI,
    NOW,
    PUT,
    in_direct,
    in_group,
    pressed,
)
from tests.fakes.clock import FakeClock


async def test_a_card_is_put_into_a_group(cards: DingTalkChat, api: Recorder) -> None:
    """With the fields of the document; its id says where it is."""
    message = await cards.post(GROUP, CARD, key="task:12", handle=in_group())
    assert api.names() == [PUT]
    body = api.body()
    id = body["outTrackId"]
    assert message == MessageRef(GROUP, f"card:{id}")
    assert len(id) <= 64
    assert place_of(id, "ding1") == GROUP
    assert body["cardTemplateId"] == "t.schema"
    assert body["callbackType"] == "STREAM"
    assert "callbackRouteKey" not in body
    assert body["openSpaceId"] == f"dtv1.card//IM_GROUP.{bodies.GROUP}"
    deliver = {"robotCode": "dingapp", "atUserIds": {"wang": "王芳"}}
    assert body["imGroupOpenDeliverModel"] == deliver
    assert body["cardAtUserIds"] == ["wang"]
    space = body["imGroupOpenSpaceModel"]
    assert space["notification"]["alertContent"] == "茶"
    assert space["supportForward"] is False
    assert api.card()["markdown"] == "找 <a atId=wang>王芳</a>"


async def test_a_card_is_put_before_one_person(
    cards: DingTalkChat, api: Recorder
) -> None:
    """In their conversation with the robot."""
    await cards.post(ALONE, CARD, key="k")
    body = api.body()
    assert body["openSpaceId"] == "dtv1.card//IM_ROBOT.manager4521"
    assert body["imRobotOpenDeliverModel"] == {
        "spaceType": "IM_ROBOT",
        "robotCode": "dingapp",
    }
    assert "cardAtUserIds" not in body


async def test_presses_may_come_over_http(api: Recorder, clock: FakeClock) -> None:
    """Where a route was registered."""
    chat = DingTalkChat(api, "ding1", clock, template="t.schema", route="crew")
    await chat.post(ALONE, CARD)
    assert api.body()["callbackType"] == "HTTP"
    assert api.body()["callbackRouteKey"] == "crew"


async def test_the_same_key_is_the_same_card(
    cards: DingTalkChat, api: Recorder
) -> None:
    """Sent again it is not shown twice, and shows what is true now."""
    first = await cards.post(GROUP, CARD, key="k")
    api.wrong[CREATE] = Rejected("param.cardAlreadyExist")
    assert await cards.post(GROUP, CARD, key="k") == first
    assert api.names() == [PUT, PUT, CHANGE]
    assert await cards.post(ALONE, CARD, key="k") != first
    assert await cards.post(GROUP, CARD) != await cards.post(GROUP, CARD)
    assert await cards.find(GROUP, "k", NOW) is None


@pytest.mark.parametrize(
    "answer",
    [
        {"success": False, "result": {}},
        {"success": True, "result": {"deliverResults": [{"success": False}]}},
    ],
)
async def test_a_card_may_not_be_delivered(
    cards: DingTalkChat, api: Recorder, answer: dict[str, Any]
) -> None:
    """Although the call succeeds."""
    api.wrong[CREATE] = answer
    with pytest.raises(Rejected, match="card_not_delivered"):
        await cards.post(GROUP, CARD)


async def test_a_card_shows_something_else(cards: DingTalkChat, api: Recorder) -> None:
    """By key, every variable: what is private to somebody stays."""
    message = await cards.post(GROUP, CARD, key="k")
    assert message is not None
    await cards.edit(message, Card(("茶完成",)))
    assert api.names() == [PUT, CHANGE]
    body = api.body()
    assert f"card:{body['outTrackId']}" == message.id
    assert body["cardUpdateOptions"]["updateCardDataByKey"] is True
    assert api.card()["title"] == "茶完成"
    assert (api.card()["markdown"], api.card()["buttons"]) == ("", "[]")


async def test_a_card_that_is_gone_cannot_change(
    cards: DingTalkChat, api: Recorder
) -> None:
    """Nor a message from a time without cards."""
    api.wrong["/v1.0/card/instances"] = Rejected("param.cardNotExist")
    with pytest.raises(CannotEdit):
        await cards.edit(MessageRef(GROUP, "card:x"), CARD)
    with pytest.raises(CannotEdit):
        await cards.edit(MessageRef(GROUP, "msg:x"), CARD)
    api.wrong["/v1.0/card/instances"] = RateLimited("busy", 1)
    with pytest.raises(RateLimited):
        await cards.edit(MessageRef(GROUP, "card:x"), CARD)


async def test_a_form_is_a_card_of_ones_own(cards: DingTalkChat, api: Recorder) -> None:
    """With names for who is in it, and private to who is asked."""
    api.people["manager4521"] = {"userid": "manager4521", "name": "李伟"}
    await cards.ask(pressed(), FORM)
    assert api.names() == [PUT]
    body = api.body()
    assert body["openSpaceId"] == "dtv1.card//IM_ROBOT.manager4521"
    assert (api.card()["title"], api.card()["markdown"]) == ("新任务", "请填写")
    mine = body["privateData"]["manager4521"]["cardParamMap"]
    assert mine["form_btn_text"] == "提交"
    assert "李伟, gone" in mine["form"]


async def test_the_group_is_told_where_the_form_is(
    cards: DingTalkChat, api: Recorder
) -> None:
    """Who asked there looks there."""
    await cards.ask(in_group(), FORM)
    assert api.names() == [PUT, ANSWER]
    await cards.ask(in_direct(), FORM)
    assert api.names() == [PUT, ANSWER, PUT]


async def test_one_press_opens_one_form(cards: DingTalkChat, api: Recorder) -> None:
    """Worked on twice, it is still the same card, with what was typed in it."""
    await cards.ask(pressed(), FORM)
    api.wrong[CREATE] = Rejected("param.cardAlreadyExist")
    await cards.ask(pressed(), FORM)
    assert api.names() == [PUT, PUT]
    assert api.body(0)["outTrackId"] == api.body(1)["outTrackId"]


async def test_a_form_needs_somebody_to_ask(cards: DingTalkChat) -> None:
    """A handle of nobody's opens nothing."""
    with pytest.raises(HandleExpired):
        await cards.ask(Handle("dingtalk", "{}"), FORM)


async def test_there_is_no_home_tab(cards: DingTalkChat, api: Recorder) -> None:
    """Nothing is sent for it."""
    await cards.show_home(LI, CARD)
    assert api.calls == []
