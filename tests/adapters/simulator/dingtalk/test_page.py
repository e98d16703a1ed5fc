"""DingTalk's half of the trial's page, used as a visitor would: in a real browser."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import quote

import pytest
from playwright.async_api import Locator, Page, Route, expect

from adapters.simulator.dingtalk.app import CLIENT_ID
from adapters.simulator.dingtalk.company import LI, WANG, ZHAO
from adapters.simulator.dingtalk.stage import DingTalkStage
from adapters.simulator.simulator import Simulator
from tests.adapters.simulator.dingtalk.stranger import Stranger, Stream
from tests.adapters.simulator.dingtalk.test_cards import DELIVER, card
from tests.chromium import a_browser

pytestmark = pytest.mark.heavy

WAREHOUSE, EVERYONE = "cidTEAWARE3==", "cidTEAWARE1=="
FORM = {
    "fields": [
        {"name": "run", "type": "TEXT", "hidden": True, "defaultValue": "42"},
        {"name": "did", "label": "昨天", "type": "TEXT_AREA", "required": True},
        {
            "name": "mood",
            "label": "心情",
            "type": "SELECT",
            "options": [{"value": "1", "text": "好"}, {"value": "2", "text": "差"}],
        },
        {
            "name": "areas",
            "label": "区域",
            "type": "MULTI_CHECKBOX_GROUP",
            "options": [{"value": v, "text": f"{v} 区"} for v in "AB"],
        },
        {"name": "late", "label": "会晚", "type": "SWITCH"},
        {"name": "when", "label": "提醒", "type": "DATETIME"},
    ]
}


@pytest.fixture
async def page(simulator: Simulator) -> AsyncIterator[Page]:
    """Both chats, where Li Wei looks into the warehouse's group."""
    async with a_browser() as browser:
        page = await browser.new_page(viewport={"width": 1280, "height": 800})
        await page.goto(
            f"{simulator.base_url}/simulator/#dingtalk={LI}/{quote(WAREHOUSE)}"
        )
        await expect(page.locator("[data-platform=slack] .place").first).to_be_visible()
        yield page


@pytest.fixture
def pane(page: Page) -> Locator:
    """DingTalk's half."""
    return page.locator(".pane[data-platform=dingtalk]")


async def say(pane: Locator, text: str) -> None:
    """Type into the open place and press Enter."""
    await pane.locator(".chat textarea").fill(text)
    await pane.locator(".chat textarea").press("Enter")


async def robot(stranger: Stranger, key: str, **values: str) -> None:
    """Let the robot say something to the warehouse."""
    await stranger.new(
        "POST",
        "/v1.0/robot/groupMessages/send",
        robotCode=CLIENT_ID,
        openConversationId=WAREHOUSE,
        msgKey=key,
        msgParam=json.dumps(values, ensure_ascii=False),
    )


async def show_card(stranger: Stranger, **params: Any) -> None:
    """Let the robot put a card into the warehouse's group."""
    texts = {
        name: value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        for name, value in params.items()
    }
    await stranger.new("POST", DELIVER, **card(cardData={"cardParamMap": texts}))


async def test_both_chats_stand_side_by_side(page: Page, pane: Locator) -> None:
    """Each with its own person; nothing sticks out, and the page has a name."""
    slack = page.locator(".pane[data-platform=slack]")
    await expect(page).to_have_title("Shopcrew · 店小二 — try it")
    for half, name in ((slack, "Sofia"), (pane, "王芳")):
        box = half.locator(".you").get_by_role("combobox")
        await box.click()
        await box.fill(name)
        await box.press("Enter")
    await say(slack, "Good morning")
    await say(pane, "早上好")
    await expect(slack.locator(".message").last).to_contain_text("Sofia Rossi")
    mine = pane.locator(".message.mine")
    await expect(mine.locator(".bubble")).to_have_text("早上好")
    for width in (1280, 1440, 390):
        await page.set_viewport_size({"width": width, "height": 800})
        over = "document.documentElement.scrollWidth - innerWidth"
        assert await page.evaluate(over) <= 0


