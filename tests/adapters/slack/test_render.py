"""Cards as Slack shows them: golden facts."""

from datetime import UTC, datetime
from typing import Any

import pytest

from adapters.simulator.slack.blockkit import check_blocks, check_view
from adapters.slack import render
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
    MomentStyle,
    Note,
    Option,
    Paragraph,
    Picker,
    Picture,
    Quote,
    Table,
)
from bot.model.refs import UserRef

BO = Mention(UserRef("slack", "T1", "U2"), "Bo")
LI = Mention(UserRef("dingtalk", "corp", "manager1"), "李伟")
FIVE = Moment(datetime(2026, 3, 2, 16, 0, tzinfo=UTC), "Mon 17:00 (Berlin)")
DONE = Button("Done", "task.done", "12", ButtonStyle.PRIMARY)


def shown(*blocks: Block) -> list[dict[str, Any]]:
    """The blocks under the title, accepted by Slack's own rules."""
    wire = render.message(Card(("Tea",), blocks)).blocks
    assert check_blocks(wire, "message") == []
    assert check_blocks(wire, "home") == []
    return wire[1:]


def rich(*elements: dict[str, Any]) -> dict[str, Any]:
    """A rich-text block with one section."""
    section = {"type": "rich_text_section", "elements": list(elements)}
    return {"type": "rich_text", "elements": [section]}


def test_the_title_is_a_bold_line_and_the_notification() -> None:
    """What the lock screen says is the title too, as words."""
    said = render.message(Card(("Ann asks ", BO, " <now>")))
    assert said.text == "Ann asks @Bo &lt;now&gt;"
    assert said.blocks == [
        rich(
            {"type": "text", "text": "Ann asks ", "style": {"bold": True}},
            {"type": "user", "user_id": "U2"},
            {"type": "text", "text": " <now>", "style": {"bold": True}},
        )
    ]


def test_every_span_has_its_element() -> None:
    """Moments are shown on the reader's own clock."""
    line = ("at ", FIVE, Bold("!"), Code("/crew"), Link("https://x.test", "x"), "")
    assert shown(Paragraph(line)) == [
        rich(
            {"type": "text", "text": "at "},
            {
                "type": "date",
                "timestamp": 1772467200,
                "format": "{date_short_pretty} {time}",
                "fallback": "Mon 17:00 (Berlin)",
            },
            {"type": "text", "text": "!", "style": {"bold": True}},
            {"type": "text", "text": "/crew", "style": {"code": True}},
            {"type": "link", "url": "https://x.test", "text": "x"},
        )
    ]


@pytest.mark.parametrize(
    ("style", "shape"),
    [(MomentStyle.DATE, "{date_short_pretty}"), (MomentStyle.TIME, "{time}")],
)
def test_a_moment_shows_only_what_it_should(style: MomentStyle, shape: str) -> None:
    """A day without its hour, an hour without its day."""
    (block,) = shown(Paragraph((Moment(FIVE.at, "then", style),)))
    assert block["elements"][0]["elements"][0]["format"] == shape


def test_somebody_of_another_platform_is_called_by_name() -> None:
    """A DingTalk colleague cannot be mentioned here."""
    assert shown(Paragraph((LI,))) == [rich({"type": "text", "text": "@李伟"})]


@pytest.mark.parametrize("url", ["javascript:alert(1)", "", "https://a b", "x.test"])
def test_a_link_that_is_none_is_its_label(url: str) -> None:
    """Slack would refuse the whole message."""
    assert shown(Paragraph((Link(url, "here"),))) == [
        rich({"type": "text", "text": "here"})
    ]


def test_lists_are_lists() -> None:
    """With dots or numbers; what is empty is no point."""
    (block,) = shown(Bullets((("one",), ("",), ("two ", BO)), ordered=True))
    (listed,) = block["elements"]
    assert (listed["type"], listed["style"]) == ("rich_text_list", "ordered")
    assert [len(item["elements"]) for item in listed["elements"]] == [1, 2]


def test_numbers_go_on_where_a_list_had_to_be_split() -> None:
    """A long list in several blocks counts as one."""
    blocks = shown(Bullets(tuple((f"{n} " + "x" * 900,) for n in range(8)), True))
    lists = [block["elements"][0] for block in blocks]
    assert [part.get("offset", 0) for part in lists] == [0, 3, 6]
    assert sum(len(part["elements"]) for part in lists) == 8


def test_facts_are_lines_with_bold_labels() -> None:
    """What is unknown has no line."""
    (block,) = shown(Facts((("Owner", (BO,)), ("Note", ("",)), ("Due", (FIVE,)))))
    texts = [e.get("text") for e in block["elements"][0]["elements"]]
    assert texts == ["Owner", "\u2002", None, "\n", "Due", "\u2002", None]


