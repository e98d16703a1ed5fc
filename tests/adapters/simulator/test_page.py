"""The page of `shopcrew try`, used as a visitor would: in a real browser."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import aiohttp
import pytest
from playwright.async_api import Page, async_playwright, expect

from adapters.simulator.clock import MovableClock
from adapters.simulator.simulator import Simulator
from adapters.simulator.slack.side import BOT_TOKEN

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC_CHROME = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
ALONE = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WEDNESDAY = datetime(2026, 6, 10, 7, 5, tzinfo=UTC)  # 09:05 in Berlin, 15:05 in China


@pytest.fixture(scope="session")
def chromium() -> str:
    """Where this machine keeps its Chromium or Chrome."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None and Path(MAC_CHROME).exists():
        found = MAC_CHROME
    if found is None:
        pytest.fail("no Chromium found: install it to test the page", pytrace=False)
    return found


@pytest.fixture
async def simulator() -> AsyncIterator[Simulator]:
    """A sample company with nobody's bot connected."""
    simulator = Simulator(clock=MovableClock(WEDNESDAY))
    await simulator.start()
    yield simulator
    await simulator.stop()


@pytest.fixture
async def page(chromium: str, simulator: Simulator) -> AsyncIterator[Page]:
    """The page, just opened for the first time."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=chromium, args=list(ALONE)
        )
        page = await browser.new_page()
        await page.goto(f"{simulator.base_url}/simulator/")
        await expect(page.locator(".sidebar .place").first).to_be_visible()
        yield page
        await browser.close()


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
