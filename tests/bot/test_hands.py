"""How many events are worked on side by side."""

import asyncio

import pytest

from bot.hands import MOST, STUCK, Hands


class Bench:
    """Work that goes on until it is told to end."""

    def __init__(self) -> None:
        self.hands = Hands(rest=0)
        self.begun: list[int] = []
        self.ends: dict[int, asyncio.Event] = {}
        self.tasks: dict[int, asyncio.Task[None]] = {}

    async def comes(self, *numbers: int) -> None:
        """Work comes in, each piece of it in a task."""
        for number in numbers:
            self.ends[number] = asyncio.Event()
            self.tasks[number] = asyncio.create_task(self._one(number))
        await settled()

    async def ends_with(self, *numbers: int) -> None:
        """These come to their end."""
        for number in numbers:
            self.ends[number].set()
        await settled()

    async def _one(self, number: int) -> None:
        async with self.hands.one():
            self.begun.append(number)
            await self.ends[number].wait()


async def settled() -> None:
    """Lets everything go on that can."""
    for _ in range(10):
        await asyncio.sleep(0)


async def test_so_many_go_on_and_the_others_in_their_order() -> None:
    bench = Bench()
    await bench.comes(*range(MOST + 3))
    assert bench.begun == list(range(MOST))
    await bench.ends_with(2, 0)
    assert bench.begun == list(range(MOST + 2))
    await bench.ends_with(*range(MOST + 3))
    assert bench.begun == list(range(MOST + 3))


async def test_while_they_are_narrowed_only_one_begins() -> None:
    bench = Bench()
    with bench.hands.narrowed():
        await bench.comes(0, 1, 2)
        assert bench.begun == [0]
        await bench.ends_with(0)
        assert bench.begun == [0, 1]
    await settled()
    assert bench.begun == [0, 1, 2]
    await bench.ends_with(1, 2)


async def test_one_that_is_stuck_keeps_the_others_for_a_moment_only(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bench, loop = Bench(), asyncio.get_running_loop()
    with bench.hands.narrowed():
        await bench.comes(0, 1, 2)
        assert bench.begun == [0]
        later = loop.time() + 2 * STUCK
        monkeypatch.setattr(loop, "time", lambda: later)
        with bench.hands.narrowed():  # another acknowledgement
            pass
        await settled()
        assert bench.begun == [0, 1]
    await bench.ends_with(0, 1, 2)


async def test_who_goes_away_while_waiting_takes_no_hand() -> None:
    bench = Bench()
    with bench.hands.narrowed():
        await bench.comes(0, 1, 2)
        bench.tasks[1].cancel()
        await bench.ends_with(0)
        assert bench.begun == [0, 2]
    await bench.ends_with(2)
    await bench.comes(*range(3, 4 + MOST))
    assert bench.begun == [0, 2, *range(3, 3 + MOST)]
    await bench.ends_with(*range(3, 4 + MOST))


async def test_who_is_given_a_hand_and_goes_away_gives_it_on() -> None:
    bench = Bench()
    with bench.hands.narrowed():
        await bench.comes(0, 1, 2)
        bench.ends[0].set()
        await asyncio.wait([bench.tasks[0]])
        bench.tasks[1].cancel()
        await settled()
        assert 2 in bench.begun
    await bench.ends_with(1, 2)


async def test_at_the_end_everything_in_hand_is_waited_for() -> None:
    bench = Bench()
    await bench.comes(0, 1)
    ending = asyncio.create_task(bench.hands.all())
    await settled()
    assert not ending.done()
    await bench.ends_with(0, 1)
    assert ending.done()
    await bench.comes(2)
    assert bench.begun == [0, 1]
    bench.tasks[2].cancel()