def test_a_table_is_a_list_for_a_phone() -> None:
    """The first cell is the name, the others follow with their heads."""
    rows: tuple[tuple[Line, ...], ...] = ((("Ann",), ("3",), ("1",)),)
    (block,) = shown(Table(("Who", "Done", "Open"), rows))
    (item,) = block["elements"][0]["elements"]
    said = "".join(e["text"] for e in item["elements"])
    assert said == "Ann · Done 3 · Open 1"
    assert item["elements"][0]["style"] == {"bold": True}


def test_buttons_stand_side_by_side() -> None:
    """With their question before something is destroyed."""
    sure = Confirm("Sure?", "It is gone.", "Drop", "Keep")
    drop = Button("Drop", "task.drop", "12", ButtonStyle.DANGER, sure)
    (block,) = shown(Buttons((DONE, drop)))
    first, second = block["elements"]
    assert first == {
        "type": "button",
        "action_id": "task.done",
        "text": {"type": "plain_text", "text": "Done", "emoji": False},
        "value": "12",
        "style": "primary",
    }
    assert second["style"] == "danger"
    assert second["confirm"]["deny"]["text"] == "Keep"


def test_a_button_to_a_page_has_an_action_nobody_answers() -> None:
    """Slack tells of the click; `inbound` drops it."""
    (block,) = shown(Buttons((Button("Board", "open", url="https://x.test"),)))
    (element,) = block["elements"]
    assert (element["url"], element["action_id"]) == ("https://x.test", "open~url")


def test_the_same_action_twice_has_two_ids() -> None:
    """Slack wants them distinct; `inbound` brings them together again."""
    yes, no = Button("Yes", "rsvp", "yes"), Button("No", "rsvp", "no")
    (block,) = shown(Buttons((yes, no)))
    assert [e["action_id"] for e in block["elements"]] == ["rsvp", "rsvp~2"]


def test_more_buttons_than_a_row_takes_stand_in_two() -> None:
    """Twenty-five is Slack's limit."""
    blocks = shown(Buttons(tuple(Button(str(n), f"a{n}") for n in range(30))))
    assert [len(block["elements"]) for block in blocks] == [25, 5]


def options(count: int) -> tuple[Option, ...]:
    """So many options."""
    return tuple(Option(f"Option {n}", str(n)) for n in range(count))


@pytest.mark.parametrize(
    ("count", "compact", "kind"),
    [
        (0, False, None),
        (1, True, "button"),
        (5, True, "overflow"),
        (6, True, "static_select"),
        (100, False, "static_select"),
    ],
)
def test_a_picker_is_what_its_options_need(
    count: int, compact: bool, kind: str | None
) -> None:
    """An overflow menu takes five, one option alone is a button."""
    picker = Picker("task.more", "More", options(count), compact=compact)
    blocks = shown(Buttons((picker,)))
    assert [b["elements"][0]["type"] for b in blocks] == ([kind] if kind else [])


def test_a_picker_shows_what_is_chosen() -> None:
    """A choice that is not offered any more is no choice."""
    chosen = Picker("p", "Priority", options(3), chosen="1")
    (block,) = shown(Buttons((chosen,)))
    assert block["elements"][0]["initial_option"]["value"] == "1"
    (block,) = shown(Buttons((Picker("p", "Priority", options(3), chosen="9"),)))
    assert "initial_option" not in block["elements"][0]


def test_more_options_than_a_list_takes_are_grouped() -> None:
    """None is lost."""
    (block,) = shown(Buttons((Picker("p", "Pick", options(250)),)))
    groups = block["elements"][0]["option_groups"]
    assert [len(group["options"]) for group in groups] == [100, 100, 50]
    assert groups[2]["label"]["text"] == "201–250"


def test_an_item_with_one_button_is_one_block() -> None:
    """The button stands beside the line, moments and bold words stay."""
    (block,) = shown(Item((Bold("T-12"), " Tea, due ", FIVE), buttons=(DONE,)))
    assert block["text"] == {
        "type": "mrkdwn",
        "text": "*T-12* Tea, due <!date^1772467200^{date_short_pretty} {time}"
        "|Mon 17:00 (Berlin)>",
        "verbatim": True,
    }
    assert block["accessory"]["action_id"] == "task.done"


def test_an_item_with_marks_in_its_words_is_plain() -> None:
    """Then a moment is said in words: looks give way, not sense."""
    (block,) = shown(Item(("SKU_12 *new* ", FIVE), buttons=(DONE,)))
    assert block["text"] == {
        "type": "plain_text",
        "text": "SKU_12 *new* Mon 17:00 (Berlin)",
        "emoji": False,
    }


