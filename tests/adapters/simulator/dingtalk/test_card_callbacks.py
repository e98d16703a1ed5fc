"""Pressing a card: the callback, its answer, and what goes wrong (facts §5.5, §5.6)."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest

from adapters.simulator.dingtalk.company import LI, ZHAO
from adapters.simulator.dingtalk.stage import DingTalkStage
from adapters.simulator.side import Press
from adapters.simulator.wire import ControlError
from tests.adapters.simulator.dingtalk.stranger import Stranger, Stream
from tests.adapters.simulator.dingtalk.test_cards import DELIVER, card

BUTTONS = [
    {"id": "task.done 12", "text": "完成", "style": "primary"},
    {"id": "open", "text": "打开", "style": "plain", "url": "https://shop.example/12"},
]
FORM = {
    "fields": [
        {"name": "run", "type": "TEXT", "hidden": True, "defaultValue": "42"},
        {"name": "did", "label": "昨天", "type": "TEXT_AREA", "required": True},
        {
            "name": "mood",
            "label": "心情",
            "type": "SELECT",
            "options": [{"value": "1", "text": "好"}, {"value": "2", "text": "差"}],
        },
        {
            "name": "tags",
            "type": "MULTI_SELECT",
            "options": [{"value": v, "text": v} for v in "abc"],
        },
        {"name": "late", "type": "CHECKBOX"},
        {"name": "due", "type": "DATE", "format": "yyyy-MM-dd"},
    ]
}


@pytest.fixture
async def shown(stranger: Stranger, stage: DingTalkStage) -> dict[str, Any]:
    """A card with two buttons and a form in a group."""
    params = {
        "title": "盘点",
        "buttons": json.dumps(BUTTONS, ensure_ascii=False),
        "form": json.dumps(FORM, ensure_ascii=False),
        "form_btn_text": "提交",
        "form_status": "normal",
    }
    await stranger.new("POST", DELIVER, **card(cardData={"cardParamMap": params}))
    return stage.messages(LI, "仓库", None)[0]


async def test_a_press_is_answered_with_new_data(
    stream: Stream, stage: DingTalkStage, shown: dict[str, Any]
) -> None:
    """For all, and for the presser alone, by key."""
    press = asyncio.ensure_future(stage.press(LI, Press("完成", shown["ts"])))
    data = await stream.card(
        {
            "cardUpdateOptions": {
                "updateCardDataByKey": True,
                "updatePrivateDataByKey": True,
            },
            "cardData": {"cardParamMap": {"title": "已完成"}},
            "userPrivateData": {"cardParamMap": {"notice": "谢谢"}},
        }
    )
    assert await press == {"ok": True}
    assert (data["type"], data["outTrackId"]) == ("actionCallback", "task-12")
    assert (data["userId"], data["corpId"]) == (LI, "dingteaware00000001")
    assert data["content"] == {
        "cardPrivateData": {
            "actionIds": ["task.done 12"],
            "params": {"action": "task.done 12"},
        }
    }
    mine = stage.messages(LI, "仓库", None)[0]["card"]["params"]
    yours = stage.messages(ZHAO, "仓库", None)[0]["card"]["params"]
    assert (mine["title"], mine["notice"]) == ("已完成", "谢谢")
    assert (yours["title"], yours.get("notice")) == ("已完成", None)
    assert "buttons" in yours


async def test_an_empty_answer_leaves_the_card_as_it_is(
    stream: Stream, stage: DingTalkStage, shown: dict[str, Any]
) -> None:
    """`{}` changes nothing."""
    press = asyncio.ensure_future(stage.press(LI, Press("task.done 12", shown["ts"])))
    await stream.card({})
    assert await press == {"ok": True}
    assert stage.messages(LI, "仓库", None)[0]["edited"] is False


async def test_a_button_with_an_address_opens_it(
    stream: Stream, stage: DingTalkStage, shown: dict[str, Any]
) -> None:
    """Nothing goes to the app."""
    got = await stage.press(LI, Press("打开", shown["ts"]))
    assert got == {"ok": True, "open": "https://shop.example/12"}
    assert stage.view(LI)["page"] == "https://shop.example/12"
    await stage.close(LI, all_views=False)
    assert stage.view(LI)["page"] is None


async def test_a_form_is_sent_in_the_documented_shapes(
    stream: Stream, stage: DingTalkStage, shown: dict[str, Any]
) -> None:
    """Choices with their index, hidden fields as they were."""
    assert shown["card"]["form"] == FORM
    values = {
        "did": "盘点",
        "mood": "差",
        "tags": ["a", "c"],
        "late": True,
        "due": "2026-11-03",
    }
    sending = asyncio.ensure_future(stage.submit(LI, values))
    data = await stream.card(
        {
            "cardUpdateOptions": {"updatePrivateDataByKey": True},
            "userPrivateData": {"cardParamMap": {"form_status": "disabled"}},
        }
    )
    assert await sending == {"ok": True}
    action = data["content"]["cardPrivateData"]
    assert action["actionIds"] == ["form"]
    assert action["params"]["form"] == {
        "run": "42",
        "did": "盘点",
        "mood": {"index": 1, "value": "2"},
        "tags": {"index": [0, 2], "value": ["a", "c"]},
        "late": True,
        "due": "2026-11-03",
    }
    assert stage.messages(LI, "仓库", None)[0]["card"]["state"] == "disabled"
    assert stage.messages(ZHAO, "仓库", None)[0]["card"]["state"] == "normal"
    with pytest.raises(ControlError):
        await stage.submit(LI, values)


async def test_the_client_insists_on_required_fields(
    stream: Stream, stage: DingTalkStage, shown: dict[str, Any]
) -> None:
    """And knows its own fields and options."""
    for values in {}, {"did": "x", "mood": "3"}, {"did": "x", "magic": "y"}:
        with pytest.raises(ControlError):
            await stage.press(LI, Press("提交", shown["ts"], values=values))


@pytest.mark.parametrize(
    "answer", ["done", None, {"cardData": {"cardParamMap": {"done": True}}}]
)
async def test_a_bad_answer_is_an_error_at_the_client(
    stream: Stream, stage: DingTalkStage, shown: dict[str, Any], answer: Any
) -> None:
    """The card stays as it was."""
    press = asyncio.ensure_future(stage.press(LI, Press("完成", shown["ts"])))
    await stream.card(answer)
    assert (await press)["ok"] is False
    assert "操作失败" in stage.view(LI)["notice"]
    assert stage.messages(LI, "仓库", None)[0]["edited"] is False


async def test_no_answer_in_time_is_an_error_and_not_repeated(
    stream: Stream, stage: DingTalkStage, shown: dict[str, Any]
) -> None:
    """Late answers do not count either (`card_late`)."""
    got = await stage.press(LI, Press("完成", shown["ts"]))
    assert (got["ok"], got["trouble"]) == (False, "timeout")
    await stream.frame()
    await stage.fault({"kind": "card_late"})
    press = asyncio.ensure_future(stage.press(LI, Press("完成", shown["ts"])))
    await stream.card({"cardData": {"cardParamMap": {"title": "已完成"}}})
    assert (await press)["trouble"] == "timeout"
    assert stage.messages(LI, "仓库", None)[0]["edited"] is False


async def test_a_press_without_a_connection_is_an_error(
    stage: DingTalkStage, shown: dict[str, Any]
) -> None:
    """The person sees it at once."""
    assert (await stage.press(LI, Press("完成", shown["ts"])))["trouble"] == "offline"


async def test_what_is_not_on_the_card_cannot_be_pressed(
    stage: DingTalkStage, shown: dict[str, Any]
) -> None:
    """Nor on somebody else's screen."""
    with pytest.raises(ControlError):
        await stage.press(LI, Press("删除", shown["ts"]))
    with pytest.raises(ControlError):
        await stage.press("王芳", Press("完成", shown["ts"]))
    with pytest.raises(ControlError):
        await stage.press(LI, Press("完成"))
