"""Who switched the robot off is reached all the same: by a work notice, by e-mail."""

from collections.abc import AsyncIterator

import pytest

from adapters.simulator.dingtalk.app import DingTalkApp
from tests.adapters.mail.server import MailServer
from tests.databases import fresh_url
from tests.e2e.hands import well
from tests.e2e.two_chats import (
    CHEN,
    DM,
    GROUP,
    IN_BERLIN,
    LI,
    TwoChats,
    said,
    two_chats,
)

NOTICES = "工作通知"


@pytest.fixture
async def mail() -> AsyncIterator[MailServer]:
    """A mail server without keys."""
    running = MailServer()
    await running.start()
    yield running
    await running.stop()


@pytest.fixture
async def chats(mail: MailServer) -> AsyncIterator[TwoChats]:
    """The company; 李伟 has switched the robot off."""
    besides = {
        "dingtalk_agent_id": DingTalkApp().agent_id,
        "shopcrew_mail_url": f"smtp://127.0.0.1:{mail.port}",
        "shopcrew_mail_from": "店小二 <bot@crew.example>",
    }
    async with (
        fresh_url("sqlite") as url,
        two_chats(url, IN_BERLIN, besides=besides) as chats,
    ):
        await trouble(chats, kind="mute_robot", userid=LI)
        yield chats


async def trouble(chats: TwoChats, **wish: object) -> None:
    """Something is wrong on DingTalk's side."""
    well(await chats.simulator.sides[-1].fault(wish))


async def test_a_task_reaches_who_switched_the_robot_off(
    chats: TwoChats, mail: MailServer
) -> None:
    """As a work notice with a way to the task; the receipt names both attempts."""
    await chats.say(CHEN, GROUP, "@店小二 任务 新增 检查包装 @李伟 !高")
    (notice,) = chats.read(LI, NOTICES)
    assert "检查包装" in said(notice)
    assert "请打开与机器人的单聊" in said(notice)
    assert [b["label"] for b in notice["buttons"]] == ["打开 T-1"]
    assert chats.read(LI, DM, "检查包装") == []
    assert mail.taken == []
    await chats.say(CHEN, DM, "送达 查看 T-1")
    shown = said(chats.last(CHEN, DM))
    assert "钉钉工作通知" in shown
    assert "钉钉 没有接收，已改用其他途径" in shown


async def test_whom_no_notice_reaches_gets_an_e_mail(
    chats: TwoChats, mail: MailServer
) -> None:
    """In their language, with the same way to the task."""
    await trouble(
        chats, kind="permission", path="topapi/message/corpconversation/asyncsend_v2"
    )
    await chats.say(CHEN, GROUP, "@店小二 任务 新增 检查包装 @李伟 !高")
    (letter,) = mail.taken
    assert (letter["To"], mail.recipients) == (
        "liwei@tea.example",
        ["liwei@tea.example"],
    )
    text = letter.get_body(("plain",))
    assert text is not None
    assert "检查包装" in text.get_content()
    assert "/tasks/T-1" in text.get_content()
    assert "请在聊天里回复" in text.get_content()
    await chats.say(CHEN, DM, "送达 查看 T-1")
    assert "邮件" in said(chats.last(CHEN, DM))
