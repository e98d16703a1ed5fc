"""Cards as DingTalk shows them: golden facts."""

import json
from datetime import UTC, datetime
from typing import Any
from urllib.parse import unquote

import pytest

from adapters.dingtalk import render
from adapters.dingtalk.presses import SEND, read_id, read_typed
from adapters.dingtalk.render_spans import JOINER
from bot.messages import (
    Block,
    Bold,
    Bullets,
    Button,
    Buttons,
    ButtonStyle,
    Card,
    Code,
    Confirm,
    Divider,
    Facts,
    Heading,
    Item,
    Line,
    Link,
    Mention,
    Moment,
    Note,
    Option,
    Paragraph,
    Picker,
    Picture,
    Quote,
    Table,
    Tone,
)
from bot.model.refs import PlaceRef, UserRef

LI = Mention(UserRef("dingtalk", "ding1", "manager4521"), "李伟")
ANN = Mention(UserRef("slack", "T1", "U1"), "Ann")
OTHER = Mention(UserRef("dingtalk", "ding2", "manager4521"), "李伟")
FIVE = Moment(datetime(2026, 3, 2, 9, 0, tzinfo=UTC), "3月2日周一 17:00（上海）")
ALONE = PlaceRef("dingtalk", "ding1", "@manager4521")
GROUP = PlaceRef("dingtalk", "ding1", "cidTEA1==")
DONE = Button("完成", "task.done", "12", ButtonStyle.PRIMARY)
OPEN = Button("打开", "task.open", "12")
PAGE = Button("表单", "open", url="https://crew.tea.shop/f?a=1")
SNOOZE = Picker(
    "task.snooze",
    "稍后提醒",
    (Option("一小时", "12 hour"), Option("明天", "12 tomorrow")),
)


def shown(*blocks: Block, place: PlaceRef = ALONE) -> str:
    """The text under the title of a message."""
    text = render.message(Card(("茶",), blocks), place).text
    head, _, rest = text.partition("\n\n")
    assert head == "### 茶"
    return rest


def data(*blocks: Block, place: PlaceRef = GROUP) -> dict[str, str]:
    """What our template is given."""
    return render.card_data(Card(("茶",), blocks), place)


def buttons(card: dict[str, str]) -> list[dict[str, Any]]:
    """The buttons our template is given."""
    found: list[dict[str, Any]] = json.loads(card["buttons"])
    return found


def named(card: dict[str, str]) -> list[str]:
    """What they say."""
    return [button["text"] for button in buttons(card)]


def test_the_title_is_the_notification_and_the_first_line() -> None:
    """A message's own title is not shown in its bubble."""
    said = render.message(Card(("T-12 ", Bold("查价格"), "\n"), ()), ALONE)
    assert said.title == "T-12 查价格"
    assert said.text == "### T-12 **查价格**"
    card = render.card_data(Card(("T-12 ", Bold("查价格"))), GROUP)
    assert (card["title"], card["markdown"]) == ("T-12 查价格", "")


def test_the_title_is_not_said_twice() -> None:
    """Where the first line repeats it."""
    assert shown(Paragraph(("茶",)), Paragraph(("绿茶",))) == "绿茶"


def test_every_span_has_its_words() -> None:
    """A moment by its words; code stands out."""
    line = (
        "在 ",
        FIVE,
        Bold("快"),
        Code("/crew"),
        Link("https://x.test/a_b", "看"),
        "",
    )
    assert shown(Paragraph(line)) == (
        "在 3月2日周一 17:00（上海）**快**"
        f"{JOINER}**{JOINER}/crew**[看](https://x.test/a_b)"
    )


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://x.test/(a)", "https://x.test/%28a%29"),
        ("https://x.test/茶", "https://x.test/%E8%8C%B6"),
        ("https://x.test/%E8", "https://x.test/%E8"),
        ("mailto:a@x.test", "mailto:a@x.test"),
    ],
)
def test_an_address_cannot_end_its_link(url: str, safe: str) -> None:
    """Brackets and Chinese letters are written in the address's own way."""
    assert shown(Paragraph((Link(url, "看"),))) == f"[看]({safe})"


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "", "https://a b", "dtmd://x", "dingtalk://x"]
)
def test_a_link_that_is_none_is_its_label(url: str) -> None:
    """Nor one that would make a client do something."""
    assert shown(Paragraph((Link(url, "看"),))) == "看"


def test_people_are_called_where_that_can_be() -> None:
    """By the answering address and in cards; the Robot API knows no mention."""
    card = Card(("茶",), (Paragraph(("找 ", LI, ANN, OTHER)),))
    answered = render.message(card, GROUP, mentions=True)
    assert answered.text.endswith(f"找 @manager4521 @{JOINER}Ann@{JOINER}李伟")
    assert answered.called == ("manager4521",)
    sent = render.message(card, GROUP)
    assert sent.text.endswith(f"找 @{JOINER}李伟@{JOINER}Ann@{JOINER}李伟")
    assert sent.called == ()
    tag = "<a atId=manager4521>李伟</a>"
    assert render.card_data(card, GROUP)["markdown"].startswith(f"找 {tag}")
    assert "atId" not in render.card_data(card, ALONE)["markdown"]


