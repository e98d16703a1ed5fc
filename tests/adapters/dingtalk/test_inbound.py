"""DingTalk's pushes → events: pure, and never surprised."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.dingtalk.inbound import (
    parse_card,
    parse_happening,
    parse_message,
    why_not,
)
from adapters.dingtalk.presses import typed
from adapters.dingtalk.tickets import ticket_of
from adapters.dingtalk.tracks import card_ref, track
from adapters.dingtalk.words import SHORTCUTS
from bot.commands import COMMANDS
from bot.events import (
    Commanded,
    Filled,
    Pressed,
    Said,
    Shortcut,
)
from bot.model.refs import PlaceRef, UserRef
from tests.adapters.dingtalk import bodies

NOW = datetime(2026, 3, 2, 7, 1, tzinfo=UTC)
LI = UserRef("dingtalk", "ding1", "manager4521")
GROUP = PlaceRef("dingtalk", "ding1", bodies.GROUP)
ALONE = PlaceRef("dingtalk", "ding1", "@manager4521")
RECORDED = Path(__file__).parents[4] / "shared" / "data" / "payloads.jsonl"


def parse(body: object) -> Any:
    """The event of a message."""
    return parse_message(body, "ding1", NOW)


def test_a_text_in_a_group_is_commanded() -> None:
    """The @bot is gone already; its space goes too."""
    event = parse(bodies.said(" 任务 新增 查价格"))
    assert isinstance(event, Commanded)
    assert event.text == "任务 新增 查价格"
    assert (event.who, event.where, event.id) == (LI, GROUP, "msg1==")
    assert event.at == datetime(2026, 3, 2, 7, 0, tzinfo=UTC)
    assert (event.name_hint, event.place_hint) == ("李伟", "双十一作战群")
    assert not event.direct
    ticket = ticket_of(event.handle)
    assert (ticket.user, ticket.place) == ("manager4521", bodies.GROUP)
    assert ticket.url == bodies.WEBHOOK
    assert ticket.message == "msg1=="


def test_a_text_to_the_bot_alone_is_said() -> None:
    """The place is the person, not the id of the chat: that could not be sent to."""
    event = parse(bodies.alone("今天"))
    assert isinstance(event, Said)
    assert (event.text, event.where, event.direct) == ("今天", ALONE, True)
    assert event.place_hint == ""


@pytest.mark.parametrize(
    "around", [" {} ", "\u2005{}", "\u200b{}\ufeff", "\u3000{}\n", "\u00a0{}\u2060"]
)
def test_what_clients_put_around_words_is_gone(around: str) -> None:
    """Mentions leave odd spaces behind."""
    assert parse(bodies.said(around.format("／任务 列表"))).text == "／任务 列表"


def test_who_else_is_called_is_known_by_id() -> None:
    """The bot is not; DingTalk does not say where in the text."""
    called = [
        {"dingtalkId": bodies.BOT, "staffId": "bot"},
        {"dingtalkId": "$:1", "staffId": "wang"},
        {"dingtalkId": "$:2"},
        "nonsense",
        {"dingtalkId": "$:1", "staffId": "wang"},
    ]
    event = parse(bodies.said(" @王芳 看一下", atUsers=called))
    assert event.mentions == (UserRef("dingtalk", "ding1", "wang"),)


@pytest.mark.parametrize(
    ("said", "others", "words"),
    [
        ("@店小二 任务", 0, "任务"),
        (" @店小二\u2005任务", 0, "任务"),
        ("@王芳 看一下", 1, "@王芳 看一下"),
        ("@店小二 @王芳 看一下", 1, "@王芳 看一下"),
    ],
)
def test_a_rich_text_may_repeat_the_bots_name(
    said: str, others: int, words: str
) -> None:
    """HarmonyOS does; people that are called are counted."""
    called = [{"dingtalkId": bodies.BOT}]
    called += [{"dingtalkId": f"$:{n}", "staffId": f"u{n}"} for n in range(others)]
    assert parse(bodies.rich({"text": said}, atUsers=called)).text == words


def test_alone_nobody_has_to_call_the_bot() -> None:
    """So a name in front is what the person typed, and stays."""
    parts = [{"text": "@李伟 帮忙发货"}, {"type": "picture", "downloadCode": "x"}]
    spoken = bodies.alone(msgtype="richText", content={"richText": parts})
    assert parse(spoken).text == "@李伟 帮忙发货"


def test_pictures_in_a_rich_text_are_left_out() -> None:
    """The words around them stay."""
    picture = {"type": "picture", "downloadCode": "x"}
    event = parse(bodies.rich({"text": "看这里"}, picture, {"text": "\n谢谢"}))
    assert event.text == "看这里\n谢谢"


def test_speech_is_taken_at_its_word() -> None:
    """DingTalk has understood it already."""
    spoken = bodies.alone(
        msgtype="audio", content={"duration": 4000, "recognition": "今天有什么"}
    )
    assert parse(spoken).text == "今天有什么"


@pytest.mark.parametrize("kind", ["picture", "file", "video", "unknownMsgType"])
def test_a_picture_says_nothing(kind: str) -> None:
    """Like a file on Slack: the bot is called without a word."""
    body = bodies.alone(msgtype=kind, content={"downloadCode": "x"})
    body.pop("text")
    assert parse(body).text == ""


@pytest.mark.parametrize(
    "content",
    [
        "检查横幅价格",
        {"text": "检查横幅价格"},
        {"richText": [{"text": "检查横幅价格"}]},
    ],
)
def test_what_was_quoted_comes_along(content: Any) -> None:
    """In whatever form DingTalk writes it."""
    event = parse(bodies.replying("收到", content))
    assert isinstance(event, Commanded)
    assert (event.text, event.quoted) == ("收到", "检查横幅价格")


@pytest.mark.parametrize(
    "words",
    [
        "转任务",
        "转为任务",
        " 轉為任務。",
        "／转任务",
        "Task",
        "make a task",
        "ＴＡＳＫ",
    ],
)
def test_a_quoted_message_becomes_a_task(words: str) -> None:
    """The same as the shortcut on a message elsewhere."""
    event = parse(bodies.replying(words, {"text": "检查横幅价格"}))
    assert isinstance(event, Shortcut)
    assert (event.name, event.text) == ("task.from_message", "检查横幅价格")
    assert (event.message, event.where) == (None, GROUP)


@pytest.mark.parametrize(
    "words", ["转反馈", "转为反馈。", "轉成反饋", "转客诉", "／转反馈", "Feedback"]
)
def test_a_quoted_message_becomes_feedback(words: str) -> None:
    """With the words of who said it."""
    event = parse(bodies.replying(words, {"text": "客户说付不了款"}))
    assert isinstance(event, Shortcut)
    assert (event.name, event.text) == ("feedback.from_message", "客户说付不了款")


@pytest.mark.parametrize(
    ("kind", "content", "text"),
    [
        ("picture", {"downloadCode": "x", "pictureDownloadCode": "y"}, "🖼"),
        ("picture", {"downloadCode": "x"}, "🖼"),
        ("file", {"downloadCode": "x", "fileName": "发票.pdf"}, "发票.pdf"),
        (
            "richText",
            {"richText": [{"text": "付不了款"}, {"type": "picture"}]},
            "付不了款 🖼",
        ),
    ],
)
def test_a_quoted_picture_is_not_lost(kind: str, content: Any, text: str) -> None:
    """It has no lasting address; that there is one is told."""
    body = bodies.replying("转反馈", content)
    body["text"]["repliedMsg"]["msgType"] = kind
    event = parse(body)
    assert isinstance(event, Shortcut)
    assert event.text.strip() == text


def test_those_words_alone_are_words() -> None:
    """Nothing was quoted; a card that was quoted says nothing."""
    assert isinstance(parse(bodies.said("task")), Commanded)
    assert isinstance(parse(bodies.said("反馈")), Commanded)
    assert isinstance(parse(bodies.replying("task", {})), Commanded)


def test_the_shortcut_is_one_the_product_has() -> None:
    """Names on both sides are the same."""
    assert all(COMMANDS.shortcuts[name].on_message for name in SHORTCUTS)


@pytest.mark.parametrize(
    "value",
    [
        "",
        "12",
        "12 hour",
        "standup.fill|12",
        "1,2,3",
        "day|星期一",
        "a}b{c %",
        "行\n二",
    ],
)
def test_a_typed_press_is_a_press(value: str) -> None:
    """What our own link made the client say means the button again."""
    event = parse(bodies.alone(typed("完成", "task.done", value)))
    assert isinstance(event, Pressed)
    assert (event.action, event.value, event.card) == ("task.done", value, None)
    assert event.handle is not None


@pytest.mark.parametrize(
    "words", ["{x}", "完成 {12}", "{task.done 12} 完成", "{Task.Done 12}", "{a.b\n1}"]
)
def test_braces_that_people_type_are_words(words: str) -> None:
    """Only a dotted word at the very end is a button."""
    assert isinstance(parse(bodies.alone(words)), Said)


def test_typed_words_never_look_like_live_mentions() -> None:
    """Our own form of a mention is no way to call somebody."""
    assert parse(bodies.said("<@wang> <#cid>")).text == "<\u2060@wang> <\u2060#cid>"


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"msgId": None}, "no message id"),
        ({"senderStaffId": ""}, "no staff id"),
        ({"senderStaffId": None}, "no staff id"),
        ({"conversationType": "3"}, "unknown conversation"),
        ({"conversationId": ""}, "unknown conversation"),
        ({"senderCorpId": "ding2"}, "from another company"),
    ],
)
def test_what_we_cannot_answer_is_nothing(change: dict[str, Any], why: str) -> None:
    """And the log can say why."""
    body = bodies.said(**change)
    assert parse(body) is None
    assert why_not(body).startswith(why)


def test_an_odd_address_is_no_address() -> None:
    """The message is read all the same."""
    odd = {"unsupported": "shape"}
    event = parse(bodies.said(sessionWebhook=odd, sessionWebhookExpiredTime={}))
    assert isinstance(event, Commanded)
    assert ticket_of(event.handle).url == ""


def test_recorded_payloads_are_read() -> None:
    """Where a record says which words are expected, those are read."""
    if not RECORDED.exists():
        return
    known = {"msgId": "m", "senderStaffId": "u", "conversationId": "cid"}
    for line in RECORDED.read_text("utf-8").split("\n"):
        record = json.loads(line or "{}")
        if record.get("platform") != "dingtalk":
            continue
        parse_card(record["body"], "ding1", NOW)
        parse(record["body"])
        event = parse({**record["body"], **known, "conversationType": "1"})
        if "expected_text" in record:
            assert event.text == record["expected_text"]


def test_a_button_of_a_card_is_pressed() -> None:
    """The card's own id says where it is."""
    id = track(GROUP, "task:12")
    body = bodies.pressed(id, {"action": "task.done|12"}, spaceId="odd")
    event = parse_card(body, "ding1", NOW, "m1")
    assert isinstance(event, Pressed)
    assert (event.action, event.value, event.id) == ("task.done", "12", "m1")
    assert (event.who, event.where, event.direct) == (LI, GROUP, False)
    assert event.card == card_ref(GROUP, id)
    assert ticket_of(event.handle).user == "manager4521"


