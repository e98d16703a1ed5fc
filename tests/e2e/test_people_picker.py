"""People are picked in a form as a visitor does it: in a browser, before both chats."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Page, expect

from bot.model.standup import Chosen
from tests.chromium import a_browser
from tests.e2e.two_chats import ANNA, MORNING, ROOM, TwoChats, two_chats

pytestmark = pytest.mark.heavy


@pytest.fixture
async def chats() -> AsyncIterator[TwoChats]:
    """The company; Anna has a stand-up for herself."""
    async with two_chats("sqlite+aiosqlite://", MORNING) as chats:
        await chats.say(ANNA, ROOM, "/crew standup new Daily at 19:30 for @anna")
        yield chats


async def opened(chats: TwoChats, page: Page) -> None:
    """The page, with the channel open."""
    await page.goto(f"{chats.simulator.base_url}/simulator/")
    channel = page.locator(".place").filter(has_text=re.compile(r"^#\s*shop$"))
    await channel.click()


async def test_who_works_in_the_other_chat_is_found_by_typing(chats: TwoChats) -> None:
    """The picker asks the bot, which knows both chats; who is picked is asked."""
    async with a_browser() as browser:
        page = await browser.new_page()
        await opened(chats, page)
        await chats.say(ANNA, ROOM, "/crew standup edit Daily")
        await page.get_by_role("button", name="Name and people").click()
        dialog = page.get_by_role("dialog")
        await expect(dialog).to_contain_text("Observers")
        people = dialog.get_by_label("People", exact=True)
        await people.click()
        await people.press_sequentially("王")
        await page.get_by_role("option", name="王芳").click()
        await expect(dialog).to_contain_text("王芳")
        await dialog.get_by_role("button", name="Save").click()
        await expect(dialog).to_be_hidden()
    async with chats.house.crew.world.store.reading() as db:
        (made,) = await db.standups.all()
        assert isinstance(made.roster, Chosen)
        known = await db.people.some(made.roster.people)
    assert {person.name for person in known.values()} == {"Anna Berger", "王芳"}


async def test_a_chinese_browser_sees_a_chinese_page(chats: TwoChats) -> None:
    """Whoever it plays; until the visitor wants the other language."""
    async with a_browser() as browser:
        context = await browser.new_context(locale="zh-CN")
        page = await context.new_page()
        await opened(chats, page)
        await expect(page.locator(".sidebar .place").first).to_have_text("🏠主页")
        await page.get_by_role("button", name="EN").click()
        await expect(page.locator(".sidebar .place").first).to_have_text("🏠Home")