def test_bold_stays_bold_beside_punctuation() -> None:
    """CommonMark would show the stars of **重要：**请."""
    said = shown(Paragraph((Bold("重要："), "请", Bold(" a\nb "), Bold("c"))))
    assert said == f"**重要：{JOINER}**请 **a**  \n**b** **c**"


def test_lines_break_as_the_document_says() -> None:
    """Two spaces in messages; an empty line in cards."""
    two = Paragraph(("一\n二",))
    assert shown(two) == "一  \n二"
    assert data(two)["markdown"] == "一\n\n二"
    assert shown(two, Note(("小字",))) == "一  \n二\n\n小字"


def test_blocks_have_their_lines() -> None:
    """Lists, facts, tables, quotes, headings; what is empty has none."""
    rows: tuple[tuple[Line, ...], ...] = ((("李伟",), ("3",), ("",), ("1",)),)
    said = shown(
        Heading("今天\n的"),
        Bullets((("一\n行",), ("",), ("二",))),
        Bullets((("一",), ("",), ("二",)), ordered=True),
        Facts((("负责人", (LI,)), ("备注", ("",)))),
        Table(("谁", "完成", "空", "未完"), rows),
        Quote("第一行\n第二行"),
        Divider(),
        Picture("https://x.test/a.png", "茶"),
        Picture("x", "茶"),
        Paragraph((" ",)),
    )
    assert said.split("\n\n") == [
        "#### 今天 的",
        "- 一 行  \n- 二",
        "1. 一  \n2. 二",
        f"**负责人**\u2002@{JOINER}李伟",
        "- **李伟** · 完成 3 · 未完 1",
        "> 第一行  \n> 第二行",
        "———",
        "![茶](https://x.test/a.png)",
        "茶",
    ]


def test_a_message_without_buttons_is_markdown() -> None:
    """For the robot and for the answering address."""
    said = render.message(Card(("茶",), (Paragraph(("好",)),)), ALONE)
    key, param = said.robot()
    assert key == "sampleMarkdown"
    assert json.loads(param) == {"title": "茶", "text": "### 茶\n\n好"}
    assert "茶" in param
    body = {"title": "茶", "text": "### 茶\n\n好"}
    assert said.webhook() == {"msgtype": "markdown", "markdown": body}


def test_one_button_is_a_card_of_one() -> None:
    """Its press types what it means."""
    said = render.message(Card(("茶",), (Buttons((DONE,)),)), ALONE)
    key, param = said.robot()
    assert key == "sampleActionCard"
    wire = json.loads(param)
    assert wire["singleTitle"] == "完成"
    typed = unquote(wire["singleURL"].removeprefix(SEND))
    assert typed == "完成 {task.done 12}"
    assert read_typed(typed) == ("task.done", "12")
    assert said.webhook()["actionCard"]["singleURL"] == wire["singleURL"]


def test_several_buttons_stand_below_each_other() -> None:
    """With the keys the document lists; a page opens as a page."""
    said = render.message(Card(("茶",), (Buttons((DONE, OPEN, PAGE)),)), ALONE)
    key, param = said.robot()
    wire = json.loads(param)
    assert key == "sampleActionCard3"
    assert sorted(wire) == sorted(
        ["title", "text"]
        + [f"action{what}{n}" for n in (1, 2, 3) for what in ("Title", "URL")]
    )
    assert wire["actionURL3"] == PAGE.url
    body = said.webhook()
    assert body["msgtype"] == "actionCard"
    assert body["actionCard"]["btnOrientation"] == "0"
    assert [b["title"] for b in body["actionCard"]["btns"]] == ["完成", "打开", "表单"]


def test_what_does_not_fit_is_a_link() -> None:
    """The sixth button, pickers, and what stands beside an item."""
    many = tuple(Button(f"第{n}个", "task.show", str(n)) for n in range(7))
    said = render.message(Card(("茶",), (Buttons((*many, SNOOZE)),)), ALONE)
    assert len(said.buttons) == 5
    picker, rest = said.text.split("\n\n")[1].split("  \n")
    assert picker.startswith(f"**稍后提醒** [一小时]({SEND}")
    assert rest.count(SEND) == 2
    item = Item(("T-12",), ("明天到期",), (DONE, SNOOZE, OPEN))
    line, note, links = shown(item).split("  \n")
    assert (line, note) == ("T-12", "明天到期")
    assert links.count(SEND) == 2


def test_in_a_group_only_pages_open() -> None:
    """Who pressed there would speak for all to see, and the bot would not hear it."""
    card = Card(("茶",), (Item(("T-12",), (), (DONE,)), Buttons((DONE, PAGE, SNOOZE))))
    said = render.message(card, GROUP)
    assert said.buttons == (("表单", "https://crew.tea.shop/f?a=1"),)
    assert said.text.split("\n\n")[1:] == ["T-12"]


