"""Every page there is, asked for by who has no right to it: a colleague, somebody of
another company, and nobody at all. They are told nothing, and nothing changes.

The routes are those that the house really has: a new one needs a line below.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

import pytest
from aiohttp import ClientSession
from aiohttp.test_utils import TestClient, TestServer

from adapters.web.app import build
from tests.e2e.two_chats import ANNA as ANNA_OF_TWO
from tests.e2e.two_chats import DM, EVENING, two_chats
from tests.e2e.wire import words
from tests.workspaces.shops import ANNA, BO, NORTH, SOUTH, Browser, Shops, shops

WORD = "zeppelin"
LINK = re.compile(r"https://tea\.example/(?:tasks|forms)/[^\s'\"]+")
DOOR = re.compile(r"/measures/in/([\w-]+)")
Asked = Mapping[str, object]
# What is sent to each, besides what stands in its address.
SENT: dict[tuple[str, str], Asked] = {
    ("GET", "/tasks/{task}"): {},
    ("POST", "/tasks/{task}"): {
        "data": {"press": "task.done 1", "sign": "", "after": ""}
    },
    ("GET", "/login/{platform}"): {"params": {"to": "T-1"}},
    ("POST", "/login/{platform}"): {"json": {"code": "1"}},
    ("GET", "/login/{platform}/back"): {"params": {"state": "1", "code": "1"}},
    ("GET", "/forms/{token}"): {},
    ("POST", "/forms/{token}"): {"data": {"title": "Mine now"}},
    ("POST", "/forms/{token}/draft"): {"data": {"title": "Mine now"}},
    ("POST", "/forms/{token}/back"): {"data": {"title": "Mine now"}},
    ("POST", "/forms/{token}/again"): {"data": {}},
    ("POST", "/measures/in/{door}"): {
        "json": {"values": [{"measure": "Zeppelin", "period": "2026-06", "value": 1}]}
    },
    ("POST", "/feedback/in/{door}"): {"json": {"id": "1", "text": "Mine now"}},
    ("POST", "/slack/events"): {"data": {"command": "/crew", "text": "task show T-1"}},
    ("GET", "/slack/install"): {},
    ("GET", "/slack/oauth_redirect"): {"params": {"code": "1", "state": "1"}},
}


# The same of DingTalk's doors, and of those that only say how the bot is.
MORE: dict[tuple[str, str], Asked] = {
    ("POST", "/dingtalk/messages"): {"json": {"text": {"content": "task done T-1"}}},
    ("POST", "/dingtalk/cards"): {"json": {"outTrackId": "1", "value": "task.done 1"}},
    ("POST", "/dingtalk/events"): {"json": {"encrypt": "Zm9yZ2Vk"}},
    ("GET", "/healthz"): {},
    ("GET", "/readyz"): {},
}


@dataclass(frozen=True, slots=True)
class Secrets:
    """Anna's task, form and door, as their addresses name them."""

    task: str
    token: str
    door: str


async def newest(there: Shops, team: str, who: str, typed: str) -> str:
    """What the bot answers, with the addresses in it."""
    await there.say(team, who, "dm", typed)
    last = there.read(team, who, "dm")[-1]
    return f"{words(last)} {last['blocks']}"


async def link(there: Shops, team: str, who: str, typed: str) -> str:
    """The page that a command leads to."""
    found = LINK.search(await newest(there, team, who, typed))
    assert found
    return found[0]


async def signed_in(
    there: Shops, team: str, who: str, title: str, task: str
) -> Browser:
    """Somebody's browser, which knows them by a task of their own."""
    await there.say(team, who, "dm", f"task add {title}")
    browser = there.browser()
    address = await link(there, team, who, f"task page {task}")
    assert title in await visited(browser, address)
    return browser


