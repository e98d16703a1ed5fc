"""From 待办 to the task's page, signed in at DingTalk, and back into the chat."""

from dataclasses import replace

import aiohttp
from aiohttp.test_utils import TestServer

from adapters.web.app import build
from tests.adapters.web.browser import Browser
from tests.databases import fresh_url
from tests.e2e.two_chats import CHEN, DM, GROUP, IN_BERLIN, LI, said, two_chats


async def test_a_todo_opens_the_page_of_its_task() -> None:
    """李伟 signs in once, and marks the task done there."""
    async with (
        fresh_url("sqlite") as url,
        two_chats(url, IN_BERLIN, besides={"dingtalk_todo": True}) as chats,
    ):
        await chats.say(CHEN, GROUP, "@店小二 任务 新增 检查包装 @李伟")
        (todo,) = chats.view(LI)["todos"]
        assert todo["url"].endswith("/tasks/T-1")
        assert "key" not in todo["url"]
        server = TestServer(build(chats.house.ready, chats.house.routes))
        async with server:
            browser = Browser(server)
            page = await browser.opens(todo["url"])
            assert "检查包装" not in page.html
            left = await browser.asks(
                "GET", "/login/dingtalk?to=T-1", allow_redirects=False
            )
            there = f"{left.headers['Location']}&as={LI}"
            async with (
                aiohttp.ClientSession() as elsewhere,
                elsewhere.get(there, allow_redirects=False) as sent,
            ):
                back = sent.headers["Location"]
            page = await browser.opens(back)
            assert "检查包装" in page.text
            assert "李伟 专用" in page.text
            page = await browser.sends(page, press="task.done 1")
            assert "撤销" in page.text
            await browser.close()
        await chats.settle()
        assert "检查包装" in said(chats.last(CHEN, DM))
        (todo,) = chats.view(LI)["todos"]
        assert todo["done"]


async def test_a_link_from_the_chat_opens_it_too() -> None:
    """In Chinese, by one word."""
    async with fresh_url("sqlite") as url, two_chats(url, IN_BERLIN) as chats:
        await chats.say(CHEN, GROUP, "@店小二 任务 新增 检查包装 @李伟")
        await chats.say(LI, DM, "任务 网页 T-1")
        told = chats.last(LI, DM)
        assert "T-1 的网页" in said(told)
        assert "只能使用一次" in said(told)


async def test_hints_call_the_robot_by_its_name() -> None:
    """As the owner says, else as DingTalk does from the first group on."""
    async with fresh_url("sqlite") as url, two_chats(url, IN_BERLIN) as chats:
        chats.simulator.dingtalk.app = replace(
            chats.simulator.dingtalk.app, robot_name="小茶"
        )
        await chats.say(CHEN, GROUP, "@店小二 今天")
        await chats.say(CHEN, GROUP, "@店小二 帮助 房间")
        assert "小茶 房间" in said(chats.last(CHEN, DM))
    besides = {"dingtalk_robot_name": "小二"}
    async with (
        fresh_url("sqlite") as url,
        two_chats(url, IN_BERLIN, besides=besides) as chats,
    ):
        await chats.say(CHEN, GROUP, "@店小二 帮助 房间")
        seen = "".join(said(each) for each in chats.read(CHEN, DM))
        assert "小二 房间" in seen
        assert "店小二 房间" not in seen


async def test_dingtalk_is_asked_for_nothing_it_does_not_document() -> None:
    """Every field of every call is one of that call's own."""
    besides = {"dingtalk_todo": True}
    async with (
        fresh_url("sqlite") as url,
        two_chats(url, IN_BERLIN, besides=besides) as chats,
    ):
        await chats.say(CHEN, GROUP, "@店小二 任务 新增 检查包装 @李伟 周五 !高")
        await chats.say(LI, DM, "任务 延期 T-1 下周一")
        await chats.say(LI, DM, "任务 评论 T-1 快好了")
        await chats.say(LI, DM, "任务 完成 T-1")
        await chats.say(LI, DM, "任务 撤销 T-1")
        asked = chats.simulator.dingtalk.requests
        assert [(one.path, one.unknown) for one in asked if one.unknown] == []
        assert len({one.path for one in asked}) > 10
