"""Questions of every kind over both chats: modal, card, page and dialogue."""

import json
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from aiohttp.test_utils import TestServer

from adapters.simulator.side import Press
from adapters.web.app import build
from tests.adapters.web.browser import Browser
from tests.databases import fresh_url
from tests.e2e.hands import well
from tests.e2e.two_chats import (
    ANNA,
    CLOSE,
    DM,
    EVENING,
    GROUP,
    IN_BERLIN,
    IN_NEW_YORK,
    LI,
    MORNING,
    ROOM,
    SAM,
    TITLE,
    WANG,
    TwoChats,
    day,
    fill,
    said,
    set_up,
    two_chats,
)
from tests.e2e.wire import Json

pytestmark = pytest.mark.heavy

ASKED = (
    'on weekdays in #shop remind 0 ask "Parcels? (number, required)" "Mood (scale)" '
    '"Blocked? (yes/no)" "if yes: What blocks you? (required)" '
    '"Which channels? (any of: Tmall / JD)" "Live on? (date)" '
    '"What annoys you? (anonymous)"'
)


@pytest.fixture
async def chats() -> AsyncIterator[TwoChats]:
    """The company with its stand-up, on the evening before the first day."""
    async with fresh_url("sqlite") as url, two_chats(url, EVENING) as made:
        await set_up(made, ASKED)
        yield made


def modal(chats: TwoChats, who: str) -> Json:
    """The modal that somebody has open."""
    view = chats.simulator.slack.views.top(who)
    assert view is not None
    return chats.simulator.slack.views.wire(view)


def asked_in(view: Json) -> list[str]:
    """The fields of a modal, by name."""
    return [each["block_id"] for each in view["blocks"] if each["type"] == "input"]


async def choose(chats: TwoChats, who: str, label: str, **typed: str) -> None:
    """Picks an option of the question about blockers, with other fields typed in."""
    click = Press(label, view="modal", block="q2", values=typed)
    well(await chats.simulator.side_of(who).press(who, click))
    await chats.settle()


async def opened(chats: TwoChats, who: str, button: str = "Fill") -> None:
    """Opens the form of the day's question."""
    await chats.press(who, button, chats.read(who, DM, TITLE)[0])


async def test_in_a_modal_what_hangs_on_an_answer_comes_and_goes(
    chats: TwoChats,
) -> None:
    """Everything typed stays, also in the field that goes and comes again."""
    await chats.until(IN_BERLIN)
    await opened(chats, ANNA)
    assert "q3" not in asked_in(modal(chats, ANNA))
    await choose(chats, ANNA, "Yes", q0="12")
    assert asked_in(modal(chats, ANNA)) == [f"q{number}" for number in range(7)]
    assert modal(chats, ANNA)["state"]["values"]["q0"]["value"]["value"] == "12"
    await choose(chats, ANNA, "No", q3="no boxes")
    assert "q3" not in asked_in(modal(chats, ANNA))
    await choose(chats, ANNA, "Yes")
    kept = modal(chats, ANNA)["state"]["values"]["q3"]["value"]["value"]
    assert kept == "no boxes"
    await chats.submit(ANNA, q1="4", q5="2026-06-12")
    told = said(chats.last(ANNA, ROOM, "no boxes"))
    for part in ("Parcels? 12", "Mood 🙂 4", "Blocked? Yes", "Live on? Fri 12 Jun"):
        assert part in told


def hints(view: Json) -> dict[str, str]:
    """What is said below the fields of a modal."""
    return {
        each["block_id"]: each["hint"]["text"]
        for each in view["blocks"]
        if each["type"] == "input" and "hint" in each
    }


async def test_in_a_modal_an_empty_follow_up_is_said_beside_itself(
    chats: TwoChats,
) -> None:
    """Slack wants it filled in, and so do we where only a space stands in it."""
    await chats.until(IN_BERLIN)
    await opened(chats, ANNA)
    await choose(chats, ANNA, "Yes", q0="12")
    side = chats.simulator.side_of(ANNA)
    assert list((await side.submit(ANNA, {"q1": "4"}))["errors"]) == ["q3"]
    errors = (await side.submit(ANNA, {"q3": " "}))["errors"]
    assert errors == {"q3": "Please fill this in."}
    assert modal(chats, ANNA)["state"]["values"]["q0"]["value"]["value"] == "12"
    await chats.submit(ANNA, q3="no boxes")
    assert "no boxes" in said(chats.last(ANNA, ROOM, "Parcels? 12"))


