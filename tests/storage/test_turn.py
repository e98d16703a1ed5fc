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


async def test_nor_by_who_comes_one_after_the_other() -> None:
    """Each of them finds the turn free."""
    turn, heard = Turn(), list[str]()
    await turn.acquire()
    tasks = await _waiting(turn, heard, "a")
    turn.release()
    for number in range(2 * IN_A_ROW):
        await turn.acquire(hurried=True)
        heard.append(f"{number}!")
        turn.release()
    await asyncio.gather(*tasks)
    assert heard.index("a") <= IN_A_ROW


async def test_who_comes_in_a_hurry_just_after_a_turn_has_the_next_one() -> None:
    """However many wait who have time: a request is still on its way to its claim."""
    turn, heard = Turn(), list[str]()
    await turn.acquire()
    tasks = await _waiting(turn, heard, "a", "b")
    turn.release()
    await asyncio.sleep(0)
    tasks += await _waiting(turn, heard, "c!")
    await asyncio.gather(*tasks)
    assert heard == ["c!", "a", "b"]
    assert not turn.locked()


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
