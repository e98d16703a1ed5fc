"""Takes the pictures of docs/standups: `python -m tests.guide.pictures [address]`.

One company lives through October 2026, and at what the guide tells of somebody stands
with a camera. Every picture is taken in English (`name.png`) and in Chinese
(`name.zh.png`). An address is that of a `shopcrew try` that runs already.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

from playwright.async_api import Locator, expect

from bot.bootstrap import try_it
from bot.settings import load
from tests.guide.camera import Camera, View, a_camera
from tests.guide.shop import ANNA, JONAS, LI, MAYA, SOFIA, WANG, ZHANG, Shop, a_shop
from tests.sources import ROOT

FOLDER = ROOT / "docs/standups"
SLACK, DINGTALK = "slack", "dingtalk"
EU, GROUP, BOTH, WAR_ROOM = "#store-eu", "内容组", "#singles-day", "双十一作战群"
DM = "dm"
ASKED = {
    "en": (
        'ask "What will you do today?" "How many parcels left? (number)" '
        '"Which shop needs help? (Tmall / JD / Shopify / none)" '
        '"Stress (scale)" "All shipped? (yes/no)" '
        '"if no: What is late? (required)" "New banner live on? (date)"'
    ),
    "zh": (
        '问 "今天做什么？" "发了多少单？（数字）" '
        '"哪个店铺需要支援？（天猫 / 京东 / 抖音 / 都不用）" '
        '"忙不忙（评分）" "都发完了吗？（是/否）" '
        '"如果否：哪些晚了？（必填）" "新图哪天上线？（日期）"'
    ),
}


@dataclass(frozen=True, slots=True)
class Guide:
    """Who tells the story: the company, and the camera in front of it."""

    shop: Shop
    camera: Camera

    async def take(self, name: str, who: str, where: str, *words: str) -> None:
        """The newest messages with these words, as this person sees them."""
        async with self.look(who, where) as view:
            parts = [view.message(each) for each in words]
            await self.save(name, who, view, *parts)

    @asynccontextmanager
    async def look(self, who: str, where: str) -> AsyncIterator[View]:
        """A place as somebody sees it."""
        platform = SLACK if who.startswith("U0") else DINGTALK
        language = "en" if platform == SLACK else "zh"
        place = await self.shop.place(who, where)
        async with self.camera.look(platform, who, place, language=language) as view:
            yield view

    async def form(self, name: str, who: str, where: str, **typed: str) -> None:
        """The form that is open, with words typed into some of its fields."""
        async with self.look(who, where) as view:
            form = view.modal if who.startswith("U0") else view.card_form
            for field, words in typed.items():
                await view.type(field, words)
            await self.save(name, who, view, form)

    async def save(self, name: str, who: str, view: View, *parts: Locator) -> None:
        """Slack's pictures are the English ones, DingTalk's the Chinese ones."""
        file = f"{name}.png" if who.startswith("U0") else f"{name}.zh.png"
        picture = await view.picture(*parts)
        await asyncio.to_thread((FOLDER / file).write_bytes, picture)


async def making(guide: Guide) -> None:
    """One line; three steps; what a mistake is answered with."""
    shop = guide.shop
    await shop.until("2026-10-05T08:05:00+02:00")
    await shop.say(
        ANNA,
        EU,
        "/crew standup new Daily EU at 09:30 on weekdays in #store-eu remind 30m",
    )
    await guide.take("line", ANNA, EU, "Daily EU")
    await shop.say(WANG, GROUP, "@店小二 站会 新建 内容日会 9:30 工作日 提醒 30分钟")
    await guide.take("line", WANG, GROUP, "站会 新建", "内容日会")
    await shop.say(ANNA, EU, "/crew standup new at 25:00 Daily EU")
    await guide.take("mistake", ANNA, EU, "25:00")
    await shop.say(WANG, DM, "站会 新建 晚会 25:00")
    await guide.take("mistake", WANG, DM, "25:00")
    await shop.say(ANNA, EU, "/crew standup new")
    await guide.form("step-1", ANNA, EU)
    await shop.submit(ANNA, template="weekly", name="Weekly EU", who="members")
    await guide.form("step-2", ANNA, EU)
    await shop.submit(ANNA)
    await guide.form("step-3", ANNA, EU)
    await shop.submit(ANNA)


async def holidays(guide: Guide) -> None:
    """China's golden week, and the Saturday that is worked for it."""
    await guide.shop.say(ANNA, DM, "holidays China 2026")
    await guide.take("holidays", ANNA, DM, "National Day")
    await guide.shop.say(WANG, DM, "节假日 2026")
    await guide.take("holidays", WANG, DM, "调休")


async def questions(guide: Guide) -> None:
    """A form with every kind of question."""
    shop = guide.shop
    await shop.say(
        MAYA,
        EU,
        f"/crew standup new Parcels at 17:00 on fri in #store-eu {ASKED['en']}",
    )
    await shop.say(MAYA, EU, "/crew standup preview Parcels")
    await shop.press(MAYA, EU, "This is a preview", "Fill")
    async with guide.look(MAYA, EU) as view:
        await view.choose("q4", "No")
        await expect(view.modal).to_contain_text("What is late?")
        await guide.save("questions", MAYA, view, view.modal)
    await shop.say(LI, DM, f"站会 新建 发货 17:00 每周五 {ASKED['zh']}")
    await shop.say(LI, DM, "站会 预览 发货")
    await shop.press(LI, DM, "预览", "填写")
    await guide.form("questions", LI, DM)