async def test_a_phone_shows_one_chat_at_a_time(
    page: Page, pane: Locator, stage: DingTalkStage
) -> None:
    """The switch counts what is new in the other one, until somebody looks."""
    await page.set_viewport_size({"width": 390, "height": 844})
    await expect(pane).to_be_hidden()
    other = page.locator("#switch").get_by_role("button", name="DingTalk")
    await stage.say(ZHAO, WAREHOUSE, "礼盒到了", None)
    await expect(other.locator(".unread")).to_have_text("1")
    await other.click()
    await expect(pane.locator(".bubble").last).to_have_text("礼盒到了")
    await expect(other.locator(".unread")).to_have_count(0)
    await expect(page.locator(".pane[data-platform=slack]")).to_be_hidden()


async def test_who_is_called_is_proposed_and_reached(
    pane: Locator, stream: Stream
) -> None:
    """The bot stands first among a group's people; Enter takes the name, then sends."""
    box = pane.locator(".chat textarea")
    await box.press_sequentially("@")
    await expect(pane.get_by_role("option")).to_contain_text(["店小二", "赵磊", "陈晨"])
    await box.press_sequentially("店")
    await box.press("Enter")
    await box.press_sequentially("今天")
    await box.press("Enter")
    assert (await stream.message())["text"]["content"] == " 今天"
    await expect(pane.locator(".mine .mention")).to_have_text("@店小二")


async def test_a_quoted_answer_shows_what_it_answers(
    pane: Locator, stage: DingTalkStage, stream: Stream
) -> None:
    """While it is written, in the bubble, and for the bot."""
    await stage.say(ZHAO, WAREHOUSE, "礼盒只剩 120 套", None)
    await pane.locator(".message.theirs").hover()
    await pane.get_by_role("button", name="Quote").click()
    await expect(pane.locator(".quote-bar")).to_contain_text("赵磊: 礼盒只剩 120 套")
    await say(pane, "@店小二 转任务")
    heard = await stream.message()
    assert heard["text"]["isReplyMsg"]
    await expect(pane.locator(".mine .quote")).to_have_text("赵磊: 礼盒只剩 120 套")
    await expect(pane.locator(".quote-bar")).to_be_hidden()


async def test_markdown_is_drawn_and_html_is_not(
    pane: Locator, stranger: Stranger
) -> None:
    """Two blanks make a new line, one line end alone does not."""
    text = (
        "## 站会\n**李伟** 已*填写*  \n第二行\n同一行\n\n- 甲\n- 乙\n\n> 阻碍\n\n"
        '<img src=x onerror=alert(1)> <font color="#cf1322">红</font> '
        "[坏](javascript:alert(1)) [好](https://shop.example/)"
    )
    await robot(stranger, "sampleMarkdown", title="站会", text=text)
    body = pane.locator(".bubble .body")
    await expect(body.locator("h4")).to_have_text("站会")
    await expect(body.locator("strong")).to_have_text("李伟")
    await expect(body.locator("p").first).to_have_text(
        "李伟 已填写\n第二行 同一行", use_inner_text=True
    )
    await expect(body.locator("li")).to_have_text(["甲", "乙"])
    await expect(body.locator("blockquote")).to_have_text("阻碍")
    await expect(body).to_contain_text("<img src=x onerror=alert(1)>")
    await expect(body.locator("img, script")).to_have_count(0)
    await expect(body.locator("a")).to_have_text(["好"])
    await expect(body.locator(".coloured")).to_have_text("红")


