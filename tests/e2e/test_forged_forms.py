"""A client that changes what a form on a card carries gets nothing by it."""

import json
import logging
from collections.abc import AsyncIterator
from typing import Any

import pytest

from adapters.simulator.dingtalk.records import Card
from tests.e2e.two_chats import CHEN, DM, LI, MORNING, TwoChats, said, two_chats

pytestmark = pytest.mark.heavy


@pytest.fixture
async def chats() -> AsyncIterator[TwoChats]:
    """A company whose DingTalk app has cards."""
    async with two_chats("sqlite+aiosqlite://", MORNING) as chats:
        yield chats


def form_of(chats: TwoChats, who: str) -> Card:
    """The card of the form that is open for somebody."""
    cards = chats.simulator.dingtalk.organization.cards.values()
    return [
        card
        for card in cards
        if '"fields"' in card.private.get(who, {}).get("form", "")
    ][-1]


def hidden(card: Card, who: str) -> dict[str, Any]:
    """The field that travels with the form."""
    fields = json.loads(card.private[who]["form"])["fields"]
    (found,) = [each for each in fields if each.get("hidden")]
    return dict(found)


def forge(card: Card, who: str, value: str) -> None:
    """The client writes its own into it."""
    form = json.loads(card.private[who]["form"])
    for each in form["fields"]:
        if each.get("hidden"):
            each["defaultValue"] = value
    card.private[who]["form"] = json.dumps(form, ensure_ascii=False)


async def test_a_forged_form_is_not_taken_and_opens_again_with_what_was_typed(
    chats: TwoChats, caplog: pytest.LogCaptureFixture
) -> None:
    """The state of a new task is who it is about and where it came from."""
    caplog.set_level(logging.INFO)
    await chats.say(LI, DM, "新任务 {task.new}")
    card = form_of(chats, LI)
    written, _, signature = hidden(card, LI)["defaultValue"].rpartition(".")
    forged = json.loads(written) | {"state": '{"link": "https://evil.test"}'}
    forge(card, LI, f"{json.dumps(forged)}.{signature}")
    await chats.submit(LI, title="核对纸箱库存")
    assert "T-1" not in said(chats.last(LI, DM))
    told = chats.last(LI, DM, "还没有保存")
    assert "核对纸箱库存" in said(told)
    assert "失效" in said(told)
    assert "form not as we sent it" in caplog.messages
    assert "evil" not in caplog.text
    await chats.press(LI, "重新打开表单", told)
    again = form_of(chats, LI)
    assert again is not card
    assert "核对纸箱库存" in again.private[LI]["form"]
    await chats.submit(LI)
    assert chats.read(LI, DM, "T-1")
    assert not chats.read(LI, DM, "evil")


async def test_a_form_of_somebody_else_is_not_taken(chats: TwoChats) -> None:
    """What was signed is good for one person."""
    for who in (LI, CHEN):
        await chats.say(who, DM, "新任务 {task.new}")
    forge(form_of(chats, LI), LI, hidden(form_of(chats, CHEN), CHEN)["defaultValue"])
    await chats.submit(LI, title="核对纸箱库存")
    assert chats.read(LI, DM, "还没有保存")
    assert not chats.read(LI, DM, "T-1")
