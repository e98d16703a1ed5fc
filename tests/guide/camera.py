"""Takes pictures of the simulator's page: one person's view of one place, cropped."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from urllib.parse import quote

from playwright.async_api import Browser, FloatRect, Locator, Page, expect

from tests.chromium import a_browser
from tests.guide.light import light

WIDTHS = {"slack": 640, "dingtalk": 560}
HEIGHT = 2600  # nothing scrolls
MARGIN = 14
BOX = "part => part.getBoundingClientRect().toJSON()"
DRAWN = "[...document.images].every(image => image.complete)"
# Only the chat: no places, no clock, nothing to type into, nothing that moves.
PLAIN = """
#top, #play, #switch, #toasts, .pane-bar, .sidebar, .main > .column-head, .composer,
.hints, .jump, .tools, .above, .try, .day { display: none !important; }
body { font-family: "Liberation Sans", Arial, "Noto Sans CJK SC", sans-serif; }
.pane:not([data-platform="%s"]) { display: none !important; }
.pane { border: 0 !important; }
.frame:has(~ .modal-layer:not([hidden])) { visibility: hidden; }
.frame:has(> .thread:not([hidden])) > .main, .thread > .column-head,
.thread .composer { display: none !important; }
.frame, .frame:has(> .aside:not([hidden])) {
  grid-template-columns: minmax(0, 1fr) !important;
}
.modal-layer { background: none !important; place-items: start center !important; }
.modal { box-shadow: none !important; max-height: none !important; margin: 14px; }
.modal-body { max-height: none !important; overflow: visible !important; }
input[type="date"]::-webkit-datetime-edit { visibility: hidden; }  /* month first */
* { animation: none !important; transition: none !important; caret-color: transparent; }
"""


@dataclass(frozen=True, slots=True)
class View:
    """What one person sees of one place, on one platform, in one language."""

    page: Page
    pane: Locator

    def message(self, words: str) -> Locator:
        """The newest message that says this."""
        return self.pane.locator(".message").filter(has_text=words).last

    @property
    def modal(self) -> Locator:
        """The form that stands over the chat."""
        return self.pane.locator(".modal")

    @property
    def card_form(self) -> Locator:
        """The newest form that is a card."""
        return self.pane.locator(".message").filter(has=self.page.locator("form")).last

    async def thread(self, words: str) -> tuple[Locator, Locator]:
        """The first and last message of the thread that begins with these words."""
        await self.message(words).locator(".thread-link").click()
        messages = self.pane.locator(".aside.thread .message")
        await expect(messages.nth(1)).to_be_visible()
        return messages.first, messages.last

    async def choose(self, field: str, option: str) -> None:
        """Picks an option of a field on Slack."""
        place = self.pane.locator(f'[data-block="{field}"]')
        await place.get_by_role("combobox").click()
        await self.page.get_by_role("option", name=option, exact=True).click()

    async def type(self, field: str, words: str) -> None:
        """Types into a field, on either platform."""
        place = self.pane.locator(f'[data-field="{field}"], [data-block="{field}"]')
        await place.last.locator("input, textarea").first.fill(words)

    async def picture(self, *parts: Locator) -> bytes:
        """All the parts, with some air around them, as a PNG."""
        await self.page.mouse.move(0, 0)
        await self._alone(parts)
        await self.page.wait_for_function(DRAWN)
        await self.page.evaluate("document.activeElement.blur()")
        await parts[-1].evaluate("part => part.scrollIntoView({ block: 'end' })")
        boxes = [await _box(part) for part in parts]
        left = max(0.0, min(box["x"] for box in boxes) - MARGIN)
        top = max(0.0, min(box["y"] for box in boxes) - MARGIN)
        right = max(box["x"] + box["width"] for box in boxes) + MARGIN
        bottom = max(box["y"] + box["height"] for box in boxes) + MARGIN
        clip = FloatRect(x=left, y=top, width=right - left, height=bottom - top)
        png = await self.page.screenshot(clip=clip)
        return await light(self.page, png)

    async def _alone(self, parts: tuple[Locator, ...]) -> None:
        """Hides the messages that are no part of the picture, yet reach into it."""
        stamps = [await part.get_attribute("data-ts") for part in parts]
        kept = [f'[data-ts="{stamp}"]' for stamp in stamps if stamp]
        if kept:
            others = f".rows .message:not({', '.join(kept)}, .thread *)"
            hidden = f"{others} {{ visibility: hidden !important; }}"
            await self.page.add_style_tag(content=hidden)


async def _box(part: Locator) -> dict[str, float]:
    """Where it stands; what is just being drawn again stands nowhere for a moment."""
    box: dict[str, float] = {"width": 0.0}
    while not box["width"]:
        await expect(part).to_be_visible()
        box = await part.evaluate(BOX)
    return box


class Camera:
    """A browser in front of `shopcrew try`."""

    def __init__(self, browser: Browser, url: str) -> None:
        self._browser, self._url = browser, url

    @asynccontextmanager
    async def look(
        self, platform: str, person: str, place: str, *, language: str = "en"
    ) -> AsyncIterator[View]:
        """The chat as this person sees it, twice as sharp as it is large."""
        context = await self._browser.new_context(
            viewport={"width": WIDTHS[platform], "height": HEIGHT},
            device_scale_factor=2,
            color_scheme="light",
            reduced_motion="reduce",
            bypass_csp=True,
            locale="zh-CN" if language == "zh" else "en-GB",
        )
        page = await context.new_page()
        await page.goto(f"{self._url}/simulator/#{platform}={person}/{quote(place)}")
        label = "中文" if language == "zh" else "EN"
        await page.get_by_role("button", name=label, exact=True).click()
        await page.evaluate(
            "p => document.querySelectorAll('.pane').forEach("
            "pane => pane.toggleAttribute('data-shown', pane.dataset.platform === p))",
            platform,
        )
        await page.add_style_tag(content=PLAIN % platform)
        pane = page.locator(f'.pane[data-platform="{platform}"]')
        await pane.locator(".message").last.wait_for(state="attached")
        yield View(page, pane)
        await context.close()


@asynccontextmanager
async def a_camera(url: str) -> AsyncIterator[Camera]:
    """A camera in front of a company that already runs."""
    async with a_browser() as browser:
        yield Camera(browser, url)
