"""What is said reaches people's screens, and what they press and type comes back."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from adapters.dingtalk.api import open_api
from adapters.dingtalk.app import DingTalkApp
from adapters.dingtalk.chat import DingTalkChat
from adapters.dingtalk.hooks import origin_of
from adapters.simulator.dingtalk.app import CLIENT_ID as ROBOT
from adapters.simulator.dingtalk.app import TEMPLATE_ID
from adapters.simulator.dingtalk.company import TEAWARE_HANGZHOU
from adapters.simulator.dingtalk.stage import DingTalkStage
from adapters.simulator.side import Press
from adapters.simulator.simulator import Simulator
from bot.events import Commanded, Filled, Pressed, Said, Shortcut
from bot.messages import (
    Bullets,
    Button,
    Buttons,
    Card,
    ChoiceField,
    Facts,
    Form,
    Item,
    Mention,
    Option,
    Paragraph,
    PersonField,
    Picker,
    Quote,
    TextField,
)
from bot.model.refs import PlaceRef, UserRef
from tests.adapters.desk import Desk
from tests.patience import PATIENT

CORP = TEAWARE_HANGZHOU.corp_id
LI = UserRef("dingtalk", CORP, "manager4521")
ALONE = PlaceRef("dingtalk", CORP, "@manager4521")
GROUP = PlaceRef("dingtalk", CORP, "cidTEAWARE3==")
ZHAO = Mention(UserRef("dingtalk", CORP, "0312456790"), "赵磊")
SNOOZE = Picker("task.snooze", "稍后", (Option("明天", "12 tomorrow"),))
DONE, OPEN = Button("完成", "task.done", "12"), Button("打开", "task.open", "12")
CARD = Card(
    ("T-12 查价格",),
    (
        Facts((("负责人", (ZHAO,)), ("截止", ("3月6日周五",)))),
        Bullets((("一",), ("二",))),
        Quote("@all [x](https://evil.test)"),
        Item(("T-13",), (), (Button("完成", "task.done", "13"),)),
        Buttons((DONE, OPEN, SNOOZE)),
    ),
)
FORM = Form(
    "task.new",
    "新任务",
    (
        TextField(name="title", label="标题"),
        ChoiceField(
            name="prio",
            label="优先级",
            options=(Option("普通", "normal"), Option("高", "high")),
            value="normal",
        ),
        PersonField(name="owner", label="负责人", values=("manager4521",)),
    ),
    "提交",
    "取消",
    Button("新任务", "task.new"),
    state="{}",
)


class Loop:
    """A company at its clients, and our adapter with a core that only takes in."""

    def __init__(self, stage: DingTalkStage, desk: Desk) -> None:
        self.stage = stage
        self.desk = desk
        self.talk: DingTalkChat
        self.cards: DingTalkChat

    def last(self, place: PlaceRef) -> dict[str, Any]:
        """The newest message of the bot there, as 李伟 sees it."""
        where = self.alone() if place == ALONE else place.id
        said = [one for one in self.stage.messages("李伟", where, None) if one["bot"]]
        return dict(said[-1])

    def alone(self) -> str:
        """李伟's own conversation with the bot."""
        places = self.stage.places("李伟")
        return str(next(p["id"] for p in places if p.get("with") == ROBOT))

    async def press(self, message: dict[str, Any], button: str) -> None:
        """李伟 presses something."""
        click = Press(message=message["ts"], button=button)
        answer = await self.stage.press("李伟", click)
        assert answer["ok"], answer


@pytest.fixture
async def loop() -> AsyncIterator[Loop]:
    """Everything connected."""
    simulator = Simulator(dingtalk_app=PATIENT)
    await simulator.start()
    side, desk = simulator.dingtalk, Desk()
    loop = Loop(DingTalkStage(side), desk)
    urls = {"api_url": side.api_url, "oapi_url": side.oapi_url}
    async with open_api(side.app.client_id, side.app.client_secret, **urls) as api:
        trusted = [origin_of(url) for url in urls.values()]
        clock = simulator.clock
        loop.talk = DingTalkChat(api, CORP, clock, trusted=trusted)
        loop.cards = DingTalkChat(
            api, CORP, clock, template=TEMPLATE_ID, trusted=trusted
        )
        app = DingTalkApp(
            api=api, receive=desk, clock=clock, directory=loop.talk, corp=CORP
        )
        await app.start()
        yield loop
        await app.stop()
    await simulator.stop()


