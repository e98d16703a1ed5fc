"""A task's page in a real browser: on a phone, in a side panel, without scripts."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from bot.ports.login import Inside
from tests.adapters.web.browser import ADDRESS
from tests.adapters.web.tasks import Office, an_office
from tests.chromium import a_browser

pytestmark = pytest.mark.heavy

PHONE, PANEL, DESK = (390, 844), (360, 640), (1280, 900)
PICTURES = os.environ.get("SHOPCREW_PICTURES", "")
# What DingTalk's own script offers a page, with a client behind it that knows 李伟.
CLIENT = """window.dd = { requestAuthCode: (asked) => asked.onSuccess({ code: "c1" }) };
document.title = "asked";"""


async def _picture(page: Page, name: str) -> None:
    if PICTURES:
        path = Path(PICTURES) / f"{name}.png"
        await page.screenshot(path=path, full_page=True)


async def _go(office: Office, page: Page, url: str) -> None:
    path = url.removeprefix(ADDRESS + "/").lstrip("/")
    await page.goto(f"{office.server.make_url('/')}{path}")


async def _fits(page: Page) -> None:
    """Nothing sticks out to the side."""
    wide = await page.evaluate("document.documentElement.scrollWidth > innerWidth")
    assert not wide


async def _to_li(office: Office) -> None:
    """李伟 has a task with everything about it."""
    bo, li = office.team.people["Bo Lin"], office.team.people["李伟"]
    await bo.says("task edit T-1")
    await bo.fills(title="检查双十一价格 " + "A-very-long-article-number-" * 6)
    await bo.says("task assign T-1 李伟")
    await li.says("任务 评论 T-1 还差一半，明天上午补齐。")
    await li.says("任务 拆分 T-1 查淘宝、查京东")


async def _link(office: Office) -> str:
    """What 李伟 gets in the chat."""
    seen = await office.team.people["李伟"].says("任务 网页 T-1")
    assert seen is not None
    (url,) = [button.url for button in seen.buttons.values() if button.url]
    return url


@pytest.mark.parametrize("size", [PHONE, PANEL, DESK], ids=["phone", "panel", "desk"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_a_task_fits_every_screen_without_scripts(
    size: tuple[int, int], scheme: str
) -> None:
    """From the link in the chat to done, with a comment on the way."""
    async with an_office() as office, a_browser() as browser:
        await _to_li(office)
        context = await browser.new_context(
            java_script_enabled=False,
            viewport={"width": size[0], "height": size[1]},
            color_scheme="dark" if scheme == "dark" else "light",
        )
        page = await context.new_page()
        await _go(office, page, await _link(office))
        await _picture(page, f"{size[0]}-{scheme}-task")
        await page.get_by_text("稍后").first.click()
        await expect(page.get_by_role("button", name="明天")).to_be_visible()
        await page.get_by_role("button", name="评论").click()
        await page.locator("textarea").fill("都好了")
        await page.get_by_role("button").first.click()
        await expect(page.get_by_text("都好了")).to_be_visible()
        await _picture(page, f"{size[0]}-{scheme}-commented")
        looks = await browser.new_page(viewport={"width": size[0], "height": size[1]})
        await _go(office, looks, await _link(office))
        await _fits(looks)
        await page.get_by_role("button", name="完成", exact=False).first.click()
        await _picture(page, f"{size[0]}-{scheme}-done")


async def test_the_client_signs_somebody_in_by_itself() -> None:
    """The page asks it, and becomes the task; nothing is blocked on the way."""
    async with an_office() as office, a_browser() as browser:
        await _to_li(office)
        office.login.codes["c1"] = office.team.people["李伟"].ref
        script = "https://g.alicdn.com/dd.js"
        hello = """
          const here = document.querySelector("[data-hello]").dataset;
          dd.requestAuthCode({ onSuccess: async ({ code }) => {
            const body = JSON.stringify({ code });
            const headers = { "Content-Type": "application/json" };
            const said = await fetch(here.hello, { method: "POST", headers, body });
            if (said.ok) location.replace(here.to);
          } });"""
        office.login.inside = Inside("DingTalk", script, hello)
        context = await browser.new_context(user_agent="AliApp(DingTalk/7.6.0)")
        page = await context.new_page()
        blocked: list[str] = []
        page.on("console", lambda said: blocked.append(said.text))
        await page.route(script, lambda route: route.fulfill(body=CLIENT))
        await _go(office, page, "/tasks/T-1")
        await expect(page.get_by_role("heading", level=1)).to_contain_text("双十一")
        assert blocked == []


async def test_who_nobody_knows_is_asked_kindly() -> None:
    """With a way to sign in, and what to type in the chat."""
    async with an_office() as office, a_browser() as browser:
        page = await browser.new_page(viewport={"width": 390, "height": 844})
        await _go(office, page, "/tasks/T-1")
        await expect(
            page.get_by_role("link", name="Sign in with DingTalk")
        ).to_be_visible()
        await _picture(page, "390-sign-in")
        await _fits(page)
