"""The door: what is taken once however often it is brought."""

import json
from datetime import UTC, datetime
from typing import Any

from adapters.dingtalk.door import Door
from adapters.dingtalk.values import HIDDEN, Kept
from tests.adapters.desk import Desk
from tests.fakes.chat import FakeChat
from tests.fakes.clock import FakeClock

NOON = datetime(2026, 3, 2, 4, tzinfo=UTC)


def _form(title: str) -> dict[str, Any]:
    """A form of a card, as it was sent."""
    form = {"title": title, HIDDEN: Kept("task.new").write()}
    private = {"actionIds": ["form"], "params": {"form": form}}
    content = json.dumps({"cardPrivateData": private})
    return {"outTrackId": "t1", "userId": "u1", "corpId": "ding1", "content": content}


async def test_a_form_whose_button_is_pressed_twice_is_sent_once() -> None:
    """A slow answer makes people press again; another form is another form."""
    desk, clock = Desk(), FakeClock(NOON)
    door = Door(desk, clock, FakeChat(), tenant="ding1")
    answers = [await door.card(_form(title), id) for id, title in (
        ("m1", "Tea"), ("m2", "Tea"), ("m3", "Cups"),
    )]  # fmt: skip
    assert len(desk.events) == 2
    assert answers[0] == answers[1]


async def test_a_form_that_was_refused_may_be_sent_again_as_it_was() -> None:
    """What was wrong may have been mended elsewhere."""
    desk, clock = Desk(), FakeClock(NOON)
    desk.errors = {"title": "Please write a title."}
    door = Door(desk, clock, FakeChat(), tenant="ding1")
    await door.card(_form("Tea"), "m1")
    await door.card(_form("Tea"), "m2")
    assert len(desk.events) == 2
