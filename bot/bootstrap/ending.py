"""The end of a house: nothing more comes in, what is in hand is finished, the rest is
handed back. All of it fits into ten seconds, whatever hangs: then systems kill.
"""

import asyncio
from collections.abc import Sequence

from bot.bootstrap.lines import Line
from bot.crew import Crew
from bot.lifetime import let_finish
from schedules.scheduler import Ticker

TAKING = 4.0  # seconds for what comes in just now, and for messages half sent
TICKS = 0.5  # for other ticks of the clock
ANSWERS = 2.5  # for events in hand, and their answers
LAST = 1.5  # for handing back


async def end(
    crews: Sequence[Crew],
    lines: Sequence[Line],
    ticker: Ticker,
    tasks: Sequence[asyncio.Task[object]],
) -> None:
    """Ends what `started` has begun."""
    for crew in crews:
        crew.pulse.close()
    stops = [line.app.stop() for line in lines]
    ends = [crew.pulse.end() for crew in crews]
    await let_finish(asyncio.gather(*stops, *ends), TAKING)
    await ticker.stop()
    idle = [crew.dispatcher.idle() for crew in crews]
    await let_finish(asyncio.gather(*idle), ANSWERS)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    handed_back = [crew.hand_back() for crew in crews]
    await let_finish(asyncio.gather(*handed_back), LAST)
