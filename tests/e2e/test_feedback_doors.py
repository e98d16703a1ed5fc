"""Customers' words from a shop system and from a mailbox, through the whole house."""

import json
import re

import aiohttp
from aiohttp.test_utils import TestServer

from adapters.web.app import build
from tests.adapters.mail.mailbox import PretendMailbox
from tests.adapters.mail.post import a_mail, address
from tests.adapters.web.gate import signed
from tests.databases import fresh_url
from tests.e2e.two_chats import (
    ANNA,
    CHEN,
    DM,
    GROUP,
    IN_BERLIN,
    ROOM,
    WANG,
    TwoChats,
    said,
    two_chats,
)

PATH = re.compile(r"/feedback/in/[\w-]+")
SECRET = re.compile(r"whsec_[\w+/=]+")


async def bring(chats: TwoChats, path: str, secret: str, text: str) -> int:
    """A shop system's request."""
    body = json.dumps({"text": text, "order": "1001"}).encode()
    stamp = str(int(chats.simulator.clock.now().timestamp()))
    headers = {
        "webhook-id": text,
        "webhook-timestamp": stamp,
        "webhook-signature": signed(secret, text, stamp, body),
    }
    server = TestServer(build(chats.house.ready, chats.house.routes))
    async with server, aiohttp.ClientSession() as session:
        url = server.make_url(path)
        async with session.post(url, data=body, headers=headers) as got:
            status = got.status
    await chats.settle()
    return status


async def test_a_shop_system_reaches_both_chats() -> None:
    """The secret is an admin's alone; what comes in is seen where it is triaged."""
    async with fresh_url("sqlite") as url, two_chats(url, IN_BERLIN) as chats:
        await chats.say(ANNA, ROOM, "/crew room tie shop")
        await chats.say(CHEN, GROUP, "@店小二 房间 关联 shop")
        await chats.say(ANNA, ROOM, "/crew feedback triage here")
        await chats.say(ANNA, ROOM, "/crew feedback door new Magento")
        told = said(chats.read(ANNA, ROOM, "Magento")[-1])
        (path,), (secret,) = PATH.findall(told), SECRET.findall(told)
        assert chats.read(WANG, GROUP, "whsec_") == []
        text = "The cart is empty after login"
        assert await bring(chats, path, secret, text) == 202
        assert await bring(chats, path, secret, text) == 200
        (here,), (there,) = chats.read(ANNA, ROOM, text), chats.read(WANG, GROUP, text)
        assert "F-1" in said(here)
        assert "1001" in said(here)
        assert "F-1" in said(there)
        assert await bring(chats, path, "whsec_AAAA", "forged") == 401
        assert chats.read(ANNA, ROOM, "forged") == []


async def test_a_mailbox_is_read_from_the_start() -> None:
    """And by who starts next it is not read twice."""
    box = PretendMailbox()
    await box.start()
    box.gets(a_mail().as_bytes(), IN_BERLIN.date())
    besides = {"shopcrew_feedback_imap_url": address(box)}
    async with (
        fresh_url("sqlite") as url,
        two_chats(url, IN_BERLIN, besides=besides) as chats,
    ):
        await box.left.wait()
        await chats.say(ANNA, DM, "feedback list")
        seen = [said(each) for each in chats.read(ANNA, DM, "F-1")]
        assert any("F-1 Cart" in each for each in seen)
        await chats.close()
        box.left.clear()
        await chats.reopen()
        await box.left.wait()
        await chats.say(ANNA, DM, "feedback list")
        listed = said(chats.last(ANNA, DM))
        assert "F-1" in listed
        assert "F-2" not in listed
    await box.stop()
