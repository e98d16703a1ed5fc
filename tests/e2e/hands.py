"""What everybody does in front of a chat, in this process, by a clock that is moved."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from adapters.simulator.side import Press
from adapters.simulator.simulator import Simulator
from bot.bootstrap import House
from tests.e2e.wire import Json

SOON = timedelta(seconds=10)


@dataclass(repr=False)
class Hands:
    """A company at the simulator; what an act causes has happened when it returns."""

    simulator: Simulator
    house: House

    async def say(self, who: str, where: str, text: str) -> None:
        """Types something."""
        well(await self.simulator.side_of(who).say(who, where, text, None))
        await self.settle()

    async def send(
        self, who: str, where: str, name: str, content: bytes, text: str = ""
    ) -> None:
        """Sends a file, with words where the platform lets them."""
        side = self.simulator.side_of(who)
        well(await side.send(who, where, name, content, text))
        await self.settle()

    async def press(self, who: str, button: str, message: Json) -> None:
        """Presses a button of a message, by its label."""
        click = Press(button, message=message["ts"])
        well(await self.simulator.side_of(who).press(who, click))
        await self.settle()

    async def submit(self, who: str, **values: str | list[str]) -> None:
        """Sends the modal, or the form on a card, that is open."""
        well(await self.simulator.side_of(who).submit(who, values))
        await self.settle()

    async def until(self, moment: datetime) -> None:
        """Moves the clock; everything due on the way happens at its own time."""
        await self.simulator.move({"to": moment.isoformat()})
        await self.settle()

    async def settle(self) -> None:
        """Returns when nothing is on its way in either direction; the clock moves on
        for what only has to wait for its turn.
        """
        await settled(self.simulator, self.house)


async def settled(simulator: Simulator, house: House) -> None:
    """Returns when nothing is on its way in either direction; the clock moves on for
    what only has to wait for its turn.
    """
    until = simulator.clock.now() + SOON
    await _still(simulator, house)
    while (turn := house.crew.courier.next_turn()) and turn <= until:
        simulator.clock.set(turn)
        await _still(simulator, house)


async def _still(simulator: Simulator, house: House) -> None:
    for _ in range(2):
        await simulator.idle()
        await house.crew.pulse.settle()
    await simulator.idle()


def well(outcome: Json) -> None:
    """It went well."""
    assert outcome["ok"], outcome