async def test_a_follow_up_that_had_no_time_to_come_is_asked_for(
    chats: TwoChats,
) -> None:
    """Sent before Slack showed it, the form comes back with it and with everything
    typed; no other field is called wrong.
    """
    await chats.until(IN_BERLIN)
    await opened(chats, ANNA)
    side = chats.simulator.side_of(ANNA)
    taken = await side.submit(ANNA, {"q0": "12", "q1": "4", "q2": "yes"})
    assert taken == {"ok": True, "errors": {}}
    view = modal(chats, ANNA)
    assert asked_in(view) == [f"q{number}" for number in range(7)]
    assert hints(view)["q3"] == "Please fill this in."
    assert "q0" not in hints(view)
    kept = view["state"]["values"]
    assert kept["q0"]["value"]["value"] == "12"
    assert kept["q1"]["value"]["selected_option"]["value"] == "4"
    assert not chats.read(ANNA, ROOM, "Parcels? 12")
    await chats.submit(ANNA, q3="no boxes")
    assert "no boxes" in said(chats.last(ANNA, ROOM, "Parcels? 12"))


async def test_in_a_modal_what_does_not_apply_is_not_kept(chats: TwoChats) -> None:
    """Nor is it required."""
    await chats.until(IN_BERLIN)
    await opened(chats, ANNA)
    await choose(chats, ANNA, "Yes", q0="12")
    await choose(chats, ANNA, "No", q3="no boxes")
    await chats.submit(ANNA)
    told = said(chats.last(ANNA, ROOM, "Parcels? 12"))
    assert "Blocked? No" in told
    assert "no boxes" not in told


async def test_a_click_that_comes_too_late_changes_nothing(chats: TwoChats) -> None:
    """The modal is closed when the answer to the click arrives."""
    await chats.until(IN_BERLIN)
    await opened(chats, ANNA)
    click = Press("Yes", view="modal", block="q2")
    well(await chats.simulator.side_of(ANNA).press(ANNA, click))
    await chats.simulator.side_of(ANNA).close(ANNA, all_views=False)
    await chats.settle()
    assert chats.simulator.slack.views.top(ANNA) is None
    assert not chats.read(ANNA, ROOM, "Blocked? Yes")


async def test_on_a_card_each_kind_is_a_field_and_a_condition_is_a_hint(
    chats: TwoChats,
) -> None:
    """In the reader's language; what is wrong is said on the card, all of it kept."""
    await chats.until(MORNING)
    await opened(chats, WANG, "填写")
    fields = {each["name"]: each for each in form(chats, WANG)}
    kinds = [fields[f"q{number}"]["type"] for number in range(7)]
    assert kinds == [
        "NUMBER", "SELECT", "SELECT", "TEXT_AREA", "MULTI_SELECT", "DATE", "TEXT_AREA",
    ]  # fmt: skip
    assert fields["q1"]["options"][0]["text"] == "1 😞 很差"
    assert fields["q3"]["placeholder"] == "仅当“Blocked?”的回答是“是”时填写。"
    assert "required" not in fields["q3"]
    assert "匿名" in fields["q6"]["placeholder"]
    await chats.submit(WANG, q0="many", q2="是")
    notice = private(chats, WANG)["notice"]
    assert notice == "Parcels: 请输入数字。\nWhat blocks you: 请填写此项。"
    await chats.submit(WANG, q0="30", q2="是", q3="缺纸箱", q1="3 😐 一般", q6="太冷")
    told = words(chats.last(WANG, GROUP, TITLE))
    for part in ("Parcels? 30", "Mood 😐 3", "Blocked? 是", "What blocks you? 缺纸箱"):
        assert part in told
    assert "太冷" not in told
    assert "太冷" not in private(chats, WANG)["form"]
    assert "缺纸箱" in private(chats, WANG)["form"]