async def test_a_card_changes_where_it_stands(
    pane: Locator, stranger: Stranger, stream: Stream
) -> None:
    """A press is answered with new data; no second message and no page appears."""
    buttons = [{"id": "done", "text": "完成", "style": "primary"}]
    await show_card(stranger, title="盘点", tone="warning", buttons=buttons)
    button = pane.get_by_role("button", name="完成")
    await button.click()
    answer = {
        "cardUpdateOptions": {"updateCardDataByKey": True},
        "cardData": {
            "cardParamMap": {"title": "盘点 ✓", "tone": "good", "buttons": ""}
        },
    }
    pressed = await stream.card(answer)
    assert pressed["content"]["cardPrivateData"]["params"] == {"action": "done"}
    await expect(pane.locator(".card[data-tone=good] h3")).to_have_text("盘点 ✓")
    await expect(button).to_have_count(0)
    await expect(pane.locator(".message")).to_have_count(1)
    await expect(pane.locator("iframe")).to_have_count(0)
    await expect(pane.locator(".chat")).to_be_visible()


async def test_a_form_keeps_what_is_typed(
    page: Page, pane: Locator, stranger: Stranger
) -> None:
    """The client asks for what is required; a change of the card takes nothing."""
    await show_card(stranger, title="站会", form=FORM, form_btn_text="提交")
    await pane.get_by_role("button", name="提交").click()
    await expect(pane.get_by_role("alert").first).to_have_text("Please fill this in.")
    await pane.get_by_label("昨天").fill("盘点 A 区")
    await stranger.new(
        "PUT",
        "/v1.0/card/instances",
        outTrackId="task-12",
        cardData={"cardParamMap": {"updated": "刚刚更新"}},
        cardUpdateOptions={"updateCardDataByKey": True},
    )
    await expect(pane.locator(".card-updated")).to_have_text("刚刚更新")
    await expect(pane.get_by_label("昨天")).to_be_focused()
    await page.keyboard.type("！")
    await expect(pane.get_by_label("昨天")).to_have_value("盘点 A 区！")


async def test_a_form_is_sent_once(
    pane: Locator, stranger: Stranger, stream: Stream
) -> None:
    """With the hidden field, in DingTalk's shapes; the answer shuts it."""
    await show_card(stranger, title="站会", form=FORM, form_btn_text="提交")
    await pane.get_by_label("昨天").fill("盘点 A 区")
    await pane.get_by_label("心情").select_option("差")
    await pane.get_by_label("B 区").check()
    await pane.get_by_label("会晚").check()
    await pane.get_by_label("提醒").fill("2026-11-03T10:30")
    await pane.get_by_role("button", name="提交").click()
    sent = await stream.card(
        {
            "cardUpdateOptions": {"updatePrivateDataByKey": True},
            "userPrivateData": {"cardParamMap": {"form_status": "disabled"}},
        }
    )
    assert sent["content"]["cardPrivateData"]["params"]["form"] == {
        "run": "42",
        "did": "盘点 A 区",
        "mood": {"index": 1, "value": "2"},
        "areas": {"index": [1], "value": ["B"]},
        "late": True,
        "when": "2026-11-03 10:30",
    }
    await expect(pane.get_by_role("button", name="提交")).to_be_disabled()
    await expect(pane.get_by_label("昨天")).to_have_value("盘点 A 区")


async def test_a_page_of_ours_opens_beside_the_chat(
    page: Page, pane: Locator, stranger: Stranger, simulator: Simulator
) -> None:
    """Unwrapped from DingTalk's own link; the chat is there again when it is closed."""
    inside = quote(f"{simulator.base_url}/simulator/clock", safe="")
    wrapped = f"dingtalk://dingtalkclient/page/link?url={inside}&pc_slide=true"
    await robot(
        stranger,
        "sampleActionCard",
        title="站会",
        text="请填写",
        singleTitle="打开表单",
        singleURL=wrapped,
    )
    await pane.get_by_role("button", name="打开表单").click()
    await expect(page.frame_locator("iframe").locator("body")).to_contain_text("now")
    await pane.get_by_role("button", name="Close the page").click()
    await expect(pane.locator("iframe")).to_have_count(0)
    await expect(pane.locator(".chat")).to_be_visible()


