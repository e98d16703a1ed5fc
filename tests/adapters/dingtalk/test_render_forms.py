"""Forms as cards ask them, and what they show once they were sent."""

import json
from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.dingtalk.inbound import parse_card
from adapters.dingtalk.render_forms import answered, form, people_in
from adapters.dingtalk.seals import Seal
from adapters.dingtalk.tickets import Ticket
from adapters.dingtalk.tracks import track
from bot.events import Filled
from bot.messages import (
    AnyField,
    Button,
    ChoiceField,
    ChoicesField,
    DateField,
    Form,
    NumberField,
    OnlyIf,
    Option,
    PersonField,
    PlaceField,
    TextField,
    TimeField,
)
from bot.model.refs import PlaceRef
from tests.adapters.dingtalk import bodies

NOW = datetime(2026, 3, 2, 7, 1, tzinfo=UTC)
ALONE = PlaceRef("dingtalk", "ding1", "@manager4521")
AGAIN = Button("新任务", "task.new")
PRIORITY = (Option("普通", "normal"), Option("高", "high"))
SEAL = Seal("a key")
NAMES = {"manager4521": "李伟", "wang": "王芳"}
# Facts §6: the words of a field, and its kinds.
WORDS = {
    "name", "label", "type", "hidden", "required", "requiredMsg", "readOnly",
    "placeholder", "format", "defaultValue", "options", "minRows", "maxRows", "addText",
}  # fmt: skip
KINDS = {"TEXT", "TEXT_AREA", "NUMBER", "SELECT", "MULTI_SELECT", "DATE", "TIME"}


def asked(*fields: AnyField, opened: Ticket | None = None) -> dict[str, str]:
    """The private variables of a form."""
    shown = Form("task.new", "新任务", fields, "提交", "取消", AGAIN, '{"link": ""}')
    return form(shown, opened or Ticket("manager4521", "@manager4521"), NAMES, SEAL)


def fields(shown: dict[str, str]) -> dict[str, dict[str, Any]]:
    """The fields of a form by name."""
    return {field["name"]: field for field in json.loads(shown["form"])["fields"]}


def field(one: AnyField, opened: Ticket | None = None) -> dict[str, Any]:
    """One field on the wire, of the kinds and words that DingTalk knows."""
    found = fields(asked(one, opened=opened))[one.name]
    assert set(found) <= WORDS
    assert found["type"] in KINDS
    return found


def sent(shown: dict[str, str], values: dict[str, Any], *, echo: bool = True) -> Filled:
    """The form as it comes back, with what it was shown as."""
    hidden = fields(shown)["shopcrew"]["defaultValue"]
    params: dict[str, Any] = {"form": {**values, "shopcrew": hidden}}
    if echo:
        params["current_form"] = json.loads(shown["form"])
    body = bodies.pressed(track(ALONE, "f"), params, ids=("form",))
    event = parse_card(body, "ding1", NOW, "m1", SEAL)
    assert isinstance(event, Filled)
    return event


def seen(event: Filled, errors: dict[str, str]) -> dict[str, str]:
    """What the card shows to who sent it."""
    answer = answered(event, errors)
    assert answer["cardUpdateOptions"]["updatePrivateDataByKey"] is True
    shown: dict[str, str] = answer["userPrivateData"]["cardParamMap"]
    assert all(isinstance(value, str) for value in shown.values())
    return shown


def test_a_form_can_be_sent() -> None:
    """With the words on its button, and nothing wrong yet."""
    shown = asked(TextField(name="title", label="标题"))
    assert sorted(shown) == ["form", "form_btn_text", "form_status", "notice"]
    assert (shown["form_status"], shown["form_btn_text"]) == ("normal", "提交")
    assert shown["notice"] == ""
    hidden = fields(shown)["shopcrew"]
    assert (hidden["type"], hidden["hidden"]) == ("TEXT", True)


def test_texts_are_texts() -> None:
    """One line or several, with an example and what was there."""
    one = TextField(
        name="t", label="标题", hint="短", placeholder="查价格", value="a\u202eb"
    )
    assert field(one) == {
        "name": "t",
        "label": "标题",
        "required": True,
        "placeholder": "短 · 查价格",
        "type": "TEXT",
        "defaultValue": "a\u202eb\u202c",
    }
    many = field(TextField(name="t", label="详情", required=False, multiline=True))
    assert (many["type"], many["minRows"], many["maxRows"]) == ("TEXT_AREA", 2, 4)
    assert "required" not in many
    assert "defaultValue" not in many


def test_numbers_days_and_times_have_their_kinds() -> None:
    """As DingTalk writes them."""
    assert field(NumberField(name="n", label="数", value="3"))["type"] == "NUMBER"
    day = field(DateField(name="d", label="日期", value=date(2026, 3, 12)))
    assert (day["type"], day["defaultValue"]) == ("DATE", "2026-03-12")
    wall = field(TimeField(name="t", label="时间", value=time(9, 5)))
    assert (wall["type"], wall["defaultValue"]) == ("TIME", "09:05")
    assert "defaultValue" not in field(TimeField(name="t", label="时间"))