def test_an_item_with_marks_and_a_mention_keeps_the_mention() -> None:
    """Who must act is always told."""
    line, buttons = shown(Item(("SKU_12 ", BO), buttons=(DONE,)))
    assert line["elements"][0]["elements"][1] == {"type": "user", "user_id": "U2"}
    assert buttons["type"] == "actions"


def test_an_item_with_several_buttons_has_them_below() -> None:
    """Under its note."""
    blocks = shown(Item(("Tea",), ("by Ann",), (DONE, Button("Snooze", "s"))))
    assert [b["type"] for b in blocks] == ["rich_text", "context", "actions"]


def test_a_chinese_word_is_not_bold_by_stars() -> None:
    """Without spaces around them Slack would show the stars."""
    (block,) = shown(Item((Bold("任务"), "已完成"), buttons=(DONE,)))
    assert block["text"]["text"] == "任务已完成"


def test_a_note_is_small_print() -> None:
    """Mentions and links are alive in it, words are only words."""
    plain, live = shown(Note(("by Ann",)), Note(("by ", BO, " & co")))
    assert plain["elements"][0]["type"] == "plain_text"
    assert live["elements"][0]["text"] == "by <@U2> &amp; co"
    assert live["elements"][0]["verbatim"] is True


def test_a_note_that_could_format_is_ordinary_text() -> None:
    """Rather larger than wrong."""
    (block,) = shown(Note(("*by* ", BO)))
    assert block["type"] == "rich_text"


def test_a_quote_is_kept_whatever_its_length() -> None:
    """In as many blocks as it needs."""
    text = "".join(chr(97 + n % 26) for n in range(7000))
    blocks = shown(Quote(text))
    assert len(blocks) == 3
    said = "".join(b["elements"][0]["elements"][0]["text"] for b in blocks)
    assert said == text
    assert {b["elements"][0]["type"] for b in blocks} == {"rich_text_quote"}


def test_small_things_are_themselves() -> None:
    """Headings, lines and pictures."""
    heading, divider, picture = shown(
        Heading("Today"), Divider(), Picture("https://x.test/a.png", "A chart")
    )
    assert heading["text"] == {"type": "plain_text", "text": "Today", "emoji": False}
    assert divider == {"type": "divider"}
    assert picture["alt_text"] == "A chart"


def test_a_picture_without_an_address_is_its_description() -> None:
    """Slack would refuse the whole message."""
    (block,) = shown(Picture("chart.png", "A chart"))
    assert block["elements"][0]["text"] == "A chart"


def test_what_says_nothing_is_not_shown() -> None:
    """Slack refuses empty texts."""
    empty: tuple[Block, ...] = (
        Paragraph(()),
        Paragraph(("", " ")),
        Bullets(()),
        Facts(()),
        Table((), ()),
        Buttons(()),
        Quote(""),
        Heading(" "),
        Note(("\n",)),
        Item(("",)),
    )
    assert shown(*empty) == []


def test_too_many_blocks_keep_the_buttons_at_the_end() -> None:
    """What is left out is marked, the way on stays."""
    lines = tuple(Paragraph((str(n),)) for n in range(60))
    card = Card(("Tea",), (*lines, Buttons((DONE,))))
    blocks = render.message(card, more="and more").blocks
    assert check_blocks(blocks, "message") == []
    assert len(blocks) == 50
    assert blocks[-2]["elements"][0]["text"] == "and more"
    assert blocks[-1]["type"] == "actions"


def test_too_much_text_is_cut_before_slack_refuses_it() -> None:
    """The limit of a whole message is for all its blocks together."""
    card = Card(("Tea",), tuple(Quote("x" * 2900) for _ in range(9)))
    blocks = render.message(card).blocks
    assert blocks[-1]["elements"][0]["text"] == "…"
    assert 3 < len(blocks) < 7


def test_a_long_title_fits_its_notification() -> None:
    """An edit takes four thousand characters, entities counted."""
    for letter in "x&<茶":
        said = render.message(Card((letter * 5000,)))
        assert 2000 < len(said.text) < 4000
        assert check_blocks(said.blocks, "message") == []


def test_a_message_always_says_something() -> None:
    """An empty title would be refused."""
    assert render.message(Card(("",))).text == "…"


def test_home_has_a_large_title_and_a_hundred_blocks() -> None:
    """It is a page, not a message."""
    view = render.home(Card(("Good morning, Ann",), (Divider(),) * 150))
    assert check_view(view) == []
    assert view["blocks"][0]["type"] == "header"
    assert len(view["blocks"]) == 100