async def test_a_page_that_wants_no_frame_is_offered_in_a_tab(
    page: Page, pane: Locator, stranger: Stranger, simulator: Simulator
) -> None:
    """Instead of the browser's own picture of a broken page."""
    address = f"{simulator.base_url}/forms/alone"

    async def alone(route: Route) -> None:
        await route.fulfill(body="a form", headers={"X-Frame-Options": "DENY"})

    await page.route(address, alone)
    await robot(stranger, "sampleMarkdown", title="站会", text=f"[打开表单]({address})")
    await pane.get_by_role("link", name="打开表单").click()
    refusal = pane.get_by_text("This page does not open beside the chat.")
    await expect(refusal.get_by_role("link")).to_have_attribute("href", address)


async def test_a_dtmd_button_speaks_for_its_presser(
    pane: Locator, stranger: Stranger, stream: Stream
) -> None:
    """DingTalk's client posts the button's text as the person."""
    says = f"dtmd://dingtalkclient/sendMessage?content={quote('@店小二 完成 12')}"
    await robot(
        stranger,
        "sampleActionCard2",
        title="任务",
        text="T-12 盘点",
        actionTitle1="完成",
        actionURL1=says,
        actionTitle2="稍后",
        actionURL2=says,
    )
    await pane.get_by_role("button", name="完成").click()
    assert (await stream.message())["text"]["content"] == " 完成 12"
    await expect(pane.locator(".mine .bubble")).to_have_text("@店小二 完成 12")


async def test_todos_are_ticked_off_beside_the_chats(
    pane: Locator, stranger: Stranger, simulator: Simulator
) -> None:
    """The list says how many are open."""
    own = simulator.dingtalk.organization.people[LI].union_id
    await stranger.new(
        "POST",
        f"/v1.0/todo/users/{own}/tasks?operatorId={own}",
        sourceId="T-12",
        subject="T-12 核对库存",
        creatorId=own,
        executorIds=[own],
        dueTime=simulator.dingtalk.organization.milliseconds() - 60_000,
        detailUrl={"pcUrl": "https://shop.example/12"},
    )
    tab = pane.get_by_role("button", name="To-do")
    await expect(tab).to_contain_text("1 to do")
    await tab.click()
    await expect(pane.locator(".due")).to_contain_text("overdue")
    await pane.get_by_role("button", name="Done: T-12 核对库存").click()
    await expect(tab).to_contain_text("Nothing to do")
    await expect(pane.locator(".todo.done")).to_contain_text("T-12 核对库存")


async def test_who_read_it_is_counted_and_a_recall_leaves_a_line(
    pane: Locator, stranger: Stranger, stage: DingTalkStage
) -> None:
    """Small and grey, as in DingTalk."""
    await say(pane, "货到了")
    stage.messages(ZHAO, WAREHOUSE, None)
    await expect(pane.locator(".mine .reads")).to_have_text("read by 1")
    key = await stranger.new(
        "POST",
        "/v1.0/robot/groupMessages/send",
        robotCode=CLIENT_ID,
        openConversationId=WAREHOUSE,
        msgKey="sampleText",
        msgParam=json.dumps({"content": "发错了"}),
    )
    await expect(pane.locator(".theirs .bubble")).to_have_text("发错了")
    await stranger.new(
        "POST",
        "/v1.0/robot/groupMessages/recall",
        robotCode=CLIENT_ID,
        openConversationId=WAREHOUSE,
        processQueryKeys=[key["processQueryKey"]],
    )
    await expect(pane.locator(".recalled")).to_have_text("店小二 recalled a message")
    await expect(pane.locator(".theirs .bubble")).to_have_count(0)


async def test_a_place_nobody_opened_is_not_read(
    pane: Locator, stage: DingTalkStage
) -> None:
    """The list shows its last line and counts it, and the writer sees no reader."""
    await stage.say(WANG, EVERYONE, "明天放假", None)
    row = pane.locator(f".place[data-place='{EVERYONE}']")
    await expect(row).to_contain_text("王芳: 明天放假")
    await expect(row.locator(".unread")).to_have_text("1")
    assert stage.messages(None, EVERYONE, None)[0]["reads"] == []