def test_choices_begin_with_what_is_chosen() -> None:
    """By place and value both."""
    one = field(ChoiceField(name="p", label="优先级", options=PRIORITY, value="high"))
    assert one["type"] == "SELECT"
    assert one["options"] == [
        {"value": "normal", "text": "普通"},
        {"value": "high", "text": "高"},
    ]
    assert one["defaultValue"] == {"index": 1, "value": "high"}
    many = field(
        ChoicesField(name="p", label="天", options=PRIORITY, values=("high", "normal"))
    )
    assert many["type"] == "MULTI_SELECT"
    assert many["defaultValue"] == {"index": [0, 1], "value": ["normal", "high"]}
    gone = ChoiceField(name="p", label="优先级", options=PRIORITY, value="gone")
    assert "defaultValue" not in field(gone)


def test_a_choice_without_options_is_not_asked() -> None:
    """DingTalk could not show it."""
    assert sorted(fields(asked(ChoiceField(name="p", label="x", options=())))) == [
        "shopcrew"
    ]


def test_people_are_shown_by_name_and_come_back_by_id() -> None:
    """DingTalk's forms cannot pick people; other names are for the core to read."""
    owner = PersonField(name="owner", label="负责人", values=("manager4521",))
    more = PersonField(name="more", label="关注", values=("wang", "new"), many=True)
    shown = asked(owner, more)
    assert fields(shown)["owner"]["defaultValue"] == "李伟"
    assert fields(shown)["more"]["defaultValue"] == "王芳, new"
    given = {"owner": "李伟", "more": "@王芳，小赵、"}
    assert sent(shown, given).values == {
        "owner": "manager4521",
        "more": ("wang", "小赵"),
    }
    assert sent(shown, {"owner": "", "more": ""}).values == {"owner": None, "more": ()}
    asking = Form("f", "t", (owner, more), "ok", "no", AGAIN)
    assert people_in(asking) == ("manager4521", "wang", "new")


def test_two_of_the_same_name_are_told_apart() -> None:
    """What is not changed means who it meant."""
    twins = PersonField(name="who", label="谁", values=("a", "b"), many=True)
    shown = form(
        Form("f", "t", (twins,), "ok", "no", AGAIN),
        Ticket("manager4521"),
        {"a": "李", "b": "李"},
        SEAL,
    )
    given = fields(shown)["who"]["defaultValue"]
    assert given == "李 (a), 李 (b)"
    assert sent(shown, {"who": given}).values == {"who": ("a", "b")}


def test_a_group_can_be_chosen_where_one_is_known() -> None:
    """DingTalk lists no groups: this one, or a name that is typed."""
    here = Ticket("manager4521", "cid1", group="双十一作战群")
    one = field(PlaceField(name="where", label="群"), here)
    assert one["options"] == [{"value": "cid1", "text": "双十一作战群"}]
    assert one["defaultValue"] == {"index": 0, "value": "cid1"}
    assert (
        field(PlaceField(name="where", label="群", value="cid2"), here)["type"]
        == "TEXT"
    )
    assert field(PlaceField(name="where", label="群"))["type"] == "TEXT"


def test_what_comes_back_has_the_shapes_of_the_core() -> None:
    """See `bot.events.Filled`."""
    shown = asked(
        TextField(name="title", label="标题"),
        NumberField(name="n", label="数"),
        ChoiceField(name="p", label="优先级", options=PRIORITY),
        ChoicesField(name="d", label="天", options=PRIORITY),
        DateField(name="day", label="日期"),
        TimeField(name="at", label="时间"),
    )
    given = {
        "title": "查价格\n全部",
        "n": 3.0,
        "p": {"index": 1, "value": "high"},
        "d": {"index": [0, 1], "value": ["normal", "high"]},
        "day": "2026-03-12 00:00",
        "at": "2026-03-12 9:05",
        "yes": True,
        "nothing": None,
    }
    event = sent(shown, given)
    assert (event.form, event.state) == ("task.new", '{"link": ""}')
    assert event.values == {
        "title": "查价格\n全部",
        "n": "3",
        "p": "high",
        "d": ("normal", "high"),
        "day": "2026-03-12",
        "at": "09:05",
        "yes": "true",
        "nothing": None,
    }


@pytest.mark.parametrize("given", ["soon", "25h", "明天"])
def test_a_day_or_time_that_is_none_is_left_to_the_core(given: str) -> None:
    """An old client may offer a line of text instead."""
    shown = asked(
        DateField(name="day", label="日期"), TimeField(name="at", label="时间")
    )
    event = sent(shown, {"day": given, "at": given})
    assert event.values == {"day": given, "at": given}


def test_the_hidden_field_may_be_lost() -> None:
    """What the form was shown as has it too."""
    shown = asked(TextField(name="title", label="标题"))
    params = {"form": {"title": "茶"}, "current_form": shown["form"]}
    event = parse_card(bodies.pressed("x", params), "ding1", NOW, "m1", SEAL)
    assert isinstance(event, Filled)
    assert (event.form, event.doubtful) == ("task.new", False)


