"""The control interface: what pages and tests steer the simulator with."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from adapters.simulator.simulator import Simulator
from tests.adapters.simulator.stranger import Stranger
from tests.adapters.simulator.test_interactions import ACTIONS
from tests.adapters.simulator.test_views import modal


class Remote:
    """The control interface as an outsider reaches it."""

    def __init__(self, session: aiohttp.ClientSession) -> None:
        self.session = session

    async def get(self, path: str, **query: str) -> Any:
        """Read something that must be there."""
        async with self.session.get(f"/simulator/{path}", params=query) as answer:
            assert answer.status == 200, await answer.text()
            return await answer.json()

    async def post(self, path: str, **body: Any) -> Any:
        """Do something that must be possible."""
        async with self.session.post(f"/simulator/{path}", json=body) as answer:
            assert answer.status == 200, await answer.text()
            return await answer.json()

    async def refused(self, path: str, **body: Any) -> str:
        """The sentence of a request that must be refused."""
        async with self.session.post(f"/simulator/{path}", json=body) as answer:
            assert answer.status == 400
            return str((await answer.json())["error"])


@pytest.fixture
async def remote(simulator: Simulator) -> AsyncIterator[Remote]:
    """An outsider on this machine."""
    async with aiohttp.ClientSession(simulator.base_url) as session:
        yield Remote(session)


async def test_people_and_places_are_listed(remote: Remote) -> None:
    """A person sees public channels, their private ones, and their own DM."""
    people = (await remote.get("people"))["people"]
    anna = next(person for person in people if person["handle"] == "anna")
    assert anna == {
        "id": "U0ANNA1",
        "platform": "slack",
        "name": "Anna Berger",
        "handle": "anna",
        "title": "Marketing",
        "tz": "Europe/Berlin",
        "locale": "en-US",
        "is_bot": False,
    }
    places = (await remote.get("places", **{"as": "U0JONAS1"}))["places"]
    names = {place["name"] for place in places}
    assert "c-level" not in names
    assert {"id": "D0JONAS1", "kind": "dm", "with": "U0JONAS1"}.items() <= (
        places[-1].items()
    )


async def test_places_say_whether_the_reader_is_a_member(remote: Remote) -> None:
    """A public channel can be read by all, but written in by its members only."""
    places = (await remote.get("places", **{"as": "sam"}))["places"]
    member = {place["name"]: place["member"] for place in places}
    assert (member["general"], member["c-level"], member["it"]) == (True, True, False)
    await remote.post("join", **{"as": "sam", "in": "#it"})
    places = (await remote.get("places", **{"as": "sam"}))["places"]
    assert all(place["member"] for place in places if place["name"] == "it")


async def test_the_app_tells_its_command_and_shortcuts(remote: Remote) -> None:
    """Pages offer what the manifest declares, not what they guess."""
    assert await remote.get("app") == {
        "command": "/crew",
        "shortcuts": [
            {"name": "New task", "callback_id": "task_new", "kind": "global"},
            {
                "name": "Make it a task",
                "callback_id": "task_from_message",
                "kind": "message",
            },
        ],
    }


async def test_a_press_in_a_modal_carries_what_was_typed(
    simulator: Simulator, remote: Remote, bot: Stranger
) -> None:
    """The view's state holds unsent fields, and keeps them for the next view."""
    blocks = [*modal()["blocks"], *ACTIONS]
    trigger = simulator.slack.triggers.issue("U0ANNA1")
    await bot.client.views_open(trigger_id=trigger, view=modal(blocks=blocks))
    click = {"as": "anna", "view": "modal", "button": "skip"}
    await remote.post("press", **click, values={"title": "pots"})
    body = await bot.body("block_actions")
    title = {"type": "plain_text_input", "value": "pots"}
    assert body["view"]["state"]["values"]["title"]["v"] == title
    await remote.post("press", **click)
    body = await bot.body("block_actions", 2)
    assert body["view"]["state"]["values"]["title"]["v"] == title
    wrong = await remote.refused("press", **click, values={"Price": "1"})
    assert "no field 'Price'" in wrong


async def test_what_is_said_is_read_by_those_who_may(remote: Remote) -> None:
    """`since` is exclusive, and private places are private."""
    first = await remote.post("say", **{"as": "grace", "in": "#c-level", "text": "a"})
    second = await remote.post("say", **{"as": "grace", "in": "#c-level", "text": "b"})
    read = await remote.get("messages", **{"as": "sam", "in": "#c-level"})
    assert [message["text"] for message in read["messages"]] == ["a", "b"]
    later = await remote.get("messages", since=first["ts"])
    assert [message["ts"] for message in later["messages"]] == [second["ts"]]
    assert (await remote.get("messages", **{"as": "jonas"}))["messages"] == []