async def test_a_card_of_yesterday_is_refused_kindly_with_everything_in_it(
    chats: TwoChats,
) -> None:
    """The form stays on the card, with what was typed and what is wrong."""
    await chats.until(MORNING)
    await opened(chats, WANG, "填写")
    await chats.until(MORNING + timedelta(days=1))
    await chats.submit(WANG, q0="30", q1="3 😐 一般", q2="是", q3="缺纸箱")
    shown = private(chats, WANG)
    assert "已经结束" in shown["notice"]
    assert shown["form_status"] == "normal"
    fields = {each["name"]: each.get("defaultValue") for each in form(chats, WANG)}
    assert fields["q0"] == "30"
    assert fields["q1"] == {"index": 2, "value": "3"}
    assert fields["q3"] == "缺纸箱"
    assert not chats.read(WANG, GROUP, "缺纸箱")


async def test_on_a_page_what_does_not_apply_is_dropped(chats: TwoChats) -> None:
    """Without a script the page shows everything, and says when it applies."""
    await chats.say(SAM, DM, "settings forms page")
    await chats.until(IN_NEW_YORK)
    await opened(chats, SAM)
    link = chats.last(SAM, DM, "Open the form")["blocks"][-1]["elements"][0]["url"]
    server = TestServer(build(chats.house.ready, chats.house.routes))
    async with server:
        browser = Browser(server)
        page = await browser.opens(link)
        wrong = await browser.sends(page, q0="many", q2="yes")
        assert "Only if you answer “Yes” to “Blocked?”." in wrong.text
        assert "Please type a number." in wrong.text
        assert "Please fill this in." in wrong.text
        answers = {"q0": "1,200", "q2": "no", "q3": "never mind", "q1": "5"}
        told = await browser.sends(wrong, **answers)
        await browser.close()
    assert "5 😀 Great" in told.text
    await chats.settle()
    posted = said(chats.last(SAM, ROOM, "Sam Taylor"))
    assert "Parcels? 1200" in posted
    assert "never mind" not in posted


async def test_in_a_dialogue_each_kind_is_typed(chats: TwoChats) -> None:
    """On DingTalk, in Chinese."""
    await chats.until(MORNING)
    await opened(chats, LI, "在这里回答")
    dialogue = ("三十二", "四", "是", "缺纸箱", "天猫", "JD、tmall", "周五", "-")
    for typed in dialogue:
        await chats.say(LI, DM, typed)
    told = words(chats.last(LI, GROUP, TITLE))
    for part in (
        "Parcels? 32", "Mood 🙂 4", "Blocked? 是", "What blocks you? 缺纸箱",
        "Which channels? ✓ Tmall · ✓ JD", "Live on? 6月12日周五",
    ):  # fmt: skip
        assert part in told


async def test_one_mood_for_both_chats(chats: TwoChats) -> None:
    """At the close, the same in the channel and in the group."""
    await chats.until(MORNING)
    await fill(chats, WANG, "填写", q0="1", q1="3", q6="太冷")
    await fill(chats, LI, "填写", q0="2", q1="4", q6="太热")
    await chats.until(IN_BERLIN)
    await fill(chats, ANNA, "Fill", q0="3", q1="5", q6="the lift")
    await chats.until(CLOSE)
    here, there = day(chats)
    assert "mood 4.0" in here
    assert "心情 4.0" in there
    assert "3 anonymous answers" in here
    for text in ("太冷", "太热", "the lift"):
        assert text in here
        assert text in there


def words(message: Json) -> str:
    """What a message says, without what keeps DingTalk from making it a link."""
    return said(message).replace("\u2060", "")


def form(chats: TwoChats, who: str) -> list[Json]:
    """The fields of the form that stands in the newest card with one."""
    fields = json.loads(private(chats, who)["form"])["fields"]
    return [each for each in fields if not each.get("hidden")]


def private(chats: TwoChats, who: str) -> dict[str, str]:
    """What only this person sees of their newest card with a form."""
    cards = chats.simulator.dingtalk.organization.cards.values()
    found = [card for card in cards if "form" in card.private.get(who, {})]
    return dict(found[-1].private[who])
