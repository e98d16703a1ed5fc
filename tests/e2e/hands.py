"""What everybody does in front of a chat, in this process, by a clock that is moved."""

from dataclasses import dataclass
from datetime import datetime

from adapters.simulator.side import Press
from adapters.simulator.simulator import Simulator
from bot.bootstrap import House
from tests.e2e.wire import Json


@dataclass(repr=False)
class Hands:
    """A company at the simulator; what an act causes has happened when it returns."""

    simulator: Simulator
    house: House

    async def say(self, who: str, where: str, text: str) -> None:
        """Types something."""
        well(await self.simulator.side_of(who).say(who, where, text, None))
        await self.settle()

    async def press(self, who: str, button: str, message: Json) -> None:
        """Presses a button of a message, by its label."""
        click = Press(button, message=message["ts"])
        well(await self.simulator.side_of(who).press(who, click))
        await self.settle()

    async def submit(self, who: str, **values: str) -> None:
        """Sends the modal, or the form on a card, that is open."""
        well(await self.simulator.side_of(who).submit(who, values))
        await self.settle()

    async def until(self, moment: datetime) -> None:
        """Moves the clock; everything due on the way happens at its own time."""
        await self.simulator.move({"to": moment.isoformat()})
        await self.settle()

    async def settle(self) -> None:
        """Returns when nothing is on its way in either direction."""
        for _ in range(2):
            await self.simulator.idle()
            await self.house.crew.pulse.settle()
        await self.simulator.idle()


def well(outcome: Json) -> None:
    """It went well."""
    assert outcome["ok"], outcome