async def kept(there: Shops) -> Secrets:
    """What is Anna's: she has her task and her form open."""
    browser = await signed_in(there, NORTH, ANNA, "Zeppelin", "T-1")
    await there.say(NORTH, ANNA, "dm", "settings forms page")
    form = await link(there, NORTH, ANNA, "task edit T-1")
    assert "Zeppelin" in await visited(browser, form)
    door = DOOR.search(await newest(there, NORTH, ANNA, "measure door new Zeppelin"))
    assert door
    return Secrets("T-1", urlsplit(form).path.rpartition("/")[2], door[1])


async def visited(browser: Browser, address: str) -> str:
    """The page they see in the end; cookies are kept on the way, as over https."""
    for _ in range(4):
        parts = urlsplit(address)
        status, told = await answered(browser, "GET", f"{parts.path}?{parts.query}", {})
        if status // 100 != 3:
            return told
        address = urljoin(address, browser.page)
    return ""


async def answered(
    browser: Browser, method: str, path: str, asked: Asked
) -> tuple[int, str]:
    """The status of one bare request, and everything that comes back."""
    mine = "; ".join(f"{name}={value}" for name, value in browser.cookies.items())
    async with (
        ClientSession(headers={"Cookie": mine}) as session,
        session.request(
            method,
            browser.door + path,
            allow_redirects=False,
            **asked,  # type: ignore[arg-type]
        ) as answer,
    ):
        browser.cookies |= {name: c.value for name, c in answer.cookies.items()}
        browser.page = answer.headers.get("Location", "")
        return answer.status, f"{dict(answer.headers)} {await answer.text()}"


@pytest.mark.heavy
async def test_no_page_tells_or_does_anything_for_who_has_no_right(url: str) -> None:
    """Whoever they are signed in as, and whatever address they know."""
    async with shops(url, NORTH, SOUTH) as there:
        await there.installs(NORTH)
        await there.installs(SOUTH)
        secret = await kept(there)
        strangers = {
            "nobody": there.browser(),
            "a colleague": await signed_in(there, NORTH, BO, "Mine", "T-2"),
            "another company": await signed_in(there, SOUTH, BO, "Mine", "T-1"),
        }
        routes = {(each.method, each.path) for each in there.house.routes}  # type: ignore[attr-defined]
        assert routes == set(SENT)
        wrong = []
        names = {"task": secret.task, "token": secret.token, "door": secret.door}
        for (method, route), asked in SENT.items():
            path = route.format(platform="slack", **names)
            for who, browser in strangers.items():
                status, told = await answered(browser, method, path, asked)
                if WORD in told.casefold() or status >= 500:
                    wrong.append((who, method, route, status, told[:300]))
                if method == "POST" and status == 202:
                    wrong.append((who, method, route, status, "taken"))
        assert wrong == []
        told = await newest(there, NORTH, ANNA, "task show T-1")
        assert "Zeppelin" in told
        assert "Mine now" not in told
        assert "Done" in told  # its button: nobody has marked it done


async def test_no_door_of_dingtalk_takes_what_is_not_signed(url: str) -> None:
    """Nor do the pages for who looks after the machine tell of anybody's work."""
    http = {
        "dingtalk_mode": "http",
        "dingtalk_event_token": "tok",
        "dingtalk_event_aes_key": "1234567890123456789012345678901234567890123",
    }
    async with two_chats(url, EVENING, besides=http) as chats:
        await chats.say(ANNA_OF_TWO, DM, "task add Zeppelin")
        app = build(chats.house.ready, chats.house.routes)
        doors = {
            (each.method, each.resource.canonical)
            for each in app.router.routes()
            if each.resource and each.method != "HEAD"
        }
        assert {each for each in doors if each not in SENT} == set(MORE)
        async with TestClient(TestServer(app)) as client:
            for (method, path), asked in MORE.items():
                answer = await client.request(method, path, **asked)  # type: ignore[arg-type]
                told = f"{dict(answer.headers)} {await answer.text()}".casefold()
                refused = answer.status in (401, 403)
                assert refused == (method == "POST"), (path, answer.status, told)
                assert WORD not in told
        assert "Zeppelin" in str(chats.last(ANNA_OF_TWO, DM))