def test_a_question_before_a_button_is_said() -> None:
    """No platform's part of ours can ask it."""
    sure = Confirm("确定吗？", "删了就没有了。", "删除", "保留")
    drop = Button("取消任务", "task.drop", "12", ButtonStyle.DANGER, sure)
    for text in (shown(Buttons((drop,))), data(Buttons((drop,)))["markdown"]):
        assert text == "**取消任务** 删了就没有了。"


def test_a_card_has_every_variable_as_text() -> None:
    """DingTalk takes nothing else, and an earlier state must not stay."""
    card = render.card_data(Card(("茶",), (Buttons((DONE,)),), Tone.WARNING), GROUP)
    assert sorted(card) == ["buttons", "markdown", "title", "tone", "updated"]
    assert all(isinstance(value, str) for value in card.values())
    assert card["tone"] == "warning"


def test_a_button_of_a_card_says_what_it_means() -> None:
    """For our contract, and for the card platform's button group."""
    first, second = buttons(data(Buttons((DONE, PAGE))))
    assert first == {
        "id": "task.done|12",
        "text": "完成",
        "style": "primary",
        "color": "blue",
        "status": "normal",
        "event": {
            "type": "sendCardRequest",
            "params": {
                "actionId": "task.done|12",
                "params": {"action": "task.done|12"},
            },
        },
    }
    assert second["event"] == {"type": "openLink", "params": {"url": PAGE.url}}
    assert second["url"] == PAGE.url
    assert read_id(first["id"]) == ("task.done", "12")


def test_pickers_of_a_card_are_buttons_where_there_is_room() -> None:
    """Else their options are listed, and some of them are buttons. A group has none:
    what a picker offers is for one person.
    """
    assert named(data(Buttons((DONE, SNOOZE, OPEN)))) == ["完成", "打开"]
    card = data(Buttons((DONE, SNOOZE, OPEN)), place=ALONE)
    assert named(card) == ["完成", "打开", "稍后提醒 一小时", "稍后提醒 明天"]
    assert card["markdown"] == ""
    many = Picker("x.y", "区", tuple(Option(f"第{n}", f"z|{n}") for n in range(9)))
    card = data(Buttons((DONE, many)), place=ALONE)
    assert len(named(card)) == 8
    assert card["markdown"].startswith("**区** 第0 · 第1 · ")
    assert card["markdown"].endswith("第8")


def test_a_menu_of_more_needs_no_name_before_what_it_offers() -> None:
    """ "More" says nothing that the option does not say."""
    later = Option("三十分钟后再问", "later:1")
    more = Picker("standup.more", "更多", (later,), compact=True)
    assert named(data(Buttons((more,)), place=ALONE)) == ["三十分钟后再问"]


def test_what_is_chosen_already_is_no_button() -> None:
    """A list of one's own tasks does not offer the same list."""
    options = (Option("我的", "mine"), Option("全部", "all"))
    lists = Picker("task.list", "其他列表", options, chosen="mine")
    card = data(Buttons((lists,)), place=ALONE)
    assert named(card) == ["其他列表 全部"]
    assert card["markdown"] == ""


def test_items_of_a_card_are_numbered() -> None:
    """Each has its first button below."""
    items = tuple(
        Item((f"T-{n}",), (), (Button("完成", "task.done", str(n)), OPEN))
        for n in (11, 12)
    )
    card = data(*items, Buttons((Button("新任务", "task.new"),)))
    assert named(card) == ["新任务", "1 完成", "2 完成"]
    assert card["markdown"] == "1 T-11\n\n2 T-12"
    assert data(Item(("T-1",)))["markdown"] == "T-1"


def test_a_card_has_room_for_eight_buttons() -> None:
    """The rest is named."""
    card = data(Buttons(tuple(Button(f"第{n}", "a.b", str(n)) for n in range(10))))
    assert len(named(card)) == 8
    assert card["markdown"] == "⋯ 第8 · 第9"


def test_long_messages_are_cut_between_lines() -> None:
    """The buttons stay, the rest is left out, and it shows."""
    lines = Bullets(tuple((f"{n} {'茶' * 100}",) for n in range(80)))
    said = render.message(Card(("茶",), (lines, Buttons((DONE, OPEN)))), ALONE)
    assert len(said.text) < 3700
    assert said.text.endswith("茶\n\n…")
    assert len(said.buttons) == 2
    assert len(data(lines)["markdown"]) < 3700


def test_a_message_is_never_too_heavy() -> None:
    """Links weigh more than what is read of them."""
    buttons = tuple(Button("完成" * 12, "task.done", "茶" * 20) for _ in range(6))
    items = tuple(Item((f"T-{n}",), (), buttons) for n in range(40))
    for first in (Quote("🍵" * 9000), Note(("茶",))):
        blocks: tuple[Block, ...] = (first, *items, Buttons(buttons))
        said = render.message(Card(("茶",), blocks), ALONE)
        _, param = said.robot()
        assert len(param.encode()) <= 15_000
        body = json.dumps(said.webhook(), ensure_ascii=False)
        assert len(body.encode()) <= 20_000
