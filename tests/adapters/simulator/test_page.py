"""The page of `shopcrew try`, used as a visitor would: in a real browser."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import aiohttp
import pytest
from playwright.async_api import Page, Route, expect

from adapters.simulator.clock import MovableClock
from adapters.simulator.simulator import Simulator
from adapters.simulator.slack.side import BOT_TOKEN
from tests.adapters.simulator.conftest import SHORTCUTS
from tests.chromium import a_browser

pytestmark = pytest.mark.heavy

WEDNESDAY = datetime(2026, 6, 10, 7, 5, tzinfo=UTC)  # 09:05 in Berlin, 15:05 in China


@pytest.fixture
async def simulator() -> AsyncIterator[Simulator]:
    """A company on Slack alone: no bot is connected, the command is its own."""
    simulator = Simulator(
        clock=MovableClock(WEDNESDAY),
        dingtalk=None,
        command="/shop",
        shortcuts=SHORTCUTS,
    )
    await simulator.start()
    yield simulator
    await simulator.stop()


@pytest.fixture
async def page(simulator: Simulator) -> AsyncIterator[Page]:
    """The page, just opened for the first time."""
    async with a_browser() as browser:
        page = await browser.new_page()
        await page.goto(f"{simulator.base_url}/simulator/")
        await expect(page.locator(".sidebar .place").first).to_be_visible()
        yield page


async def become(page: Page, name: str) -> None:
    """Pick who the visitor plays."""
    box = page.locator(".you").get_by_role("combobox")
    await box.click()
    await box.fill(name)
    await box.press("Enter")


async def say(page: Page, text: str) -> None:
    """Type into the open place and press Enter."""
    box = page.locator(".chat textarea")
    await box.fill(text)
    await box.press("Escape")
    await box.press("Enter")


async def test_visitor_picks_a_person_and_sees_what_they_said(page: Page) -> None:
    await become(page, "Sofia")
    await say(page, "Good morning, shop")
    message = page.locator(".message").last
    await expect(message).to_contain_text("Sofia Rossi")
    await expect(message).to_contain_text("Good morning, shop")
    await expect(page.locator(".chat textarea")).to_have_value("")


async def test_what_is_typed_while_the_page_redraws_stays(page: Page) -> None:
    """In another language, while the server takes its time."""
    answers = asyncio.Event()

    async def hold(route: Route) -> None:
        await answers.wait()
        await route.continue_()

    await page.route("**/simulator/places*", hold)
    await page.get_by_role("button", name="中文").click()
    box = page.locator(".chat textarea")
    await box.fill("早上好")
    answers.set()
    await expect(page.locator(".sidebar .place").first).to_have_text("🏠主页")
    await expect(box).to_have_value("早上好")
    await box.press("Enter")
    await expect(page.locator(".message").last).to_contain_text("早上好")


async def test_command_and_shortcuts_are_the_apps_own(page: Page) -> None:
    box = page.locator(".chat textarea")
    await box.press_sequentially("/shop ta")
    await expect(page.get_by_role("option").first).to_contain_text("/shop task add")
    await box.press("Escape")
    await page.get_by_role("button", name="Shortcuts").click()
    await expect(page.get_by_role("menuitem")).to_have_text(["📌New task"])
    await page.keyboard.press("Escape")
    await say(page, "The printer is out of paper")
    await page.locator(".message").last.hover()
    await page.get_by_role("button", name="More actions").click()
    await expect(page.get_by_role("menuitem")).to_have_text(["📌Make it a task"])


async def test_who_is_not_in_a_channel_joins_it_first(page: Page) -> None:
    await page.locator(".place", has_text="customer-service").click()
    join = page.get_by_role("button", name="Join")
    await expect(page.locator(".chat textarea")).to_be_hidden()
    await join.click()
    await expect(join).to_be_hidden()
    await say(page, "Hello from marketing")
    await expect(page.locator(".message").last).to_contain_text("Hello from marketing")


async def test_markup_that_somebody_types_stays_text(page: Page) -> None:
    typed = "<img src=x onerror=alert(1)> &amp; <script>alert(2)</script>"
    await say(page, typed)
    await expect(page.locator(".message .body").last).to_have_text(typed)
    await expect(page.locator(".message img, .message script")).to_have_count(0)


async def test_refused_text_stays_in_the_box(page: Page) -> None:
    await say(page, "/nonsense at all")
    await expect(page.get_by_role("alert").first).to_contain_text("/nonsense")
    await expect(page.locator(".chat textarea")).to_have_value("/nonsense at all")


async def test_what_the_bot_posts_appears_in_the_readers_time(
    page: Page, simulator: Simulator
) -> None:
    due = f"<!date^{int(WEDNESDAY.timestamp())}^{{date_short_pretty}} at {{time}}|x>"
    await post(simulator, {"type": "mrkdwn", "text": f"*T-1* due {due}"})
    body = page.locator(".message .body").last
    await expect(body).to_have_text("T-1 due today at 09:05")
    await expect(body.locator("strong")).to_have_text("T-1")
    await become(page, "李伟")
    await expect(body).to_have_text("T-1 due 今天 at 15:05")


async def test_plain_text_is_never_formatted(page: Page, simulator: Simulator) -> None:
    await post(simulator, {"type": "plain_text", "text": "*not bold* <b> & ~x~"})
    body = page.locator(".message .body").last
    await expect(body).to_have_text("*not bold* <b> & ~x~")


async def test_clock_moves_and_language_follows_the_person(page: Page) -> None:
    face = page.locator(".clock-moment")
    await expect(face).to_contain_text("09:05")
    await page.get_by_role("button", name="+1 h").click()
    await expect(face).to_contain_text("10:05")
    await become(page, "王芳")
    await expect(face).to_contain_text("16:05")
    await expect(page.get_by_role("button", name="下一件事")).to_be_visible()


async def post(simulator: Simulator, text: dict[str, str]) -> None:
    """Let the bot post one section into #general."""
    said = {
        "channel": "C0GENERAL",
        "text": "a card",
        "blocks": [{"type": "section", "text": text}],
    }
    bearer = {"Authorization": f"Bearer {BOT_TOKEN}"}
    async with aiohttp.ClientSession(headers=bearer) as session:
        url = f"{simulator.api_url}chat.postMessage"
        async with session.post(url, json=said) as response:
            assert (await response.json())["ok"]