@pytest.mark.parametrize(
    "change",
    [
        {"state": "{}"},
        {"form": "task.edit"},
        {"reopen": "task.edit|1"},
        {"known": {"李伟": "boss"}},
    ],
)
def test_what_a_form_carried_cannot_be_changed(change: dict[str, Any]) -> None:
    """The signature is over all of it."""
    hidden = fields(asked(TextField(name="title", label="标题")))["shopcrew"]
    written, _, signature = hidden["defaultValue"].rpartition(".")
    forged = f"{json.dumps(json.loads(written) | change)}.{signature}"
    for brought in (forged, forged.rpartition(".")[0], json.dumps({"form": "f"})):
        params = {"form": {"title": "茶", "shopcrew": brought}}
        event = parse_card(bodies.pressed("x", params), "ding1", NOW, "m1", SEAL)
        assert isinstance(event, Filled)
        assert event.doubtful
        assert event.values == {"title": "茶"}


def test_a_form_is_of_who_was_asked_and_of_us() -> None:
    """Somebody else cannot send it, nor does another app's key prove it."""
    shown = asked(TextField(name="title", label="标题"))
    params = {"form": {"title": "茶"}, "current_form": shown["form"]}
    body = bodies.pressed("x", params)
    for brought, seal in (
        (body | {"userId": "u2"}, SEAL),
        (body, Seal("another key")),
        (body, None),
    ):
        event = parse_card(brought, "ding1", NOW, "m1", seal)
        assert isinstance(event, Filled)
        assert event.doubtful


def test_what_was_wrong_is_said_and_everything_stays() -> None:
    """Each mistake beside its label; all that was typed is there again."""
    shown = asked(
        TextField(name="title", label="标题"),
        TextField(name="end", label="Ends", value="old"),
        ChoiceField(name="p", label="优先级", options=PRIORITY, value="normal"),
        ChoicesField(name="d", label="天", options=PRIORITY),
        PersonField(name="owner", label="负责人", values=("manager4521",)),
        DateField(name="day", label="日期", value=date(2026, 3, 12)),
    )
    given: dict[str, Any] = {
        "title": "茶",
        "end": "",
        "p": {"index": 1, "value": "high"},
    }
    given |= {
        "d": {"index": [1], "value": ["high"]},
        "owner": "李伟",
        "day": "2026-03-13",
    }
    again = seen(
        sent(shown, given),
        {"title": "太短了", "end": "too old", "": "请重试", "x": "?"},
    )
    assert again["notice"] == "标题：太短了\nEnds: too old\n请重试\n?"
    assert (again["form_status"], again["form_btn_text"]) == ("normal", "提交")
    firsts = {name: f.get("defaultValue") for name, f in fields(again).items()}
    assert firsts.pop("shopcrew") == fields(shown)["shopcrew"]["defaultValue"]
    assert firsts == {
        "title": "茶",
        "end": None,
        "p": {"index": 1, "value": "high"},
        "d": {"index": [1], "value": ["high"]},
        "owner": "李伟",
        "day": "2026-03-13",
    }


def test_a_form_that_was_taken_is_closed() -> None:
    """It shows what was sent, and cannot be sent again."""
    shown = asked(TextField(name="title", label="标题"))
    done = seen(sent(shown, {"title": "茶"}), {})
    assert (done["form_status"], done["form_btn_text"]) == ("disabled", "✓ 提交")
    assert done["notice"] == ""
    assert fields(done)["title"]["defaultValue"] == "茶"


def test_a_form_whose_shape_is_unknown_is_left_as_it_is() -> None:
    """Only what was wrong is said: what was typed is still on the screen."""
    shown = asked(TextField(name="title", label="标题"))
    again = seen(sent(shown, {"title": "茶"}, echo=False), {"title": "太短了"})
    assert again == {"form_status": "normal", "notice": "太短了"}


@given(st.text(max_size=30))
def test_what_is_typed_survives_every_round(words: str) -> None:
    """Through the wire, the answer and the wire again."""
    shown = asked(TextField(name="t", label="标题"))
    event = sent(shown, {"t": words})
    again = seen(event, {"t": "?"})
    kept = fields(again)["t"].get("defaultValue", "")
    assert sent(again, {"t": kept}).values == event.values


def test_a_condition_is_said_where_nothing_can_be_hidden() -> None:
    """The client insists on what it shows, so nothing that hangs is required."""
    why = TextField(
        name="why",
        label="原因",
        hint="一句话",
        only_if=OnlyIf("blocked", ("yes",), "仅当“受阻吗？”的回答是“是”时填写。"),
    )
    shown = field(why)
    assert shown["placeholder"] == "仅当“受阻吗？”的回答是“是”时填写。 · 一句话"
    assert "required" not in shown


def test_what_was_said_without_a_name_is_not_shown_again() -> None:
    """Once it was taken; while something is wrong it stays."""
    shown = asked(
        TextField(name="title", label="标题"),
        TextField(name="secret", label="匿名", sealed=True),
    )
    event = sent(shown, {"title": "核对", "secret": "太冷"})
    assert "太冷" in seen(event, {"title": "太短"})["form"]
    taken = seen(event, {})["form"]
    assert "太冷" not in taken
    assert "核对" in taken
