"""Who is at a page: by the client, by DingTalk's own page, and nobody else."""

from collections.abc import AsyncIterator
from urllib.parse import parse_qs, urlsplit

import aiohttp
import pytest

from adapters.dingtalk.api import DingTalkApi, open_api
from adapters.dingtalk.login import DingTalkLogin
from adapters.simulator.dingtalk.app import DingTalkApp as Console
from adapters.simulator.dingtalk.company import LI, TEAWARE_HANGZHOU
from adapters.simulator.dingtalk.side import DingTalkSide
from adapters.simulator.simulator import Simulator
from bot.errors import Rejected
from bot.model.refs import UserRef

CORP = TEAWARE_HANGZHOU.corp_id
BACK = "http://127.0.0.1:9/login/dingtalk/back"


@pytest.fixture
async def side() -> AsyncIterator[DingTalkSide]:
    """The tea-ware shop's DingTalk."""
    running = Simulator(dingtalk_app=Console(limits=False))
    await running.start()
    yield running.dingtalk
    await running.stop()


@pytest.fixture
async def metered() -> list[str]:
    """The calls that cost something."""
    return []


@pytest.fixture
async def api(side: DingTalkSide, metered: list[str]) -> AsyncIterator[DingTalkApi]:
    """Our client of both APIs."""
    app = side.app
    async with open_api(
        app.client_id,
        app.client_secret,
        api_url=side.api_url,
        oapi_url=side.oapi_url,
        meter=metered.append,
    ) as api:
        yield api


@pytest.fixture
def login(api: DingTalkApi, side: DingTalkSide) -> DingTalkLogin:
    """The company's own."""
    return DingTalkLogin(api, CORP, CORP, side.login_url)


async def test_the_client_knows_who_is_there(
    login: DingTalkLogin, side: DingTalkSide, metered: list[str]
) -> None:
    """Its code works once, and costs nothing."""
    code = side.tokens.code(LI)
    assert await login.who(code, inside=True) == UserRef("dingtalk", CORP, LI)
    with pytest.raises(Rejected):
        await login.who(code, inside=True)
    assert metered == []


async def test_any_browser_signs_in_at_dingtalk(
    login: DingTalkLogin, metered: list[str]
) -> None:
    """There and back; the code works once, and costs nothing."""
    url = login.ask(BACK, "state-1")
    async with aiohttp.ClientSession() as browser:
        async with browser.get(url) as page:
            assert "李伟" in await page.text()
        async with browser.get(f"{url}&as={LI}", allow_redirects=False) as answer:
            there = answer.headers["Location"]
    told = parse_qs(urlsplit(there).query)
    assert there.startswith(BACK)
    assert told["state"] == ["state-1"]
    (code,) = told["authCode"]
    assert await login.who(code, inside=False) == UserRef("dingtalk", CORP, LI)
    with pytest.raises(Rejected):
        await login.who(code, inside=False)
    assert metered == []


async def test_who_is_of_another_company_is_nobody(
    api: DingTalkApi, side: DingTalkSide
) -> None:
    """Their code is good, and opens nothing here."""
    login = DingTalkLogin(api, "other", "other", side.login_url)
    with pytest.raises(Rejected) as raised:
        await login.who(side.tokens.code(LI), inside=False)
    assert raised.value.code == "other_company"


@pytest.mark.parametrize("inside", [True, False])
async def test_no_code_is_nobody(login: DingTalkLogin, *, inside: bool) -> None:
    """Nor is one that nobody gave."""
    for code in ("", "made-up"):
        with pytest.raises(Rejected):
            await login.who(code, inside=inside)


def test_the_script_names_the_company_and_no_secret(
    login: DingTalkLogin, api: DingTalkApi
) -> None:
    """Without a company the client is not asked."""
    assert login.inside is not None
    assert f'"corpId": "{CORP}"' in login.inside.script
    assert api.client_secret not in login.inside.script
    assert DingTalkLogin(api, "x", "", "").inside is None