async def test_a_command_in_a_group_is_answered_there(loop: Loop) -> None:
    """Through the message's own address; who is called is called."""
    await loop.stage.say("李伟", GROUP.id, "@店小二 任务 查看 12 @赵磊", None)
    event = await loop.desk.next(Commanded)
    assert (event.text, event.where) == ("任务 查看 12 @赵磊", GROUP)
    assert event.mentions == (ZHAO.user,)
    assert await loop.talk.post(GROUP, CARD, handle=event.handle) is None
    shown = loop.last(GROUP)
    assert shown["at_users"] == [ZHAO.user.id]
    assert shown["buttons"] == []
    assert "完成" not in shown["text"], "a group is told of no button it cannot press"


async def test_a_button_in_ones_own_conversation_types_itself(loop: Loop) -> None:
    """As a button below, and as a link beside an item."""
    await loop.talk.post(ALONE, CARD)
    shown = loop.last(ALONE)
    assert [button["label"] for button in shown["buttons"]] == ["完成", "打开"]
    assert shown["buttons"][0]["dtmd"] == "完成 {task.done 12}"
    await loop.press(shown, "打开")
    event = await loop.desk.next(Pressed)
    assert (event.who, event.action, event.value) == (LI, "task.open", "12")
    await loop.press(shown, "明天")
    event = await loop.desk.next(Pressed, 2)
    assert (event.action, event.value) == ("task.snooze", "12 tomorrow")
    assert await loop.talk.post(ALONE, CARD, handle=event.handle) is None


async def test_a_card_is_pressed_and_changes(loop: Loop) -> None:
    """By anybody who sees it."""
    message = await loop.cards.post(GROUP, CARD, key="task:12")
    assert message is not None
    shown = loop.last(GROUP)
    assert shown["card"]["params"]["title"] == "T-12 查价格"
    assert shown["at_users"] == [ZHAO.user.id]
    await loop.press(shown, "task.done|12")
    event = await loop.desk.next(Pressed)
    assert (event.action, event.value, event.where) == ("task.done", "12", GROUP)
    assert event.card == message
    await loop.cards.edit(event.card, Card(("T-12 已完成",)))
    assert loop.last(GROUP)["card"]["params"]["title"] == "T-12 已完成"
    assert await loop.cards.post(GROUP, CARD, key="task:12") == message
    assert loop.last(GROUP)["ts"] == shown["ts"]


async def test_a_form_is_filled_until_it_is_right(loop: Loop) -> None:
    """What was wrong stands below; what was typed stays; then it closes."""
    await loop.stage.say("李伟", GROUP.id, "@店小二 任务 新增", None)
    asked = await loop.desk.next(Commanded)
    assert asked.handle is not None
    await loop.cards.ask(asked.handle, FORM)
    assert loop.last(ALONE)["card"]["state"] == "normal"
    loop.desk.errors = {"title": "太短了"}
    answer = await loop.stage.submit("李伟", {"title": "茶", "prio": "high"})
    assert answer["ok"], answer
    event = await loop.desk.next(Filled)
    assert (event.form, event.state) == ("task.new", "{}")
    assert event.values == {"title": "茶", "prio": "high", "owner": LI.id}
    params = loop.last(ALONE)["card"]["params"]
    assert params["notice"] == "标题：太短了"
    assert '"defaultValue":"茶"' in params["form"]
    loop.desk.errors = {}
    await loop.stage.submit("李伟", {"title": "查价格"})
    event = await loop.desk.next(Filled, 2)
    assert event.values == {"title": "查价格", "prio": "high", "owner": LI.id}
    shown = loop.last(ALONE)["card"]
    assert shown["state"] == "disabled"
    assert shown["params"]["form_btn_text"] == "✓ 提交"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("转任务", "task.from_message"),
        ("转反馈", "feedback.from_message"),
        ("登记风险", "risk.from_message"),
        ("加入复盘", "retro.from_message"),
        ("放进回顾", "retro.from_message"),
    ],
)
async def test_a_quoted_message_becomes_something(
    loop: Loop, words: str, name: str
) -> None:
    """The words of somebody else are in the event."""
    said = await loop.stage.say("赵磊", GROUP.id, "双十一的纸箱不够了", None)
    await loop.stage.say("李伟", GROUP.id, f"@店小二 {words}", said["ts"])
    event = await loop.desk.next(Shortcut)
    assert (event.name, event.who) == (name, LI)
    assert event.text == "双十一的纸箱不够了"


async def test_long_answers_are_taken(loop: Loop) -> None:
    """By the robot, by the address, and as a card."""
    await loop.stage.say("李伟", loop.alone(), "今天", None)
    event = await loop.desk.next(Said)
    long = Card(("茶" * 500,), (Quote("茶叶" * 9000), *CARD.blocks * 9))
    await loop.talk.post(ALONE, long, handle=event.handle)
    await loop.talk.post(ALONE, long)
    await loop.cards.post(ALONE, long)
    await loop.cards.post(GROUP, Card(("茶",), (Paragraph(("x" * 9000,)),)))
