"""Form pages in a real browser: on a phone, in a side panel, in the dark."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from tests.adapters.web.browser import ADDRESS, Web, a_web
from tests.chromium import a_browser
from tests.driver import Member

pytestmark = pytest.mark.heavy

PHONE, PANEL, DESK = (390, 844), (360, 640), (1280, 900)
# Where to keep what the pages look like, for who wants to see it.
PICTURES = os.environ.get("SHOPCREW_PICTURES", "")


async def _picture(page: Page, name: str) -> None:
    if PICTURES:
        path = Path(PICTURES) / f"{name}.png"
        await page.screenshot(path=path, full_page=True)


async def _go(web: Web, page: Page, url: str) -> None:
    await page.goto(f"{web.server.make_url('/')}{url.removeprefix(ADDRESS + '/')}")


async def _fits(page: Page) -> None:
    """Nothing sticks out to the side."""
    wide = await page.evaluate("document.documentElement.scrollWidth > innerWidth")
    assert not wide


def _wang(web: Web) -> Member:
    for name in ("Bo Lin", "Anna Berger", "李伟"):
        web.team.person(name)
    return web.team.person("王芳", zone="Asia/Shanghai", language="zh")


@pytest.mark.parametrize("size", [PHONE, PANEL, DESK], ids=["phone", "panel", "desk"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_a_form_fits_every_screen(size: tuple[int, int], scheme: str) -> None:
    """No line runs out of the page; wrong fields say so where they are."""
    async with a_web() as web, a_browser() as browser:
        wang = _wang(web)
        await web.team.know_everyone()
        page = await browser.new_page(
            viewport={"width": size[0], "height": size[1]},
            color_scheme="dark" if scheme == "dark" else "light",
        )
        failed: list[str] = []
        page.on("console", lambda said: failed.append(said.text))
        await wang.says("任务 新增 检查双十一价格", "#general")
        await _go(web, page, await web.link(wang, "任务 编辑 1", "#general"))
        await _picture(page, f"{size[0]}-{scheme}-form")
        await _fits(page)
        await page.locator("#title-input").fill("")
        await page.locator("#time-input").fill("17:00")
        await page.get_by_role("button").first.click()
        await expect(page.get_by_role("alert")).to_be_visible()
        await expect(page.locator(".wrong").first).to_contain_text("请填写此项")
        await _picture(page, f"{size[0]}-{scheme}-wrong")
        await _fits(page)
        await page.locator("#title-input").fill("检查双十一价格 " + "价" * 120)
        await page.locator("#day-input").fill("2026-03-12")
        await page.get_by_role("button").first.click()
        await expect(page.locator(".sent h1")).to_be_visible()
        await _picture(page, f"{size[0]}-{scheme}-sent")
        await _fits(page)
        assert failed == []


async def test_what_is_typed_is_saved_while_it_is_typed() -> None:
    """And is there in the next visit, without any button."""
    async with a_web() as web, a_browser() as browser:
        anna = web.team.person("Anna Berger")
        page = await browser.new_page()
        url = await web.link(anna, "away")
        await _go(web, page, url)
        await page.get_by_label("Reason").fill("by the sea")
        await expect(page.get_by_role("status")).to_contain_text("Saved for later")
        await _go(web, page, url)
        await expect(page.get_by_label("Reason")).to_have_value("by the sea")
        await page.get_by_label("Reason").fill("by the lake")
        await page.goto("about:blank")  # left in the middle of a word
        for _ in range(20):  # what a page sends as it goes may come after the next one
            await _go(web, page, url)
            if await page.get_by_label("Reason").input_value() == "by the lake":
                break
        await expect(page.get_by_label("Reason")).to_have_value("by the lake")


async def test_the_page_works_without_its_script() -> None:
    """Everything, drafts included."""
    async with a_web() as web, a_browser() as browser:
        anna = web.team.person("Anna Berger")
        context = await browser.new_context(java_script_enabled=False)
        page = await context.new_page()
        await _go(web, page, await web.link(anna, "away"))
        await page.get_by_label("Reason").fill("by the sea")
        await page.get_by_role("button", name="Save for later").click()
        await expect(page.get_by_role("status")).to_contain_text("Saved for later")
        await expect(page.get_by_label("Reason")).to_have_value("by the sea")
        await page.get_by_role("button", name="Save", exact=True).click()
        await expect(page.get_by_role("heading")).to_contain_text("Sent")
        await page.get_by_role("button", name="Open the form again").click()
        await expect(page.get_by_label("Reason")).to_have_value("")


async def test_what_hangs_on_an_answer_comes_and_goes() -> None:
    """What was typed stays meanwhile; what is not asked is not sent on."""
    async with a_web() as web, a_browser() as browser:
        anna = web.team.person("Anna Berger")
        await web.team.know_everyone()
        await anna.says(
            'standup new Daily at 09:30 in #general ask "Mood (scale)" '
            '"Blocked? (yes/no, required)" "if yes: By what? (required)"'
        )
        await web.team.waits(hours=2)
        page = await browser.new_page()
        await _go(web, page, await web.link(anna, "standup fill"))
        why = page.get_by_label("By what?")
        await expect(why).to_be_hidden()
        await page.get_by_label("Yes").check()
        await expect(why).to_be_visible()
        await expect(page.get_by_text("Only if you answer")).to_be_hidden()
        await why.fill("no boxes")
        await page.get_by_label("No", exact=True).check()
        await expect(why).to_be_hidden()
        await page.get_by_label("Yes").check()
        await expect(why).to_have_value("no boxes")
        await page.get_by_label("No", exact=True).check()
        await page.get_by_label("Mood").select_option("4")
        await _picture(page, "kinds")
        await page.get_by_role("button", name="Send").click()
        await expect(page.get_by_text("Sent. Thank you!")).to_be_visible()
        await expect(page.get_by_text("no boxes")).to_have_count(0)
