"""Being away, and what leaves the house, over both wires."""

from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from adapters.web.signed import Signed
from tests.e2e.two_chats import (
    ANNA,
    CHEN,
    DM,
    EVENING,
    GROUP,
    IN_BERLIN,
    LI,
    ROOM,
    SAM,
    WANG,
    said,
    set_up,
    two_chats,
)

Taken = list[tuple[Signed, bytes]]


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite+aiosqlite:///{tmp_path / 'shop.db'}"


async def test_days_away_change_on_both_chats(url: str) -> None:
    """Said twice, shortened and taken out in the words of both languages."""
    async with two_chats(url, IN_BERLIN) as chats:
        await chats.say(ANNA, DM, "away tomorrow to monday doctor")
        await chats.say(ANNA, DM, "away thursday dentist")
        assert "dentist. Before, it was: doctor" in said(chats.last(ANNA, DM))
        await chats.say(ANNA, DM, "I'll be back on monday")
        assert "you are back on Mon 15 Jun" in said(chats.last(ANNA, DM))
        await chats.say(WANG, DM, "请假 明天到周五 看牙")
        await chats.say(WANG, DM, "周四不请假了")
        assert "已取消 6月11日周四的请假" in said(chats.last(WANG, DM))
        await chats.say(CHEN, DM, "替 @李伟 请假 周五 出差")
        assert "Grace 为您登记了6月12日周五请假" in said(chats.last(LI, DM))
        await chats.say(LI, DM, "不请假了")
        assert "已取消 6月12日周五的请假" in said(chats.last(LI, DM))
        assert "李伟 6月12日周五不请假了" in said(chats.last(CHEN, DM))


async def test_a_room_hears_of_who_is_away_as_it_wishes(url: str) -> None:
    """Long absences only: one day stays between the person and the bot (PEERS B16)."""
    async with two_chats(url, EVENING) as chats:
        await set_up(chats, "on weekdays in #shop away news long")
        await chats.until(IN_BERLIN)
        await chats.say(LI, DM, "请假 6月26日")
        await chats.say(SAM, DM, "ooo 24 june - 26 june")
        await chats.say(WANG, DM, "我6月29日到6月30日休年假")
        told = [said(each) for each in chats.read(ANNA, ROOM, "is away from")]
        assert told == [
            "Sam Taylor is away from Wed 24 Jun to Fri 26 Jun .",
            "王芳 is away from Mon 29 Jun to Tue 30 Jun .",
        ]
        assert "Sam Taylor 6月24日周三至6月26日周五请假" in said(
            chats.last(WANG, GROUP, "Sam Taylor 6月24日")
        )
        assert chats.read(WANG, GROUP, "6月26日周五请假。 李伟") == []


async def test_everybody_has_the_holidays_of_where_they_live(url: str) -> None:
    """Said by themselves, or by who leads them; they hear of it (PEERS B09)."""
    async with two_chats(url, IN_BERLIN) as chats:
        await set_up(chats)
        await chats.say(ANNA, DM, "I live in Austria")
        await chats.say(ANNA, DM, "away 26 october")
        assert "days off for you anyway" in said(chats.last(ANNA, DM))
        await chats.say(CHEN, DM, "设置 国家 @李伟 奥地利")
        assert "Grace 为您设置了节假日所在国家：奥地利" in said(chats.last(LI, DM))
        await chats.say(LI, DM, "请假 10月26日")
        assert "本来就休息" in said(chats.last(LI, DM))
        await chats.say(SAM, DM, "country @Anna Berger China")
        assert "can set their country" in said(chats.last(SAM, DM))
        await chats.say(LI, DM, "我的国家 默认")
        assert "按中国计算" in said(chats.last(LI, DM))


async def test_a_status_on_slack_is_asked_about(url: str) -> None:
    """And never taken for a fact (PEERS B08)."""
    async with two_chats(url, IN_BERLIN) as chats:
        chats.simulator.slack.change_person(SAM, status_emoji=":palm_tree:")
        await chats.settle()
        asked = chats.last(SAM, DM)
        assert "Shall I mark you away: Tue 9 Jun" in said(asked)
        await chats.press(SAM, "Mark me away", asked)
        assert "You are away on Tue 9 Jun" in said(chats.last(SAM, DM))


async def test_another_system_hears_of_blockers(url: str) -> None:
    """Signed, of both chats; nothing that was said in private (PEERS C07)."""
    taken: Taken = []

    async def take(request: web.Request) -> web.Response:
        taken.append((Signed.read(request.headers), await request.read()))
        return web.Response(status=204)

    app = web.Application()
    app.router.add_post("/hook", take)
    inside = {"shopcrew_webhook_inside": "127.0.0.1"}
    async with (
        TestServer(app, host="127.0.0.1") as server,
        two_chats(url, IN_BERLIN, besides=inside) as chats,
    ):
        await set_up(chats)
        address = f"http://127.0.0.1:{server.port}/hook"
        await chats.say(ANNA, DM, f"blocker webhook {address}")
        shown = said(chats.last(ANNA, DM, "whsec_"))
        secret = next(word for word in shown.split() if "whsec_" in word).strip("`")
        assert "it answered 204" in said(chats.last(ANNA, DM, "The test arrived"))
        await chats.say(WANG, GROUP, "@店小二 阻碍 新增 主图还没给我 @李伟")
        await chats.say(SAM, ROOM, "/crew blocker add stock numbers are late")
        await chats.say(LI, DM, "阻碍 新增 我自己的事")
        await chats.say(LI, DM, "B-1 解决了")
    bodies = [body.decode() for _, body in taken]
    assert all(signed.fits(body, [secret]) for signed, body in taken)
    assert [body.split('"')[3] for body in bodies] == [
        "webhook.test", "blocker.opened", "blocker.opened", "blocker.resolved",
    ]  # fmt: skip
    assert "主图还没给我" in bodies[1]
    assert not any("我自己的事" in body for body in bodies)


async def test_an_address_inside_is_refused(url: str) -> None:
    """With what whoever runs the bot can do about it."""
    async with two_chats(url, IN_BERLIN) as chats:
        await chats.say(CHEN, DM, "阻碍 回调 https://169.254.169.254/latest/")
        told = said(chats.last(CHEN, DM, "测试没有送达"))
        assert "地址在内网" in told
        assert "SHOPCREW_WEBHOOK_INSIDE" in told