async def test_a_conversation_with_the_bot_by_remote(
    simulator: Simulator, remote: Remote, bot: Stranger
) -> None:
    """Say, press, submit and close reach the bot, and the view shows the modal."""

    async def ask(ack: Any, body: dict[str, Any], client: Any, **_: Any) -> None:
        await client.views_open(trigger_id=body["trigger_id"], view=modal())
        await ack()

    bot.on("block_actions", ask)
    said = await bot.client.chat_postMessage(
        channel="U0ANNA1", text="Now?", blocks=ACTIONS
    )
    click = {"as": "anna", "message": said["ts"], "button": "Skip"}
    assert await remote.post("press", **click) == {"ok": True}
    seen = await remote.get("view", **{"as": "anna"})
    assert (seen["modal"]["callback_id"], seen["depth"]) == ("task", 1)
    empty = await remote.post("submit", **{"as": "anna", "values": {}})
    assert not empty["ok"]
    assert (await remote.get("view", **{"as": "anna"}))["errors"] == empty["errors"]
    done = await remote.post("submit", **{"as": "anna", "values": {"Title": "pots"}})
    assert done == {"ok": True, "errors": {}}
    assert (await remote.get("view", **{"as": "anna"}))["modal"] is None
    calls = await remote.get("requests", method="views.open")
    assert [call["ok"] for call in calls["requests"]] == [True]


async def test_bad_requests_get_a_plain_sentence(remote: Remote) -> None:
    """Nothing is a 500, and nothing is silently accepted."""
    refused = remote.refused
    assert "nobody here" in await refused("say", **{"as": "x", "in": "dm", "text": "a"})
    assert "'as' is missing" in await refused("say", text="a")
    assert "no place" in await refused("say", **{"as": "sam", "in": "#x", "text": "a"})
    assert "no modal" in await refused("submit", **{"as": "sam", "values": {}})
    assert "must be an object" in await refused("submit", **{"as": "sam", "values": 1})
    assert "no message" in await refused(
        "press", **{"as": "sam", "message": "1.1", "button": "x"}
    )
    assert "no shortcut" in await refused("shortcut", **{"as": "sam", "name": "x"})
    assert "no fault" in await refused("fault", kind="earthquake")
    assert "never goes back" in await refused("clock", to="2020-01-01T00:00:00Z")
    assert "not a span" in await refused("clock", advance="soon")
    assert "say advance" in await refused("clock")


async def test_faults_are_asked_for_by_remote(
    simulator: Simulator, remote: Remote, bot: Stranger
) -> None:
    """Web API faults are armed, deliveries disturbed, and all can be cleared."""
    await remote.post("fault", kind="ratelimit", method="auth.test", seconds=7)
    async with remote.session.get("/simulator/slack/api/auth.test") as answer:
        assert (answer.status, answer.headers["Retry-After"]) == (429, "7")
    await remote.post("fault", kind="error", count=5, error="fatal_error")
    await remote.post("fault", kind="clear")
    assert (await bot.client.auth_test())["ok"]
    await remote.post("fault", kind="duplicate_next")
    await remote.post("say", **{"as": "anna", "in": "dm", "text": "/crew hi"})
    await bot.body("command", 2)
    await remote.post("fault", kind="redeliver")
    await bot.body("command", 3)
    await remote.post("fault", kind="refresh")
    await simulator.slack.sockets.connected()
    await remote.post("fault", kind="disconnect")
    await simulator.slack.sockets.connected()


async def test_the_clock_is_read_and_moved(remote: Remote) -> None:
    """A day later it is a day later."""
    before = (await remote.get("clock"))["now"]
    after = await remote.post("clock", advance="1d")
    assert after["now"] > before
    assert after["happened"] == []


async def test_the_stream_tells_of_changes(
    simulator: Simulator, remote: Remote
) -> None:
    """One line at once, and one for each visible change."""
    async with remote.session.get("/simulator/stream") as stream:
        first = await stream.content.readline()
        await stream.content.readline()
        await simulator.slack.person("anna").say("#general", "hello")
        second = await stream.content.readline()
    assert first.startswith(b'data: {"revision": ')
    assert second > first


@pytest.mark.parametrize(
    "headers",
    [{"Host": "evil.example"}, {"Origin": "https://evil.example"}],
    ids=["dns rebinding", "foreign page"],
)
async def test_other_hosts_and_pages_are_refused(
    remote: Remote, headers: dict[str, str]
) -> None:
    """Only this machine steers, and only pages that came from here."""
    async with remote.session.get("/simulator/people", headers=headers) as answer:
        assert answer.status == 403


async def test_the_page_is_served_and_nothing_beside_it(remote: Remote) -> None:
    """Files come from one folder and its folders; a path out of it does not exist."""
    outside = (
        "simulator.py",
        "..%2Fcontrol.py",
        "slack%2F..%2F..%2Fcontrol.py",
        "slack",
    )
    for name in outside:
        async with remote.session.get(f"/simulator/page/{name}") as answer:
            assert answer.status == 404
    async with remote.session.get("/simulator/page/slack/message.js") as answer:
        assert answer.status == 200


async def test_it_can_be_mounted_in_another_application() -> None:
    """`app()` has no prefix of its own; `base_url` says where it is mounted."""
    simulator = Simulator(limits=False)
    outer = web.Application()
    outer.add_subapp("/simulator", simulator.app())
    runner = web.AppRunner(outer)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    simulator.base_url = f"http://127.0.0.1:{runner.addresses[0][1]}/"
    async with aiohttp.ClientSession() as session:
        token = {"token": simulator.slack.app.bot_token}
        async with session.get(f"{simulator.api_url}auth.test", params=token) as answer:
            assert (await answer.json())["ok"]
    await runner.cleanup()
