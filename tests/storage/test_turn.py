"""Who writes next."""

import asyncio

import pytest

from storage.database.turn import IN_A_ROW, Turn


async def _soon() -> None:
    """Lets every task go as far as it can."""
    for _ in range(5):
        await asyncio.sleep(0)


async def _waiting(
    turn: Turn, heard: list[str], *names: str
) -> list["asyncio.Task[None]"]:
    """Tasks that wait; those with a `!` are in a hurry. Each says when it had it."""

    async def one(name: str) -> None:
        await turn.acquire(hurried=name.endswith("!"))
        heard.append(name)
        turn.release()

    tasks = [asyncio.create_task(one(name)) for name in names]
    await _soon()
    return tasks


async def test_those_in_a_hurry_come_first() -> None:
    """And otherwise everybody in the order in which they came."""
    turn, heard = Turn(), list[str]()
    await turn.acquire()
    tasks = await _waiting(turn, heard, "a", "b", "c!", "d", "e!")
    assert turn.locked()
    turn.release()
    await asyncio.gather(*tasks)
    assert heard == ["c!", "e!", "a", "b", "d"]
    assert not turn.locked()


async def test_who_has_time_is_not_kept_waiting_for_ever() -> None:
    """However many are in a hurry."""
    turn, heard = Turn(), list[str]()
    await turn.acquire()
    hurried = [f"{number}!" for number in range(3 * IN_A_ROW)]
    tasks = await _waiting(turn, heard, "a", "b", *hurried)
    turn.release()
    await asyncio.gather(*tasks)
    assert heard.index("a") <= IN_A_ROW
    assert heard.index("b") <= 2 * IN_A_ROW + 1


@pytest.mark.parametrize("given", [False, True])
async def test_who_goes_away_takes_no_turn_with_them(given: bool) -> None:
    """Not even one that was handed over in the same moment."""
    turn, heard = Turn(), list[str]()
    await turn.acquire()
    gone, *others = await _waiting(turn, heard, "a", "b")
    if given:
        turn.release()
    gone.cancel()
    if not given:
        turn.release()
    await asyncio.gather(*others)
    assert gone.cancelled()
    assert heard == ["b"]
    assert not turn.locked()