def test_a_button_may_be_known_by_its_id_only() -> None:
    """A template without parameters names the button."""
    body = bodies.pressed(track(ALONE, ""), {}, ids=("help.show",))
    event = parse_card(body, "ding1", NOW)
    assert isinstance(event, Pressed)
    assert (event.action, event.value, event.where) == ("help.show", "", ALONE)
    assert event.direct


@pytest.mark.parametrize(
    ("space", "place"), [(bodies.GROUP, GROUP), ("", ALONE), ("other", ALONE)]
)
def test_a_card_that_does_not_say_where_it_is(space: str, place: PlaceRef) -> None:
    """DingTalk may; else it is between the two of us."""
    event = parse_card(
        bodies.pressed("x", {"action": "a.b"}, spaceId=space), "ding1", NOW
    )
    assert event is not None
    assert event.where == place


def test_the_data_may_be_wrapped_or_be_no_text() -> None:
    """Both were seen in traffic."""
    body = bodies.pressed("x", {"action": "a.b"})
    loose = {**body, "content": json.loads(body["content"])}
    for each in (loose, {"value": json.dumps(body)}, {"value": loose}):
        assert isinstance(parse_card(each, "ding1", NOW), Pressed)


def test_a_pull_of_data_is_nothing() -> None:
    """A card asks for its data; ours has it."""
    content = json.dumps({"cardData": {"cardParamMap": {"x": "x"}}})
    body = {"outTrackId": "x", "userId": "u", "corpId": "c", "content": content}
    assert parse_card(body, "ding1", NOW) is None