async def morning(guide: Guide) -> None:
    """Monday in Europe: a prompt, its form, the day's thread; China has a holiday."""
    shop = guide.shop
    await shop.until("2026-10-05T09:31:00+02:00")
    await guide.take("prompt", ANNA, DM, "Daily EU")
    await shop.press(ANNA, DM, "Daily EU", "Fill")
    said = {"q0": "Planned the autumn sale", "q1": "Banners for Singles’ Day"}
    await guide.form("form", ANNA, DM, **said)
    await shop.submit(ANNA, **said)
    await shop.press(MAYA, DM, "Daily EU", "Fill")
    await shop.submit(
        MAYA, q0="Prices of the gift sets", q1="Talk to the carrier about November"
    )
    await shop.press(SOFIA, DM, "Daily EU", "Skip today")
    await shop.until("2026-10-05T10:31:00+02:00")
    await guide.take("reminder", JONAS, DM, "closes at")
    await shop.until("2026-10-05T11:01:00+02:00")
    async with guide.look(ANNA, EU) as view:
        await guide.save("thread", ANNA, view, *await view.thread("Daily EU"))


async def two_chats(guide: Guide) -> None:
    """Thursday, the first day after the holiday: one stand-up on both chats."""
    shop = guide.shop
    await shop.until("2026-10-08T09:31:00+08:00")
    await guide.take("prompt", LI, DM, "Daily stand-up")
    await shop.press(LI, DM, "Daily stand-up", "填写")
    said = {"q0": "清点了礼盒", "q1": "第二批茶杯入库"}
    await guide.form("form", LI, DM, **said)
    await shop.submit(LI, **said)
    await shop.until("2026-10-08T09:32:00+02:00")
    await shop.press(ANNA, DM, "Daily stand-up", "Fill")
    await shop.submit(ANNA, q0="Banners", q1="Landing page of Singles’ Day")
    async with guide.look(ANNA, BOTH) as view:
        day = await view.thread("Daily stand-up")
        await guide.save("two-chats", ANNA, view, *day)
    await guide.take("two-chats", LI, WAR_ROOM, "Daily stand-up")


async def absence(guide: Guide) -> None:
    """Away by oneself, and by who leads."""
    shop = guide.shop
    await shop.say(SOFIA, DM, "away friday to tuesday my sister’s wedding")
    await guide.take("away", SOFIA, DM, "wedding")
    await shop.say(ZHANG, DM, "请假 周五到下周二 回老家")
    await guide.take("away", ZHANG, DM, "回老家")


async def blockers(guide: Guide) -> None:
    """Somebody in Berlin waits for somebody in Hangzhou."""
    shop = guide.shop
    await shop.say(
        ANNA,
        BOTH,
        "/crew blocker add The stock numbers of the gift boxes are late @李伟",
    )
    await guide.take("blocker", ANNA, BOTH, "gift boxes are late")
    await guide.take("blocker", LI, DM, "gift boxes are late")
    await shop.say(ANNA, BOTH, "/crew blocker list")
    await guide.take("blockers", ANNA, BOTH, "gift boxes are late")


async def health(guide: Guide) -> None:
    """Thursday: what nobody's name stands at, and its wrap-up."""
    shop = guide.shop
    await shop.until("2026-10-08T13:00:00+02:00")
    health = "from template health at 15:00 on thu in #store-eu close 17:00"
    await shop.say(MAYA, EU, f"/crew standup new Team health {health}")
    await shop.until("2026-10-08T15:01:00+02:00")
    said = (
        (ANNA, "4", "One list for all returns"),
        (MAYA, "5", "A day without meetings"),
        (JONAS, "3", "Fewer tools"),
    )
    for who, mood, wish in said:
        await shop.press(who, DM, "Team health", "Fill")
        if who == JONAS:
            await guide.form("anonymous", JONAS, DM)
        await shop.submit(who, q0=mood, q1="3", q2=wish)
    await shop.until("2026-10-08T17:01:00+02:00")
    async with guide.look(MAYA, EU) as view:
        await guide.save("mood", MAYA, view, view.message("Team health"))


async def weeks(guide: Guide) -> None:
    """Everybody lives for three weeks; then somebody looks back."""
    shop = guide.shop
    await shop.live(until="2026-10-30T09:00:00+00:00")
    await shop.say(ANNA, DM, "standup report Daily stand-up")
    await guide.take("report", ANNA, DM, "Daily stand-up")
    await shop.say(LI, DM, "站会 统计 Daily stand-up")
    await guide.take("report", LI, DM, "Daily stand-up")
    await shop.say(ANNA, DM, "standup history Daily stand-up @Maya this week")
    await guide.take("history", ANNA, DM, "🗂")
    await shop.say(LI, DM, "站会 历史 Daily stand-up 我的 本周")
    await guide.take("history", LI, DM, "🗂")


STORY: tuple[Callable[[Guide], Awaitable[None]], ...] = (
    making,
    holidays,
    questions,
    morning,
    two_chats,
    absence,
    blockers,
    health,
    weeks,
)


async def tell(url: str) -> None:
    """The whole story, in order: what comes later needs what was before."""
    async with a_shop(url) as shop, a_camera(url) as camera:
        await shop.begin("golden")
        for chapter in STORY:
            await chapter(Guide(shop, camera))


async def main() -> None:
    """At the address given, or in a trial of its own."""
    if len(sys.argv) > 1:
        await tell(sys.argv[1])
        return
    ready: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    running = asyncio.create_task(try_it(load(), "127.0.0.1", 0, ready.set_result))
    words = (await ready).split()
    await tell(next(word for word in words if word.startswith("http")))
    os.kill(os.getpid(), signal.SIGINT)
    await running


if __name__ == "__main__":
    asyncio.run(main())
