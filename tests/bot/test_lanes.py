"""Order within a lane, none across lanes, and nothing lost."""

import asyncio

from bot.lanes import Lanes


async def test_one_lane_is_in_order_and_others_do_not_wait() -> None:
    """The second of a lane waits for the first; another lane goes ahead."""
    lanes, gate, seen = Lanes(), asyncio.Event(), []

    async def wait(name: str) -> None:
        await gate.wait()
        seen.append(name)

    async def go(name: str) -> None:
        seen.append(name)
        gate.set()

    lanes.run("anna", wait("anna first"))
    lanes.run("anna", go("anna second"))
    lanes.run("bo", go("bo"))
    await lanes.idle()
    assert seen == ["bo", "anna first", "anna second"]
    assert not lanes.busy


async def test_a_failure_does_not_stop_its_lane() -> None:
    """What comes after a failure still runs."""
    lanes, seen = Lanes(), []

    async def fail() -> None:
        raise RuntimeError("a bug")

    async def go() -> None:
        seen.append("after")

    asyncio.get_running_loop().set_exception_handler(lambda *_: None)
    lanes.run("anna", fail())
    lanes.run("anna", go())
    await lanes.idle()
    assert seen == ["after"]


async def test_what_is_abandoned_ends_at_once() -> None:
    """At the end of a process nothing of ours runs on, whatever it waited for."""
    lanes = Lanes()
    lanes.run("anna", asyncio.Event().wait())  # type: ignore[arg-type]  # never set
    await asyncio.sleep(0)
    await lanes.abandon()
    assert not lanes.busy