def test_a_form_that_is_not_ours_is_nothing() -> None:
    """It carries nothing of ours."""
    assert parse_card(bodies.pressed("x", {"form": {"a": "1"}}), "ding1", NOW) is None


def test_a_form_of_ours_is_filled() -> None:
    """Its name and state came along, hidden."""
    hidden = json.dumps({"form": "task.new", "state": '{"link": ""}'})
    sent = {
        "title": "查价格",
        "prio": {"index": 0, "value": "high"},
        "shopcrew": hidden,
    }
    body = bodies.pressed(track(ALONE, "f"), {"form": sent}, ids=("form",))
    event = parse_card(body, "ding1", NOW, "m1")
    assert isinstance(event, Filled)
    assert (event.form, event.state) == ("task.new", '{"link": ""}')
    assert event.values == {"title": "查价格", "prio": "high"}
    assert event.where == ALONE


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(st.data())
def test_nothing_on_the_wire_surprises(data: st.DataObject) -> None:
    """Any value anywhere: an event or nothing, never an error."""
    for whole in (bodies.said(), bodies.pressed("x", {"form": {"a": 1}})):
        name = data.draw(st.sampled_from(sorted(whole)))
        odd = {**whole, name: data.draw(JSON)}
        parse(odd)
        parse_card(odd, "ding1", NOW)
        parse_happening("user_add_org", odd, "ding1", NOW)
    parse(data.draw(JSON))
