"""How many events are worked on side by side."""

import asyncio

import pytest

from bot.hands import CALM, MANY, MOST, PAUSE, STUCK, WITHIN, Hands


class Bench:
    """Work that goes on until it is told to end."""

    def __init__(self, *, wary: bool = True) -> None:
        self.hands = Hands(wary=wary, rest=0)
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


class Watch:
    """The clock of the event loop, which stands still unless it is moved; what was to
    happen later happens then.
    """

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.now = 1000.0
        loop = asyncio.get_running_loop()
        patch.setattr(loop, "time", lambda: self.now)

    async def moves(self, seconds: float) -> None:
        """So much later."""
        self.now += seconds
        await settled()


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


async def test_wary_ones_begin_one_at_a_time_while_acknowledgements_come_in(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bench, watch = Bench(), Watch(monkeypatch)
    with bench.hands.acknowledging():
        await bench.comes(0, 1, 2)
        assert bench.begun == [0]
        await bench.ends_with(0)
        assert bench.begun == [0, 1]
    await watch.moves(2 * CALM)
    assert bench.begun == [0, 1, 2]
    await bench.ends_with(1, 2)


async def test_others_mind_no_single_acknowledgement() -> None:
    bench = Bench(wary=False)
    with bench.hands.acknowledging():
        await bench.comes(*range(MOST + 1))
        assert bench.begun == list(range(MOST))
    await bench.ends_with(*range(MOST + 1))


async def test_one_that_is_stuck_keeps_the_others_for_a_moment_only(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bench, watch = Bench(), Watch(monkeypatch)
    with bench.hands.acknowledging():
        await bench.comes(0, 1, 2)
        assert bench.begun == [0]
        await watch.moves(2 * STUCK)
        await bench.comes(3)
        with bench.hands.acknowledging():  # another acknowledgement
            pass
        await watch.moves(2 * CALM)
        assert bench.begun == [0, 1]
    await bench.ends_with(0, 1, 2, 3)


@pytest.mark.parametrize("wary", [False, True])
async def test_in_a_rush_work_begins_in_the_gaps_or_after_a_pause(
    wary: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench, watch = Bench(wary=wary), Watch(monkeypatch)
    with bench.hands.acknowledging(MANY):
        await bench.comes(0, 1, 2, 3)
        assert bench.begun == [0]  # longer than a pause ago nothing had begun
        await bench.ends_with(0)
        assert bench.begun == [0]
    await watch.moves(CALM / 2)
    assert bench.begun == [0]
    await watch.moves(CALM)  # a gap
    assert bench.begun == [0, 1]
    await bench.ends_with(1)
    for _ in range(int(PAUSE / CALM) + 1):  # no gap
        assert bench.begun[:2] == [0, 1]
        with bench.hands.acknowledging():
            await watch.moves(CALM)
    assert bench.begun[:3] == [0, 1, 2]
    await bench.ends_with(2)
    await watch.moves(WITHIN)
    await bench.comes(4, 5)
    assert bench.begun == [0, 1, 2, 3, 4, 5]
    await bench.ends_with(3, 4, 5)


@pytest.mark.parametrize("wary", [False, True])
async def test_after_a_rush_nobody_waits_for_what_began_in_it(
    wary: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench, watch = Bench(wary=wary), Watch(monkeypatch)
    with bench.hands.acknowledging(MANY):
        await bench.comes(0, 1, 2)
    assert bench.begun == [0]
    for _ in range(int(WITHIN / CALM) + 2):
        await watch.moves(CALM)
    assert bench.begun == [0, 1, 2]
    await bench.ends_with(0, 1, 2)


async def test_who_goes_away_while_waiting_takes_no_hand() -> None:
    bench = Bench()
    with bench.hands.acknowledging():
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
    with bench.hands.acknowledging():
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
