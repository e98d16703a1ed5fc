"""Thanks and an award over both real wires: each side reads its own language."""

import json
import re
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from tests.databases import KINDS, Kind, fresh_url
from tests.e2e.two_chats import (
    ANNA,
    DM,
    EVENING,
    GROUP,
    IN_BERLIN,
    IN_NEW_YORK,
    LI,
    MORNING,
    ROOM,
    SAM,
    WANG,
    TwoChats,
    one_room,
    said,
    two_chats,
)


@pytest.fixture(params=KINDS)
async def chats(request: pytest.FixtureRequest) -> AsyncIterator[TwoChats]:
    """#shop and the group are one room, and the wall; on both databases."""
    kind: Kind = request.param
    async with fresh_url(kind) as url, two_chats(url, EVENING) as chats:
        await one_room(chats)
        await chats.say(ANNA, ROOM, "/crew kudos wall here")
        yield chats


async def test_thanks_cross_between_the_chats(chats: TwoChats) -> None:
    """Once on each side; who is thanked hears of it in their morning; a change and
    taking it back reach every message.
    """
    await chats.say(SAM, ROOM, "/crew kudos @王芳 for the red banner #care")
    here, there = (
        chats.last(who, where, "the red banner")
        for who, where in ((SAM, ROOM), (LI, GROUP))
    )
    assert "Sam Taylor thanks 王芳" in said(here)
    assert "💙 care" in said(here)
    assert "Sam Taylor 感谢 王芳" in said(there)
    assert "💙 用心" in said(there)
    assert len(chats.read(SAM, ROOM, "the red banner")) == 1
    assert chats.read(WANG, DM, "感谢您") == []
    await chats.until(MORNING)
    assert "Sam Taylor 感谢您" in said(chats.last(WANG, DM, "the red banner"))


async def test_a_sign_on_a_message_is_thanks_with_a_reason(chats: TwoChats) -> None:
    """Whoever put it there says what for, in private; then both sides read it."""
    await chats.until(IN_BERLIN)
    await chats.say(ANNA, ROOM, "/crew kudos sign :tada:")
    await chats.say(ANNA, ROOM, "The banner is up")
    side = chats.simulator.side_of(SAM)
    message = side.messages(SAM, ROOM, None)[-1]["ts"]
    await side.react(SAM, message, "tada")
    await chats.until(IN_NEW_YORK)
    question = chats.last(SAM, DM, "You liked what Anna Berger wrote")
    await chats.press(SAM, "Say what for", question)
    await chats.submit(SAM, reason="for the red banner, in one night")
    await chats.settle()
    assert "Sam Taylor thanks Anna Berger" in said(chats.last(ANNA, ROOM, "one night"))
    assert "Sam Taylor 感谢 Anna Berger" in said(chats.last(LI, GROUP, "one night"))


async def test_a_change_reaches_every_message(chats: TwoChats) -> None:
    """Whatever chat it was typed on."""
    await chats.say(WANG, GROUP, "@店小二 点赞 @李伟 因为横幅做得漂良")
    assert "王芳 thanks 李伟" in said(chats.last(ANNA, ROOM, "横幅做得漂良"))
    await chats.say(WANG, GROUP, "@店小二 点赞 修改 K-1 横幅做得漂亮 #用心")
    for who, where in ((ANNA, ROOM), (LI, GROUP)):
        assert chats.read(who, where, "漂良") == []
        assert "横幅做得漂亮" in said(chats.last(who, where, "🎉"))
    await chats.say(WANG, GROUP, "@店小二 点赞 撤回 K-1")
    assert chats.read(ANNA, ROOM, "漂亮") == []
    assert "K-1 was taken back" in said(chats.last(ANNA, ROOM, "K-1"))


async def test_an_award_is_given_on_both_chats(chats: TwoChats) -> None:
    """Nominated on one, voted on both, announced on both."""
    await chats.say(ANNA, ROOM, '/crew award new "Star" monthly')
    assert "该颁给谁" in said(chats.last(LI, GROUP, "Star"))
    await chats.say(LI, GROUP, "@店小二 评奖 提名 @王芳 因为横幅做得漂亮")
    await chats.say(ANNA, ROOM, "/crew award nominate @sam for the launch nobody dared")
    await chats.until(EVENING + timedelta(days=11))
    assert chats.read(ANNA, DM, "Who is on the shortlist")
    await chats.press(ANNA, "Make the shortlist", chats.last(ANNA, DM, "shortlist"))
    found = re.findall(r'"value": "(\d+)"', json.dumps(chats.view(ANNA)))
    sam, wang = dict.fromkeys(found)
    await chats.submit(ANNA, people=[sam, wang])
    for who, where, label in ((ANNA, ROOM, "Vote"), (LI, GROUP, "投票")):
        await chats.press(who, label, chats.last(who, where, "Star"))
        await chats.submit(who, person=wang)
    await chats.until(EVENING + timedelta(days=17))
    assert "2026-06 : 王芳" in said(chats.last(ANNA, ROOM, "Star"))
    assert "Star · 2026-06：王芳" in said(chats.last(LI, GROUP, "Star"))
    assert "恭喜" in said(chats.last(WANG, DM, "颁给了您"))
    assert "somebody else this time" in said(chats.last(SAM, DM, "Star"))
