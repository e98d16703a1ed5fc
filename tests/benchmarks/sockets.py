"""G7: commands over Socket Mode, the product beside stock Bolt.

slack-machine is not installed here: what it does was measured once, beside Bolt with
`process_before_response` (facts/performance.md §1), which is measured in every run.
"""

from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

from aiohttp import web

from tests.benchmarks.databases import durable
from tests.benchmarks.far_end import FarEnd, Json
from tests.benchmarks.goals import Row, ratio
from tests.benchmarks.processes import KEY, Running, running
from tests.benchmarks.sizes import Sizes
from tests.benchmarks.slack import FakeSlack
from tests.benchmarks.wire import Commands
from tests.ports import free_port

MACHINE = 9_473 / 6_128  # slack-machine ÷ Bolt with `process_before_response`, no-op


class Hub(FarEnd):
    """Slack's end, and its Web API."""

    def __init__(self) -> None:
        super().__init__()
        self.api = f"{self.url}/api/"
        self._slack = FakeSlack()
        self._slack.socket_url = self.link
        self._commands = Commands(self.port, f"{self.url}/hook")

    def app(self) -> web.Application:
        """See `FarEnd.app`."""
        app = self._slack.app()
        app.add_routes([web.get("/link", self.listen)])
        return app

    def frame(self, number: int, id: str) -> Json:
        """See `FarEnd.frame` (facts/slack.md §8)."""
        return {
            "envelope_id": id,
            "type": "slash_commands",
            "accepts_response_payload": True,
            "payload": self._commands.fields(number),
        }

    def acknowledged(self, said: Json) -> str:
        """See `FarEnd.acknowledged`."""
        return str(said.get("envelope_id", ""))


async def measure(sizes: Sizes) -> list[Row]:
    """Every row of this goal."""
    async with AsyncExitStack() as stack:
        hubs = {
            name: await stack.enter_async_context(Hub().open())
            for name in ("socket", "socket-direct", "ours")
        }
        for name, hub in hubs.items():
            await stack.enter_async_context(_server(name, hub))
            await hub.connected()
        figures: dict[str, dict[str, list[float]]] = {
            name: defaultdict(list) for name in hubs
        }
        for number in range(sizes.rounds + 1):
            for name, hub in hubs.items():
                one = await hub.load(1, max(4, sizes.frames // 10))
                many = await hub.load(16, sizes.frames)
                if number:  # the first warms up
                    figures[name]["p50"].append(one.ms(0.5))
                    figures[name]["rate"].append(many.rate)
    ours, stock, machine = figures["ours"], figures["socket"], figures["socket-direct"]
    theirs = [rate * MACHINE for rate in machine["rate"]]
    waits = ratio(ours["p50"], stock["p50"])
    rate, note = ratio(ours["rate"], theirs), "slack-machine by way of Bolt"
    return [
        Row("G7", "Socket Mode, ack p50 ÷ stock Bolt, c=1", waits, 0.1),
        Row("G7", "acks/s ÷ slack-machine's no-op, c=16", rate, 0.6, "x", True, note),
    ]


@asynccontextmanager
async def _server(name: str, hub: Hub) -> AsyncIterator[Running]:
    if name != "ours":
        words = ("tests.benchmarks.bolt", name, "--api", hub.api)
        async with running(name, words, hub.port, "/bench/counts", {}) as server:
            yield server
        return
    port = free_port()
    async with durable("sqlite") as url:
        own = {
            "SHOPCREW_DATABASE_URL": url,
            "SHOPCREW_PORT": str(port),
            "SHOPCREW_SECRET_KEY": KEY,
            "SLACK_BOT_TOKEN": "xoxb-bench",
            "SLACK_APP_TOKEN": "xapp-bench",
            "SLACK_API_URL": hub.api,
        }
        async with running(name, ("bot", "run"), port, "/readyz", own) as server:
            yield server
