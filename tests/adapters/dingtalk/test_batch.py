"""The same words to many people are one call, and everybody has their own answer."""

import asyncio

import pytest

from adapters.dingtalk.batch import Batch
from bot.errors import ChatError, RateLimited, Rejected, Unreachable
from tests.adapters.dingtalk.recorder import Recorder

SAID = ("sampleMarkdown", '{"title":"茶","text":"茶"}')
OTHER = ("sampleMarkdown", '{"title":"茶","text":"绿茶"}')
PATH = "/v1.0/robot/oToMessages/batchSend"


async def everybody(batch: Batch, *users: str) -> list[str | BaseException]:
    """All at once."""
    sent = (batch.send(user, SAID) for user in users)
    return await asyncio.gather(*sent, return_exceptions=True)


async def test_the_same_words_are_one_call() -> None:
    """At most twenty people each."""
    api = Recorder()
    users = [f"u{n}" for n in range(45)]
    keys = await everybody(Batch(api, "dingapp"), *users)
    assert keys == ["key1"] * 45
    assert [len(body["userIds"]) for _, body in api.calls] == [20, 20, 5]
    assert sorted(u for _, body in api.calls for u in body["userIds"]) == sorted(users)
    assert api.body(0)["robotCode"] == "dingapp"
    assert (api.body(0)["msgKey"], api.body(0)["msgParam"]) == SAID


async def test_other_words_are_another_call() -> None:
    """Nobody gets what is for somebody else."""
    api = Recorder()
    batch = Batch(api, "dingapp")
    await asyncio.gather(batch.send("a", SAID), batch.send("b", OTHER))
    assert sorted(body["userIds"] for _, body in api.calls) == [["a"], ["b"]]


async def test_the_same_words_twice_are_said_twice() -> None:
    """At once or one after the other."""
    api = Recorder()
    batch = Batch(api, "dingapp")
    await everybody(batch, "a", "a")
    await batch.send("a", SAID)
    assert [body["userIds"] for _, body in api.calls] == [["a"], ["a"], ["a"]]


async def test_everybody_has_their_own_answer() -> None:
    """Who cannot be reached does not keep the others from it."""
    api = Recorder()
    api.wrong[PATH] = {
        "processQueryKey": "k",
        "invalidStaffIdList": ["b"],
        "flowControlledStaffIdList": ["c"],
    }
    a, b, c = await everybody(Batch(api, "dingapp"), "a", "b", "c")
    assert a == "k"
    assert isinstance(b, Rejected)
    assert b.code == "not_reachable"
    assert isinstance(c, RateLimited)


async def test_a_call_that_fails_fails_for_all() -> None:
    """And the next one is tried anew."""
    api = Recorder()
    batch = Batch(api, "dingapp")
    api.wrong[PATH] = Unreachable("timeout")
    failed = await everybody(batch, "a", "b")
    assert all(isinstance(each, Unreachable) for each in failed)
    assert await batch.send("a", SAID) == "key1"


async def test_who_stops_waiting_stops_nobody_else() -> None:
    """Neither one who joined nor who leads leaves the others without an answer."""
    api, go = Recorder(), asyncio.Event()

    async def until_told() -> None:
        await go.wait()

    batch = Batch(api, "dingapp", until_told)
    lead, joined, third = (
        asyncio.ensure_future(batch.send(user, SAID)) for user in ("a", "b", "c")
    )
    await asyncio.sleep(0)
    joined.cancel()
    lead.cancel()
    with pytest.raises(ChatError):
        await third
    go.set()
    assert await batch.send("a", SAID) == "key1"
