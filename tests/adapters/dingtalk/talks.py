"""Who talks about what in these tests, and the calls that come of it."""

from datetime import UTC, datetime

from adapters.dingtalk.inbound import parse_card, parse_message
from adapters.dingtalk.tracks import track
from bot.messages import (
    Button,
    Buttons,
    Card,
    Form,
    Mention,
    Paragraph,
    PersonField,
    TextField,
)
from bot.model.refs import Handle, PlaceRef, UserRef
from tests.adapters.dingtalk import bodies

NOW = datetime(2026, 3, 2, 7, 1, tzinfo=UTC)
LI = UserRef("dingtalk", "ding1", "manager4521")
ALONE = PlaceRef("dingtalk", "ding1", "@manager4521")
GROUP = PlaceRef("dingtalk", "ding1", bodies.GROUP)
ANSWER = f"FREE {bodies.WEBHOOK}"
TO_ONE = "POST /v1.0/robot/oToMessages/batchSend"
TO_GROUP = "POST /v1.0/robot/groupMessages/send"
PUT = "POST /v1.0/card/instances/createAndDeliver"
CHANGE = "PUT /v1.0/card/instances"
CREATE = "/v1.0/card/instances/createAndDeliver"
WANG = Mention(UserRef("dingtalk", "ding1", "wang"), "王芳")
CARD = Card(
    ("茶",), (Paragraph(("找 ", WANG)), Buttons((Button("完成", "task.done", "12"),)))
)
FORM = Form(
    "task.new",
    "新任务",
    (
        TextField(name="title", label="标题"),
        PersonField(name="owner", label="负责人", values=("manager4521", "gone")),
    ),
    "提交",
    "取消",
    Button("新任务", "task.new"),
    intro=("请填写",),
)


def in_group() -> Handle:
    """What a message in the group lets us do."""
    event = parse_message(bodies.said(), "ding1", NOW)
    assert event is not None
    assert event.handle is not None
    return event.handle


def in_direct() -> Handle:
    """What a message in their own conversation lets us do."""
    event = parse_message(bodies.alone(), "ding1", NOW)
    assert event is not None
    assert event.handle is not None
    return event.handle


def pressed() -> Handle:
    """What a press on a card in the group lets us do."""
    body = bodies.pressed(track(GROUP, "k"), {"action": "task.new"})
    event = parse_card(body, "ding1", NOW, "m1")
    assert event is not None
    assert event.handle is not None
    return event.handle
