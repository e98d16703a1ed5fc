"""Tickets and the upgrade to a WebSocket (facts §1.1, §1.2)."""

from __future__ import annotations

import aiohttp
import pytest

from adapters.simulator.dingtalk.side import DingTalkSide
from adapters.simulator.simulator import Simulator
from tests.adapters.simulator.dingtalk.stranger import MESSAGES, Stranger


async def test_a_ticket_opens_one_connection(stranger: Stranger) -> None:
    """The second use of a ticket gets 401 before the upgrade."""
    status, opened = await stranger.open()
    assert status == 200
    assert opened["endpoint"].startswith("ws://127.0.0.1:")
    socket = await stranger.upgrade(opened["ticket"])
    with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
        await stranger.upgrade(opened["ticket"])
    assert refused.value.status == 401
    await socket.close()


async def test_a_ticket_dies_after_ninety_seconds(
    stranger: Stranger, simulator: Simulator
) -> None:
    """By the simulator's clock."""
    _, opened = await stranger.open()
    await simulator.advance(91)
    with pytest.raises(aiohttp.WSServerHandshakeError):
        await stranger.upgrade(opened["ticket"])


async def test_an_unknown_ticket_is_refused(stranger: Stranger) -> None:
    """Nobody gets in with a guess."""
    with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
        await stranger.upgrade("guess")
    assert refused.value.status == 401


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"clientSecret": "stolen"}, "authFailed"),
        ({"subscriptions": []}, "paramIllegal"),
        ({"subscriptions": [{"type": "EVENT"}]}, "paramIllegal"),
        ({"subscriptions": [MESSAGES | {"type": "SYSTEM"}]}, "paramIllegal"),
    ],
)
async def test_a_bad_request_is_refused(
    stranger: Stranger, wrong: dict[str, object], code: str
) -> None:
    """Status 400 in the shape of the new API."""
    status, answer = await stranger.open(**wrong)
    assert (status, answer["code"]) == (400, code)
    assert {"requestid", "message"} <= set(answer)


async def test_who_does_not_ask_for_json_gets_xml(
    stranger: Stranger, ding: DingTalkSide
) -> None:
    """The Accept header matters (facts §1.1)."""
    body = {
        "clientId": stranger.app.client_id,
        "clientSecret": stranger.app.client_secret,
        "subscriptions": [MESSAGES],
    }
    url = f"{ding.api_url}/v1.0/gateway/connections/open"
    async with stranger.session.post(url, json=body) as answer:
        assert answer.content_type == "application/xml"
        assert "<ticket>" in await answer.text()


async def test_no_call_is_billed_for_a_ticket(
    stranger: Stranger, ding: DingTalkSide
) -> None:
    """Opening a connection is free and recorded."""
    await stranger.open()
    (call,) = ding.requests
    assert call.shown()["body"]["clientSecret"] == "…"
    assert (call.method, call.status, call.ok, call.billed) == (
        "POST",
        200,
        True,
        False,
    )
