"""Changing a sent card: by key, as a whole, for one reader (facts §5.2, §5.3)."""

from __future__ import annotations

from typing import Any

import pytest

from adapters.simulator.dingtalk.company import LI, ZHAO
from adapters.simulator.dingtalk.stage import DingTalkStage
from tests.adapters.simulator.dingtalk.stranger import Stranger
from tests.adapters.simulator.dingtalk.test_cards import CARDS, DELIVER, card


async def test_an_update_merges_by_key_or_replaces_everything(
    stranger: Stranger, stage: DingTalkStage
) -> None:
    """Replacing is what happens without the option."""
    await stranger.new("POST", DELIVER, **card())
    done = {"cardParamMap": {"tone": "good"}}
    by_key = {"updateCardDataByKey": True}
    await stranger.new(
        "PUT", CARDS, outTrackId="task-12", cardData=done, cardUpdateOptions=by_key
    )
    (shown,) = stage.messages(LI, "仓库", None)
    assert shown["edited"] is True
    assert shown["card"]["params"] == {"title": "盘点", "tone": "good"}
    await stranger.new("PUT", CARDS, outTrackId="task-12", cardData=done)
    (shown,) = stage.messages(LI, "仓库", None)
    assert shown["card"]["params"] == {"tone": "good"}


async def test_private_data_is_seen_by_its_reader_alone(
    stranger: Stranger, stage: DingTalkStage
) -> None:
    """It lies on top of what everybody sees."""
    private = {LI: {"cardParamMap": {"notice": "只有你看到"}}}
    await stranger.new("POST", DELIVER, **card(privateData=private))
    (mine,) = stage.messages(LI, "仓库", None)
    (yours,) = stage.messages(ZHAO, "仓库", None)
    assert mine["card"]["params"]["notice"] == "只有你看到"
    assert "notice" not in yours["card"]["params"]
    await stranger.new(
        "PUT",
        CARDS,
        outTrackId="task-12",
        privateData={LI: {"cardParamMap": {"form": ""}}},
        cardUpdateOptions={"updatePrivateDataByKey": True},
    )
    (mine,) = stage.messages(LI, "仓库", None)
    assert mine["card"]["params"]["notice"] == "只有你看到"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"outTrackId": "task-12"}, "param.cardDataAndPrivateDataBothEmpty"),
        (
            {"outTrackId": "guess", "cardData": {"cardParamMap": {"a": "b"}}},
            "param.cardNotExist",
        ),
        (
            {"outTrackId": "task-12", "cardData": {"cardParamMap": {"a": 1}}},
            "param.invalid",
        ),
    ],
)
async def test_a_wrong_update_is_refused(
    stranger: Stranger, body: dict[str, Any], code: str
) -> None:
    """With the documented code."""
    await stranger.new("POST", DELIVER, **card())
    assert await stranger.refused("PUT", CARDS, **body) == code


async def test_a_text_can_be_streamed_into_a_card(
    stranger: Stranger, stage: DingTalkStage
) -> None:
    """Whole with each call, or a piece at its end."""
    await stranger.new("POST", DELIVER, **card())
    path = "/v1.0/card/streaming"
    piece = {"outTrackId": "task-12", "guid": "1", "key": "markdown"}
    await stranger.new("PUT", path, **piece, content="盘", isFull=True)
    await stranger.new("PUT", path, **piece, content="点", isFull=False)
    (shown,) = stage.messages(LI, "仓库", None)
    assert shown["card"]["params"]["markdown"] == "盘点"
    code = await stranger.refused("PUT", path, **piece, content="", isFull=True)
    assert code == "param.stream.contentEmpty"
