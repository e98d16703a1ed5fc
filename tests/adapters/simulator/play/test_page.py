"""A week on the page: what happens is told, both at a desk and on a phone."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from playwright.async_api import Page, expect
from slack_sdk.web.async_client import AsyncWebClient

from adapters.simulator.clock import MovableClock
from adapters.simulator.simulator import Simulator
from tests.adapters.simulator.play.test_play import ask
from tests.adapters.simulator.test_page import WEDNESDAY
from tests.chromium import a_browser

pytestmark = pytest.mark.heavy
DESK = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}
OVER = "document.documentElement.scrollWidth - innerWidth"


@pytest.fixture
async def simulator() -> AsyncIterator[Simulator]:
    """A company in June, on both chats; Anna and Sofia will be asked something."""
    simulator = Simulator(clock=MovableClock(WEDNESDAY), limits=False)
    await simulator.start()
    client = AsyncWebClient(simulator.slack.app.bot_token, base_url=simulator.api_url)
    for who in ("U0ANNA1", "U0SOFIA1"):
        await ask(simulator, client, who)
    yield simulator
    await simulator.stop()


@pytest.fixture(params=[DESK, PHONE], ids=["desk", "phone"])
async def page(
    simulator: Simulator, request: pytest.FixtureRequest
) -> AsyncIterator[Page]:
    """The page at a desk and on a phone."""
    async with a_browser() as browser:
        page = await browser.new_page(viewport=request.param)
        await page.goto(f"{simulator.base_url}/simulator/")
        await expect(page.get_by_role("button", name="Play a week")).to_be_visible()
        yield page


async def begin(page: Page) -> None:
    """Choose the next seven days."""
    await page.get_by_role("button", name="Play a week").first.click()
    await page.get_by_role("menuitem", name="The next seven days").click()


async def test_a_week_is_told_as_it_happens(page: Page) -> None:
    """The moment, the place, who, and what; days on a line, nothing sticks out."""
    await begin(page)
    caption = page.locator(".play-caption")
    await expect(caption).to_contain_text("Anna Berger gets “Na?”")
    await expect(caption).to_contain_text("10 Jun 09:15 Berlin")
    await expect(page.locator(".play-day")).to_have_count(8)
    await expect(page.locator(".clock-buttons")).to_have_attribute("inert", "")
    assert await page.evaluate(OVER) <= 0
    await expect(caption).to_contain_text("The week is over", timeout=60_000)


async def test_a_week_is_paused_stopped_and_put_away(page: Page) -> None:
    """And another one can be played."""
    await begin(page)
    await page.locator(".play-pace").select_option("300")
    await page.get_by_role("button", name="Pause").click()
    await page.get_by_role("button", name="Go on").click()
    await page.get_by_role("button", name="Stop").click()
    await expect(page.locator(".play-caption")).to_contain_text("Stopped")
    await expect(page.get_by_role("button", name="Play a week")).to_have_count(2)
    await page.locator("#play").get_by_role("button", name="Close").click()
    await expect(page.locator("#play")).to_be_hidden()


async def test_both_chats_go_where_something_happens_until_one_is_touched(
    simulator: Simulator, page: Page
) -> None:
    """Who takes part is not carried away."""
    await begin(page)
    you = page.locator(".pane[data-platform=slack] .you").get_by_role("combobox")
    await expect(page.locator(".play-follow")).to_have_attribute("aria-pressed", "true")
    await expect(page.locator(".play-caption")).to_contain_text("presses")
    await expect(you).to_be_visible()
    await page.locator("[data-shown] .pane-body, .pane-body").first.click()
    follow = page.locator(".play-follow")
    await expect(follow).to_have_attribute("aria-pressed", "false")
    assert simulator.clock.now() > WEDNESDAY + timedelta(minutes=10)
